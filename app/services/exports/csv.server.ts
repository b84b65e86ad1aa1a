import { stringify } from "csv-stringify/sync";

/** Lets spreadsheet programs know that the file is UTF-8. */
const MARK = "\uFEFF";

/**
 * Before what a spreadsheet would take for a formula: at the start of any line of a cell, since a program that knows no quotes takes each
 * for a row, and before a carriage return at the start of the cell. The same in wide letters.
 */
const FORMULA = /^(?=[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20])|^(?<![^])(?=\r)/gm;

/**
 * Rows as CSV. A text of several lines is in quotes, so that it stays one cell; one that a spreadsheet would take for a formula gets an
 * apostrophe before it, and a number is never one. @param isStart whether the file begins with them
 */
export function csvRows(rows: readonly (readonly (string | number | null)[])[], isStart: boolean): string {
  return (
    (isStart ? MARK : "") +
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace(FORMULA, "'") : (cell ?? "")))),
      // The ends of rows that were not chosen are not looked for unless it is asked for.
      { quote_record_delimiter: true, record_delimiter: "windows" },
    )
  );
}

/** The answer that gives somebody a CSV file. @param name of the file, plain letters without its ending */
export function csvResponse(body: BodyInit, name: string): Response {
  const headers = { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}.csv"`, "Cache-Control": "no-store" };
  return new Response(body, { headers });
}

/** A body that is made while it is read, so that a long one never stands in memory as a whole. */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
