import type { Compiled } from "../scoring/compile.ts";
import { type Fraction, ZERO } from "../scoring/exact.ts";
import { countedFractions, overallFraction, partFraction } from "../scoring/overall-fraction.ts";
import { unpublishedBecause } from "../scoring/publication.ts";
import { isEvidenced } from "../scoring/score.ts";
import { addUp, type Reading, type Tally } from "../scoring/tally.ts";
import type { GivenEvidence } from "./evidence-shown.ts";
import type { Coming } from "./populations.ts";
import type { TeamRespondent } from "./team-input.ts";
import type { FunctionGroup, RoleGroup } from "./team-result-shape.ts";

/** What one respondent brings to the team's figures: exact scores, each null where it is not published. */
export type RespondentFigures = {
  readonly group: RoleGroup;
  readonly workFunction: FunctionGroup;
  /** Came by an open link; came after an earlier publication. */
  readonly isByLink: boolean;
  readonly isNew: boolean;
  readonly overall: Fraction | null;
  /** The overall score when only answers with unexpired evidence count. */
  readonly evidenced: Fraction | null;
  readonly evidence: GivenEvidence;
  /** In the order of the definition, as they are, and as they count where they are carried. */
  readonly dimensions: readonly (Fraction | null)[];
  readonly counts: readonly (Fraction | null)[];
  /** In the order of PILLARS. */
  readonly pillars: readonly (Fraction | null)[];
};

/** @param today ISO date. @param isByLink and `isNew`: see `RespondentFigures` */
export function respondentFigures(
  compiled: Compiled,
  reading: Reading,
  { dimensions, pillars }: Tally,
  { group, workFunction }: Pick<TeamRespondent, "group" | "workFunction">,
  { today, isByLink, isNew }: Coming & { today: string },
): RespondentFigures {
  const counts = countedFractions(compiled, dimensions);
  const overall = overallFraction(compiled, dimensions);
  return {
    group: group ?? "not_said",
    workFunction: workFunction ?? "not_said",
    isByLink,
    isNew,
    overall,
    evidenced: overall && evidencedFraction(compiled, reading, today),
    evidence: overall && givenEvidence(compiled, reading, counts, today),
    dimensions: dimensions.map((sums, i) => (counts[i] ? partFraction(sums, compiled.unit) : null)),
    counts,
    pillars: pillars.map((sums) => (unpublishedBecause(sums) === null ? partFraction(sums, compiled.unit) : null)),
  };
}

function givenEvidence({ items, dimensionWeights }: Compiled, { given, values }: Reading, counts: readonly (Fraction | null)[], today: string): GivenEvidence {
  return items.map(({ dimension, weight }, i) => {
    const isCounted = values[i] !== null && weight > 0 && counts[dimension] !== null && dimensionWeights[dimension]! > 0;
    return isCounted ? isEvidenced(given[i]!, today) : null;
  });
}

function evidencedFraction(compiled: Compiled, { given, values }: Reading, today: string): Fraction | null {
  // Most people link nothing, and then it is 0 without adding up.
  if (!given.some((answer) => isEvidenced(answer, today))) return ZERO;
  const evidenced = values.map((x, i) => (x === null || isEvidenced(given[i]!, today) ? x : 0));
  return overallFraction(compiled, addUp(compiled, { given, values: evidenced }).dimensions);
}
