import { isPastDay } from "./kpi-form.ts";
import { z } from "zod";
import type { DateOrder, DecimalSign, ImportMapping } from "./import-form.ts";
import { LONGEST_NOTE } from "./kpi-terms.ts";
import { plainText } from "./plain-text.ts";
import { isReadingValue } from "./reading-value.ts";

/** Why a row cannot be imported. */
export type RowProblem = "date" | "day" | "value" | "kpi-missing" | "kpi-unknown" | "kpi-twice" | "note" | "short" | "repeated";
export type ImportedReading = { kpiId: string; on: string; value: number; note: string | null };
/** `line`: where in the text it begins, from 1; `cells` as they stand in it. */
export type SourceRow = { line: number; cells: readonly string[] };
export type ReadRow = SourceRow & ({ reading: ImportedReading; problem?: never } | { reading?: never; problem: RowProblem });
export type NamedKpi = { id: string; name: string };

/** A day as it is written in an order, four digits of the year; null for what is none. "31.3.2027", "3/31/2027", "2027-03-31". */
export function dayFrom(text: string, order: DateOrder): string | null {
  const patterns: Record<DateOrder, RegExp> = {
    iso: /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
    dmy: /^(?<d>\d{1,2})[./-](?<m>\d{1,2})[./-](?<y>\d{4})$/,
    mdy: /^(?<m>\d{1,2})[./-](?<d>\d{1,2})[./-](?<y>\d{4})$/,
  };
  const parts = patterns[order].exec(text.trim())?.groups;
  if (!parts) return null;
  const day = `${parts["y"]}-${parts["m"]!.padStart(2, "0")}-${parts["d"]!.padStart(2, "0")}`;
  return z.iso.date().safeParse(day).success ? day : null;
}

/**
 * A figure as it is written with a decimal sign; null for what is none. Spaces may stand between thousands, and so may the other of
 * the two signs where it parts groups of three.
 */
export function figureFrom(text: string, decimals: DecimalSign): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  const [decimal, group] = decimals === "point" ? [".", ","] : [",", "."];
  const pattern = decimals === "point" ? /^[-+]?(\d{1,10}|\d{1,3}(,\d{3})+)(\.\d{1,3})?$/ : /^[-+]?(\d{1,10}|\d{1,3}(\.\d{3})+)(,\d{1,3})?$/;
  if (!pattern.test(plain)) return null;
  const value = Number(plain.replaceAll(group, "").replace(decimal, ".")) || 0;
  return isReadingValue(value) ? value : null;
}

/**
 * Reads rows as readings. A KPI is named in any case; a name that two have is nobody's. A day that an earlier row has for the same KPI
 * is a mistake in the file, whichever row is meant.
 * @param today the last day a reading can be of
 */
export function readRows(rows: readonly SourceRow[], mapping: ImportMapping, kpis: readonly NamedKpi[], today: string): ReadRow[] {
  const byName = new Map<string, string | null>();
  for (const { id, name } of kpis) byName.set(nameKey(name), byName.has(nameKey(name)) ? null : id);
  const seen = new Set<string>();
  return rows.map((row) => {
    const reading = readRow(row.cells, mapping, byName, today);
    if (typeof reading === "string") return { ...row, problem: reading };
    const key = `${reading.kpiId} ${reading.on}`;
    if (seen.has(key)) return { ...row, problem: "repeated" };
    seen.add(key);
    return { ...row, reading };
  });
}

function readRow(cells: readonly string[], mapping: ImportMapping, byName: ReadonlyMap<string, string | null>, today: string): ImportedReading | RowProblem {
  const { dateColumn, valueColumn, kpiColumn, noteColumn, kpi } = mapping;
  const [date, figure] = [cells[dateColumn], cells[valueColumn]];
  if (date === undefined || figure === undefined) return "short";
  const kpiId = kpiColumn === null ? kpi : namedIn(cells[kpiColumn] ?? "", byName);
  if (kpiId === null) return "kpi-missing";
  if (kpiId === "kpi-unknown" || kpiId === "kpi-twice") return kpiId;
  const on = dayFrom(date, mapping.dates);
  if (on === null) return "date";
  if (!isPastDay(on, today)) return "day";
  const value = figureFrom(figure, mapping.decimals);
  if (value === null) return "value";
  const note = plainText(LONGEST_NOTE).safeParse(noteColumn === null ? "" : (cells[noteColumn] ?? ""));
  return note.success ? { kpiId, on, value, note: note.data || null } : "note";
}

function namedIn(text: string, byName: ReadonlyMap<string, string | null>): string | null {
  if (text.trim() === "") return null;
  const id = byName.get(nameKey(text));
  return id === undefined ? "kpi-unknown" : (id ?? "kpi-twice");
}

function nameKey(name: string): string {
  return name
    .trim()
    .replace(/^'(?=[=+\-@])/, "")
    .toLowerCase();
}
