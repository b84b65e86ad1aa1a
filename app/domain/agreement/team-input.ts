import type { Answers } from "../assessment/answer.ts";
import type { Compiled } from "../scoring/compile.ts";
import type { RespondentRole, WorkFunction } from "../tenancy/profile-choices.ts";
import type { RoleWeights } from "./role-weights.ts";
import type { Visible } from "./suppression.ts";

export type TeamRespondent = {
  /** What they answer as, and where they work; null: not said. */
  readonly group: RespondentRole | null;
  readonly workFunction: WorkFunction | null;
  /** Must have passed `checkAnswers`. */
  readonly answers: Answers;
  /** Whether they came by an open link, in an anonymous cycle. */
  readonly isByLink?: boolean;
  /** Only when figures of this cycle were published before: whether this respondent was among those. */
  readonly publishedBefore?: boolean;
};

export type TeamInput = {
  readonly compiled: Compiled;
  /** In any order. */
  readonly respondents: readonly TeamRespondent[];
  /** As declared before anybody answered, to three decimals; without them all are 1. */
  readonly roleWeights?: RoleWeights;
  /** A whole number, 0..2^32 - 1. */
  readonly seed: number;
  /** Evidence that expired before its UTC day does not count. */
  readonly now: Date;
  /** Whether everybody sees whose each answer is; otherwise evidence of few is not shown. */
  readonly isNamed?: boolean;
  /** The groups that an earlier publication of this cycle has shown; later ones show no more. */
  readonly shownBefore?: Visible;
};
