import { type AgreedScore, scoreWithConsensus } from "#app/domain/agreement/consensus.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { answerText } from "#app/domain/report/answer-text.ts";
import { teamHeadline } from "#app/domain/report/team-sentences.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import type { AgreedRow } from "#app/domain/report/team-tables.ts";
import type { Words } from "#app/words/say.ts";
import { wordsIn } from "../words/words-in.server.ts";
import type { TeamResultOfCycle, TeamState } from "./read-team-result.server.ts";

/** Everything that the page of a team's result shows. Where the state is another than `shown` there are no figures in it. */
export type TeamPage = {
  cycle: { id: string; period: string; closedAt: string | null; isOpenAgain: boolean; isDue: boolean; hasLater: boolean };
  leftOut: { asked: number; byLink: number };
  names: TeamNames;
  agreed: AgreedRow[];
} & (
  | { state: "shown"; headline: string; figures: TeamResult; computedAt: string; asked: number; score: { with: AgreedScore; before: AgreedScore } | null }
  | Waiting
);
type Waiting = { state: Exclude<TeamState, "shown">; answered: number; asked: number };

/** @param name of the organisation */
export function teamPage({ cycle, state, isDue, hasLater, leftOut, stored, agreed, compiled, names, language }: TeamResultOfCycle, name: string): TeamPage {
  const words = wordsIn(language);
  const { id, period, closedAt } = cycle;
  const common = {
    cycle: { id, period, closedAt: closedAt?.toISOString() ?? null, isOpenAgain: closedAt === null && stored !== null, isDue, hasLater },
    leftOut,
    names,
    agreed: agreedRows({ agreed, compiled }, words),
  };
  if (state !== "shown" || !stored) {
    const waiting: Waiting = { state: state === "shown" ? "none" : state, answered: stored?.respondents ?? 0, asked: stored?.asked ?? 0 };
    return { ...common, ...waiting };
  }
  const { figures, computedAt, asked } = stored;
  const score =
    agreed.length === 0 ? null : { with: scoreWithConsensus(compiled, figures.items, agreed), before: scoreWithConsensus(compiled, figures.items, []) };
  return { ...common, state, headline: teamHeadline(name, figures, names, words), figures, computedAt: computedAt.toISOString(), asked, score };
}

/** What was agreed on, in words. */
export function agreedRows({ agreed, compiled }: Pick<TeamResultOfCycle, "agreed" | "compiled">, words: Words): AgreedRow[] {
  return agreed.flatMap(({ item, answer, reason, setBy, setAt }) => {
    const asked = compiled.itemById.get(item)?.item;
    return asked ? [{ item, answer: answerText(asked, answer, words), reason, setBy, setAt: setAt.toISOString() }] : [];
  });
}
