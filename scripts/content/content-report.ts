import { join } from "node:path";
import { type LoadedContent } from "#app/services/content/load-content.server.ts";

/** What the check says about a content folder: a line for each problem and their number, or a count of what there is. */
export function contentReport(directory: string, loaded: LoadedContent): string[] {
  if ("problems" in loaded) {
    const { problems } = loaded;
    return [
      ...problems.map(({ file, line, message, fix }) => `${join(directory, file)}:${line}  ${message}  -> ${fix}`),
      `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${directory}`,
    ];
  }
  const { assessments, initiatives, kpis, references, contradictions } = loaded.catalog;
  const items = assessments.reduce((sum, { definition }) => sum + definition.items.length, 0);
  const unpublished = assessments.filter(({ definition: { slug, version } }) => loaded.published.get(slug)?.versions.at(-1)?.version !== version);
  return [
    `${directory}: ${assessments.length} assessments with ${items} items, ${initiatives.length} initiatives, ` +
      `${kpis.length} KPIs, ${contradictions.length} contradiction rules and ${references.length} reference sets, all well`,
    ...(unpublished.length === 0
      ? []
      : [`Not published yet: ${unpublished.map(({ definition: { slug, version } }) => `${slug} version ${version}`).join(", ")} (npm run content:publish)`]),
  ];
}
