import type { TeamGap } from "../agreement/team-result-shape.ts";

/**
 * The geometry of differences between two groups: 0 in the middle, an interval as a bar, the difference as a mark. Units are those of the
 * given width; all lines of one drawing share a scale.
 */
export type GapLine = { zero: number; mark: number; bar: { x: number; width: number } | null };

/** How far a scale has to reach on either side for these differences, in points: a ten of them, 20 at least and 100 at most. */
export function reachOf(gaps: readonly Pick<TeamGap["overall"], "difference" | "interval">[]): number {
  const ends = gaps.flatMap(({ difference, interval }) => [difference ?? 0, interval?.low ?? 0, interval?.high ?? 0].map(Math.abs));
  return Math.min(100, Math.max(20, 10 * Math.ceil(Math.max(0, ...ends) / 10)));
}

/** @param difference points, -100..100; @param reach as `reachOf` says: what lies beyond it is drawn at its end */
export function gapLine({
  difference,
  interval,
  reach,
  width,
}: {
  difference: number;
  interval: TeamGap["overall"]["interval"];
  reach: number;
  width: number;
}): GapLine {
  const at = (points: number) => ((Math.min(reach, Math.max(-reach, points)) + reach) / (2 * reach)) * width;
  return {
    zero: width / 2,
    mark: at(difference),
    bar: interval && { x: at(interval.low), width: at(interval.high) - at(interval.low) },
  };
}
