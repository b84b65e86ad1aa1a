import type english from "../en/reasons.ts";
import type { TextsLike } from "../say.ts";

export default {
  raises: "Mitä se tässä nostaa",
  sure: "Kuinka varma sen paikka on",
  then: "Miksi silloin",
  holds: "Mikä sitä pidättelee, ja mitä lisä siinä toisi",
  why: "Miksi ei<title>: {{title}}</title>",

  underWay: "Se on käynnissä.",
  wanted: "Haluat sen suunnitelmaan.",
  neededBy: "Siihen perustuvat: {{initiatives}}.",
  raisesNothing: "Se ei itse nosta yhtään vastausta.",
  addsAll: "Paikallaan se lisää {{adds}} pistettä, yhtä paljon kuin se yksinään nostaisi.",
  adds: "Paikallaan se lisää {{adds}} pistettä; yksinään se nostaisi {{alone}}.",
  addsFirst_one: "Paikallaan se lisää {{adds}} pistettä, yhtä paljon kuin se yksinään nostaisi; osaa samasta nostaa sen jälkeen {{others}}.",
  addsFirst_other: "Paikallaan se lisää {{adds}} pistettä, yhtä paljon kuin se yksinään nostaisi; osaa samasta nostavat sen jälkeen {{others}}.",
  addsShared_one: "Paikallaan se lisää {{adds}} pistettä; yksinään se nostaisi {{alone}}. Osaa samasta nostaa {{others}}.",
  addsShared_other: "Paikallaan se lisää {{adds}} pistettä; yksinään se nostaisi {{alone}}. Osaa samasta nostavat {{others}}.",
  wouldAdd: "Yksinään se nostaisi {{alone}} pistettä, tämän suunnitelman päälle {{adds}}.",
  wouldAddShared_one: "Yksinään se nostaisi {{alone}} pistettä, tämän suunnitelman päälle {{adds}}: osaa samasta nostaa {{others}}.",
  wouldAddShared_other: "Yksinään se nostaisi {{alone}} pistettä, tämän suunnitelman päälle {{adds}}: osaa samasta nostavat {{others}}.",
  rise: "Nyt ”{{from}}”, sen jälkeen ”{{to}}”: tässä +{{points}}",
  riseNothing: "Nyt ”{{from}}”, sen jälkeen ”{{to}}”: tässä ei mitään, sillä se on jo nostettu näin pitkälle",
  riseShared: "Saman lupaa myös {{others}}",
  inReruns:
    "Haku tehtiin uudelleen {{runs}} kertaa, ja joka kerralla jokainen työmäärä ja hyöty oli toinen, enintään {{spread}} suuntaan tai toiseen. Suunnitelmassa se oli näistä kerroista: {{share}}.",
  noReruns: "Uusintahakuja, jotka sen kertovat, ei ole vielä tehty.",
  firstQuarter: "Se alkaa ensimmäisellä neljänneksellä; aiempaa ei ole.",
  oneWeek: "{{pool}}, {{quarter}}: yksi henkilötyöviikko lisää toisi suunnitelmaan vähintään {{points}} pistettä × neljännestä.",
  oneSum: "Raha, {{quarter}}: {{amount}} lisää toisi suunnitelmaan vähintään {{points}} pistettä × neljännestä.",
  oneMoreNothing: "Mitään ei löytynyt, mitä yksi henkilötyöviikko tai 10 000 euroa lisää yksinään toisi tässä: {{places}}.",
  place: "{{pool}} {{quarter}}",
  money: "Raha",
} satisfies TextsLike<typeof english>;
