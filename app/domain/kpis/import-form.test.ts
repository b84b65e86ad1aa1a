import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { guessedColumns, readImportForm, readMapping, separatorOf } from "./import-form.ts";

describe("what the form of an import sends", () => {
  it("is read for what it is", () => {
    const whole = {
      ...{ intent: "confirm", content: "a,b", separator: "tab", dateColumn: "0", valueColumn: "10", kpiColumn: "", noteColumn: "2" },
      ...{ kpi: "x", dates: "dmy", decimals: "comma" },
    };
    expect(readImportForm(whole)).toEqual(whole);
    for (const intent of ["read", "preview"]) expect(readImportForm({ intent, content: "" })).toEqual({ intent, content: "" });
    expect(readImportForm({ intent: "preview", content: "", dates: "", decimals: "", dateColumn: "", valueColumn: "" })).toMatchObject({
      dates: "",
      decimals: "",
    });
  });

  it.each([
    { content: "" },
    { intent: "erase" },
    { content: 1 },
    { separator: "pipe" },
    { dateColumn: "-1" },
    { valueColumn: "100" },
    { kpiColumn: "1x" },
    { noteColumn: "x1" },
    { kpi: "x".repeat(65) },
    { dates: "ymd" },
    { decimals: "dot" },
    { surplus: "1" },
  ])("is not %j", (changed) => {
    const fields = "content" in changed && changed.content === "" ? { content: "" } : { intent: "read", content: "", ...changed };
    expect(readImportForm(fields as Record<string, string>)).toBeNull();
  });

  it.each(["iso", "dmy", "mdy"])("writes days as %s", (dates) => expect(readImportForm({ intent: "read", content: "", dates })).toMatchObject({ dates }));
  it.each(["comma", "semicolon", "tab"])("parts columns by a %s", (separator) =>
    expect(readImportForm({ intent: "read", content: "", separator, kpi: "x".repeat(64), decimals: "point" })).toMatchObject({ separator, decimals: "point" }),
  );
});

describe("the sign between columns", () => {
  it.each([
    ["date,value;note", "comma"],
    ["date;value;note,x", "semicolon"],
    ["date\tvalue\tnote,x", "tab"],
    ["", "comma"],
    ["date", "comma"],
    ["\n \r\ndate;value\n1,2,3,4", "semicolon"],
    ["date\r\na;b;c", "comma"],
    ["a,b;c,d;e\tf", "comma"],
  ] as const)("of %j is the %s", (content, separator) => expect(separatorOf(content)).toBe(separator));
});

describe("which columns are what", () => {
  const form = {
    intent: "preview",
    content: "",
    dateColumn: "0",
    valueColumn: "1",
    kpiColumn: "2",
    noteColumn: "3",
    kpi: "",
    dates: "iso",
    decimals: "point",
  } as const;
  const read = (changed: Record<string, string | undefined>, columns = 4) => readMapping({ ...form, ...changed } as typeof form, columns, ["a", "b"], english);

  it("is as it was chosen", () => {
    expect(read({})).toEqual({ values: { dateColumn: 0, valueColumn: 1, kpiColumn: 2, noteColumn: 3, kpi: null, dates: "iso", decimals: "point" } });
    expect(read({ kpiColumn: "", noteColumn: "", kpi: "b", dates: "dmy", decimals: "comma" })).toEqual({
      values: { dateColumn: 0, valueColumn: 1, kpiColumn: null, noteColumn: null, kpi: "b", dates: "dmy", decimals: "comma" },
    });
    expect(read({ kpiColumn: undefined, noteColumn: undefined, kpi: "a" }).values).toMatchObject({ kpiColumn: null, noteColumn: null, kpi: "a" });
  });

  const DAY = { field: "dateColumn", message: "Choose the column of the day." };
  const VALUE = { field: "valueColumn", message: "Choose the column of the value." };
  const KPI = { field: "kpi", message: "Choose the column of the KPI’s name, or the KPI that every row is of." };
  const ONE = { field: "kpi", message: "Choose either a column of names or one KPI for every row." };
  const DATES = { field: "dates", message: "Choose how days are written." };
  const DECIMALS = { field: "decimals", message: "Choose what decimals come after." };
  const TWICE = { field: "valueColumn", message: "One column cannot be two things." };
  it.each([
    [{ dateColumn: "" }, [DAY]],
    [{ dateColumn: undefined }, [DAY]],
    [{ dateColumn: "4" }, [DAY]],
    [{ valueColumn: "" }, [VALUE]],
    [{ valueColumn: "4" }, [VALUE]],
    [{ kpiColumn: "" }, [KPI]],
    [{ kpiColumn: "4" }, [KPI]],
    [{ kpiColumn: "", kpi: "c" }, [KPI]],
    [{ kpi: "a" }, [ONE]],
    [{ kpi: "c" }, [ONE]],
    [{ dates: "" }, [DATES]],
    [{ dates: undefined }, [DATES]],
    [{ decimals: "" }, [DECIMALS]],
    [{ decimals: undefined }, [DECIMALS]],
    [{ valueColumn: "0" }, [TWICE]],
    [{ kpiColumn: "1" }, [TWICE]],
    [{ noteColumn: "2" }, [TWICE]],
    [{ dateColumn: "", valueColumn: "", kpiColumn: "", noteColumn: "", dates: "", decimals: "" }, [DAY, VALUE, KPI, DATES, DECIMALS]],
  ])("of %j is said to be wrong", (changed, problems) => expect(read(changed)).toEqual({ problems }));

  it("may be the last there is", () => expect(read({ noteColumn: "9" }, 10).values).toMatchObject({ noteColumn: 9 }));
});

describe("columns by their titles", () => {
  it.each([
    [
      ["Date", "Value", "KPI", "Note"],
      ["0", "1", "2", "3"],
    ],
    [
      [" day ", "READING", "name", "comment"],
      ["0", "1", "2", "3"],
    ],
    [
      ["päivä", "arvo", "mittari", "huomautus"],
      ["0", "1", "2", "3"],
    ],
    [
      ["Nimi", "Kommentti", "Lukema", "Päivämäärä"],
      ["3", "2", "0", "1"],
    ],
    [
      ["x", "PVM"],
      ["1", "", "", ""],
    ],
    [
      ["due date", "dates", "value (%)", "a reading", "kpi 1", "the kpi", "my note", "notes"],
      ["", "", "", ""],
    ],
    [
      ["date", "date"],
      ["0", "", "", ""],
    ],
    [[], ["", "", "", ""]],
  ] as const)("%j", (titles, [dateColumn, valueColumn, kpiColumn, noteColumn]) =>
    expect(guessedColumns(titles)).toEqual({ dateColumn, valueColumn, kpiColumn, noteColumn }),
  );
});
