import type { Words } from "../../words/say.ts";
import { displayShare } from "./display.ts";
import { namesWithin } from "./names-within.ts";
import type { PortfolioRow } from "./portfolio-view.ts";

/** Where an assessment of a portfolio stands: "Level 3, In between, held at 2 by evidence; most likely level 3 (80 %)". */
export function rowStanding({ level, held, band }: Pick<PortfolioRow, "level" | "held" | "band">, words: Words): string {
  const { say } = words;
  if (level === null) return say("portfolio:notEnough");
  const reached = { level: level.number, name: level.name };
  const holding = held && { ...reached, held: held.level, parts: namesWithin(held.by, words) };
  const likeliest = band?.levels[0];
  if (!likeliest || likeliest.chance === 1) return holding ? say("portfolio:levelHeld", holding) : say("portfolio:level", reached);
  const likely = { likeliest: likeliest.level, chance: displayShare(likeliest.chance, words) };
  return holding ? say("portfolio:levelHeldLikely", { ...holding, ...likely }) : say("portfolio:levelLikely", { ...reached, ...likely });
}
