import type { Language } from "#app/words/language.ts";
import { catalog } from "./catalog-instance.server.ts";
import { assessmentIn } from "./content-in-language.server.ts";

/** What an assessment is called now, whichever version was answered; one that is no more is called by its slug. */
export function assessmentTitle(slug: string, language: Language): string {
  const entry = catalog().assessmentBySlug.get(slug);
  return entry ? assessmentIn(entry, language).definition.title : slug;
}
