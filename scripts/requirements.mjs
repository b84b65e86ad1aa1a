// What must be there before anything else: Node in a version that works, and the packages of the lock file.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);

export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Pinhigh needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

/** Installs what the lock file names, when it has not been done for this lock file. `npm ci` fails where a registry lacks packages of other platforms. */
export function requirePackages() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).update(readFileSync("package.json")).digest("hex");
  const marker = "node_modules/.pinhigh-installed";
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing packages; this takes a few minutes the first time.");
  // Building needs the development packages, which npm leaves out where NODE_ENV says production.
  run("npm", ["install", "--include=dev", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], "The packages could not be installed.");
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(marker, wanted);
}

export function run(command, args, complaint, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  if (status !== 0) stop(`${complaint}\n${stdout ?? ""}${stderr ?? ""}`);
}

export function stop(message) {
  console.error(message);
  process.exit(1);
}
