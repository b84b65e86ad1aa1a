import { displayScore } from "./display.ts";
import { capital } from "./part-reading.ts";

type ScoredPillar = { id: string; title: string; score: number | null };

/** What the five pillars say in one sentence; `pillars` are those with a score. */
export function pillarTakeaway(pillars: readonly ScoredPillar[]): string {
  const sorted = [...pillars].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const best = sorted[0];
  const worst = sorted.at(-1);
  const name = (p: ScoredPillar) => (p.id === "kpis" ? "KPIs" : p.title.toLowerCase());
  if (!best || !worst) return "No pillar has enough answers for a score";
  if (best.id === worst.id) return `${best.title} is the only pillar with a score`;
  const distance = (best.score ?? 0) - (worst.score ?? 0);
  if (distance < 5) return "The pillars stand close together";
  return `${capital(name(worst))} ${worst.id === "kpis" || worst.id === "people" ? "are" : "is"} ${displayScore(distance)} points behind ${name(best)}`;
}
