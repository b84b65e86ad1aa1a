import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import type { LoadedTranslation, LocatedEntry } from "#app/services/content/load-translations.server.ts";

/**
 * What of a subject is to be translated now. Of the contradiction rules, those whose assessments all have a translation:
 * the others are not shown to anybody who reads this language throughout.
 */
export function dueEntries(
  { language, subject, entries }: LoadedTranslation,
  content: { translations: readonly LoadedTranslation[]; contradictions: readonly Contradiction[] },
): LocatedEntry[] {
  if (subject !== "contradictions") return entries;
  const begun = new Set(content.translations.filter((other) => other.language === language && other.translation).map((other) => other.subject));
  const due = new Set(content.contradictions.filter(({ allOf }) => allOf.every(({ assessment }) => begun.has(assessment))).map(({ id }) => id));
  return entries.filter(({ key, state }) => state !== "missing" || due.has(key));
}
