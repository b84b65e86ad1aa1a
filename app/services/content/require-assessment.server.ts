import { catalog } from "./catalog-instance.server.ts";
import type { AssessmentEntry } from "./load-content.server.ts";

/** The current version of an assessment. @throws Response 404 */
export function requireAssessment(slug: string | undefined): AssessmentEntry {
  const entry = slug === undefined ? undefined : catalog().assessmentBySlug.get(slug);
  if (!entry) throw new Response("Not found", { status: 404 });
  return entry;
}
