// Runs a TypeScript script of this repository: bundles it (packages stay outside) and goes on as that script.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, stop } from "esbuild";

const [script, ...args] = process.argv.slice(2);
const outfile = path.resolve(".cache/scripts", `${path.basename(script, ".ts")}.mjs`);
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
await stop();
process.argv = [process.argv[0], outfile, ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
