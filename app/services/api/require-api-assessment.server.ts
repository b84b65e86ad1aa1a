import { catalog } from "../content/catalog-instance.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { problem } from "./problem.server.ts";

/** @throws Response 404 as a problem document */
export function requireApiAssessment(slug: string | undefined): AssessmentEntry {
  const entry = slug === undefined ? undefined : catalog().assessmentBySlug.get(slug);
  if (!entry) throw problem(404, "not-found", "There is no such assessment.");
  return entry;
}
