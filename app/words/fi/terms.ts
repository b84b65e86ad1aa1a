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
  executive: "Johto",
  manager: "Päälliköt",
  frontline: "Asiakastyötä tekevät",
  underOne: "alle 1 %",
  overNinetyNine: "yli 99 %",
  share: "{{share}} %",
} satisfies TextsLike<typeof english>;
