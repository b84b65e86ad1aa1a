import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { milestoneDifferences, readMilestoneForm } from "./milestone-form.ts";

const ID = "0198b2a0-0000-7000-8000-000000000001";
const read = (fields: Record<string, string>) => readMilestoneForm(fields, ["shared-customer-record"], english);
const wrong = (fields: Record<string, string>) => read(fields).problems?.map(({ field }) => field);

describe("the form of a milestone", () => {
  it("adds, changes, removes and puts back, with what each needs", () => {
    expect(read({ intent: "add", once: ID, on: "2027-02-28", title: "  New CRM " })).toEqual({
      values: { intent: "add", once: ID, on: "2027-02-28", title: "New CRM", initiative: null },
    });
    expect(read({ intent: "change", id: ID, revision: "3", on: "2024-02-29", title: "x" }).values).toMatchObject({ revision: 3, on: "2024-02-29" });
    expect(read({ intent: "remove", id: ID })).toEqual({ values: { intent: "remove", id: ID } });
    expect(read({ intent: "restore", id: ID, on: "2027-02-28", title: "x" }).values?.intent).toBe("restore");
  });

  it.each(["", "2027-02-29", "28.2.2027", "1999-12-31", "2100-01-01", "2027-2-8"])("takes no day %j", (on) =>
    expect(wrong({ intent: "add", on, title: "x" })).toEqual(["on"]),
  );

  it.each(["", "   ", "x".repeat(81), "a\u0000b", "a\nb", "\u202Egnp.exe"])("takes no words %j", (title) =>
    expect(wrong({ intent: "add", on: "2027-02-28", title })).toEqual(["title"]),
  );

  it("is an initiative of the library, or none", () => {
    const happening = { on: "2027-02-28", title: "New CRM" };
    const mark = { intent: "add", once: ID, ...happening };
    expect(read({ ...mark, initiative: "shared-customer-record" }).values).toMatchObject({ initiative: "shared-customer-record" });
    expect(read({ ...mark, initiative: "" }).values).toMatchObject({ initiative: null });
    expect(read({ ...happening, intent: "restore", id: ID, initiative: "shared-customer-record" }).values).toMatchObject({
      initiative: "shared-customer-record",
    });
    for (const initiative of ["no-such-initiative", "shared-customer-record ", "x".repeat(65), "constructor"])
      expect(wrong({ ...mark, initiative })).toEqual(["initiative"]);
    expect(wrong({ ...mark, title: "", initiative: "no-such-initiative" })).toEqual(["title", "initiative"]);
    expect(wrong({ intent: "remove", id: ID, initiative: "shared-customer-record" })).toEqual(["title"]);
  });

  it("says both that are wrong, and refuses what the page does not send", () => {
    expect(wrong({ intent: "add", on: "", title: "" })).toEqual(["on", "title"]);
    const added = (other: Record<string, string>) => wrong({ intent: "add", once: ID, on: "2027-02-28", title: "x", ...other });
    expect(added({})).toBeUndefined();
    for (const once of ["", "x"]) expect(added({ once })).toEqual(["title"]);
    expect(added({ addedBy: "somebody" })).toEqual(["title"]);
    expect(wrong({ intent: "change", id: ID, revision: "0", on: "2027-02-28", title: "x" })).toEqual(["title"]);
    expect(wrong({ intent: "remove", id: "1 OR 1=1" })).toEqual(["title"]);
    expect(wrong({ intent: "constructor" })).toEqual(["title"]);
  });
});

describe("what is said of a milestone that is not taken", () => {
  const mark = { intent: "add", on: "2027-02-28", title: "New CRM", initiative: "" };
  const MISSING = "Say what happened.";
  const TOO_LONG = "Say it in at most 80 characters.";
  const UNFIT = "Leave out line breaks and invisible characters.";

  it.each([
    ["nothing", "", MISSING],
    ["blanks", " \t ", MISSING],
    ["one character too many", "x".repeat(81), TOO_LONG],
    ["one too many between blanks", ` ${"x".repeat(81)} `, TOO_LONG],
    ["no more than there may be, one of them unfit", `${"x".repeat(79)}\u0000`, UNFIT],
    ["no more than there may be but for blanks, one of them unfit", ` ${"x".repeat(79)}\u0000 `, UNFIT],
  ])("for %s is what to do about the words", (_, title, message) => {
    expect(read({ ...mark, title })).toEqual({ problems: [{ field: "title", message }] });
  });

  it("for words that were not sent is the same as for none", () => {
    const { title: _, ...others } = mark;
    expect(read(others)).toEqual({ problems: [{ field: "title", message: MISSING }] });
  });

  it("for a day, an initiative and another form's fields is each its own", () => {
    expect(read({ ...mark, on: "soon", initiative: "no-such-initiative" })).toEqual({
      problems: [
        { field: "on", message: "Enter the day it happened, from 2000 until 2099." },
        { field: "initiative", message: "Choose an initiative of the list, or none." },
      ],
    });
    const message = "The page has changed since you opened it. Check the fields and send them again.";
    for (const fields of [{ ...mark, addedBy: "somebody" }, { intent: "remove", id: "x" }, { intent: "remove" }])
      expect(read(fields as Record<string, string>)).toEqual({ problems: [{ field: "title", message }] });
  });
});

describe("a milestone that two people change", () => {
  it("differs where they do, in words", () => {
    const now = { on: "2027-02-01", title: "New CRM", initiative: null };
    const differences = (yours: Partial<typeof now | { initiative: string }>) =>
      milestoneDifferences(now, { ...now, ...yours }, (initiative) => `<${initiative}>`, english);
    expect(differences({})).toEqual([]);
    expect(differences({ on: "2027-03-01" })).toEqual([{ field: "Day", savedNow: "1 February 2027", yours: "1 March 2027" }]);
    expect(differences({ title: "CRM" })).toEqual([{ field: "What happened", savedNow: "New CRM", yours: "CRM" }]);
    expect(differences({ initiative: "a" })).toEqual([{ field: "Initiative", savedNow: "None", yours: "<a>" }]);
  });
});
