import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { teamTable } from "#app/domain/report/team-tables.ts";
import { csvRows } from "#app/services/exports/csv.server.ts";
import { english } from "../factories/english.ts";

describe("rows as CSV", () => {
  it.each(["\n", "\r", "\r\n"])("keep a text of two lines in one cell, whatever ends its lines (%j)", (end) => {
    expect(csvRows([[`first${end}second`, "next"]], false)).toBe(`"first${end}second",next\r\n`);
  });

  it("take the formula out of every line of a cell", () => {
    expect(csvRows([["=1+2", "@a", "\t=1", "-1", "+1", "\uFF1D1"]], false)).toBe("'=1+2,'@a,'\t=1,'-1,'+1,'\uFF1D1\r\n");
    expect(csvRows([["words\n=1+2\r\n@b\r-c"]], false)).toBe(`"words\n'=1+2\r\n'@b\r'-c"\r\n`);
    expect(csvRows([["\r=1"]], false)).toBe(`"'\r'=1"\r\n`);
    expect(csvRows([["1=2", "a-b\n\nc"]], false)).toBe(`1=2,"a-b\n\nc"\r\n`);
  });

  it("leave numbers as they are, with their sign", () => {
    expect(csvRows([[-1.4, 0, 12, 1e-7, null, "-1.4"]], false)).toBe("-1.4,0,12,1e-7,,'-1.4\r\n");
  });

  it("hold the negative figures of a team as numbers", () => {
    const overall = { difference: -1.4, interval: { low: -3.25, high: 0.5 }, p: 0.3 };
    const figures = { gaps: [{ a: "executive", b: "frontline", overall, dimensions: [] }] } as unknown as TeamResult;
    const names = { dimensions: [], items: [] } as unknown as TeamNames;
    expect(csvRows(teamTable("gaps", figures, [], names, english).slice(1), false)).toBe("Executives,The front line,Overall,-1.4,-3.25,0.5,0.3,,\r\n");
  });

  it("begin a file with the mark of UTF-8, and only there", () => {
    expect([csvRows([["a"]], true), csvRows([["a"]], false)]).toEqual(["\uFEFFa\r\n", "a\r\n"]);
  });

  const anyCell = fc.oneof(
    fc.array(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\r\n", '"', ",", ";", "a", "1", " ", "'"), { maxLength: 8 }).map((parts) => parts.join("")),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );

  it("come back as they were for who reads them, but for the apostrophes, and no line of a text begins a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell, fc.constant("end")), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(csvRows(rows, true), { bom: true, record_delimiter: "\r\n" });
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, r) =>
          row.forEach((cell, c) => {
            const found = read[r]![c]!;
            if (typeof cell !== "string") return expect(found).toBe(String(cell ?? ""));
            expect(found.replaceAll("'", "")).toBe(cell.replaceAll("'", ""));
            for (const line of found.split(/\r\n|[\r\n]/)) expect(line).not.toMatch(/^[=+\-@\t]/);
          }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
