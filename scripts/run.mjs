// Runs a TypeScript script of this folder: bundles it (packages stay outside) and starts it in this process's place.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";

const [script, ...args] = process.argv.slice(2);
const outfile = path.resolve(".cache/scripts", `${path.basename(script, ".ts")}.mjs`);
await build({ entryPoints: [script], outfile, bundle: true, platform: "node", format: "esm", packages: "external", target: "node20", logLevel: "warning" });
const { status } = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...args], { stdio: "inherit" });
process.exit(status ?? 1);
