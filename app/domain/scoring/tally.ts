import { type Answer, type Answers, answerTo } from "../assessment/answer.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import type { Compiled } from "./compile.ts";
import { itemValue } from "./item-value.ts";

/** Sums for one dimension or pillar, in whole thousandths of weight and `unit`-ths of value. */
export type Sums = {
  /** sum(w a x) in thousandths x unit-ths */
  value: number;
  /** sum(w a) */
  answered: number;
  /** sum(w p): weight of what is applicable */
  applicable: number;
  /** sum(w) */
  total: number;
};

export type Tally = { readonly dimensions: Sums[]; readonly pillars: Sums[] };

const noSums = (): Sums => ({ value: 0, answered: 0, applicable: 0, total: 0 });

/** Decides one item's part: its value in unit-ths when it counts as answered, null when it does not. */
export type ValueOf = (index: number) => number | null;

/** One respondent's answers looked up once: what every item was answered with and is worth, in the order of the items. */
export type Reading = { readonly given: readonly Answer[]; readonly values: readonly (number | null)[] };

export function readAnswers(compiled: Compiled, answers: Answers): Reading {
  const { items, unit } = compiled;
  const given: Answer[] = [];
  const values: (number | null)[] = [];
  for (const c of items) {
    const answer = answerTo(answers, c.id);
    given.push(answer);
    values.push(answer.state === "answered" ? itemValue(c, answer.value, unit) : null);
  }
  return { given, values };
}

export function answeredValue(compiled: Compiled, answers: Answers): ValueOf {
  const { values } = readAnswers(compiled, answers);
  return (index) => values[index]!;
}

/**
 * Adds up the answers per dimension and per pillar (method, section 3). Whole numbers only: the order of items and
 * answers cannot matter. `valueOf` lets draws and projections replace what was answered.
 */
export function tally(compiled: Compiled, answers: Answers, valueOf?: ValueOf): Tally {
  const reading = readAnswers(compiled, answers);
  return addUp(compiled, valueOf ? { ...reading, values: compiled.items.map((_, index) => valueOf(index)) } : reading);
}

/** The same of answers that were looked up before, for those who add up often. */
export function addUp(compiled: Compiled, { given, values }: Reading): Tally {
  const dimensions = compiled.definition.dimensions.map(noSums);
  const pillars = PILLARS.map(noSums);
  const { items } = compiled;
  for (let i = 0; i < items.length; i++) {
    const c = items[i]!;
    const x = values[i]!;
    const applicable = x !== null || given[i]!.state !== "not_applicable";
    addTo(dimensions[c.dimension]!, c.weight, x, applicable);
    for (const p of c.pillars) addTo(pillars[p]!, c.weight, x, applicable);
  }
  return { dimensions, pillars };
}

function addTo(sums: Sums, weight: number, x: number | null, applicable: boolean): void {
  sums.total += weight;
  if (applicable) sums.applicable += weight;
  if (x === null) return;
  sums.answered += weight;
  sums.value += weight * x;
}
