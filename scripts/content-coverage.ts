/** Writes `docs/coverage.md` from the content. */
import { writeFileSync } from "node:fs";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "./content/content-report.ts";
import { coverageText } from "./content/coverage-text.ts";

const loaded = loadContent("content");
if ("problems" in loaded) {
  for (const line of contentReport("content", loaded)) console.log(line);
  process.exitCode = 1;
} else {
  writeFileSync("docs/coverage.md", coverageText(loaded.catalog));
  console.log("Wrote docs/coverage.md");
}
