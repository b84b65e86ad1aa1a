import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { cursorText, readAuditQuery } from "./audit-query.ts";
import { actionsSaying, eventInWords } from "./event-in-words.ts";

const read = (query: string) => readAuditQuery(new URLSearchParams(query), english);

describe("the part of the trail an address asks for", () => {
  it("is all of it where it says nothing", () => {
    expect(read("")).toEqual({ fields: { q: "", from: "", to: "" }, wishes: { q: "", since: null, before: null, after: null }, problems: [] });
  });

  it("has both of its days in it", () => {
    const { since, before } = read("from=2027-03-31&to=2027-03-31").wishes;
    expect([since, before]).toEqual([new Date("2027-03-31T00:00:00Z"), new Date("2027-04-01T00:00:00Z")]);
  });

  it("says what is wrong with a day", () => {
    for (const day of ["2027-02-30", "31.3.2027", "1e309", "2027"]) expect(read(`from=${day}`).problems).toMatchObject([{ field: "from" }]);
    expect(read("from=2027-04-01&to=2027-03-31").problems).toMatchObject([{ field: "from", message: "The first day comes after the last." }]);
  });

  it("goes on after a place, and begins anew for one that cannot be read", () => {
    const cursor = { at: new Date("2027-03-31T10:00:00.123Z"), id: "0190b6f2-5d5e-7c3a-9a0f-0123456789ab" };
    expect(read(`after=${cursorText(cursor)}`).wishes.after).toEqual(cursor);
    for (const wrong of ["x", "1.x", `9${"9".repeat(20)}.${cursor.id}`, `${cursorText(cursor)}'`, "__proto__"])
      expect(read(`after=${encodeURIComponent(wrong)}`).wishes.after).toBeNull();
  });

  it("has no signs in its text that a database cannot look for", () => {
    expect(read("q=a%00b").wishes.q).toBe("ab");
    expect(readAuditQuery(new URLSearchParams([["q", "a\uD800b"]]), english).wishes.q).toBe("a\uFFFDb");
  });
});

describe("an event in words", () => {
  const event = { actorName: "Maria", actorFor: null, action: "member.changed", objectName: "Anna", detail: null };

  it("says who, what, to whom, and what changed", () => {
    expect(
      eventInWords({ ...event, detail: { roleBefore: "viewer", roleAfter: "analyst", workFunctionBefore: null, workFunctionAfter: "it" } }, english),
    ).toEqual({
      who: "Maria",
      what: "changed a member: Anna",
      details: ["Role: Viewer → Analyst", "Works in: none → IT"],
    });
    expect(eventInWords({ ...event, actorFor: "Advisers Ltd" }, english).who).toBe("Maria for Advisers Ltd");
    expect(eventInWords({ ...event, action: "member.left", objectName: "Maria", detail: { roleBefore: "viewer" } }, english)).toMatchObject({
      what: "left",
      details: ["Role: Viewer"],
    });
  });

  it("shows what it has no words for as it stands", () => {
    expect(eventInWords({ ...event, action: "room.opened", detail: { seats: 4, roleAfter: "king", constructor: "x" } }, english)).toEqual({
      who: "Maria",
      what: "room.opened: Anna",
      details: ["seats: 4", "Role: king", "constructor: x"],
    });
  });

  it("is found by the words it is read in, and by its code", () => {
    expect(actionsSaying("removed", english)).toEqual([
      "member.removed",
      "scenario.removed",
      "kpi_reading.removed",
      "initiative.step_removed",
      "initiative.note_removed",
      "initiative.attachment_removed",
      "evidence.removed",
    ]);
    expect(actionsSaying("INVITATION", english)).toEqual(["invitation.sent", "invitation.resent", "invitation.withdrawn"]);
    expect(actionsSaying("member.", english)).toEqual(["member.joined", "member.changed", "member.removed", "member.left", "member.erased"]);
  });
});
