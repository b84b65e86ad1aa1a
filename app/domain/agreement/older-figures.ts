import type { TeamResult } from "./team-result-shape.ts";

/**
 * Stored figures as they may be given out. The first method told of evidence in anonymous cycles however few had given any, and how many
 * that was does not stand there.
 */
export function shownFigures(figures: TeamResult, { isAnonymous }: { isAnonymous: boolean }): TeamResult {
  if (!isAnonymous || figures.method !== "1") return figures;
  return { ...figures, overall: { ...figures.overall, evidenced: null }, items: figures.items.map((item) => ({ ...item, evidenced: null })) };
}
