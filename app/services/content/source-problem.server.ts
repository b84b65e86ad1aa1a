import type { ContentProblem } from "#app/domain/assessment/content-problem.ts";
import type { YamlSource } from "./yaml-source.server.ts";

/** A problem in a content file. `file` is relative to the content directory, `line` counts from 1. */
export type SourceProblem = { file: string; line: number; message: string; fix: string };

/** Puts problems with paths into a file's value at their lines. */
export function inSource(source: YamlSource, problems: readonly ContentProblem[]): SourceProblem[] {
  return problems.map(({ path, message, fix }) => ({ file: source.file, line: source.lineAt(path), message, fix }));
}
