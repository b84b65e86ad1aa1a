// Builds what the server runs: database client, browser files, server, the planner's workers. Only when something changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./requirements.mjs";

const SOURCES = [
  "app",
  "server",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "scripts/build-steps.mjs",
];
const MARKER = "build/fingerprint";

export async function buildWhenStale() {
  const fingerprint = fingerprintOf(SOURCES);
  generateDatabaseClient();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === fingerprint) return;
  console.log("Building.");
  rmSync("build", { recursive: true, force: true });
  // Vite and Remix read this when they are loaded; a browser gets React's production build only with it.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  await build({ logLevel: "warn" });
  await build({ logLevel: "warn", build: { ssr: true } });
  listPagesOnly();
  await buildWorkers();
  writeFileSync(MARKER, fingerprint);
}

/**
 * Takes the routes that are no pages (files, the API) out of the list that every page loads: the browser goes to none of them by itself, and
 * the list weighs on every first visit.
 */
function listPagesOnly() {
  const folder = "build/client/assets";
  const START = "window.__remixManifest=";
  for (const name of readdirSync(folder).filter((each) => /^manifest-.*\.js$/.test(each))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, "utf8");
    const manifest = JSON.parse(text.slice(START.length, text.lastIndexOf(";")));
    for (const id of Object.keys(manifest.routes)) if (id !== "root" && !existsSync(`app/${id}.tsx`)) delete manifest.routes[id];
    // What is not said is false.
    writeFileSync(file, `${START}${JSON.stringify(manifest, (_, value) => (value === false ? undefined : value))};`);
  }
}

export async function buildWorkers() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["app/services/roadmap/plan-worker.ts", "app/services/roadmap/first-plan-worker.ts", "app/services/results/team-worker.ts"],
    outdir: "build/worker",
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    target: "node20",
    logLevel: "warning",
  });
}

/** Prisma's command line wants to download an engine that generating does not use; any executable satisfies it. */
export function generateDatabaseClient() {
  const fingerprint = fingerprintOf(["prisma/schema.prisma", "package-lock.json"]);
  const marker = "node_modules/.prisma/fingerprint";
  if (existsSync(marker) && readFileSync(marker, "utf8") === fingerprint) return;
  run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], "The database client could not be generated.", {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  writeFileSync(marker, fingerprint);
}

function fingerprintOf(places) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const place of places) addTo(hash, place);
  return hash.digest("hex");
}

function addTo(hash, place) {
  if (!statSync(place).isDirectory()) {
    hash.update(place).update(readFileSync(place));
    return;
  }
  for (const entry of readdirSync(place).sort()) if (!/\.test\.tsx?$/.test(entry)) addTo(hash, path.join(place, entry));
}
