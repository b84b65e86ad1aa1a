import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { onePerField, readKpiChange, readNewKpi } from "./kpi-form.ts";
import { readKpiQuery, readLibraryQuery, readReadingsPage } from "./kpi-query.ts";
import { plainText } from "./plain-text.ts";
import { readNewReading, readReadingChange, readRemoval, readUndo } from "./reading-form.ts";
import { readTargets, targetsSchema } from "./targets-form.ts";

const TODAY = "2027-02-03";
const ID = "01890000-0000-7000-8000-000000000001";
const choices = { ownerIds: [ID], libraryIds: ["renewal-rate"] };
const kpi = { once: ID, name: "Renewals", better: "up", cadence: "month" };
const CHANGED = "The page has changed since you opened it. Check the fields and send them again.";
const NUMBER = "Enter a number between -1,000,000,000 and 1,000,000,000 with up to two decimals after a comma or three after a point, such as 42.5.";
const DAY = "Enter a day from 1990 until today.";
const RISING = "Higher is better, so the worst has to be less than the middle and the middle less than the best.";
const FALLING = "Lower is better, so the worst has to be more than the middle and the middle more than the best.";
const INCOMPLETE = "Enter the worst, the middle and the best value, or none of them.";

describe("what is said of a KPI that is not taken", () => {
  const said = (changed: Record<string, string>) =>
    readNewKpi({ ...kpi, ...changed }, choices, TODAY, english).problems?.map(({ field, message }) => [field, message]);

  it.each([
    [{ name: "" }, [["name", "Enter the name of the KPI."]]],
    [{ name: " \t" }, [["name", "Enter the name of the KPI."]]],
    [{ name: "x".repeat(121) }, [["name", "Enter the name in one line of at most 120 characters."]]],
    [{ name: "two\nlines" }, [["name", "Enter the name in one line of at most 120 characters."]]],
    [{ unit: "x".repeat(41) }, [["unit", "Enter the unit in one line of at most 40 characters."]]],
    [{ unit: "a\nb" }, [["unit", "Enter the unit in one line of at most 40 characters."]]],
    [{ definition: "x".repeat(1001) }, [["definition", "Enter the definition in at most 1000 characters, as plain text."]]],
    [{ better: "" }, [["better", "Choose whether higher or lower is better."]]],
    [{ cadence: "" }, [["cadence", "Choose how often it is read."]]],
    [{ owner: "somebody" }, [["owner", "Choose an owner from the list."]]],
    [{ baseline: "many" }, [["baseline", NUMBER]]],
    [{ baselineOn: "2027-02-04", baseline: "1" }, [["baselineOn", DAY]]],
    [{ baselineOn: "2027-02-04" }, [["baselineOn", DAY]]],
    [{ baselineOn: "2027-02-03" }, [["baseline", "Enter the value of the baseline, or leave its day empty."]]],
    [{ baselineOn: "2027-02-03", baseline: " " }, [["baseline", "Enter the value of the baseline, or leave its day empty."]]],
    [{ baselineOn: "2027-02-03", baseline: "many" }, [["baseline", NUMBER]]],
    [{ worst: "1" }, [["middle", INCOMPLETE]]],
    [{ middle: "1" }, [["worst", INCOMPLETE]]],
    [{ best: "1" }, [["worst", INCOMPLETE]]],
    [{ worst: "1", middle: "2" }, [["best", INCOMPLETE]]],
    [{ worst: "1", best: "2" }, [["middle", INCOMPLETE]]],
    [{ middle: "1", best: "2", worst: " " }, [["worst", INCOMPLETE]]],
    [{ worst: "1", middle: "2", best: "many" }, [["best", NUMBER]]],
    [{ worst: "many", middle: "2", best: "3" }, [["worst", NUMBER]]],
    [{ worst: "1", middle: "many", best: "3" }, [["middle", NUMBER]]],
    [{ worst: "3", middle: "2", best: "1" }, [["middle", RISING]]],
    [{ worst: "1", middle: "2", best: "3", better: "down" }, [["middle", FALLING]]],
    [{ worst: "3", middle: "2", best: "1", better: "sideways" }, [["better", "Choose whether higher or lower is better."]]],
    [
      { worst: "many", middle: "" },
      [
        ["worst", NUMBER],
        ["middle", INCOMPLETE],
      ],
    ],
    [{ library: "no-such-entry" }, [["name", CHANGED]]],
    [{ library: "x".repeat(65) }, [["name", CHANGED]]],
    [{ name: "x".repeat(4001) }, [["name", CHANGED]]],
    [{ once: "1" }, [["name", CHANGED]]],
    [{ revision: "1" }, [["name", CHANGED]]],
  ])("%j", (changed, problems) => expect(said(changed as Record<string, string>)).toEqual(problems));

  it("is nothing for the most there may be, and for anchors that rise or fall as is better", () => {
    const most = { name: "n".repeat(120), unit: "u".repeat(40), definition: "d".repeat(1000) };
    expect(readNewKpi({ ...kpi, ...most, library: "renewal-rate", baselineOn: " 1990-01-01 ", baseline: " 0 " }, choices, TODAY, english)).toEqual({
      values: {
        ...most,
        ...{ higherIsBetter: true, cadence: "month", ownerId: null, baseline: 0, baselineOn: "1990-01-01", anchors: null, once: ID, libraryId: "renewal-rate" },
      },
    });
    const falling = { better: "down", worst: "3", middle: "2", best: "1" };
    expect(readNewKpi({ ...kpi, ...falling }, choices, TODAY, english).values).toMatchObject({
      higherIsBetter: false,
      anchors: { worst: 3, middle: 2, best: 1 },
    });
    expect(readNewKpi({ ...kpi, unit: "  " }, choices, TODAY, english).values).toMatchObject({ unit: "" });
  });

  it("of a change is the same, and its revision a whole number above 0", () => {
    const { once: _, ...terms } = kpi;
    const change = (fields: Record<string, string>) => readKpiChange({ ...terms, ...fields }, [ID], TODAY, english);
    expect(change({ revision: "1" }).values).toMatchObject({ name: "Renewals", revision: 1 });
    expect(change({ revision: "2147483647" }).values).toMatchObject({ revision: 2147483647 });
    for (const revision of ["0", "1.5", "2147483648", "x"]) expect(change({ revision })).toEqual({ problems: [{ field: "name", message: CHANGED }] });
    expect(change({ revision: "1", once: ID })).toEqual({ problems: [{ field: "name", message: CHANGED }] });
    expect(change({ revision: "1", owner: "x" })).toEqual({ problems: [{ field: "owner", message: "Choose an owner from the list." }] });
  });

  it("is one thing a field, the first", () => {
    const [a, b, c] = [
      { field: "x", message: "first" },
      { field: "y", message: "other" },
      { field: "x", message: "second" },
    ];
    expect(onePerField([a!, b!, c!])).toEqual([a, b]);
  });
});

describe("what is said of a reading that is not taken", () => {
  const reading = { intent: "add-reading", on: TODAY, value: "1", note: "" };
  const said = (changed: Record<string, string>) => readNewReading({ ...reading, ...changed }, TODAY, english).problems;

  it.each([
    [{ on: "2027-02-04" }, "on", DAY],
    [{ on: "1989-12-31" }, "on", DAY],
    [{ on: "2027-02-30" }, "on", DAY],
    [{ value: " " }, "value", "Enter the value."],
    [{ value: "much" }, "value", NUMBER],
    [{ note: "x".repeat(301) }, "note", "Enter the note in at most 300 characters, as plain text."],
    [{ note: "a\u0000b" }, "note", "Enter the note in at most 300 characters, as plain text."],
    [{ intent: "remove-reading" }, "value", CHANGED],
    [{ on: "x".repeat(4001) }, "value", CHANGED],
  ])("%j", (changed, field, message) => expect(said(changed as Record<string, string>)).toEqual([{ field, message }]));

  it("is nothing for a day with blanks around it and the longest note", () => {
    expect(readNewReading({ ...reading, on: ` ${TODAY} `, note: "x".repeat(300) }, TODAY, english)).toEqual({
      values: { on: TODAY, value: 1, note: "x".repeat(300) },
    });
  });

  it("of a change is the same, without a day", () => {
    const change = (fields: Record<string, string>) => readReadingChange({ revision: "1", value: "3", note: "n", ...fields }, english);
    expect(change({})).toEqual({ values: { value: 3, note: "n", revision: 1 } });
    expect(change({ value: "" })).toEqual({ problems: [{ field: "value", message: "Enter the value." }] });
    for (const fields of [{ revision: "0" }, { on: TODAY }] as Record<string, string>[])
      expect(change(fields)).toEqual({ problems: [{ field: "value", message: CHANGED }] });
  });

  it("of removing and putting back is that it is none", () => {
    expect(readRemoval({ intent: "add-reading", on: TODAY, revision: "1" })).toBeNull();
    expect(readRemoval({ intent: "remove-reading", on: TODAY, revision: "1", note: "" })).toBeNull();
    const undo = { ...reading, intent: "restore-reading", source: "hand" };
    expect(readUndo(undo, TODAY, english)).toEqual({ on: TODAY, value: 1, note: null, source: "hand" });
    expect(readUndo({ ...undo, source: "api" }, TODAY, english)).toMatchObject({ source: "api" });
    for (const changed of [{ on: "2027-02-04" }, { intent: "add-reading" }, { surplus: "1" }] as Record<string, string>[])
      expect(readUndo({ ...undo, ...changed }, TODAY, english)).toBeNull();
  });
});

describe("what is said of targets that are not taken", () => {
  const quarters = ["2027-Q1", "2027-Q2"];
  const read = (fields: Record<string, string>) => readTargets({ revision: "1", "target-2027-Q1": "1", "target-2027-Q2": "2", ...fields }, quarters, english);

  it("names the quarter, each of them", () => {
    expect(read({ "target-2027-Q1": "much", "target-2027-Q2": "more" })).toEqual({
      problems: [
        { field: "target-2027-Q1", message: "Enter the target for 2027-Q1 as a number, such as 42.5." },
        { field: "target-2027-Q2", message: "Enter the target for 2027-Q2 as a number, such as 42.5." },
      ],
    });
    for (const fields of [{ revision: "0" }, { "target-2027-Q1": "1".repeat(201) }, { surplus: "1" }] as Record<string, string>[])
      expect(read(fields)).toEqual({ problems: [{ field: "target-2027-Q1", message: CHANGED }] });
    expect(read({ "target-2027-Q1": `${" ".repeat(199)}1` }).values).toEqual({ targets: { "2027-Q1": 1, "2027-Q2": 2 }, revision: 1 });
  });

  it("in a file are eighty quarters at most, by their names", () => {
    const of = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${2000 + Math.floor(n / 4)}-Q${(n % 4) + 1}`, n]));
    expect(targetsSchema.safeParse(of(80)).success).toBe(true);
    expect(targetsSchema.safeParse(of(81)).success).toBe(false);
    for (const name of ["1999-Q1", "2199-Q4"]) expect(targetsSchema.safeParse({ [name]: 1 }).success, name).toBe(true);
    for (const name of ["1899-Q1", "2200-Q1", "2027-Q0", "2027-Q5", "x2027-Q1", "2027-Q1x", "2027-1", "202-Q1"])
      expect(targetsSchema.safeParse({ [name]: 1 }).success, name).toBe(false);
  });
});

describe("plain text of some lines", () => {
  const read = (text: string, most = 5) => plainText(most).safeParse(text).data;

  it("is trimmed, and its lines end in one way", () => {
    expect(read(" a\r\nb\r\n ")).toBe("a\nb");
    expect(read("a\tb\nc")).toBe("a\tb\nc");
    expect(read("")).toBe("");
    expect(read(`  ${"x".repeat(5)}  `)).toBe("xxxxx");
    expect(read("x".repeat(6))).toBeUndefined();
  });

  it.each(["\u0000", "\u007f", "\ud800", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069"])("has no %j", (sign) =>
    expect(read(`a${sign}b`)).toBeUndefined(),
  );
});

describe("the addresses of lists", () => {
  const of = (query: string) => new URLSearchParams(query);

  it("of KPIs say which part of them is wanted, and begin where they say nothing", () => {
    expect(readKpiQuery(of(""))).toEqual({ q: "", sort: "name", archived: false, page: 1 });
    expect(readKpiQuery(of("q=%20calls%20&sort=latest&page=10000"))).toEqual({ q: "calls", sort: "latest", archived: false, page: 10_000 });
    expect(readKpiQuery(of("archived=no&page=10001&sort="))).toEqual({ q: "", sort: "name", archived: false, page: 1 });
    for (const page of ["0", "1.5", "x"]) expect(readKpiQuery(of(`page=${page}`)).page).toBe(1);
  });

  it("of the library say what is looked for and what was chosen", () => {
    expect(readLibraryQuery(of(""))).toEqual({ q: "", page: 1, from: null });
    expect(readLibraryQuery(of("q=calls&page=2&from=renewal-rate"))).toEqual({ q: "calls", page: 2, from: "renewal-rate" });
    expect(readLibraryQuery(of(`from=${"x".repeat(64)}`)).from).toBe("x".repeat(64));
    expect(readLibraryQuery(of(`from=${"x".repeat(65)}&page=0`))).toEqual({ q: "", page: 1, from: null });
  });

  it("of readings say the page", () => {
    expect([readReadingsPage(of("")), readReadingsPage(of("page=3")), readReadingsPage(of("page=-1"))]).toEqual([1, 3, 1]);
  });
});
