import { seededRandom } from "../scoring/seeded-random.ts";
import { invertShifts } from "./invert-shifts.ts";
import { BILLIONTH, inBillionths, LARGEST_SHIFT, unlessRounding } from "./whole-points.ts";

export type PermutationTest = {
  /** Ends of the 95 % interval of the difference, in points within -100..100. */
  interval: { low: number; high: number };
  /** Two-sided: twice the smaller one-sided value, at most 1. */
  p: number;
};

/** Array accesses between two pauses: some ten milliseconds. */
const PIECE = 1_000_000;

/**
 * The difference of the means of two groups, held against what chance would make of it when group labels are drawn anew
 * (Fisher 1935, Pitman 1937). The interval is that of all shifts the test does not reject, by Nguyen's method of one set
 * of permutations (2009): with k people of `b` in the place of as many of `a`, its shift is the mean of those who left
 * less the mean of those who came. All permutations are taken when there are no more of them than draws; otherwise they are
 * drawn from the seed, and the one that was observed is added.
 *
 * @param a scores in points, 0..100, in any order; at least one, as in `b`
 * @param oneIn the level of each side, see `invertShifts`
 */
export function* permutationGapInSteps(a: readonly number[], b: readonly number[], seed: number, draws: number, oneIn = 40): Generator<void, PermutationTest> {
  const [smaller, larger, sign] = a.length <= b.length ? [a, b, 1] : [b, a, -1];
  const values = new Float64Array([...inBillionths(smaller), ...inBillionths(larger)]);
  const size = smaller.length;
  const own = values.subarray(0, size).reduce((sum, value) => sum + value, 0);
  const shifts: number[] = [];
  let unmoved = 0;
  const take = (sum: number, swapped: number) => {
    if (swapped === 0) unmoved += 1;
    else shifts.push(unlessRounding(own - sum, swapped) / swapped);
  };
  if (combinations(values.length, size, draws) <= draws) {
    everyChoice(values, size, take);
  } else {
    take(own, 0);
    const random = seededRandom(seed);
    const order = Int32Array.from(values, (_, i) => i);
    let work = 0;
    for (let draw = 0; draw < draws; draw++) {
      let sum = 0;
      let swapped = 0;
      for (let place = 0; place < size; place++) {
        const from = place + Math.floor(random() * (order.length - place));
        const chosen = order[from]!;
        order[from] = order[place]!;
        order[place] = chosen;
        sum += values[chosen]!;
        if (chosen >= size) swapped += 1;
      }
      take(sum, swapped);
      work += size;
      if (work >= PIECE) {
        work = 0;
        yield;
      }
    }
  }
  const { low, high, p } = invertShifts(Float64Array.from(shifts), unmoved, LARGEST_SHIFT, oneIn);
  const interval = sign === 1 ? { low, high } : { low: -high, high: -low };
  return { interval: { low: interval.low / BILLIONTH, high: interval.high / BILLIONTH }, p };
}

/** How many ways there are to choose so many of n; any number above `enough` when there are more. */
function combinations(n: number, chosen: number, enough: number): number {
  let ways = 1;
  for (let i = 1; i <= chosen && ways <= enough; i++) ways = (ways * (n - chosen + i)) / i;
  return ways;
}

function everyChoice(values: Float64Array, size: number, take: (sum: number, swapped: number) => void): void {
  const choose = (from: number, left: number, sum: number, swapped: number) => {
    if (left === 0) return take(sum, swapped);
    for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + values[i]!, swapped + (i >= size ? 1 : 0));
  };
  choose(0, size, 0, 0);
}
