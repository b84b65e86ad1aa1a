import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { readReferenceFile, separatorOfFile } from "./reference-file.ts";

const shop = definitionOf(
  [dimension("d")],
  [
    single("one", "d", [0, 0.5, 1]),
    multi("many", "d", [0.5, 0.5]),
    scale("step", "d", -1, 2),
    shift("way", "d", 3),
    number("age", "d", [
      [0, 1],
      [24, 0],
    ]),
    ranking("order", "d", 2, [1, 1, 0]),
  ],
  { slug: "shop" },
);
const HEADING = [
  ["name", "Shops in 2019"],
  ["assessment", "shop"],
  ["source", "An institute"],
  ["link", "https://example.org/shops"],
  ["year", "2019"],
  ["n", "412"],
  ["method", "Asked by post"],
  ["licence", "CC BY 4.0"],
];
const TITLES = ["part", "kind", "at", "value"];

const read = (cells: string[][]) =>
  readReferenceFile(
    cells.map((row, i) => ({ line: i + 1, cells: row })),
    (slug) => (slug === "shop" ? shop : undefined),
    2026,
  );
const withFigures = (...figures: string[][]) => read([...HEADING, TITLES, ...figures]);
/** What is wrong with a figure that stands on line 10. */
const wrongFigure = (...figures: string[][]) => (withFigures(...figures).problems ?? []).map(({ line, problem }) => [line, problem]);
/** What is wrong with a line of the heading, which has another value. */
const wrongHeading = (key: string, value: string) =>
  (read([...HEADING.map((row) => (row[0] === key ? [key, value] : row)), TITLES, ["overall", "mean", "", "50"]]).problems ?? []).map(
    ({ line, name, problem }) => [line, name, problem],
  );

describe("a file with a reference set", () => {
  it("is read whole: its provenance, and each figure as it stands", () => {
    const figures = [
      ["overall", "percentile", "25", "41"],
      ["overall", "percentile", "75", "66.5"],
      ["dimension:d", "mean", "", "52,25"],
      ["pillar:process", "mean", "", "50"],
      ["item:one", "share", "o0", "33.4"],
      ["item:step", "share", "-1", "10"],
      ["item:way", "share", "2", "100"],
      ["item:order", "rank", "r2", "1"],
      ["item:order", "rank", "r0", "2"],
    ];
    expect(withFigures(...figures)).toEqual({
      set: {
        ...{ name: "Shops in 2019", slug: "shop", source: "An institute", url: "https://example.org/shops", year: 2019, n: 412 },
        ...{ method: "Asked by post", licence: "CC BY 4.0" },
        values: [
          { part: "overall", kind: "percentile", at: "25", value: 41 },
          { part: "overall", kind: "percentile", at: "75", value: 66.5 },
          { part: "dimension:d", kind: "mean", at: "", value: 52.25 },
          { part: "pillar:process", kind: "mean", at: "", value: 50 },
          { part: "item:one", kind: "share", at: "o0", value: 33.4 },
          { part: "item:step", kind: "share", at: "-1", value: 10 },
          { part: "item:way", kind: "share", at: "2", value: 100 },
          { part: "item:order", kind: "rank", at: "r2", value: 1 },
          { part: "item:order", kind: "rank", at: "r0", value: 2 },
        ],
      },
    });
  });

  it("may have empty lines, empty cells at the end, titles in capitals, and no link", () => {
    const rows = HEADING.filter(([key]) => key !== "link").map(([key, value]) => [key!.toUpperCase(), ` ${value} `, "", ""]);
    const { set } = read([...rows, ["", "", "", ""], TITLES, ["overall", "mean", "", "50"]]);
    expect(set).toMatchObject({ name: "Shops in 2019", url: null, values: [{ value: 50 }] });
  });

  it("tells everything that is wrong, by line, and gives no set", () => {
    const { set, problems } = read([
      ...HEADING.map((row) => (row[0] === "n" ? ["n", "many"] : row)),
      TITLES,
      ["overall", "mean", "", "lots"],
      ["item:one", "percentage", "o0", "3"],
    ]);
    expect(set).toBeUndefined();
    expect(problems).toEqual([
      { line: 6, name: "n", problem: "n", shown: "many" },
      { line: 10, name: "value", problem: "number", shown: "lots" },
      { line: 11, name: "kind", problem: "kind", shown: "percentage" },
    ]);
  });

  it.each(["name", "assessment", "source", "year", "n", "method", "licence"])("has to say its %s", (key) => {
    expect(wrongHeading(key, " ")).toEqual([[HEADING.findIndex((row) => row[0] === key) + 1, key, "missing"]]);
    const without = read([...HEADING.filter((row) => row[0] !== key), TITLES, ["overall", "mean", "", "50"]]);
    expect(without.problems).toEqual([{ line: null, name: key, problem: "missing", shown: "" }]);
  });

  it("says each thing once, and nothing else", () => {
    expect(read([...HEADING, ["n", "3"], TITLES, ["overall", "mean", "", "5"]]).problems).toEqual([
      { line: 9, name: "n", problem: "heading-twice", shown: "3" },
    ]);
    expect(read([...HEADING, ["__proto__", "x"], TITLES, ["overall", "mean", "", "5"]]).problems).toMatchObject([{ line: 9, problem: "unknown-line" }]);
    expect(read([...HEADING, TITLES]).problems).toMatchObject([{ line: null, problem: "no-figures" }]);
    expect(read(HEADING).problems).toMatchObject([{ line: null, problem: "columns" }]);
    expect(read([...HEADING, ["part", "kind", "value"], ["overall", "mean", "5"]]).problems).toMatchObject([{ line: 9, problem: "columns" }]);
  });

  it.each([
    ["a whole number of respondents", "n", ["0", "-3", "1.5", "1e3", "NaN", "2147483648", "99999999999999999999"], "n"],
    ["a year from 1900 to this one", "year", ["1899", "2027", "19", "2019.5", "1e309", "MMXIX"], "year"],
    ["an address as it is written", "link", ["javascript:alert(1)", "ftp://example.org", "https://a@example.org", "nowhere"], "link"],
    ["an assessment that there is", "assessment", ["mall", "__proto__", "<script>"], "assessment"],
    ["text of some length", "name", ["x".repeat(121), "a\u0000b", "a\u202Eb"], "text"],
  ])("asks for %s", (_, key, values, problem) => {
    for (const value of values) {
      const said = wrongHeading(key, value).map((each) => each[2]);
      expect(said, value).toEqual([value.startsWith("-") ? "formula" : problem]);
    }
  });

  it.each(["name", "source", "method", "licence", "link"])("takes no formula as its %s", (key) => {
    for (const cell of ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]) expect(wrongHeading(key, cell).map((each) => each[2])).toEqual(["formula"]);
  });

  it("keeps <script> as the text it is", () => {
    expect(read([["name", "<script>alert(1)</script>"], ...HEADING.slice(1), TITLES, ["overall", "mean", "", "50"]]).set).toMatchObject({
      name: "<script>alert(1)</script>",
    });
  });

  it("shows of a cell that is wrong its beginning", () => {
    expect(withFigures(["overall", "mean", "", "9".repeat(500)]).problems).toEqual([
      { line: 10, name: "value", problem: "number", shown: `${"9".repeat(60)}…` },
    ]);
  });
});

describe("a figure", () => {
  it.each(["-0", "-1", "NaN", "1e309", "Infinity", "1e2", "0x10", "١", "5 %", "1,234.5", "1.2345", "=5", "<script>"])("is not %s", (text) => {
    expect(wrongFigure(["overall", "mean", "", text])).toEqual([[10, "number"]]);
  });

  it.each([
    ["an unknown question", ["item:gone", "share", "o0", "5"], "part"],
    ["an unknown dimension", ["dimension:gone", "mean", "", "5"], "part"],
    ["a pillar that no question is of", ["pillar:people", "mean", "", "5"], "part"],
    ["a part with more behind it", ["item:one:two", "share", "o0", "5"], "part"],
    ["a name of the language", ["item:__proto__", "share", "o0", "5"], "part"],
    ["an unknown option", ["item:one", "share", "o9", "5"], "at"],
    ["a percentile that there is not", ["overall", "percentile", "100", "5"], "at"],
    ["a percentile of none", ["overall", "percentile", "0", "5"], "at"],
    ["a mean at something", ["overall", "mean", "50", "5"], "at"],
    ["a share of a score", ["overall", "share", "o0", "5"], "figure"],
    ["a mean of a question", ["item:one", "mean", "", "5"], "figure"],
    ["a place of a question that ranks nothing", ["item:one", "rank", "o0", "1"], "figure"],
    ["a share of a number", ["item:age", "share", "12", "5"], "figure"],
    ["a share above everybody", ["item:one", "share", "o0", "100.1"], "range"],
    ["a score above 100", ["overall", "mean", "", "101"], "range"],
    ["half a place", ["item:order", "rank", "r0", "1.5"], "range"],
    ["a place beyond the options", ["item:order", "rank", "r0", "4"], "range"],
    ["a row with too few cells", ["overall", "mean", "5"], "cells"],
    ["a row with too many cells", ["overall", "mean", "", "5", "6"], "cells"],
  ])("is refused: %s", (_, figure, problem) => {
    expect(wrongFigure(figure)).toEqual([[10, problem]]);
  });

  it("stands once", () => {
    expect(wrongFigure(["overall", "mean", "", "5"], ["overall", "mean", "", "6"])).toEqual([[11, "repeated"]]);
  });

  it("of a percentile rises, in whatever order they stand", () => {
    expect(wrongFigure(["overall", "percentile", "75", "40"], ["overall", "percentile", "25", "41"])).toEqual([[10, "falling"]]);
    expect(wrongFigure(["overall", "percentile", "75", "41"], ["overall", "percentile", "5", "41"])).toEqual([]);
  });

  it("of a place is one of 1 to k, each once", () => {
    const rank = (at: string, value: string) => ["item:order", "rank", at, value];
    expect(wrongFigure(rank("r0", "2"))).toEqual([[10, "places"]]);
    expect(wrongFigure(rank("r0", "1"), rank("r1", "1"))).toEqual([[10, "places"]]);
    expect(wrongFigure(rank("r0", "1"), rank("r1", "3"))).toEqual([[10, "places"]]);
    expect(wrongFigure(rank("r2", "3"), rank("r0", "1"), rank("r1", "2"))).toEqual([]);
  });

  it("of a share adds up to everybody at most where one answer is given, half a percent more for each that was rounded", () => {
    const share = (at: string, value: string, item = "one") => [`item:${item}`, "share", at, value];
    expect(wrongFigure(share("o0", "50.5"), share("o1", "50.5"))).toEqual([]);
    expect(wrongFigure(share("o0", "50.5"), share("o1", "50.6"))).toEqual([[10, "sum"]]);
    expect(wrongFigure(share("p0", "90", "many"), share("p1", "90", "many"))).toEqual([]);
    expect(wrongFigure(share("r0", "90", "order"), share("r1", "90", "order"))).toEqual([]);
  });
});

it("the sign between cells is the one after the first name", () => {
  expect(separatorOfFile("name;Shops, streets, towns\n")).toBe("semicolon");
  expect(separatorOfFile('\uFEFF"name",Shops; streets; towns\n')).toBe("comma");
  expect(separatorOfFile("\nname\tShops\n")).toBe("tab");
  expect(separatorOfFile("nothing like it")).toBe("comma");
});
