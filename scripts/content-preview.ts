/** Shows content as respondents will see it: serves the folder with data of its own, and again after every change. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { paths } from "#app/paths.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "./content/content-report.ts";
import { watchFolder } from "./content/watch-folder.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { content: { type: "string", default: "content" } } });
const directory = values.content;
const slug = positionals[0];

const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-preview-"));
const port = await freePort();
let served: ChildProcess | undefined;
let changed = true;
let ended = false;
let wake = () => {};

const endWatching = watchFolder(directory, () => {
  changed = true;
  wake();
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    ended = true;
    wake();
  });
}

while (!ended) {
  if (changed) {
    changed = false;
    await show();
  }
  // Nothing comes between this look and the promise, so no change is slept through.
  if (!changed && !ended) await new Promise<void>((resolve) => (wake = resolve));
}
endWatching();
await stop();
rmSync(dataDirectory, { recursive: true, force: true });

/** Serves the folder as it is now, or says why it cannot; what was served before stays until something can take its place. */
async function show(): Promise<void> {
  const loaded = loadContent(directory);
  if ("problems" in loaded) {
    for (const line of contentReport(directory, loaded)) console.log(line);
    console.log(served ? "The preview still shows the content before this change. Mend it and save." : "Mend it and save; the preview starts then.");
    return;
  }
  if (slug !== undefined && !loaded.catalog.assessmentBySlug.has(slug)) {
    console.log(`There is no assessment "${slug}" in ${directory}. There are: ${[...loaded.catalog.assessmentBySlug.keys()].join(", ")}.`);
    return;
  }
  const again = served !== undefined;
  await stop();
  if (await serve())
    console.log(`${again ? "Changed" : "Preview"}: http://localhost:${port}${slug === undefined ? paths.assessments : paths.assessment(slug)}`);
  if (!again) console.log("Reload the page after a change. Answers already begun keep the text they were begun with. Ctrl+C ends it and deletes them.");
}

/** Starts the product; false when it ended instead, having said why. */
function serve(): Promise<boolean> {
  const settings = { PORT: String(port), HOST: "127.0.0.1", APP_URL: "", DATABASE_URL: "", DATA_DIR: dataDirectory, TRUSTED_PROXY_HOPS: "", LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, ["scripts/serve.mjs", "--content", directory], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  served = child;
  return new Promise((resolve) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("Pinhigh is ready at")) resolve(true);
    });
    child.once("exit", () => {
      served = undefined;
      resolve(false);
    });
  });
}

async function stop(): Promise<void> {
  const child = served;
  if (!child) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
