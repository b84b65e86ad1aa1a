import type { Targets } from "./kpi-terms.ts";
import { quarterName } from "./reading-period.ts";

/** How a reading stands to a target: at or on the better side of it, or on the other. */
export type TargetStanding = { quarter: string; target: number; stands: "met" | "below" | "above" };

/**
 * How a reading stands to the target of its quarter, or, where that has none, of the next quarter that has one; null where there is no
 * target from then on. `below` and `above` say on which side of a target that is not met it lies.
 */
export function targetStanding(targets: Targets, higherIsBetter: boolean, reading: { on: string; value: number } | null): TargetStanding | null {
  if (reading === null) return null;
  const of = quarterName(reading.on);
  const quarter = Object.keys(targets)
    .sort()
    .find((each) => each >= of);
  if (quarter === undefined) return null;
  const target = targets[quarter]!;
  const isMet = higherIsBetter ? reading.value >= target : reading.value <= target;
  return { quarter, target, stands: isMet ? "met" : reading.value < target ? "below" : "above" };
}
