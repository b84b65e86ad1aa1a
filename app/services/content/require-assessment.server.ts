import type { Language } from "#app/words/language.ts";
import { catalog } from "./catalog-instance.server.ts";
import { assessmentIn, type VersionInLanguage } from "./content-in-language.server.ts";
import type { AssessmentEntry } from "./load-content.server.ts";

/** The current version of an assessment, in a language as far as it is translated. @throws Response 404 */
export function requireAssessment(slug: string | undefined, language: Language): AssessmentEntry & VersionInLanguage {
  const entry = slug === undefined ? undefined : catalog().assessmentBySlug.get(slug);
  if (!entry) throw new Response("Not found", { status: 404 });
  return assessmentIn(entry, language);
}
