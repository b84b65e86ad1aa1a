import type { Language } from "#app/words/language.ts";
import { catalog } from "./catalog-instance.server.ts";
import { assessmentIn } from "./content-in-language.server.ts";

export type AssessmentChoice = { slug: string; title: string; minutes: number };

/** The assessments of today's catalogue to choose from, with how long they take. @param slugs only these, in this order */
export function assessmentChoices(language: Language, slugs?: readonly string[]): AssessmentChoice[] {
  const entries = slugs ? slugs.flatMap((slug) => catalog().assessmentBySlug.get(slug) ?? []) : catalog().assessments;
  return entries.map((entry) => {
    const { slug, title, minutes } = assessmentIn(entry, language).definition;
    return { slug, title, minutes };
  });
}
