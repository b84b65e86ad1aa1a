import type { z } from "zod";
import type { ContentProblem } from "#app/domain/assessment/content-problem.ts";
import type { assessmentFileSchema, Definition } from "#app/domain/assessment/definition.ts";
import type { questionFileSchema } from "#app/domain/assessment/item-schemas.ts";
import type { readingsFileSchema } from "#app/domain/assessment/reading-schemas.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";
import type { YamlSource } from "./yaml-source.server.ts";

type Part<T> = { source: YamlSource; value: T };

export type AssessmentParts = {
  assessment: Part<z.infer<typeof assessmentFileSchema>>;
  readings: Part<z.infer<typeof readingsFileSchema>>;
  questions: Part<z.infer<typeof questionFileSchema>>[];
};

type Path = (string | number)[];

/**
 * Joins the files of an assessment into its definition, items in the order of the dimensions (those of an unknown
 * dimension last), and remembers from which file each part came.
 */
export function joinAssessment({ assessment, readings, questions }: AssessmentParts): {
  definition: Definition;
  locate(problems: readonly ContentProblem[]): SourceProblem[];
} {
  const rank = (id: string) => {
    const at = assessment.value.dimensions.findIndex((d) => d.id === id);
    return at === -1 ? Infinity : at;
  };
  const ordered = [...questions].sort((a, b) => {
    const [ra, rb] = [rank(a.value.dimension), rank(b.value.dimension)];
    return ra === rb ? 0 : ra - rb;
  });
  const items = ordered.flatMap(({ source, value }) => value.items.map((item, index) => ({ item: { ...item, dimension: value.dimension }, source, index })));
  const definition: Definition = {
    ...assessment.value,
    items: items.map(({ item }) => item),
    readings: readings.value.dimensions,
    flags: readings.value.flags,
    readouts: readings.value.readouts ?? [],
  };

  /** From a place in the definition to the file and the place in it. */
  const origin = (path: Path): { source: YamlSource; path: Path } => {
    const [part, index, ...rest] = path;
    if (part === "readings") return { source: readings.source, path: ["dimensions", ...path.slice(1)] };
    if (part === "flags" || part === "readouts") return { source: readings.source, path };
    if (part !== "items") return { source: assessment.source, path };
    const from = items[Number(index)]!;
    // The dimension is written once, at the head of the question file.
    return { source: from.source, path: rest[0] === "dimension" ? ["dimension"] : ["items", from.index, ...rest] };
  };
  return {
    definition,
    locate: (problems) =>
      problems.flatMap((problem) => {
        const { source, path } = origin(problem.path);
        return inSource(source, [{ ...problem, path }]);
      }),
  };
}
