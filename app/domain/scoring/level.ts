import type { Definition } from "../assessment/definition.ts";
import { type Fraction, reaches } from "./exact.ts";

/** How far below a level's cut a critical dimension may be, in points (method, section 4). */
export const GATE_TOLERANCE = 10;

/** Scored level, 1..5: the highest whose cut the overall score reaches. */
export function scoredLevel(definition: Definition, overall: Fraction): number {
  return definition.levels.reduce((level, l, i) => (reaches(overall, l.cut) ? i + 1 : level), 1);
}

export type GatedLevel = { level: number; heldBackBy: string[] };

/**
 * Gated level, 1..5: the highest level whose cut the overall score reaches while every critical dimension is within
 * ten points of that cut; and the critical dimensions that keep it from the next one, when the score itself would
 * reach it. A critical dimension without a published score (null) cannot hold a level back; the report names it among
 * what was left out.
 */
export function gatedLevel(definition: Definition, overall: Fraction, dimensions: readonly (Fraction | null)[]): GatedLevel {
  const top = scoredLevel(definition, overall);
  for (let level = top; level > 1; level--) {
    if (gatesOf(definition, level, dimensions).length === 0) return { level, heldBackBy: heldAbove(level) };
  }
  return { level: 1, heldBackBy: heldAbove(1) };

  function heldAbove(level: number): string[] {
    return level < top ? gatesOf(definition, level + 1, dimensions) : [];
  }
}

function gatesOf(definition: Definition, level: number, dimensions: readonly (Fraction | null)[]): string[] {
  const needed = definition.levels[level - 1]!.cut - GATE_TOLERANCE;
  return definition.dimensions.filter((d, i) => d.critical && dimensions[i] != null && !reaches(dimensions[i], needed)).map((d) => d.id);
}
