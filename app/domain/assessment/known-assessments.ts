import type { ContentProblem } from "./content-problem.ts";
import type { Definition } from "./definition.ts";

/**
 * Definitions by slug, to check references against. Null: the assessment is there, but cannot be read until its own
 * problems are solved, so nothing is said about references into it.
 */
export type KnownAssessments = ReadonlyMap<string, Definition | null>;

export function unknownAssessment(slug: string, path: (string | number)[]): ContentProblem {
  return { path, message: `there is no assessment "${slug}"`, fix: "name a folder of content/assessments" };
}
