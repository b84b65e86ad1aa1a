import { checkPublished } from "#app/domain/assessment/check-published.ts";
import { type PublishedFile, publishedFileSchema } from "#app/domain/assessment/published-record.ts";
import type { LoadedAssessment } from "./load-assessment.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

/** Reads `assessments/<slug>/published.yaml` and holds the assessment against it. An assessment without one was never published. */
export function loadPublished(directory: string, { slug, definition, locate }: LoadedAssessment): { published: PublishedFile | null; problems: SourceProblem[] } {
  const { source, value, problems } = readYaml(directory, `assessments/${slug}/published.yaml`, publishedFileSchema);
  if (value === null) return { published: null, problems };
  if (value.slug !== slug) {
    const message = `this is the record of "${value.slug}", the folder is called ${slug}`;
    return { published: null, problems: inSource(source, [{ path: ["slug"], message, fix: "delete the file; npm run content:publish writes another" }]) };
  }
  return { published: value, problems: definition ? locate(checkPublished(definition, value.versions.at(-1)!)) : [] };
}
