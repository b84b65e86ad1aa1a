import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { readEvidenceChange, readNewEvidence } from "./evidence-form.ts";

const OWNER = "01900000-0000-7000-8000-000000000001";
const CHOICES = { items: ["front-door", "own-data"], owners: [OWNER] };
const FIELDS = {
  item: "own-data",
  title: " Complaints report ",
  link: "https://example.com/report",
  owner: OWNER,
  expires: "2027-12-31",
  once: "01900000-0000-7000-8000-00000000000a",
};
const read = (change: Record<string, string> = {}, hasFile = false) => readNewEvidence({ ...FIELDS, ...change }, hasFile, CHOICES, english);
const wrong = (change: Record<string, string>, hasFile = false) => read(change, hasFile).problems?.map(({ field }) => field);

describe("the form of a new evidence", () => {
  it("is read with its ends trimmed, what is left open being null", () => {
    expect(read()).toEqual({ values: { ...FIELDS, title: "Complaints report" } });
    expect(read({ link: "", owner: "", expires: "" }, true)).toEqual({
      values: { ...FIELDS, title: "Complaints report", link: null, owner: null, expires: null },
    });
  });

  it("takes a link or a file, not both and not neither", () => {
    expect(wrong({ link: "" })).toEqual(["link"]);
    expect(wrong({}, true)).toEqual(["link"]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.com",
    "example.com/x",
    "https://bank.example@evil.example",
    "https://a.example/\u202Efdp",
    `https://example.com/${"x".repeat(500)}`,
  ])("does not take %j for a link", (link) => {
    expect(wrong({ link })).toEqual(["link"]);
  });

  it("says everything that is wrong at once", () => {
    expect(wrong({ item: "", title: " ", link: "x", owner: "nobody", expires: "31.12.2027" })).toEqual(["item", "title", "link", "owner", "expires"]);
  });

  it("takes only questions and people of the lists, and days there are", () => {
    expect(wrong({ item: "another" })).toEqual(["item"]);
    expect(wrong({ owner: "01900000-0000-7000-8000-0000000000ff" })).toEqual(["owner"]);
    for (const expires of ["2027-02-29", "1999-12-31", "2200-01-01", "2027-1-1"]) expect(wrong({ expires })).toEqual(["expires"]);
  });

  it("names both ends of what a last day can be", () => {
    for (const expires of ["1999-12-31", "9999-12-31"])
      expect(read({ expires }).problems).toEqual([
        { field: "expires", message: "Enter a day as year, month and day, such as 2027-03-31, from 2000 until 2199." },
      ]);
    for (const expires of ["2000-01-01", "2199-12-31"]) expect(wrong({ expires })).toBeUndefined();
  });

  it("takes a title of 120 signs on one line", () => {
    expect(wrong({ title: "x".repeat(120) })).toBeUndefined();
    for (const title of ["x".repeat(121), "two\nlines", "turned \u202E round", "a\u0000b"]) expect(wrong({ title })).toEqual(["title"]);
  });

  it("refuses fields that it does not have, and a form without its mark", () => {
    expect(wrong({ organization: "x" })).toEqual(["title"]);
    expect(wrong({ once: "x" })).toEqual(["title"]);
  });
});

describe("the form of a change", () => {
  const { once: _, ...said } = FIELDS;
  const change = (fields: Record<string, string>, file: { hasFile: boolean; keepsFile: boolean }) =>
    readEvidenceChange({ ...said, revision: "3", ...fields }, file, CHOICES, english);

  it("keeps the file that is there where nothing takes its place", () => {
    expect(change({ link: "" }, { hasFile: false, keepsFile: true }).values).toMatchObject({ link: null, revision: 3 });
    expect(change({ link: "" }, { hasFile: false, keepsFile: false }).problems).toMatchObject([{ field: "link" }]);
    expect(change({}, { hasFile: true, keepsFile: true }).problems).toMatchObject([{ field: "link" }]);
  });

  it.each(["", "-1", "1.5", "x", "99999999999"])("refuses the revision %j", (revision) => {
    expect(change({ revision }, { hasFile: false, keepsFile: false }).problems).toHaveLength(1);
  });
});
