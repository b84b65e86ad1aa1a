import { z } from "zod";
import { linkSchema } from "../assessment/answer.ts";
import type { ContentProblem } from "../assessment/content-problem.ts";
import { slugSchema } from "../assessment/content-values.ts";
import { type KnownAssessments, unknownAssessment } from "../assessment/known-assessments.ts";
import { EARLIEST_YEAR, LONGEST } from "./reference-file.ts";
import { REFERENCE_FIGURES, type ValueProblem, valueProblems } from "./reference-set.ts";

const text = (most: number) => z.string().trim().min(1).max(most);

/** The shape of `references/<id>.yaml`. `year: null` says that the source does not state it. */
export const referenceFileSchema = z.strictObject({
  id: slugSchema,
  assessment: slugSchema,
  name: text(LONGEST.name),
  source: text(LONGEST.source),
  link: linkSchema.optional(),
  year: z.number().int().min(EARLIEST_YEAR).max(2100).nullable(),
  n: z.number().int().positive(),
  method: text(LONGEST.method),
  licence: text(LONGEST.licence),
  values: z.array(z.strictObject({ part: z.string().max(80), kind: z.enum(REFERENCE_FIGURES), at: z.string().max(64).default(""), value: z.number() })).min(1),
});
export type ReferenceFile = z.output<typeof referenceFileSchema>;

const SAID: Record<ValueProblem, { message: string; fix: string }> = {
  part: { message: "the assessment has no such part", fix: "write overall, dimension:<id>, pillar:<id> or item:<id>" },
  figure: { message: "this part has no figure of this kind", fix: "give scores a percentile or mean, questions a share, rankings a share or rank" },
  at: { message: "there is no such answer or percentile", fix: "name an answer of the question, a percentile from 1 to 99, or nothing for a mean" },
  range: { message: "the figure cannot be so", fix: "keep scores and shares from 0 to 100, and places from 1 to the number of options" },
  repeated: { message: "this figure stands twice", fix: "remove one of the two" },
  falling: { message: "this is lower than a lower percentile", fix: "let percentiles rise" },
  sum: { message: "the shares of this question add up to more than 100", fix: "correct them" },
  places: { message: "the places are not 1, 2, 3 and so on, each once", fix: "give every place from 1 to one answer" },
};

/** What is wrong with one of the files of reference sets, read in order of name. Paths lead into that file. */
export function checkReferences(files: readonly { name: string; value: ReferenceFile }[], index: number, known: KnownAssessments): ContentProblem[] {
  const { name, value } = files[index]!;
  const misnamed = value.id !== name && { path: ["id"], message: `the id is "${value.id}", the file is called ${name}.yaml`, fix: "give both the same name" };
  const isSame = (other: ReferenceFile) => other.assessment === value.assessment && other.name === value.name;
  const twice = files.findIndex((file) => isSame(file.value)) < index && {
    path: ["name"],
    message: `another set of ${value.assessment} has this name`,
    fix: "name the second one otherwise",
  };
  const unknown = !known.has(value.assessment) && unknownAssessment(value.assessment, ["assessment"]);
  // Null: a file of the assessment could not be read, which is said elsewhere.
  const definition = known.get(value.assessment);
  const figures = definition ? valueProblems(value.values, definition) : [];
  return [
    ...[misnamed, twice, unknown].filter((problem) => problem !== false),
    ...figures.map(({ index: at, problem }): ContentProblem => ({ path: ["values", at], ...SAID[problem] })),
  ];
}
