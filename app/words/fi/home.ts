import type english from "../en/home.ts";
import type { TextsLike } from "../say.ts";

export default {
  pageTitle: "Pinhigh: kuinka kaukana yrityksenne on asiakkaistaan?",
  description: "Rehellinen arvio siitä, kuinka asiakaskeskeinen yritys on, ja suunnitelma, joka mahtuu sen voimavaroihin. Ilman käyttäjätiliä.",
  question: "Kuinka kaukana yrityksenne on asiakkaistaan?",
  inShort: "{{questions}} kysymystä. {{minutes}} minuuttia. Ei käyttäjätiliä.",
  takeQuiz: "Tee testi",
  seeExample: "Katso esimerkkitulos",
  whereToStart: "Mistä kannattaa aloittaa?",
  lookAround: "Tutustu esimerkkiin",
  exampleOf: "Esimerkki, ei todellinen yritys: {{title}}",
  example: "Esimerkki",
  leaveWith: "Mitä saat mukaasi",
  place: "Paikka janalla ja tieto siitä, kuinka varma se on.",
  placeInExample: "Paikka janalla ja tieto siitä, kuinka varma se on. Esimerkissä tasolle {{level}} osuu {{share}} uskottavista tulkinnoista.",
  gaps: "Kolme tärkeintä eroa pisteinä.",
  gapsInExample: "Kolme tärkeintä eroa pisteinä. Esimerkin suurin ero on osa-alueella ”{{part}}”.",
  initiatives: "Toimenpiteitä valittavaksi, järjestyksessä, joka tuottaa eniten niillä ihmisillä, jotka voitte työhön irrottaa.",
  forThree: "Tehty kolmelle ihmiselle",
  executive: "Johtajalle, jolla on kolme minuuttia",
  executiveText: "Yksi lause, yksi jana ja se, mikä yritystä jarruttaa. Kaikki muu avautuu vasta, kun pyydät.",
  consultant: "Konsultille, jolla on asiakastapaaminen torstaina",
  consultantText: "Jokaisen luvun takaa avautuvat vastaukset, painot ja säännöt, joista se syntyi, joten sen voi perustella paikan päällä.",
  team: "Tiimille, jonka on tehtävä työ",
  teamText: "Suunnitelma, joka mahtuu käytettävissä oleviin viikkoihin, kertoo, miksi kukin askel on mukana ja mitä loput vaatisivat.",
  further: "<method>Miten luvut lasketaan</method><quiet> – tai valitse </quiet><all>kaikista {{assessments}} arvioinnista</all>",
} satisfies TextsLike<typeof english>;
