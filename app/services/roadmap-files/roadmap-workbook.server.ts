import writeWorkbook, { type CellObject, type SheetData } from "write-excel-file/node";
import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { checklistTable, type FileCell, type FileTable, initiativeTable, promiseTable } from "#app/domain/board/roadmap-tables.ts";
import type { Words } from "#app/words/say.ts";
import { visibleText } from "./visible-text.server.ts";

/** A roadmap as a workbook (.xlsx) of three sheets: the initiatives, the steps of their checklists, and their promises. */
export async function roadmapWorkbook(entries: readonly RoadmapEntry[], words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const { say } = words;
  const sheets: [string, FileTable][] = [
    [say("roadmapColumns:initiatives"), initiativeTable(entries, words)],
    [say("roadmapColumns:checklists"), checklistTable(entries, words)],
    [say("roadmapColumns:promises"), promiseTable(entries, words)],
  ];
  const workbook = writeWorkbook(
    sheets.map(([sheet, { head, rows }]) => ({
      ...{ sheet, columns: head.map(({ width }) => ({ width })), stickyRowsCount: 1, stickyColumnsCount: 1 },
      data: [head.map(({ text }): CellObject => ({ value: text, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" })), ...rows.map(cells)],
    })),
  );
  return new Uint8Array(await workbook.toBuffer());
}

const cells = (row: readonly FileCell[]): SheetData[number] => row.map(cellOf);

/** What a workbook would read as a letter by its number, such as "_x000D_" (ECMA-376, part 1, 22.9.2.19). */
const LETTER_BY_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text stays one whatever it begins with: its cell says so, and one that looks like a formula stays a text when somebody edits it. */
function cellOf(cell: FileCell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === "number") return { value: cell, type: Number, alignVertical: "top" };
  if (typeof cell === "object") return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", alignVertical: "top" };
  const value = visibleText(cell).replace(LETTER_BY_NUMBER, "_x005F_");
  return { value, type: String, wrap: true, alignVertical: "top", ...(/^[=+\-@]/.test(value) ? { format: "@" } : {}) };
}
