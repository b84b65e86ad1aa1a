import type { Answer } from "../assessment/answer.ts";
import type { ItemOf } from "../assessment/definition.ts";

/** An option with its places, from 1; null where it has none. */
export type RankingRow = { label: string; yours: number | null; source: number | null };

/** The respondent's places beside those of the source, in the source's order; options that neither names are left out. */
export function rankingRows({ options }: ItemOf<"ranking">, answer: Answer): RankingRow[] {
  const places = answer.state === "answered" && Array.isArray(answer.value) ? answer.value : [];
  return options
    .map(({ id, label, reference }): RankingRow => ({ label, yours: placeOf(places, id), source: reference ?? null }))
    .filter((row) => row.yours !== null || row.source !== null)
    .sort((a, b) => (a.source ?? 99) - (b.source ?? 99) || (a.yours ?? 99) - (b.yours ?? 99));
}

function placeOf(places: readonly string[], id: string): number | null {
  const index = places.indexOf(id);
  return index === -1 ? null : index + 1;
}
