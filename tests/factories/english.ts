import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The words the expected sentences of these tests are in. */
export const english = wordsIn("en");
