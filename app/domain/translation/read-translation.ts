import type { ContentProblem } from "../assessment/content-problem.ts";
import type { Text, TextEntry, Texts } from "./text-entry.ts";
import type { TranslatedEntry } from "./translation.ts";

/**
 * Finds the entries in the value of a translation file, and what has nothing in English to stand for. That something is
 * missing is no problem.
 * @param entries the English entries of the same file
 */
export function readTranslation(
  value: Texts,
  entries: readonly TextEntry[],
): { translated: [key: string, entry: TranslatedEntry][]; problems: ContentProblem[] } {
  const translated: [string, TranslatedEntry][] = [];
  const problems: ContentProblem[] = [];
  const read = (part: Texts, path: string[]) => {
    const { source, ...texts } = part;
    if (typeof source !== "string") {
      for (const [name, inner] of Object.entries(part)) read(inner as Texts, [...path, name]);
      return;
    }
    const entry = entries.find((one) => one.path.join("/") === path.join("/"));
    if (!entry) {
      problems.push(nothingToStandFor(path));
      return;
    }
    translated.push([entry.key, { source, texts }]);
    problems.push(...superfluous(texts, entry.texts, path));
  };
  read(value, []);
  return { translated, problems };
}

/** The parts of these texts that the English ones do not have. */
function superfluous(texts: Text, english: Text, path: (string | number)[]): ContentProblem[] {
  if (typeof texts === "string" || typeof english === "string") return [];
  return Object.entries(texts).flatMap(([name, text]) => {
    const at = [...path, Array.isArray(texts) ? Number(name) : name];
    return Object.hasOwn(english, name) ? superfluous(text, (english as Texts)[name]!, at) : [nothingToStandFor(at)];
  });
}

function nothingToStandFor(path: (string | number)[]): ContentProblem {
  return { path, message: `${path.join(".")}: the English file has no such text`, fix: "remove it or correct its name" };
}
