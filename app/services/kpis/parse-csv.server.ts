import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { MOST_COLUMNS, MOST_ROWS, SEPARATOR_SIGNS, type Separator } from "#app/domain/kpis/import-form.ts";
import type { SourceRow } from "#app/domain/kpis/import-rows.ts";

type CsvProblem = "empty" | "unreadable" | "too-many-rows" | "too-many-columns";
export type ParsedCsv = { titles: string[]; rows: SourceRow[]; problem?: never } | { problem: CsvProblem };

/** What the library gives with `info`, which its types do not say. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The rows of a text with a line of titles. */
export function parseCsv(content: string, separator: Separator): ParsedCsv {
  const parsed = parseRows(content, separator);
  if (parsed.problem) return parsed;
  const [head, ...rows] = parsed.rows;
  return { titles: head!.cells.map((title) => title.trim()), rows };
}

/** Every row of a text that has two or more. A mark of UTF-8 at its beginning, empty lines and either kind of line ends are well. */
export function parseRows(content: string, separator: Separator): { rows: SourceRow[]; problem?: never } | { problem: CsvProblem } {
  let parsed: unknown;
  try {
    parsed = parse(content, {
      delimiter: SEPARATOR_SIGNS[separator],
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than is taken, so that too many is told from enough.
      to: MOST_ROWS + 2,
    });
  } catch (error) {
    if (error instanceof CsvError) return { problem: "unreadable" };
    throw error;
  }
  const records = recordsSchema.parse(parsed);
  if (records.length < 2) return { problem: "empty" };
  if (records[0]!.record.length > MOST_COLUMNS) return { problem: "too-many-columns" };
  if (records.length > MOST_ROWS + 1) return { problem: "too-many-rows" };
  return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) };
}
