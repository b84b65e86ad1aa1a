import { describe, expect, it } from "vitest";
import type { ImportMapping } from "./import-form.ts";
import { dayFrom, figureFrom, readRows } from "./import-rows.ts";

describe("a day as it is written", () => {
  it.each([
    ["iso", "2027-03-31", "2027-03-31"],
    ["iso", " 2028-02-29 ", "2028-02-29"],
    ["iso", "2027-3-31", null],
    ["iso", "27-03-31", null],
    ["iso", "2027-02-29", null],
    ["iso", "x2027-03-31", null],
    ["iso", "2027-03-31x", null],
    ["iso", "31.3.2027", null],
    ["dmy", "31.3.2027", "2027-03-31"],
    ["dmy", "1/2/2027", "2027-02-01"],
    ["dmy", "01-12-2027", "2027-12-01"],
    ["dmy", "31.4.2027", null],
    ["dmy", "13/13/2027", null],
    ["dmy", "311.3.2027", null],
    ["dmy", "31.123.2027", null],
    ["dmy", "31.3.27", null],
    ["dmy", "31.3.20277", null],
    ["dmy", "31 3 2027", null],
    ["mdy", "3/31/2027", "2027-03-31"],
    ["mdy", "12.1.2027", "2027-12-01"],
    ["mdy", "01-02-2027", "2027-01-02"],
    ["mdy", "31/3/2027", null],
    ["mdy", "x3/31/2027", null],
    ["mdy", "3/31/2027x", null],
    ["mdy", "3/31x2027", null],
    ["mdy", "3x31/2027", null],
    ["dmy", "3x3/2027", null],
    ["dmy", "3/3x2027", null],
    ["mdy", "", null],
  ] as const)("%s: %j is %j", (order, text, day) => expect(dayFrom(text, order)).toBe(day));
});

describe("a figure as it is written", () => {
  it.each([
    ["point", "42", 42],
    ["point", "42.5", 42.5],
    ["point", "1,234.5", 1234.5],
    ["point", "1,234,567.125", 1234567.125],
    ["point", "12,345", 12345],
    ["point", "1 234.5", 1234.5],
    ["point", "1\u00a0234\u202f567", 1234567],
    ["point", "-3", -3],
    ["point", "\u22123.5", -3.5],
    ["point", "\u20133.5", -3.5],
    ["point", "+3", 3],
    ["point", "-0", 0],
    ["point", "1000000000", 1e9],
    ["point", "1000000001", null],
    ["point", "12345678901", null],
    ["point", "42,5", null],
    ["point", "1,23.5", null],
    ["point", "1234,567", null],
    ["point", "1.2345", null],
    ["point", ".5", null],
    ["point", "5.", null],
    ["point", "1e3", null],
    ["point", "3\u22124", null],
    ["point", "x3", null],
    ["point", "3%", null],
    ["point", "", null],
    ["comma", "42,5", 42.5],
    ["comma", "1.234,5", 1234.5],
    ["comma", "1.234.567,125", 1234567.125],
    ["comma", "12.345", 12345],
    ["comma", "1 234,5", 1234.5],
    ["comma", "-1234567890,5", null],
    ["comma", "-123456789,5", -123456789.5],
    ["comma", "42.5", null],
    ["comma", "1234.567", null],
    ["comma", "1,2345", null],
    ["comma", "12345678901", null],
    ["comma", "5,", null],
    ["comma", ",5", null],
    ["comma", "x3", null],
    ["comma", "3x", null],
  ] as const)("with a %s: %j is %j", (decimals, text, value) => expect(figureFrom(text, decimals)).toBe(value));

  it("is no figure below 0 that is 0", () => expect(Object.is(figureFrom("-0.0", "point"), 0)).toBe(true));
});

describe("rows of a file", () => {
  const TODAY = "2027-02-03";
  const kpis = [
    { id: "a", name: "Renewals" },
    { id: "b", name: "Twice" },
    { id: "c", name: " twice" },
    { id: "d", name: "-Costs" },
    { id: "e", name: "Twice" },
  ];
  const mapping: ImportMapping = { dateColumn: 0, valueColumn: 1, kpiColumn: 2, noteColumn: 3, kpi: null, dates: "iso", decimals: "point" };
  const read = (rows: readonly (readonly string[])[], changed: Partial<ImportMapping> = {}, today = TODAY) =>
    readRows(
      rows.map((cells, at) => ({ line: at + 2, cells })),
      { ...mapping, ...changed },
      kpis,
      today,
    ).map(({ reading, problem }) => problem ?? reading);

  it("are readings, each with where it stands", () => {
    const cells = ["2027-01-31", "61.5", "Renewals", " checked "];
    expect(readRows([{ line: 7, cells }], mapping, kpis, TODAY)).toEqual([
      { line: 7, cells, reading: { kpiId: "a", on: "2027-01-31", value: 61.5, note: "checked" } },
    ]);
    expect(readRows([{ line: 7, cells: ["soon"] }], mapping, kpis, TODAY)).toEqual([{ line: 7, cells: ["soon"], problem: "short" }]);
  });

  it("name a KPI in any case, also as a spreadsheet keeps a name from being a formula", () => {
    const named = (...names: string[]) =>
      read(names.map((name, day) => [`2027-01-0${day + 1}`, "1", name])).map((each) => (typeof each === "string" ? each : each!.kpiId));
    expect(named("RENEWALS", " renewals ", "-costs", "'-Costs")).toEqual(["a", "a", "d", "d"]);
    expect(named("'Renewals", "Renewal", "x'-Costs", "twice", "", "  ")).toEqual([
      "kpi-unknown",
      "kpi-unknown",
      "kpi-unknown",
      "kpi-twice",
      "kpi-missing",
      "kpi-missing",
    ]);
  });

  it("are of one KPI where no column names it, and carry no note where no column has one", () => {
    expect(read([["2027-01-31", "1", "x", "y"]], { kpiColumn: null, noteColumn: null, kpi: "a" })).toEqual([
      { kpiId: "a", on: "2027-01-31", value: 1, note: null },
    ]);
    expect(read([["2027-01-31", "1"]], { kpiColumn: null, kpi: "a" })).toEqual([{ kpiId: "a", on: "2027-01-31", value: 1, note: null }]);
    expect(read([["2027-01-31", "1"]])).toEqual(["kpi-missing"]);
  });

  it.each([
    ["short", [["2027-01-31"]]],
    ["short", [[]]],
    ["kpi-unknown", [["soon", "much", "Nothing"]]],
    ["date", [["soon", "much", "Renewals"]]],
    ["day", [["2027-02-04", "much", "Renewals"]]],
    ["day", [["1989-12-31", "1", "Renewals"]]],
    ["value", [["2027-01-31", "much", "Renewals", "x".repeat(301)]]],
    ["note", [["2027-01-31", "1", "Renewals", "x".repeat(301)]]],
    ["note", [["2027-01-31", "1", "Renewals", "a\u202eb"]]],
  ] as const)("are not read for %s", (problem, rows) => expect(read(rows)).toEqual([problem]));

  it("have today and the first day of 1990 in them, and the longest note", () => {
    expect(
      read([
        ["2027-02-03", "1", "Renewals", "x".repeat(300)],
        ["1990-01-01", "1", "Renewals"],
      ]),
    ).toMatchObject([{ on: "2027-02-03" }, { on: "1990-01-01" }]);
  });

  it("of a day that an earlier one has for the same KPI are a mistake, and of another KPI they are none", () => {
    const day = (name: string) => ["2027-01-31", "1", name];
    expect(read([day("Renewals"), day("-Costs"), day("renewals"), ["2027-01-30", "1", "Renewals"]])).toMatchObject([
      { kpiId: "a" },
      { kpiId: "d" },
      "repeated",
      { on: "2027-01-30" },
    ]);
    // One that could not be read keeps none from being read.
    expect(read([["2027-01-31", "much", "Renewals"], day("Renewals")])).toMatchObject(["value", { kpiId: "a" }]);
  });
});
