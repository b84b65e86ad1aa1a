/** Prints every problem of the content folder, or what there is and how it is translated; with `--watch` again after every change. */
import { parseArgs } from "node:util";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "./content/content-report.ts";
import { translationReport } from "./content/translation-report.ts";
import { watchFolder } from "./content/watch-folder.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { watch: { type: "boolean" } } });
const directory = positionals[0] ?? "content";

function check(): boolean {
  const loaded = loadContent(directory);
  for (const line of contentReport(directory, loaded)) console.log(line);
  if ("catalog" in loaded) for (const line of translationReport(directory, loaded)) console.log(line);
  return "catalog" in loaded;
}

if (values.watch) {
  // Watched before it is read, so that no change falls between the two.
  const end = watchFolder(directory, () => {
    console.log("");
    check();
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  check();
  console.log("Checking again after every change; Ctrl+C ends it.");
} else if (!check()) {
  process.exitCode = 1;
}
