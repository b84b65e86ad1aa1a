import fc from "fast-check";
import type { TeamRespondent } from "#app/domain/agreement/team-input.ts";
import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { anyAnswersTo, anyDefinition } from "./arbitrary-definition.ts";

/** The day that the evidence of these teams is held against: one of theirs expires on it, one the day before. */
export const TEAM_DAY = "2026-03-01";
const evidence = fc.constantFrom(undefined, undefined, undefined, {}, { expires: TEAM_DAY }, { expires: "2026-02-28" });

/** Mostly few groups, so that some are large enough to be shown. */
const group = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...RESPONDENT_ROLES.slice(0, 2)) },
  { weight: 1, arbitrary: fc.constantFrom(...RESPONDENT_ROLES, null) },
);
const workFunction = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...WORK_FUNCTIONS.slice(0, 2)) },
  { weight: 1, arbitrary: fc.constantFrom(...WORK_FUNCTIONS, null) },
);

export function anyRespondentOf(definition: Definition): fc.Arbitrary<TeamRespondent> {
  const links = fc.array(evidence, { minLength: definition.items.length, maxLength: definition.items.length });
  return fc.record({ group, workFunction, answers: fc.tuple(anyAnswersTo(definition), links).map(([answers, dates]) => linked(answers, dates)) });
}

function linked(answers: Answers, dates: readonly ({ expires?: string } | undefined)[]): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer], i) => [id, dates[i] ? { ...answer, evidence: { link: "https://example.org/record", ...dates[i] } } : answer]),
  );
}

/** Any definition with any team that answered it. */
export const anyTeam: fc.Arbitrary<{ definition: Definition; respondents: TeamRespondent[] }> = anyDefinition.chain((definition) =>
  fc.array(anyRespondentOf(definition), { maxLength: 14, size: "max" }).map((respondents) => ({ definition, respondents })),
);
