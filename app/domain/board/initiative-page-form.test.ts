import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { betDifferences, decisionDifferences, keepingDifferences } from "./initiative-differences.ts";
import { readAttachment, readBet, readDecision, readKeeping, readNote, readStep } from "./initiative-page-form.ts";

const MARIA = "0198b2a0-0000-7000-8000-000000000001";
const ONCE = "0198b2a0-0000-7000-8000-000000000002";
const at = (reading: { problems?: { field: string }[] }) => reading.problems?.map(({ field }) => field);

describe("who looks after an initiative", () => {
  const read = (fields: Record<string, string>) => readKeeping({ owner: "", due: "", revision: "3", ...fields }, [MARIA], english);

  it("is somebody of the list, and by a day, or neither", () => {
    expect(read({}).values).toEqual({ owner: null, due: null, revision: 3 });
    expect(read({ owner: MARIA, due: "2027-06-30" }).values).toEqual({ owner: MARIA, due: "2027-06-30", revision: 3 });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ owner: ONCE }, ["owner"]],
    [{ owner: "Maria" }, ["owner"]],
    [{ due: "2027-02-29" }, ["due"]],
    [{ due: "1999-12-31" }, ["due"]],
    [{ owner: "x", due: "x" }, ["owner", "due"]],
    [{ revision: "0" }, ["owner"]],
    [{ surplus: "1" }, ["owner"]],
  ])("is not %j", (fields, fault) => expect(at(read(fields))).toEqual(fault));
});

describe("what an initiative bets on", () => {
  const empty = { analog: "", antilog: "", leapOfFaith: "", hypothesis: "", refutedBy: "", measureOn: "", revision: "1" };

  it("is said in as many of its parts as are known", () => {
    expect(readBet({ ...empty, leapOfFaith: " People call back.\r\nAlways. ", measureOn: "2027-09-30" }, english).values).toEqual({
      ...{ analog: null, antilog: null, leapOfFaith: "People call back.\nAlways.", hypothesis: null, refutedBy: null, measureOn: "2027-09-30", revision: 1 },
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ analog: "x".repeat(1001) }, ["analog"]],
    [{ hypothesis: "a\u0000b", refutedBy: "\u202E" }, ["hypothesis", "refutedBy"]],
    [{ measureOn: "soon" }, ["measureOn"]],
    [{ revision: "" }, ["analog"]],
  ])("is not %j", (fields, fault) => expect(at(readBet({ ...empty, ...fields }, english))).toEqual(fault));
});

describe("what a measurement showed", () => {
  const read = (fields: Record<string, string>) =>
    readDecision({ verdict: "held", measured: "62 %", decidedOn: "2027-03-31", revision: "2", ...fields }, "2027-03-31", english);

  it("is a verdict with what was measured on a day until today, or open again", () => {
    expect(read({}).values).toEqual({ verdict: "held", measured: "62 %", decidedOn: "2027-03-31", revision: 2 });
    expect(read({ verdict: "open", measured: "left over", decidedOn: "" }).values).toEqual({ verdict: null, measured: null, decidedOn: null, revision: 2 });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ verdict: "" }, ["verdict"]],
    [{ verdict: "perhaps" }, ["verdict"]],
    [{ measured: "  " }, ["measured"]],
    [{ measured: "\u200b" }, ["measured"]],
    [{ measured: "x".repeat(1001) }, ["measured"]],
    [{ decidedOn: "" }, ["decidedOn"]],
    [{ decidedOn: "2027-04-01" }, ["decidedOn"]],
    [{ decidedOn: "2027-03-32" }, ["decidedOn"]],
    [{ verdict: "x", measured: "", decidedOn: "" }, ["verdict", "measured", "decidedOn"]],
    [{ surplus: "1" }, ["verdict"]],
  ])("is not %j", (fields, fault) => expect(at(read(fields))).toEqual(fault));
});

describe("a step and a note", () => {
  it("say something, and not too much", () => {
    expect(readStep({ once: ONCE, step: " Ask " }, english).values).toEqual({ once: ONCE, step: "Ask" });
    expect(readNote({ once: ONCE, note: " A\r\nB " }, english).values).toEqual({ once: ONCE, note: "A\nB" });
    for (const step of ["", " ", "\u200b", "x".repeat(201), "a\nb"]) expect(at(readStep({ once: ONCE, step }, english))).toEqual(["step"]);
    for (const note of ["", " \n ", "\u200b", "x".repeat(2001), "\u0007"]) expect(at(readNote({ once: ONCE, note }, english))).toEqual(["note"]);
    expect(at(readStep({ once: "1", step: "Ask" }, english))).toEqual(["step"]);
    expect(at(readNote({ once: ONCE, note: "A", surplus: "1" }, english))).toEqual(["note"]);
  });
});

describe("what is attached", () => {
  const read = (fields: Record<string, string>, hasFile = false) => readAttachment({ once: ONCE, title: "Offer", link: "", ...fields }, hasFile, english);

  it("is a link or a file", () => {
    expect(read({ link: " https://example.com/offer " }).values).toEqual({ once: ONCE, title: "Offer", link: "https://example.com/offer" });
    expect(read({}, true).values).toEqual({ once: ONCE, title: "Offer", link: null });
  });

  it.each<[Record<string, string>, boolean, string[]]>([
    [{}, false, ["link"]],
    [{ link: "https://example.com" }, true, ["link"]],
    [{ link: "javascript:alert(1)" }, false, ["link"]],
    [{ link: "https://bank.example@evil.example/" }, false, ["link"]],
    [{ title: "" }, true, ["title"]],
    [{ title: "x".repeat(121) }, true, ["title"]],
    [{ title: "" }, false, ["title", "link"]],
    [{ once: "x" }, true, ["title"]],
  ])("is not %j with a file: %s", (fields, hasFile, fault) => expect(at(read(fields, hasFile))).toEqual(fault));
});

describe("where two people differ", () => {
  it("only what differs is said, in words", () => {
    expect(keepingDifferences({ owner: null, due: "2027-06-30" }, { owner: "Maria", due: null }, english)).toEqual([
      { field: "Owner", savedNow: "Nobody", yours: "Maria" },
      { field: "Due day", savedNow: "30 June 2027", yours: "none" },
    ]);
    const bet = { analog: null, antilog: null, leapOfFaith: "A", hypothesis: null, refutedBy: null, measureOn: null };
    expect(betDifferences(bet, { ...bet, leapOfFaith: "B", analog: "C" }, english)).toEqual([
      { field: "Analog", savedNow: "not said", yours: "C" },
      { field: "Leap of faith", savedNow: "A", yours: "B" },
    ]);
    const decision = { verdict: "held" as const, measured: "62 %", decidedOn: "2027-03-31" };
    expect(decisionDifferences(decision, { verdict: null, measured: null, decidedOn: null }, english)).toEqual([
      { field: "Result", savedNow: "It held", yours: "Open" },
      { field: "What was measured", savedNow: "62 %", yours: "not said" },
      { field: "On which day", savedNow: "31 March 2027", yours: "none" },
    ]);
  });
});
