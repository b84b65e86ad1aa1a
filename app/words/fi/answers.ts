import type english from "../en/answers.ts";
import type { TextsLike } from "../say.ts";

export default {
  carriedOver: "Siirretty arvioinnista ”{{title}}”; vastattu {{on}}.",
  carriedTooOld: "{{on}} vastasit ”{{answer}}” arvioinnissa ”{{title}}”. Siitä on yli 90 päivää, joten vastaa uudelleen.",
  evidence: "Näyttö: <link></link>",
  evidenceUntil: "Näyttö: <link></link>, voimassa {{day}} asti",
} satisfies TextsLike<typeof english>;
