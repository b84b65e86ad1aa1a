import type english from "../en/report.ts";
import type { TextsLike } from "../say.ts";

export default {
  nothingApplies: "Ei pisteitä: mikään tässä ei koske yritystänne.",
  mostlyNotApplicable: "Ei pisteitä: yli 40 % tästä ei koske yritystänne, joten jäljelle jäävä ei kertoisi kokonaisuudesta.",
  carrierWithoutScore: "Ei pisteitä: tämä lasketaan vain siltä osin kuin ”{{carrier}}” sitä kantaa, eikä sillä ole vielä pisteitä.",
  tooFewOpen: "Liian vähän vastauksia: pisteisiin tarvitaan kolme neljäsosaa painosta. Vielä vastaamatta: {{open}}.",
  tooFewUnsure: "Liian vähän vastauksia: pisteisiin tarvitaan kolme neljäsosaa painosta. Selvitettävä: {{unsure}}.",
  tooFewOpenAndUnsure: "Liian vähän vastauksia: pisteisiin tarvitaan kolme neljäsosaa painosta. Vielä vastaamatta: {{open}}; selvitettävä: {{unsure}}.",
  headlineNone: "Pisteitä ei vielä ole: vastauksia saatiin liian vähän.",
  headlineOne: "{{clause}}.",
  headlineWeak: "{{weakness}}, ja {{next}}.",
  headlineBoth: "{{strength}}, mutta {{weakness}}.",
} satisfies TextsLike<typeof english>;
