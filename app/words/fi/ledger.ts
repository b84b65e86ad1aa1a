import type english from "../en/ledger.ts";
import type { TextsLike } from "../say.ts";

export default {
  title: "Lupaukset",
  headingNone: "{{name}}: ei vielä lupauksia",
  headingWaits: "{{name}}: mikään lupaus ei ole vielä kohdannut tulosta",
  heading: "{{promised}} luvatusta pisteestä on tullut {{realised}}",
  none: "Kun vaihtoehdosta tulee tiekartta, jokainen sen toimenpide lupaa pisteet, jotka se tuo. Kun toimenpide on valmis ja seuraava tulos on julkaistu, tämä sivu kertoo, kuinka paljon siitä on tullut, ja seuraava suunnitelma voi ottaa sen huomioon.",
  text: "Valmista toimenpidettä verrataan ensimmäiseen tulokseen, joka on suljettu sen päivän jälkeen: kuinka suuri osa luvatusta noususta kussakin kysymyksessä on tullut. Se, että nousu on tullut, ei kerro miksi.",
  toScenarios: "Siirry vaihtoehtoihin",
  table: "Lupaukset, tuloksen kohdanneet ensin",
  initiative: "Toimenpide",
  promised: "Luvattu",
  realised: "Siitä on tullut",
  promisedAtOnce: "Kaikki luvattiin {{given}}.",
  promisedOn: "{{day}}, ”{{scenario}}”",
  state: "Tila",
  against: "Verrattu tulokseen",
  waits: "Odottaa seuraavaa tulosta",
  notDone: "Ei vielä valmis",
  notComparable: "Tulos ei kerro siitä, mitä luvattiin",
  points: "{{points}} pistettä",
  openItems: "Kysymys kysymykseltä<title>: {{title}}</title>",
  itemLine: "{{question}}: luvattu {{from}} – {{to}}, nyt {{now}}",
  itemUnknown: "{{question}}: luvattu {{from}} – {{to}}, nyt ei tiedetä",
  types: "Lajeittain, ja mitä seuraava suunnitelma ottaa huomioon",
  typesText:
    "Lajin osuutta vedetään kohti kaikkien lajien osuutta ja kaikkien osuutta kohti pidettyjä lupauksia, ikään kuin {{points}} pistettä olisi jo luvattu ja pidetty. Siksi yksi pieni onnistuminen tai epäonnistuminen kertoo vähän.",
  type: "Laji",
  share: "Otetaan huomioon",
  all: "Kaikki",
  used: "Vaihtoehto käyttää näitä osuuksia, kun siltä pyydetään, ja kertoo sen.",
} satisfies TextsLike<typeof english>;
