import type { KnownAssessments } from "#app/domain/assessment/known-assessments.ts";
import { checkReferences, type ReferenceFile, referenceFileSchema } from "#app/domain/benchmark/check-references.ts";
import type { ReferenceSet } from "#app/domain/benchmark/reference-set.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

/** Reads and checks `references/<id>.yaml`: the reference sets that come with the content. */
export function loadReferences(directory: string, names: readonly string[], known: KnownAssessments): { references: ReferenceSet[]; problems: SourceProblem[] } {
  const files = names.map((name) => ({ name, ...readYaml(directory, `references/${name}.yaml`, referenceFileSchema) }));
  const read = files.flatMap(({ name, source, value }) => (value ? [{ name, source, value }] : []));
  const problems = read.flatMap(({ source }, index) => inSource(source, checkReferences(read, index, known)));
  return { references: read.map(({ value }) => setOf(value)), problems: [...files.flatMap((file) => file.problems), ...problems] };
}

function setOf({ id: _, assessment, link, ...provenance }: ReferenceFile): ReferenceSet {
  return { ...provenance, slug: assessment, url: link ?? null };
}
