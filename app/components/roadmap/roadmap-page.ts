import type { PlanView, TitleView } from "#app/domain/report/plan-view.ts";
import type { CapacityFields } from "#app/domain/roadmap/capacity-form.ts";
import type { PlanProgress, Wave } from "#app/domain/roadmap/plan.ts";

/** What a roadmap page is given. */
export type RoadmapPage = {
  fields: CapacityFields;
  /** By field (`people-2`); empty when all is well. */
  errors: Record<string, string>;
  impossible: string | null;
  view: PlanView | null;
  hash: string | null;
  finished: boolean;
  /** How far the search has come; null before it has begun and after it has ended. */
  progress: PlanProgress | null;
};

/** The little of a roadmap that stands at the end of a result: its sentence, its standing, and the titles of its waves. */
export type RoadmapInShort = Pick<RoadmapPage, "impossible" | "hash" | "finished" | "progress"> & {
  view: (Pick<PlanView, "sentence" | "status" | "stoppedBy" | "objective" | "bound" | "gap"> & { waves: { id: Wave; items: Titled[] }[] }) | null;
};
type Titled = TitleView & { id: string; gain: number; neededBy: TitleView[] };

/** Most of a plan is text that only the roadmap's own page shows; a result does not carry it to the browser. */
export function roadmapInShort({ impossible, hash, finished, progress, view }: RoadmapPage): RoadmapInShort {
  if (!view) return { impossible, hash, finished, progress, view };
  const { sentence, status, stoppedBy, objective, bound, gap } = view;
  const waves = view.waves.map((wave) => ({ ...wave, items: wave.items.map(inShort) }));
  return { impossible, hash, finished, progress, view: { sentence, status, stoppedBy, objective, bound, gap, waves } };
}

function inShort({ id, title, language, gain, neededBy }: Titled): Titled {
  return { id, title, language, gain, neededBy };
}

/** It adds nothing that would show, and is in the plan for the sake of what rests on it. */
export function isPrerequisiteOnly({ gain, neededBy }: { gain: number; neededBy: readonly unknown[] }): boolean {
  return gain < 0.05 && neededBy.length > 0;
}
