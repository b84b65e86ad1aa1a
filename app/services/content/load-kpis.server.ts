import { type ContentProblem, repeated } from "#app/domain/assessment/content-problem.ts";
import { type Kpi, kpiSchema } from "#app/domain/roadmap/initiative.ts";
import type { ContentFile } from "./list-content.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

export type LoadedKpis = {
  kpis: Kpi[];
  /** Ids that may be referred to, those of unreadable files included. */
  names: ReadonlySet<string>;
  problems: SourceProblem[];
};

/** Reads and checks `kpis/<id>.yaml`. */
export function loadKpis(directory: string, files: readonly ContentFile[]): LoadedKpis {
  const all = files.map(({ name }) => ({ name, ...readYaml(directory, `kpis/${name}.yaml`, kpiSchema) }));
  const ids = all.map(({ name, value }) => value?.id ?? name);
  const twice = repeated(ids, "KPI", (i) => [i]);
  const problems = all.flatMap(({ name, source, value, problems }, index) => {
    const again = twice.filter(({ path }) => path[0] === index).map((p): ContentProblem => ({ ...p, path: ["id"] }));
    return [...problems, ...inSource(source, [...again, ...misnamed(value, name)])];
  });
  return { kpis: all.flatMap(({ value }) => (value ? [value] : [])), names: new Set(ids), problems };
}

function misnamed(kpi: Kpi | null, name: string): ContentProblem[] {
  if (kpi === null || kpi.id === name) return [];
  const message = `the id is "${kpi.id}", the file is called ${name}.yaml`;
  return [{ path: ["id"], message, fix: "give both the same name" }];
}
