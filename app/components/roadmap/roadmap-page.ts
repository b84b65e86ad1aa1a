import type { PlanView } from "#app/domain/report/plan-view.ts";
import type { CapacityFields } from "#app/domain/roadmap/capacity-form.ts";

/** What a roadmap page is given. */
export type RoadmapPage = {
  fields: CapacityFields;
  errors: Record<string, string>;
  impossible: string | null;
  view: PlanView | null;
  hash: string | null;
  finished: boolean;
};

/** The little of a roadmap that stands at the end of a result: its sentence, its standing, and the titles of its waves. */
export type RoadmapInShort = Pick<RoadmapPage, "impossible" | "hash" | "finished"> & {
  view: (Pick<PlanView, "sentence" | "status" | "objective" | "bound" | "gap"> & { waves: { id: string; title: string; items: Titled[] }[] }) | null;
};
type Titled = { id: string; title: string; gain: number };

/** Most of a plan is text that only the roadmap's own page shows; a result does not carry it to the browser. */
export function roadmapInShort({ impossible, hash, finished, view }: RoadmapPage): RoadmapInShort {
  if (!view) return { impossible, hash, finished, view };
  const { sentence, status, objective, bound, gap } = view;
  const waves = view.waves.map((wave) => ({ ...wave, items: wave.items.map(({ id, title, gain }) => ({ id, title, gain })) }));
  return { impossible, hash, finished, view: { sentence, status, objective, bound, gap, waves } };
}
