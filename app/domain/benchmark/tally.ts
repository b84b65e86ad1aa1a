import { type Cohort, type Profile, cohortKey, cohortsOf } from "./cohort.ts";
import { BINS, binOf } from "./histogram.ts";

/** Results added up by what they say and by what their organisations are, in whole millionths: the same results give the same sums, whatever their order. */
export type Tally = Map<Layout, Map<Profile, Tallied>>;

type Tallied = {
  n: number;
  /** By part, two hundred counts each. */
  readonly bins: Uint32Array;
  /** By part: of its scores s in millionths, h * 10,000 + l each, the sums of s, h * h, h * l and l * l. Exact up to ninety million results. */
  readonly sums: Float64Array;
  /** By the half point of the overall score: how many, and by item the sum of what they answered. */
  readonly answers: Map<number, { n: number; readonly sums: Float64Array }>;
};

type PartSums = { n: number; readonly bins: number[]; readonly sums: number[] };
type ItemSums = { n: number; sum: number };

/** What the figures of a result are of, in their order: "overall" and the other parts, 0..100, then items, 0..1. */
export type Layout = { readonly parts: readonly string[]; readonly items: readonly string[] };

/** The figures of one cohort for one part, as they are published. */
export type PartRow = { cohort: string; part: string; rank: number; n: number; bins: readonly number[]; sum: number; squares: number };

/** How the best quarter of a cohort answered an item, and the others; means 0..1 in twentieths. */
export type BestRow = { cohort: string; item: string; bestCount: number; bestMean: number; restCount: number; restMean: number };

const MILLION = 1_000_000;
const SPLIT = 10_000;
/** Sums that are kept of a part. */
const SUMS = 4;
const SHARE_BELOW = 0.75;

/** Organisations that there have to be in the best quarter, and outside of it. */
const EACH_SIDE = 10;

/**
 * Adds one result.
 *
 * @param layout the same object for all results that say the same, as `profile` for all of one profile: others are added up apart
 * @param values where its figures stand, in millionths and in the order of the layout, an overall score among them
 * @param from the place of the first
 */
export function addToTally(tally: Tally, profile: Profile, layout: Layout, values: ArrayLike<number>, from: number): void {
  const { parts, items } = layout;
  const { bins, sums, answers } = talliedOf(tally, profile, layout);
  for (let part = 0; part < parts.length; part += 1) {
    const value = values[from + part]!;
    const high = Math.floor(value / SPLIT);
    const low = value - high * SPLIT;
    bins[part * BINS + binOf(value / MILLION)]! += 1;
    sums[part * SUMS]! += value;
    sums[part * SUMS + 1]! += high * high;
    sums[part * SUMS + 2]! += high * low;
    sums[part * SUMS + 3]! += low * low;
  }
  const bin = binOf(values[from + parts.indexOf("overall")]! / MILLION);
  let answered = answers.get(bin);
  if (!answered) answers.set(bin, (answered = { n: 0, sums: new Float64Array(items.length) }));
  answered.n += 1;
  for (let item = 0; item < items.length; item += 1) answered.sums[item]! += values[from + parts.length + item]!;
}

function talliedOf(tally: Tally, profile: Profile, layout: Layout): Tallied {
  let ofLayout = tally.get(layout);
  if (!ofLayout) tally.set(layout, (ofLayout = new Map()));
  let tallied = ofLayout.get(profile);
  if (!tallied) {
    tallied = { n: 0, bins: new Uint32Array(layout.parts.length * BINS), sums: new Float64Array(layout.parts.length * SUMS), answers: new Map() };
    ofLayout.set(profile, tallied);
  }
  tallied.n += 1;
  return tallied;
}

/**
 * The figures of published cohorts; of a part only where all of a cohort have it.
 *
 * @param cohorts in the order in which they were accepted
 */
export function partRows(tally: Tally, cohorts: readonly Cohort[]): PartRow[] {
  return [...gather(tally, cohorts)].flatMap(([cohort, { rank, n, inside }]) =>
    [...partSums(inside)]
      .filter(([, sums]) => sums.n === n)
      .map(([part, { bins, sums }]) => ({ cohort, part, rank, n, bins, sum: sums[0]! / MILLION, squares: squaresOf(sums) })),
  );
}

/**
 * How the best quarter of every published cohort answered, and the others: those whose overall score is in the half point of the upper quartile
 * or above. Of at least ten on either side, rounded to twentieths, and only items that all of the cohort show and whose means differ as shown.
 *
 * Nothing here depends on whose a result is, but on which results are in a cohort. So what is exchanged between two organisations that are always
 * in and out together, as those of a block are, leaves every figure of every day as it was.
 */
export function bestRows(tally: Tally, cohorts: readonly Cohort[]): BestRow[] {
  return [...gather(tally, cohorts)].flatMap(([cohort, { n, inside }]) => {
    if (n < 2 * EACH_SIDE) return [];
    const border = borderOf(inside, n);
    const [best, rest] = [new Map<string, ItemSums>(), new Map<string, ItemSums>()];
    for (const { layout, answers } of inside) {
      for (const [bin, answered] of answers) {
        const side = bin >= border ? best : rest;
        layout.items.forEach((item, i) => {
          const sums = side.get(item);
          if (sums) {
            sums.n += answered.n;
            sums.sum += answered.sums[i]!;
          } else side.set(item, { n: answered.n, sum: answered.sums[i]! });
        });
      }
    }
    return [...best].flatMap(([item, above]) => {
      const below = rest.get(item);
      if (!below || above.n + below.n !== n || above.n < EACH_SIDE || below.n < EACH_SIDE) return [];
      const [bestMean, restMean] = [inTwentieths(above), inTwentieths(below)];
      return bestMean === restMean ? [] : [{ cohort, item, bestCount: above.n, bestMean, restCount: below.n, restMean }];
    });
  });
}

type Gathered = { rank: number; n: number; inside: (Tallied & { layout: Layout })[] };

/** What was tallied, by published cohort in the order given; those that nobody is in are left out. */
function gather(tally: Tally, cohorts: readonly Cohort[]): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>(cohorts.map((cohort, rank) => [cohortKey(cohort), { rank, n: 0, inside: [] }]));
  for (const [layout, profiles] of tally) {
    for (const [profile, tallied] of profiles) {
      for (const cohort of cohortsOf(profile)) {
        const into = gathered.get(cohortKey(cohort));
        if (!into) continue;
        into.n += tallied.n;
        into.inside.push({ ...tallied, layout });
      }
    }
  }
  return new Map([...gathered].filter(([, { n }]) => n > 0));
}

function partSums(inside: Gathered["inside"]): Map<string, PartSums> {
  const parts = new Map<string, PartSums>();
  for (const { layout, n, bins, sums } of inside) {
    layout.parts.forEach((part, i) => {
      let all = parts.get(part);
      if (!all) parts.set(part, (all = { n: 0, bins: new Array<number>(BINS).fill(0), sums: new Array<number>(SUMS).fill(0) }));
      all.n += n;
      for (let bin = 0; bin < BINS; bin += 1) all.bins[bin]! += bins[i * BINS + bin]!;
      for (let sum = 0; sum < SUMS; sum += 1) all.sums[sum]! += sums[i * SUMS + sum]!;
    });
  }
  return parts;
}

/** The half point of the upper quartile of the overall scores. */
function borderOf(inside: Gathered["inside"], n: number): number {
  const counts = new Array<number>(BINS).fill(0);
  for (const { answers } of inside) for (const [bin, answered] of answers) counts[bin]! += answered.n;
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= SHARE_BELOW * n);
}

/** The nearest number to the exact sum of the squares of scores: in millionths of millionths it is whole, and too large to be a number. */
function squaresOf([, high, cross, low]: readonly number[]): number {
  const whole = BigInt(high!) * 100_000_000n + 2n * BigInt(cross!) * 10_000n + BigInt(low!);
  const digits = whole.toString().padStart(13, "0");
  return Number(`${digits.slice(0, -12)}.${digits.slice(-12)}`);
}

/** A mean in twentieths, halves up. */
function inTwentieths({ n, sum }: ItemSums): number {
  const twentieth = n * (MILLION / 20);
  return Math.floor((2 * sum + twentieth) / (2 * twentieth)) / 20;
}
