import type { Words } from "../../words/say.ts";
import type { Pillar } from "../assessment/vocabulary.ts";
import { displayScore } from "./display.ts";

type ScoredPillar = { id: Pillar; score: number | null };

/** Those whose English names are plurals. */
const SEVERAL: readonly Pillar[] = ["people", "kpis"];

/** What the five pillars say in one sentence; `pillars` are those with a score. */
export function pillarTakeaway(pillars: readonly ScoredPillar[], { language, say }: Words): string {
  const sorted = [...pillars].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const best = sorted[0];
  const worst = sorted.at(-1);
  if (!best || !worst) return say("terms:noPillarScored");
  if (best.id === worst.id) return say("terms:onePillarScored", { pillar: say(`terms:${best.id}`) });
  const distance = (best.score ?? 0) - (worst.score ?? 0);
  if (distance < 5) return say("terms:pillarsClose");
  return say(SEVERAL.includes(worst.id) ? "terms:pillarsBehind" : "terms:pillarBehind", {
    worst: say(`terms:${worst.id}`),
    points: displayScore(distance, language),
    best: say(`terms:${best.id}Within`),
  });
}
