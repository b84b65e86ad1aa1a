/** Writes down what is published: every version that has no record yet is added to its assessment's `published.yaml`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { recordOf } from "#app/domain/assessment/published-record.ts";
import { contentReport } from "./content/content-report.ts";
import { publishedText } from "./content/published-text.ts";

const directory = process.argv[2] ?? "content";
const loaded = loadContent(directory);

if ("problems" in loaded) {
  for (const line of contentReport(directory, loaded)) console.log(line);
  console.log("Nothing was published.");
  process.exitCode = 1;
} else {
  const { catalog, published } = loaded;
  let kept = 0;
  for (const { definition } of catalog.assessments) {
    const { slug, version } = definition;
    const versions = published.get(slug)?.versions ?? [];
    if (versions.at(-1)?.version === version) {
      kept += 1;
      continue;
    }
    writeFileSync(join(directory, "assessments", slug, "published.yaml"), publishedText({ slug, versions: [...versions, recordOf(definition)] }));
    console.log(`${slug}: version ${version} recorded`);
  }
  if (kept > 0) console.log(`${kept} ${kept === 1 ? "assessment was" : "assessments were"} recorded already`);
}
