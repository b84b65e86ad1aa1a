import type { Initiative } from "../roadmap/initiative.ts";
import type { Reword } from "./text-entry.ts";

/** The same initiative with its texts reworded; all of it is one entry, in a file of its own, and its key is its id. */
export function rewordInitiative(initiative: Initiative, reword: Reword): Initiative {
  const { id, pillars, cost } = initiative;
  const { title, problem, done, effortReason, pilot, byHand, hypothesis, refutedBy, checklist, owner } = initiative;
  const freeForm: Record<string, string> = cost.free === undefined ? {} : { free: cost.free };
  const head = { title, problem, done, effortReason, ...freeForm, chance: initiative.chance.reason };
  const texts = { ...head, pilot, byHand, hypothesis, refutedBy, checklist, owner };
  const { chance, ...reworded } = reword({ key: id, file: `initiatives/${pillars[0]}/${id}`, path: ["initiative"] }, texts);
  const { free, ...said }: typeof reworded & { free?: string } = reworded;
  return {
    ...initiative,
    ...said,
    cost: free === undefined ? cost : { ...cost, free },
    chance: { ...initiative.chance, reason: chance },
  };
}
