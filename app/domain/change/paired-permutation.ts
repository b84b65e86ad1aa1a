import { invertShifts } from "../agreement/invert-shifts.ts";
import type { PermutationTest } from "../agreement/permutation-gap.ts";
import { BILLIONTH, inBillionths, LARGEST_SHIFT, unlessRounding } from "../agreement/whole-points.ts";
import { seededRandom } from "../scoring/seeded-random.ts";

/** Coins between two pauses: some ten milliseconds. */
const PIECE = 1_000_000;

/**
 * The mean change of the same people, held against what chance would make of it when each change might as well have been
 * the other way (Fisher 1935). The interval is that of all shifts the test does not reject; the shift of one set of turned
 * signs is the mean of the changes that were turned (Hartigan 1969). All sets are taken when there are no more of them than
 * draws; otherwise they are drawn from the seed, and the one that was observed is added. Five people can show no change at
 * 5 %: of 32 sets one is 3 % on each side, and the interval has no ends.
 *
 * @param changes in points, -100..100, in any order; at least one
 * @param oneIn the level of each side, see `invertShifts`
 */
export function* pairedPermutationInSteps(changes: readonly number[], seed: number, draws: number, oneIn = 40): Generator<void, PermutationTest> {
  const values = inBillionths(changes);
  const n = values.length;
  const shifts: number[] = [];
  let unmoved = 0;
  const take = (sum: number, turned: number) => {
    if (turned === 0) unmoved += 1;
    else shifts.push(unlessRounding(sum, turned) / turned);
  };
  const isFew = 2 ** n <= draws;
  const random = seededRandom(seed);
  if (!isFew) take(0, 0);
  let work = 0;
  for (let set = 0; set < (isFew ? 2 ** n : draws); set++) {
    let sum = 0;
    let turned = 0;
    for (let i = 0; i < n; i++) {
      if (isFew ? (set >> i) & 1 : random() < 0.5) {
        sum += values[i]!;
        turned += 1;
      }
    }
    take(sum, turned);
    work += n;
    if (work >= PIECE) {
      work = 0;
      yield;
    }
  }
  const { low, high, p } = invertShifts(Float64Array.from(shifts), unmoved, LARGEST_SHIFT, oneIn);
  return { interval: { low: low / BILLIONTH, high: high / BILLIONTH }, p };
}
