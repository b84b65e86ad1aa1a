import { wordsIn } from "#app/services/words/words-in.server.ts";

/** For tests of what is said in another language than the source. */
export const finnish = wordsIn("fi");
