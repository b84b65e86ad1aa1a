import english from "./en/frame.ts";
import finnish from "./fi/frame.ts";
import type { Language } from "./language.ts";
import type { PageWords } from "./say.ts";

/** What the frame says, in every language: it has to speak even where a page's own data could not be made. */
export const frameWords: Record<Language, PageWords> = { en: byKey(english), fi: byKey(finnish) };

function byKey(texts: Record<string, string>): PageWords {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`frame:${name}`, text]));
}
