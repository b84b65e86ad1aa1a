import type { AnswerState, Said } from "../assessment/answer.ts";
import type { Reading } from "../scoring/tally.ts";
import { isEvidenced } from "../scoring/score.ts";
import { type Coming, nobody, type PeopleIn, populationsOf } from "./populations.ts";

/** What a team said to one item, counted. */
export type ItemTally = {
  readonly states: Record<AnswerState, number>;
  /** Who answered, and who of them gave evidence that has not expired. */
  readonly answered: PeopleIn;
  readonly evidenced: PeopleIn;
  /** Item value in `unit`-ths to how many have it. */
  readonly values: Map<number, number>;
  /** Option id, step or position to how many chose it. */
  readonly chosen: Map<string, number>;
};

export function emptyTally(): ItemTally {
  return { states: { answered: 0, not_applicable: 0, not_sure: 0, blank: 0 }, answered: nobody(), evidenced: nobody(), values: new Map(), chosen: new Map() };
}

/** Adds one respondent's answers. @param tallies in the order of the items @param today ISO date */
export function addAnswers(tallies: readonly ItemTally[], { given, values }: Reading, { today, ...coming }: Coming & { today: string }): void {
  const populations = populationsOf(coming);
  tallies.forEach((tally, i) => {
    const answer = given[i]!;
    tally.states[answer.state] += 1;
    if (answer.state !== "answered") return;
    for (const population of populations) {
      tally.answered[population] += 1;
      if (isEvidenced(answer, today)) tally.evidenced[population] += 1;
    }
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
