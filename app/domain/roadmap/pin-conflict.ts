/** Sets of pins that are asked about at most, smaller ones first; every pair of a hundred is among them. */
const SETS_LIMIT = 6_000;

export type Placeable = "possible" | "impossible" | "unproven";

/** Pins that cannot be kept together; `isSmallest` when it is proven that no smaller set of them is in conflict. */
export type PinConflict = { readonly pins: readonly number[]; readonly isSmallest: boolean };

/**
 * The smallest conflict among pins that are proven not to go together. First drops pins one by one while the rest is still
 * proven impossible, which leaves a set where leaving out any one would help as far as `ask` can prove; then asks about
 * all smaller sets, smallest first. Where there are more of these than the limit, the first set stands.
 *
 * @param ask whether a plan can keep these pins and what they need; `unproven` when it cannot tell
 */
export function smallestConflict(pins: readonly number[], ask: (pins: readonly number[]) => Placeable): PinConflict {
  let kept = pins;
  let isSure = true;
  const isImpossible = (some: readonly number[]): boolean => {
    const answer = ask(some);
    if (answer === "unproven") isSure = false;
    return answer === "impossible";
  };
  for (const pin of pins) {
    const without = kept.filter((n) => n !== pin);
    if (isImpossible(without)) kept = without;
  }
  isSure = true;
  let asked = 0;
  for (let size = 1; size < kept.length; size++) {
    for (const some of setsOf(pins, size)) {
      if (++asked > SETS_LIMIT) return { pins: kept, isSmallest: false };
      if (isImpossible(some)) return { pins: some, isSmallest: isSure };
    }
  }
  return { pins: kept, isSmallest: isSure };
}

/** All sets of so many, in the order of their first members, then of their second, and so on. */
function* setsOf(pins: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let k = from; k <= pins.length - size; k++) {
    for (const rest of setsOf(pins, size - 1, k + 1)) yield [pins[k]!, ...rest];
  }
}
