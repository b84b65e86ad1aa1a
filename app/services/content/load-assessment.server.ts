import { checkDefinition } from "#app/domain/assessment/check-definition.ts";
import type { ContentProblem } from "#app/domain/assessment/content-problem.ts";
import { assessmentFileSchema, type Definition } from "#app/domain/assessment/definition.ts";
import { questionFileSchema } from "#app/domain/assessment/item-schemas.ts";
import { readingsFileSchema } from "#app/domain/assessment/reading-schemas.ts";
import { checkExample, type Example, exampleFileSchema, toExample } from "#app/domain/assessment/example.ts";
import { type AssessmentParts, joinAssessment } from "./join-assessment.server.ts";
import type { AssessmentFolder } from "./list-content.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

export type LoadedAssessment = {
  /** Name of the folder. */
  slug: string;
  /** Null when a file could not be read. */
  definition: Definition | null;
  example: Example | null;
  problems: SourceProblem[];
  /** Puts problems with paths into the definition at the files and lines they came from. */
  locate(problems: readonly ContentProblem[]): SourceProblem[];
};

/** Reads, joins and checks `assessments/<slug>/`. */
export function loadAssessment(directory: string, { slug, questions }: AssessmentFolder): LoadedAssessment {
  const folder = `assessments/${slug}`;
  const assessment = readYaml(directory, `${folder}/assessment.yaml`, assessmentFileSchema);
  const readings = readYaml(directory, `${folder}/readings.yaml`, readingsFileSchema);
  const exampleFile = readYaml(directory, `${folder}/example.yaml`, exampleFileSchema);
  const questionFiles = questions.map((name) => ({
    name,
    ...readYaml(directory, `${folder}/questions/${name}.yaml`, questionFileSchema),
  }));
  const files = [assessment, readings, exampleFile, ...questionFiles];
  const example = exampleFile.value && toExample(exampleFile.value);
  const problems: SourceProblem[] = [
    ...files.flatMap((file) => file.problems),
    ...inSource(assessment.source, nameProblem(["slug"], assessment.value?.slug, slug, "folder")),
    ...questionFiles.flatMap((file) => inSource(file.source, nameProblem(["dimension"], file.value?.dimension, file.name, "file"))),
  ];
  const parts = completeParts(assessment, readings, questionFiles);
  if (!parts) return { slug, definition: null, example, problems, locate: () => [] };

  const { definition, locate } = joinAssessment(parts);
  problems.push(...locate(checkDefinition(definition)));
  if (example) problems.push(...inSource(exampleFile.source, checkExample(definition, example)));
  return { slug, definition, example, problems, locate };
}

function completeParts(
  { source: assessmentSource, value: assessment }: Readable<AssessmentParts["assessment"]>,
  { source: readingsSource, value: readings }: Readable<AssessmentParts["readings"]>,
  questions: Readable<AssessmentParts["questions"][number]>[],
): AssessmentParts | null {
  const read = questions.flatMap(({ source, value }) => (value ? [{ source, value }] : []));
  if (!assessment || !readings || read.length < questions.length) return null;
  return {
    assessment: { source: assessmentSource, value: assessment },
    readings: { source: readingsSource, value: readings },
    questions: read,
  };
}

/** A part whose file may not have been readable. */
type Readable<P extends { value: unknown }> = Omit<P, "value"> & { value: P["value"] | null };

function nameProblem(path: string[], written: string | undefined, name: string, what: string): ContentProblem[] {
  if (written === undefined || written === name) return [];
  return [{ path, message: `${path[0]} is "${written}", the ${what} is called ${name}`, fix: "give both the same name" }];
}
