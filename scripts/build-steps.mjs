// Builds what the server runs: database client, browser files, server, the workers. Only when something changed.
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
  shortenRouteList();
  await buildWorkers();
  writeFileSync(MARKER, fingerprint);
}

/**
 * Takes the routes that are no pages (files, the API) out of the list that every page loads: the browser goes to none of them by itself, and
 * the list weighs on every first visit. What is left is written shorter, and brought into Remix's form where it is read.
 */
function shortenRouteList() {
  const folder = "build/client/assets";
  const START = "window.__remixManifest=";
  for (const name of readdirSync(folder).filter((each) => /^manifest-.*\.js$/.test(each))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, "utf8");
    const manifest = JSON.parse(text.slice(START.length, text.lastIndexOf(";")));
    for (const id of Object.keys(manifest.routes)) if (id !== "root" && !existsSync(`app/${id}.tsx`)) delete manifest.routes[id];
    writeFileSync(file, `{const m=${shortened(manifest)};${LENGTHEN};${START}m}`);
  }
}

/** The reverse of `shortened`, in the browser. */
const LENGTHEN =
  'const f=n=>"/assets/"+n+".js";for(const[i,r]of Object.entries(m.routes))r.id=i,r.module=f(r.module),r.imports=r.imports?r.imports.split(" ").map(f):[]';

/** What is not said is false, or empty; files go by the part of their names that differs, those that most routes need first; what the root needs is there anyway. */
function shortened(manifest) {
  const routes = Object.values(manifest.routes);
  const uses = new Map();
  for (const file of routes.flatMap(({ imports }) => imports)) uses.set(file, (uses.get(file) ?? 0) + 1);
  const loaded = new Set(manifest.routes.root.imports);
  const nameOf = (file) => /^\/assets\/([\w-]+)\.js$/.exec(file)[1];
  for (const route of routes) {
    const imports = route.imports.filter((file) => !loaded.has(file)).sort((one, other) => uses.get(other) - uses.get(one) || (one < other ? -1 : 1));
    Object.assign(route, { id: undefined, module: nameOf(route.module), imports: imports.map(nameOf).join(" ") || undefined });
    if (route.css.length === 0) delete route.css;
  }
  return JSON.stringify(manifest, (_, value) => (value === false ? undefined : value));
}

export async function buildWorkers() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["roadmap/plan-worker", "roadmap/first-plan-worker", "results/team-worker", "benchmark/snapshot-worker"].map(
      (file) => `app/services/${file}.ts`,
    ),
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
