/** A text, a list of texts in its order, or texts by name. */
export type Text = string | readonly Text[] | { readonly [name: string]: Text };

/** The texts of one entry, under the keys of its file; options by their id. */
export type Texts = { readonly [name: string]: Text };

/** Where an entry stands in its translation. */
export type TextPlace = {
  /** Unique within an assessment, the contradiction rules, the initiatives, …: `levels/<id>`, `items/<id>`, or an id alone. */
  key: string;
  /** The file, without language and ending: `assessment`, `questions/<dimension>`, `initiatives/<pillar>/<id>`, … */
  file: string;
  /** From the head of the file to the entry. */
  path: readonly string[];
};

export type TextEntry = TextPlace & { texts: Texts };

/** Gives the texts to be shown for these: the same, or others of the same shape. */
export type Reword = <T extends Texts>(place: TextPlace, texts: T) => T;

/** The entries that a rewording comes by, in its order. */
export function entriesOf(rewordAll: (reword: Reword) => unknown): TextEntry[] {
  const entries: TextEntry[] = [];
  rewordAll((place, texts) => {
    entries.push({ ...place, texts });
    return texts;
  });
  return entries;
}

/**
 * Whether these texts can stand for the English ones: the same keys, lists of the same length, and no text empty.
 * A list of options is compared by ids, so their order is free.
 */
export function standsFor<T extends Text>(texts: unknown, english: T): texts is T {
  if (typeof english === "string") return typeof texts === "string" && texts.trim() !== "";
  if (typeof texts !== "object" || texts === null || Array.isArray(texts) !== Array.isArray(english)) return false;
  return (
    Object.keys(texts).length === Object.keys(english).length &&
    Object.entries(english).every(([name, text]) => Object.hasOwn(texts, name) && standsFor((texts as Texts)[name], text))
  );
}
