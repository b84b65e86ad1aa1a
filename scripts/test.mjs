// `npm test`: installs what it needs, then lint, types, content, unit, integration and browser tests; ends with what failed and a count.
// `--no-browser` leaves the browser out.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { requireNode, requirePackages } from "./requirements.mjs";

process.chdir(path.resolve(import.meta.dirname, ".."));
requireNode();
requirePackages();
const withBrowser = !process.argv.includes("--no-browser");
const { buildWhenStale, generateDatabaseClient } = await import("./build-steps.mjs");
const { failedOfPlaywright, failedOfVitest } = await import("./failed-tests.mjs");
generateDatabaseClient();
mkdirSync("reports", { recursive: true });
const count = { passed: 0, failed: 0 };
const failures = [];

await checked("Lint", ["npx", "eslint", "--max-warnings", "0", "."]);
await checked("Formatting", ["npx", "prettier", "--check", "--log-level", "warn", "."]);
await checked("Unused code", ["npx", "knip"]);
await checked("Types", ["npx", "tsc", "--noEmit"]);
await checked("Content", [process.execPath, "scripts/run.mjs", "scripts/content-check.ts"]);
await buildWhenStale();
await vitest("unit");
await vitest("services");
await vitest("integration");
if (withBrowser) await browser();
for (const failure of failures) console.log(failure);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 ? 1 : 0);

async function checked(name, command) {
  const ok = (await ran(command)) === 0;
  if (!ok) return failed(`FAILED: ${name}`);
  console.log(`ok: ${name}`);
  count.passed += 1;
}

async function vitest(project) {
  const report = `reports/${project}.json`;
  rmSync(report, { force: true });
  await ran(["npx", "vitest", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  if (!existsSync(report)) return failed(`FAILED: the ${project} tests did not finish`);
  const told = JSON.parse(readFileSync(report, "utf8"));
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = told;
  const named = failedOfVitest(told);
  failures.push(...(success || named.length > 0 ? named : [`FAILED: the ${project} tests: an error outside of the tests`]));
  count.passed += numPassedTests;
  count.failed += success ? numFailedTests : Math.max(1, numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0);
}

async function browser() {
  requireChromium();
  rmSync("reports/e2e.json", { force: true });
  rmSync(".cache/e2e-data", { recursive: true, force: true });
  await ran(["npx", "playwright", "test"]);
  if (!existsSync("reports/e2e.json")) return failed("FAILED: the browser tests did not finish");
  const told = JSON.parse(readFileSync("reports/e2e.json", "utf8"));
  const { stats, errors } = told;
  failures.push(...failedOfPlaywright(told));
  count.passed += stats.expected + stats.flaky;
  count.failed += stats.unexpected + errors.length;
}

function failed(message) {
  console.error(message);
  failures.push(message);
  count.failed += 1;
}

function ran([command, ...args]) {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] }).on("close", (code) => resolve(code ?? 1));
  });
}

/** A browser that is there, or else Debian's package, or else Playwright's own. */
function requireChromium() {
  if (hasChromium()) return;
  console.log("Installing Chromium for the browser tests.");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  } else {
    spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit", timeout: 600_000 });
  }
  if (!hasChromium()) console.error("No Chromium could be installed; install one, or set CHROMIUM_PATH.");
}

function hasChromium() {
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const own = spawnSync(process.execPath, ["-e", "process.stdout.write(require('@playwright/test').chromium.executablePath())"], { encoding: "utf8" }).stdout;
  return Boolean(process.env.CHROMIUM_PATH) || places.some(existsSync) || (own !== "" && existsSync(own));
}
