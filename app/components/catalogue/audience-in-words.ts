import type { Audience } from "#app/domain/assessment/vocabulary.ts";
import { inWords } from "#app/domain/report/display.ts";
import type { Words } from "#app/words/say.ts";

/** "executives, managers and people who meet customers". */
export function audienceInWords(audience: readonly Audience[], { language, say }: Words): string {
  return inWords(
    audience.map((who) => say(`terms:${who}`).toLocaleLowerCase(language)),
    language,
  );
}
