import type { Pillar } from "../assessment/vocabulary.ts";
import type { Wave } from "../roadmap/plan.ts";
import type { BoardCard } from "./board-card.ts";
import { waveIn } from "./board-quarters.ts";

export const WAVES = ["now", "next", "later"] as const satisfies readonly Wave[];
/** Those without an owner. */
export const NOBODY = "nobody";
/** How a timeline is put in groups. */
export const GROUPINGS = ["wave", "pillar"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which initiatives are looked at; null: all. `owner` is the id of a member, or `NOBODY`. */
export type BoardQuery = { pillar: Pillar | null; owner: string | null; wave: Wave | null };

/** @param current the present quarter */
export function isAskedFor({ pillar, owner, wave }: BoardQuery, card: BoardCard, current: string): boolean {
  return (
    (pillar === null || card.pillars.includes(pillar)) &&
    (owner === null || owner === (card.ownerId ?? NOBODY)) &&
    (wave === null || wave === waveIn(current, card))
  );
}
