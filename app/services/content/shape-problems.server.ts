import type { z } from "zod";
import type { ContentProblem } from "#app/domain/assessment/content-problem.ts";
import type { YamlSource } from "./yaml-source.server.ts";

type Issue = z.core.$ZodIssue;

/** What a zod shape says about a file's value, as problems. */
export function shapeProblems(issues: readonly Issue[], source: YamlSource): ContentProblem[] {
  return issues.flatMap((issue) => shapeProblem(issue, [], source));
}

function shapeProblem(issue: Issue, above: readonly PropertyKey[], source: YamlSource): ContentProblem[] {
  const path = [...above, ...issue.path].map((step) => (typeof step === "symbol" ? String(step) : step));
  const place = placeOf(path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${place}unknown key "${key}"`,
      fix: "remove it or correct its name",
    }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    return nearest(issue.errors).flatMap((inner) => shapeProblem(inner, path, source));
  }
  if (issue.code === "invalid_key") {
    return [{ path, message: `${place}not a usable key`, fix: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.code === "invalid_type" && !source.has(path)) {
    return [{ path, message: `${place}missing`, fix: `add it (expected: ${issue.expected})` }];
  }
  return [{ path, message: `${place}${issue.message}`, fix: fixFor(issue) }];
}

function fixFor(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `write a value of the kind ${issue.expected}`;
    case "invalid_value":
      return `use one of: ${issue.values.join(", ")}`;
    case "too_big":
      return "shorten or lower it";
    case "too_small":
      return "add to it or raise it";
    default:
      return "correct the value as the message says";
  }
}

/** Of several shapes that were tried, the one the author most likely meant: the one with the least to correct. */
function nearest(tried: readonly Issue[][]): Issue[] {
  return tried.reduce((best, issues) => (weight(issues) < weight(best) ? issues : best));
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

function placeOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return "";
  return `${path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("")}: `;
}
