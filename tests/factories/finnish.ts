import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The words of sentences that are expected in Finnish. */
export const finnish = wordsIn("fi");
