import type { Answer } from "../assessment/answer.ts";
import type { ItemOf } from "../assessment/definition.ts";

/** A position of a shift: its words, and its place between the ends in points, 0..100. */
export type PositionView = { label: string; points: number };

export type DistanceRow = {
  question: string;
  from: string;
  to: string;
  today: PositionView | null;
  wanted: PositionView | null;
  /** Points from today to what is wanted; below 0 when less is wanted; null unless both are known. */
  distance: number | null;
};

/** One from/to pair as it was answered. */
export function distanceRow({ text, from, to, positions }: ItemOf<"shift">, answer: Answer): DistanceRow {
  const at = (position: number): PositionView => ({ label: positions[position]!, points: (100 * position) / (positions.length - 1) });
  const today = answer.state === "answered" ? Number(answer.value) : null;
  const wanted = answer.state === "answered" ? (answer.target ?? null) : null;
  return {
    question: text,
    from,
    to,
    today: today === null ? null : at(today),
    wanted: wanted === null ? null : at(wanted),
    distance: today === null || wanted === null ? null : (100 * (wanted - today)) / (positions.length - 1),
  };
}

/** Longest way first, unknown ones last; equals stay in the order of the questions. */
export function byDistance(rows: readonly DistanceRow[]): DistanceRow[] {
  return [...rows].sort((a, b) => (b.distance ?? -Infinity) - (a.distance ?? -Infinity) || 0);
}
