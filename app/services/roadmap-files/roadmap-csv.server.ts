import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { type FileCell, initiativeTable } from "#app/domain/board/roadmap-tables.ts";
import type { Words } from "#app/words/say.ts";
import { csvRows } from "../exports/csv.server.ts";

/** A roadmap as CSV: a row for each initiative, a head in words, plain figures, and days as ISO dates. */
export function roadmapCsv(entries: readonly RoadmapEntry[], words: Words): string {
  const { head, rows } = initiativeTable(entries, words);
  return csvRows([head.map(({ text }) => text), ...rows.map((row) => row.map(plain))], true);
}

function plain(cell: FileCell): string | number | null {
  return typeof cell === "object" && cell !== null ? cell.day : cell;
}
