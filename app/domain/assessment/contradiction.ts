import { z } from "zod";
import type { Answers } from "./answer.ts";
import { conditionHolds } from "./condition.ts";
import { slugSchema } from "./content-values.ts";
import type { Definition } from "./definition.ts";
import { conditionSchema } from "./reading-schemas.ts";

const [atMost, atLeast, has, lacks] = conditionSchema.options;
const assessment = { assessment: slugSchema };
const crossCondition = z.union([atMost.extend(assessment), atLeast.extend(assessment), has.extend(assessment), lacks.extend(assessment)]);

export const contradictionSchema = z.strictObject({
  id: slugSchema,
  text: z.string().trim().min(1).max(400),
  allOf: z.array(crossCondition).min(2),
});
export type Contradiction = z.infer<typeof contradictionSchema>;

/** Answers of one respondent to one or more assessments, by slug. */
export type AnsweredAssessments = Record<string, { definition: Definition; answers: Answers }>;

/**
 * The contradiction rules that hold in full. They lower the confidence shown (the items named count as guesses in the
 * score band), never the score.
 */
export function firingContradictions(rules: readonly Contradiction[], answered: AnsweredAssessments): Contradiction[] {
  return rules.filter((rule) =>
    rule.allOf.every(({ assessment, ...condition }) => {
      const part = Object.hasOwn(answered, assessment) ? answered[assessment] : undefined;
      return part !== undefined && conditionHolds(part.definition, part.answers, condition);
    }),
  );
}

/** Ids of one assessment's items that stand in a contradiction. */
export function doubtedItems(contradictions: readonly Contradiction[], slug: string): Set<string> {
  return new Set(contradictions.flatMap((rule) => rule.allOf.filter((c) => c.assessment === slug).map((c) => c.item)));
}
