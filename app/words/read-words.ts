import type { Language } from "./language.ts";
import type { PageWords, Say, Words } from "./say.ts";

/**
 * Reads sentences from what a page carries. i18next is the reference and says every sentence on the server; it is a sixth
 * of what the script of a question page may weigh, so the browser has this reader of the same format instead, and a test holds
 * the two equal over every sentence. A key that is not there is said as itself, and loudly.
 */
export function readWords(language: Language, texts: PageWords): Words {
  const plural = new Intl.PluralRules(language);
  const say = ((key: string, values: Record<string, string | number> = {}) => {
    const { count } = values;
    const text = texts[typeof count === "number" ? `${key}_${plural.select(count)}` : key] ?? texts[key];
    if (text === undefined) {
      console.error(`No words for ${key}`);
      return key;
    }
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  }) as Say;
  return { language, say };
}
