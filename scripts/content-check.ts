/** Prints every problem of the content directory, or one line when there is none. */
import { join } from "node:path";
import { loadContent } from "#app/services/content/load-content.server.ts";

const directory = process.argv[2] ?? "content";
const content = loadContent(directory);

if ("problems" in content) {
  const { problems } = content;
  for (const { file, line, message, fix } of problems) {
    console.log(`${join(directory, file)}:${line}  ${message}  -> ${fix}`);
  }
  console.log(`${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${directory}`);
  process.exitCode = 1;
} else {
  const { assessments, initiatives, kpis, contradictions } = content.catalog;
  const items = assessments.reduce((sum, { definition }) => sum + definition.items.length, 0);
  console.log(
    `${directory}: ${assessments.length} assessments with ${items} items, ${initiatives.length} initiatives, ` +
      `${kpis.length} KPIs and ${contradictions.length} contradiction rules, all well`,
  );
}
