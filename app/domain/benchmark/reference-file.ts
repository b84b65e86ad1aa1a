import { linkSchema } from "../assessment/answer.ts";
import type { Definition } from "../assessment/definition.ts";
import { type Separator, SEPARATOR_SIGNS, SEPARATORS } from "../kpis/import-form.ts";
import type { SourceRow } from "../kpis/import-rows.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { REFERENCE_FIGURES, type ReferenceSet, type ReferenceValue, type ValueProblem, valueProblems } from "./reference-set.ts";

/** Bytes of a file with a reference set. */
export const LARGEST_REFERENCE_FILE = 200_000;

/** The lines above the figures, each once, in any order: its name in the first cell, what it says in the second. */
export const HEADING = ["name", "assessment", "source", "link", "year", "n", "method", "licence"] as const;
export type HeadingKey = (typeof HEADING)[number];
const OPTIONAL: readonly HeadingKey[] = ["link"];
/** The titles of the columns, below the heading. */
export const COLUMNS = ["part", "kind", "at", "value"] as const;

/** Characters a text of the heading may have. */
export const LONGEST = { name: 120, source: 300, method: 600, licence: 200 } as const;
export const EARLIEST_YEAR = 1900;
const LARGEST_N = 2 ** 31 - 1;

/** The sign that parts the cells: the one after the name of the first line. A comma where there is none. */
export function separatorOfFile(content: string): Separator {
  const sign = /^[\uFEFF\s]*"?[a-z]+"?([,;\t])/i.exec(content)?.[1];
  return SEPARATORS.find((name) => SEPARATOR_SIGNS[name] === sign) ?? "comma";
}

/** Why a line cannot be read; `ValueProblem` is about what it says. */
export type LineProblem =
  | ValueProblem
  | "formula" // a spreadsheet would run the cell
  | "unknown-line"
  | "heading-twice"
  | "missing" // of the line that is missing, or empty
  | "text"
  | "link"
  | "year"
  | "n"
  | "assessment"
  | "columns" // the titles of the columns are missing, or are others
  | "cells" // more cells than columns, or fewer
  | "kind"
  | "number"
  | "no-figures";

/** `line`: counted from 1, null where there is none; `name`: of a line of the heading, or a column, to say it by; `shown`: what stands there, shortened. */
export type FileProblem = { line: number | null; name: string | null; problem: LineProblem; shown: string };
/** A set of a file always has a year. */
export type ImportedSet = ReferenceSet & { year: number };
export type FileReading = { set: ImportedSet; problems?: never } | { set?: never; problems: FileProblem[] };

/** Characters of a cell that a problem shows. */
const SHOWN = 60;

/**
 * Reads the lines of a file as a reference set: a heading of two cells a line, the titles of the columns, and a figure a line. Either the
 * whole set or everything that is wrong. Lines whose cells are all empty, and empty cells at the end of a line, mean nothing.
 * @param definitionOf the current version of an assessment by its slug
 * @param thisYear the last year a set can be of
 */
export function readReferenceFile(source: readonly SourceRow[], definitionOf: (slug: string) => Definition | undefined, thisYear: number): FileReading {
  const lines = source.map(({ line, cells }) => ({ line, cells: withoutEmptyEnd(cells) })).filter(({ cells }) => cells.length > 0);
  const titles = lines.findIndex(({ cells }) => isTitle(cells[0]!, COLUMNS[0]));
  const above = titles === -1 ? lines : lines.slice(0, titles);
  const heading = readHeading(above, definitionOf, thisYear);
  if (titles === -1) return { problems: [...heading.problems, { line: null, name: null, problem: "columns", shown: "" }] };
  const found = readTable(lines[titles]!, lines.slice(titles + 1), heading.definition);
  const problems = [...heading.problems, ...found.problems];
  return heading.values === null || problems.length > 0 ? { problems: inOrder(problems) } : { set: { ...heading.values, values: found.values } };
}

type Heading = { values: Omit<ImportedSet, "values"> | null; definition: Definition | undefined; problems: FileProblem[] };

function readHeading(lines: readonly SourceRow[], definitionOf: (slug: string) => Definition | undefined, thisYear: number): Heading {
  const problems: FileProblem[] = [];
  const said = new Map<HeadingKey, { line: number; text: string }>();
  for (const { line, cells } of lines) {
    const key = HEADING.find((name) => isTitle(cells[0]!, name));
    const wrong = (problem: LineProblem, name: string | null, shown: string) => problems.push({ line, name, problem, shown: shortened(shown) });
    if (!key) wrong("unknown-line", null, cells[0]!);
    else if (said.has(key)) wrong("heading-twice", key, cells[1] ?? "");
    else if (cells.length > 2) wrong("cells", key, cells.slice(1).join(" | "));
    if (key && !said.has(key)) said.set(key, { line, text: (cells[1] ?? "").trim() });
  }
  const read = <Value>(key: HeadingKey, problem: LineProblem, parse: (text: string) => Value | undefined): Value | undefined => {
    const { line, text } = said.get(key) ?? { line: null, text: "" };
    const value = text === "" || isFormula(text) ? undefined : parse(text);
    if (value !== undefined || (text === "" && OPTIONAL.includes(key))) return value;
    problems.push({ line, name: key, problem: text === "" ? "missing" : isFormula(text) ? "formula" : problem, shown: shortened(text) });
    return undefined;
  };
  const definition = read("assessment", "assessment", definitionOf);
  const [name, from, method, licence] = (["name", "source", "method", "licence"] as const).map((key) =>
    read(key, "text", (text) => plainLine(LONGEST[key]).safeParse(text).data),
  );
  const url = read("link", "link", (text) => linkSchema.safeParse(text).data);
  const year = read("year", "year", (text) => wholeFrom(text, EARLIEST_YEAR, thisYear));
  const n = read("n", "n", (text) => wholeFrom(text, 1, LARGEST_N));
  const isWhole = definition && name && from && method && licence && year !== undefined && n !== undefined && problems.length === 0;
  return { values: isWhole ? { slug: definition.slug, name, source: from, url: url ?? null, year, n, method, licence } : null, definition, problems };
}

function readTable(titles: SourceRow, lines: readonly SourceRow[], definition: Definition | undefined): { values: ReferenceValue[]; problems: FileProblem[] } {
  if (titles.cells.length !== COLUMNS.length || !COLUMNS.every((title, i) => isTitle(titles.cells[i]!, title))) {
    return { values: [], problems: [{ line: titles.line, name: null, problem: "columns", shown: shortened(titles.cells.join(" | ")) }] };
  }
  if (lines.length === 0) return { values: [], problems: [{ line: null, name: null, problem: "no-figures", shown: "" }] };
  const rows = lines.map(({ line, cells }) => ({ line, ...readFigure(cells) }));
  const problems = rows.flatMap(({ line, wrong }): FileProblem[] => (wrong ? [{ line, ...wrong }] : []));
  const read = rows.flatMap(({ line, value }) => (value ? [{ line, value }] : []));
  const values = read.map(({ value }) => value);
  const beside = definition && problems.length === 0 ? valueProblems(values, definition) : [];
  const ofValue = beside.map(({ index, problem }): FileProblem => {
    const { line, value } = read[index]!;
    return { line, name: null, problem, shown: shortened([value.part, value.kind, value.at, value.value].join(" | ")) };
  });
  return { values, problems: [...problems, ...ofValue] };
}

function readFigure(cells: readonly string[]): { value: ReferenceValue; wrong?: never } | { value?: never; wrong: Omit<FileProblem, "line"> } {
  const wrong = (problem: LineProblem, name: string | null, shown: string) => ({ wrong: { name, problem, shown: shortened(shown) } });
  if (cells.length !== COLUMNS.length) return wrong("cells", null, cells.join(" | "));
  const [part, named, at, number] = cells.map((cell) => cell.trim()) as [string, string, string, string];
  const kind = REFERENCE_FIGURES.find((each) => each === named);
  if (!kind) return wrong("kind", "kind", named);
  const value = figureFrom(number);
  return value === null ? wrong("number", "value", number) : { value: { part, kind, at, value } };
}

/** A figure from 0 with at most three decimals after a point or a comma: no sign, no exponent, no word. */
function figureFrom(text: string): number | null {
  return /^\d{1,9}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(",", ".")) : null;
}

function wholeFrom(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

function isTitle(cell: string, title: string): boolean {
  return cell.trim().toLowerCase() === title;
}

/** What spreadsheets take for something to compute, wherever the set is given out again. */
function isFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** By line; what is about the whole file comes first. */
function inOrder(problems: readonly FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
