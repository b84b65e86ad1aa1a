import type { AnswerState, Said } from "../assessment/answer.ts";
import type { Reading } from "../scoring/tally.ts";
import { isEvidenced } from "../scoring/score.ts";

/** What a team said to one item, counted. */
export type ItemTally = {
  readonly states: Record<AnswerState, number>;
  /** Answers of those who came after an earlier publication. */
  newAnswers: number;
  evidenced: number;
  /** Item value in `unit`-ths to how many have it. */
  readonly values: Map<number, number>;
  /** Option id, step or position to how many chose it. */
  readonly chosen: Map<string, number>;
};

export function emptyTally(): ItemTally {
  return { states: { answered: 0, not_applicable: 0, not_sure: 0, blank: 0 }, newAnswers: 0, evidenced: 0, values: new Map(), chosen: new Map() };
}

/** Adds one respondent's answers. @param tallies in the order of the items @param today ISO date */
export function addAnswers(tallies: readonly ItemTally[], { given, values }: Reading, { today, isNew }: { today: string; isNew: boolean }): void {
  tallies.forEach((tally, i) => {
    const answer = given[i]!;
    tally.states[answer.state] += 1;
    if (answer.state !== "answered") return;
    if (isNew) tally.newAnswers += 1;
    if (isEvidenced(answer, today)) tally.evidenced += 1;
    countOne(tally.values, values[i]!);
    for (const option of choicesIn(answer.value)) countOne(tally.chosen, option);
  });
}

function choicesIn(value: Said["value"]): readonly string[] {
  return typeof value === "object" ? value : [String(value)];
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
