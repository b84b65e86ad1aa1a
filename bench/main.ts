/** `npm run bench` measures everything, `npm run bench <name>` one thing; results.json keeps the latest of each. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { format, resolveConfig } from "prettier";
import { type Benchmark, type Figure, isMet, type Reach, type Report } from "./figure.ts";
import { benchLookup, benchRefresh } from "./benchmarks.ts";
import { benchIdentityTiming } from "./identity-timing.ts";
import { benchPageQuestion, benchPageReport } from "./pages.ts";
import { benchPlan, benchPlanLarge } from "./plans.ts";
import { benchSaveAnswer } from "./save-answer.ts";
import { benchScore } from "./score.ts";
import { benchScriptSize } from "./script-size.ts";
import { benchStart } from "./start.ts";
import { benchTeamResult } from "./team-result.ts";

const RESULTS = "bench/results.json";

const benchmarks: Record<string, Benchmark> = {
  "page-question": benchPageQuestion,
  "page-report": benchPageReport,
  "save-answer": benchSaveAnswer,
  "script-size": benchScriptSize,
  score: benchScore,
  plan: benchPlan,
  "plan-large": benchPlanLarge,
  "team-result": benchTeamResult,
  "benchmark-lookup": benchLookup,
  "benchmark-refresh": benchRefresh,
  start: benchStart,
  "identity-timing": benchIdentityTiming,
};

type Kept = Record<string, Report & { measured: string; node: string; cores: number }>;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown[0]}". There are: ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(1);
}

// What is measured is what is shipped.
execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });

const kept: Kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, "utf8")) as Kept) : {};
for (const name of named.length > 0 ? named : Object.keys(benchmarks)) {
  const report = await benchmarks[name]!();
  print(name, report);
  kept[name] = {
    measured: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    figures: report.figures.map((figure) => ({ ...figure, value: Number(figure.value.toPrecision(4)) })),
    notes: report.notes,
  };
  const inOrder = Object.fromEntries(Object.keys(benchmarks).flatMap((known) => (kept[known] ? [[known, kept[known]]] : [])));
  writeFileSync(RESULTS, await format(JSON.stringify(inOrder), { ...(await resolveConfig(RESULTS)), parser: "json" }));
}

function print(name: string, { figures, notes }: Report): void {
  console.log(`\n${name}`);
  for (const figure of figures) {
    const met = isMet(figure);
    const verdict = met === null ? "" : met ? "met" : "NOT MET";
    console.log(`  ${figure.what.padEnd(56)} ${shown(figure).padStart(14)}  ${reachOf(figure.reach).padEnd(12)} ${verdict}`.trimEnd());
  }
  for (const note of notes) console.log(`  ${note}`);
}

function shown({ value, unit }: Figure): string {
  return `${value.toLocaleString("en", { maximumSignificantDigits: 4 })} ${unit}`.trim();
}

function reachOf(reach: Reach): string {
  if (reach === null) return "";
  return "atLeast" in reach ? `>= ${reach.atLeast.toLocaleString("en")}` : `<= ${reach.atMost.toLocaleString("en")}`;
}
