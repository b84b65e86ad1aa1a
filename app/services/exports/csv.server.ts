import { stringify } from "csv-stringify/sync";

/** Lets spreadsheet programs know that the file is UTF-8. */
const MARK = "\uFEFF";

/** Rows as CSV. A cell that a spreadsheet would take for a formula is escaped. @param isStart whether the file begins with them */
export function csvRows(rows: readonly (readonly (string | null)[])[], isStart: boolean): string {
  return (
    (isStart ? MARK : "") +
    stringify(
      rows.map((row) => row.map((cell) => cell ?? "")),
      { escape_formulas: true, record_delimiter: "windows" },
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
