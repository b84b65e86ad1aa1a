import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { LONGEST_REASON, readCycleChange } from "./cycle-change-form.ts";

const CLOCK = { timeZone: "America/New_York", now: new Date("2027-03-01T10:00:00Z") };
const read = (fields: Record<string, string>) => readCycleChange(fields, CLOCK, english);
const wrong = (fields: Record<string, string>) => read(fields)?.problems?.map(({ field }) => field);

describe("what the page of a cycle is asked for", () => {
  it.each(["answer", "close", "remind", "unlink", "end-series"])("is to %s, with no other field", (intent) => {
    expect(read({ intent })).toEqual({ change: { intent } });
    expect(read({ intent, revision: "1" })).toBeNull();
  });

  it("is another closing time by the organisation's clock, or none", () => {
    expect(read({ intent: "closing", revision: "3", closesAt: "2027-03-20T17:00" })).toEqual({
      change: { intent: "closing", revision: 3, closesAt: new Date("2027-03-20T21:00:00Z") },
    });
    expect(read({ intent: "closing", revision: "3", closesAt: "" })).toEqual({ change: { intent: "closing", revision: 3, closesAt: null } });
    expect(wrong({ intent: "closing", revision: "3", closesAt: "2027-02-20T17:00" })).toEqual(["closesAt"]);
    for (const revision of ["", "0", "1.5", "x"]) expect(read({ intent: "closing", revision, closesAt: "" })).toBeNull();
  });

  it("is to open it again, for a reason of one line", () => {
    const fields = { intent: "reopen", revision: "2", reason: " Two were on leave ", closesAt: "" };
    expect(read(fields)).toEqual({ change: { intent: "reopen", revision: 2, reason: "Two were on leave", closesAt: null } });
    for (const reason of ["", "  ", "two\nlines", "x".repeat(LONGEST_REASON + 1)]) expect(wrong({ ...fields, reason })).toEqual(["reason"]);
    expect(wrong({ ...fields, reason: "", closesAt: "soon" })).toEqual(["reason", "closesAtAgain"]);
  });

  it("is an open link until a time, or more people", () => {
    expect(wrong({ intent: "link", openLinkUntil: "" })).toEqual(["openLinkUntil"]);
    expect(read({ intent: "link", openLinkUntil: "2027-03-20T17:00" })).toEqual({
      change: { intent: "link", openLinkUntil: new Date("2027-03-20T21:00:00Z") },
    });
    const add = { intent: "add", respondentRole: "", workFunction: "sales", language: "en" };
    expect(read({ ...add, addresses: "Ada@example.com" })).toEqual({
      change: { ...add, addresses: ["ada@example.com"], respondentRole: null },
    });
    expect(wrong({ ...add, addresses: "" })).toEqual(["addresses"]);
  });

  it("is nothing that its forms do not send", () => {
    for (const fields of [{}, { intent: "erase" }, { intent: "close", organizationId: "x" }]) expect(read(fields as Record<string, string>)).toBeNull();
  });
});
