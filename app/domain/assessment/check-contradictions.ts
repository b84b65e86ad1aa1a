import { problemWithCondition } from "./check-condition.ts";
import { type ContentProblem, repeated } from "./content-problem.ts";
import type { Contradiction } from "./contradiction.ts";
import { type KnownAssessments, unknownAssessment } from "./known-assessments.ts";

/** What is wrong with the contradiction rules; paths begin with the position of the rule. */
export function checkContradictions(rules: readonly Contradiction[], assessments: KnownAssessments): ContentProblem[] {
  const ids = rules.map((rule) => rule.id);
  const conditions = rules.flatMap((rule, i) =>
    rule.allOf.flatMap(({ assessment, ...condition }, j): ContentProblem[] => {
      const definition = assessments.get(assessment);
      if (definition === undefined) {
        return [unknownAssessment(assessment, [i, "allOf", j, "assessment"])];
      }
      const problem = definition && problemWithCondition(definition, condition);
      return problem ? [{ ...problem, path: [i, "allOf", j, ...problem.path] }] : [];
    }),
  );
  return [...repeated(ids, "contradiction", (i) => [i, "id"]), ...conditions];
}
