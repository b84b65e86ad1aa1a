import type { Pillar } from "#app/domain/assessment/vocabulary.ts";

/** The class of a pillar's colour, as text. */
export const PILLAR_TONE: Record<Pillar, string> = {
  people: "text-people",
  process: "text-process",
  content: "text-content",
  technology: "text-technology",
  kpis: "text-kpis",
};
