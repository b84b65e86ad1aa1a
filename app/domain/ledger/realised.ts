import type { Pillar } from "../assessment/vocabulary.ts";
import type { StoredPromise } from "./promise.ts";

/** What a later result says of a promised item: its value, 0..1; null where it is not known. */
export type ItemNow = { assessment: string; item: string; now: number | null };
/**
 * What became of a promise. `points` are the promised ones of the items that can be compared, `realised` those that came of them; `items` say
 * how each stands, `share` from 0 (no higher than it was) to 1 (as promised, or beyond).
 */
export type Realised = {
  points: number;
  realised: number;
  items: { assessment: string; item: string; from: number; to: number; now: number | null; share: number | null; points: number }[];
};

/**
 * Holds a promise against a later result: of each item the share of the promised rise that has come, counted once by its place in the order of
 * finishing, since a promise begins where the one before it ended. A fall counts as nothing realised, and is shown. Items that the later result
 * says nothing of are left out on both sides.
 */
export function realisedOf({ items }: Pick<StoredPromise, "items">, later: readonly ItemNow[]): Realised {
  const nowOf = new Map(later.map(({ assessment, item, now }) => [`${assessment} ${item}`, now]));
  const held = items.map((promised) => {
    const now = nowOf.get(`${promised.assessment} ${promised.item}`) ?? null;
    const share = now === null ? null : Math.min(1, Math.max(0, (now - promised.from) / (promised.to - promised.from)));
    return { ...promised, now, share };
  });
  const known = held.filter(({ share }) => share !== null);
  return {
    points: known.reduce((sum, { points }) => sum + points, 0),
    realised: known.reduce((sum, { points, share }) => sum + points * share!, 0),
    items: held,
  };
}

/** Points that a type is taken to have promised, and to have kept as all types have, before anything is known of it. */
export const PRIOR_POINTS = 5;

export type KeptByType = { type: Pillar; promised: number; realised: number; /** 0..1, drawn towards that of all. */ ratio: number };
export type Kept = { promised: number; realised: number; ratio: number; types: KeptByType[] };

/**
 * How far promises have been kept, by type (the first pillar of an initiative) and in all: realised over promised points, drawn towards what is
 * known before. All together `(R + m) / (P + m)`, as if m points had been promised and kept; a type `(R_t + m r) / (P_t + m)` with r the ratio
 * of all, so that one small success or failure says little. Null where nothing has been compared yet.
 */
export function keptOf(compared: readonly { type: Pillar; points: number; realised: number }[]): Kept | null {
  if (compared.length === 0) return null;
  const sum = (of: (each: { points: number; realised: number }) => number, among = compared) => among.reduce((all, each) => all + of(each), 0);
  const [promised, realised] = [sum(({ points }) => points), sum((each) => each.realised)];
  const ratio = (realised + PRIOR_POINTS) / (promised + PRIOR_POINTS);
  const types = [...new Set(compared.map(({ type }) => type))].sort().map((type) => {
    const its = compared.filter((each) => each.type === type);
    const [p, r] = [sum(({ points }) => points, its), sum((each) => each.realised, its)];
    return { type, promised: p, realised: r, ratio: (r + PRIOR_POINTS * ratio) / (p + PRIOR_POINTS) };
  });
  return { promised, realised, ratio, types };
}

/** What is reckoned with of a promise of a type: its own ratio, or that of all where nothing of it has been compared. */
export function ratioOf({ ratio, types }: Kept, type: Pillar): number {
  return types.find((each) => each.type === type)?.ratio ?? ratio;
}
