import type english from "../en/terms.ts";
import type { TextsLike } from "../say.ts";

export default {
  people: "Ihmiset",
  process: "Prosessit",
  content: "Sisältö",
  technology: "Teknologia",
  kpis: "Mittarit",
  peopleWithin: "ihmiset",
  processWithin: "prosessit",
  contentWithin: "sisältö",
  technologyWithin: "teknologia",
  kpisWithin: "mittarit",
  notApplicable: "Ei koske meitä",
  notSure: "En tiedä",
  carriedOver: "Siirretty arvioinnista ”{{title}}”; vastattu {{on}}.",
  carriedTooOld: "{{on}} vastasit ”{{answer}}” arvioinnissa ”{{title}}”. Siitä on yli 90 päivää, joten vastaa uudelleen.",
  evidence: "Näyttö: <link></link>",
  evidenceUntil: "Näyttö: <link></link>, voimassa {{day}} asti",
  thereIsAProblem: "Jokin vaatii korjausta",
  error: "Virhe: {{message}}",
  executive: "Johto",
  manager: "Päälliköt",
  frontline: "Asiakastyötä tekevät",
  underOne: "alle 1 %",
  overNinetyNine: "yli 99 %",
  share: "{{share}} %",
} satisfies TextsLike<typeof english>;
