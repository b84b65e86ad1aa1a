import type { Kpi } from "../roadmap/initiative.ts";
import type { Reword } from "./text-entry.ts";

/** The same KPI with the texts that a page shows reworded; all of it is one entry, in a file of its own, and its key is its id. */
export function rewordKpi(kpi: Kpi, reword: Reword): Kpi {
  const { id, title, formula } = kpi;
  return { ...kpi, ...reword({ key: id, file: `kpis/${id}`, path: ["kpi"] }, { title, formula }) };
}
