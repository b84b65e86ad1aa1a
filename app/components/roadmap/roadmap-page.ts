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
