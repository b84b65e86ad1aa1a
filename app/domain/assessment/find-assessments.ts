import type { Language } from "../../words/language.ts";
import { type CatalogueEntry, catalogueEntry } from "./catalogue-entry.ts";
import type { CatalogueWishes } from "./catalogue-query.ts";
import type { Definition } from "./definition.ts";

/**
 * The assessments that meet every wish: all words of the search, the role and the pillar. With a search, those that
 * speak of it most prominently come first; else, and among equals, what takes the least.
 */
export function findAssessments(definitions: readonly Definition[], { q, role, pillar }: CatalogueWishes, language: Language): CatalogueEntry[] {
  const words = searchWords(q);
  return definitions
    .map((definition) => ({ entry: catalogueEntry(definition), prominence: prominenceOf(words, definition, standsIn[language]) }))
    .filter(({ entry, prominence }) => prominence !== null && meets(entry, { role, pillar }))
    .sort((a, b) => b.prominence! - a.prominence! || byEffort(a.entry, b.entry))
    .map(({ entry }) => entry);
}

function meets(entry: CatalogueEntry, { role, pillar }: Pick<CatalogueWishes, "role" | "pillar">): boolean {
  return (role === null || entry.audience.includes(role)) && (pillar === null || entry.pillars.some(({ id }) => id === pillar));
}

function byEffort(a: CatalogueEntry, b: CatalogueEntry): number {
  return a.minutes - b.minutes || a.questions - b.questions || (a.slug < b.slug ? -1 : 1);
}

/** Words without case, accents and apostrophes; whatever is neither letter nor digit parts them. */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toUpperCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a word of a text is what was searched for. In Finnish, which writes compounds as one word, it may also stand inside: "polku" in "asiakaspolku". */
const standsIn: Record<Language, (word: string, text: string) => boolean> = {
  en: (word, text) => text.startsWith(word),
  fi: (word, text) => text.includes(word),
};

/** For each word the best place that has one like it, summed; null when a word stands nowhere. */
function prominenceOf(
  words: readonly string[],
  { title, shortTitle, dimensions, summary, introduction }: Definition,
  stands: (word: string, text: string) => boolean,
): number | null {
  const places = [introduction, summary, dimensions.map((d) => d.title).join("\n"), `${title}\n${shortTitle}`].map(searchWords);
  const ranks = words.map((word) => 1 + places.findLastIndex((place) => place.some((other) => stands(word, other))));
  return ranks.includes(0) ? null : ranks.reduce((sum, rank) => sum + rank, 0);
}
