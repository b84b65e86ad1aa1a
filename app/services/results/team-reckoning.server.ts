import { z } from "zod";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { RoleWeights } from "#app/domain/agreement/role-weights.ts";
import type { Visible } from "#app/domain/agreement/suppression.ts";
import type { TeamInput, TeamRespondent } from "#app/domain/agreement/team-input.ts";
import { teamResult, teamResultInSteps } from "#app/domain/agreement/team-result.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { compile } from "#app/domain/scoring/compile.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { type AnswerRow, answersFromRows } from "../responses/stored-answer.server.ts";

/** What is to be computed; the responses come after it, in portions. */
export type TeamJob = {
  definition: Definition;
  /** As declared when the cycle was opened. */
  roleWeights: RoleWeights;
  /** 0..2^32 - 1. */
  seed: number;
  /** Against whose day evidence expires; ISO 8601. */
  now: string;
  /** Whether everybody sees whose each answer is. */
  isNamed: boolean;
  /** The groups that an earlier result of the cycle shows. */
  shownBefore: Visible | null;
};

/** A response as the database writes it into a text; its answers are read by `answersFromRows`. */
const respondentSchema = z.object({
  role: z.enum(RESPONDENT_ROLES).nullable(),
  workFunction: z.enum(WORK_FUNCTIONS).nullable(),
  isByLink: z.boolean(),
  isPublished: z.boolean(),
  answers: z.array(z.custom<AnswerRow>((row) => typeof row === "object" && row !== null)),
});

/** Takes the responses of a cycle in as texts, and computes what the team scored. For a thread of its own: thousands take seconds. */
export class TeamReckoning {
  readonly #job: TeamJob;
  readonly #respondents: TeamRespondent[] = [];

  constructor(job: TeamJob) {
    this.#job = job;
  }

  /** @param text one response in JSON: its role and function, how it came, whether it was part of an earlier result, and the rows of its answers */
  add(text: string): void {
    const { role, workFunction, isByLink, isPublished, answers } = respondentSchema.parse(JSON.parse(text));
    this.#respondents.push({ group: role, workFunction, answers: answersFromRows(answers), isByLink, publishedBefore: isPublished });
  }

  result(): TeamResult {
    return teamResult(this.#input());
  }

  /** The same with pauses. */
  steps(): Generator<void, TeamResult> {
    return teamResultInSteps(this.#input());
  }

  #input(): TeamInput {
    const { definition, roleWeights, seed, now, isNamed, shownBefore } = this.#job;
    return {
      compiled: compile(definition),
      respondents: this.#respondents,
      roleWeights,
      seed,
      now: new Date(now),
      isNamed,
      ...(shownBefore ? { shownBefore } : {}),
    };
  }
}
