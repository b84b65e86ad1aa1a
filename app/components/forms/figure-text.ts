import type { Language } from "#app/words/language.ts";

/** A figure of a question as it was given, up to three decimals. */
export function figureText(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 3, useGrouping: false });
}
