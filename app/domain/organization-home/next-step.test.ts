import { describe, expect, it } from "vitest";
import { NO_ROADMAP_DUE } from "./roadmap-due.ts";
import { type HomeFacts, nextStep, type OpenCycle } from "./next-step.ts";

const NOW = "2027-03-10T12:00:00.000Z";
const cycle = (id: string, more: Partial<OpenCycle> = {}): OpenCycle => ({
  ...{ id, title: "Quiz", period: "2027-Q1", answered: 6, asked: 9, closesAt: "2027-03-31T12:00:00.000Z", waitsForYou: false },
  ...more,
});
const QUIET: HomeFacts = {
  may: { run: true, see: true, plan: true },
  roadmap: NO_ROADMAP_DUE,
  openCycles: [],
  latest: null,
  evidence: { expired: 0, expiring: 0 },
  readingsDue: 0,
};
const fresh = { cycleId: "c", title: "Quiz", closedAt: "2027-02-20T12:00:00.000Z", mostDisputed: "Who answers first?" };
const step = (facts: Partial<HomeFacts>) => nextStep({ ...QUIET, ...facts }, NOW);

describe("the next step of an organisation", () => {
  it("is nothing where nothing is due", () => expect(step({})).toEqual({ kind: "nothing" }));

  it("is to answer what waits for whoever looks, what closes first before the others, and before everything else", () => {
    const openCycles = [
      cycle("no-end", { waitsForYou: true, closesAt: null }),
      cycle("later", { waitsForYou: true }),
      cycle("first", { waitsForYou: true, closesAt: "2027-03-20T00:00:00.000Z", asked: 1 }),
    ];
    expect(step({ openCycles, latest: fresh, readingsDue: 3 })).toMatchObject({ kind: "answer", cycle: { id: "first" } });
    expect(step({ may: { run: false, see: false, plan: false }, openCycles: openCycles.slice(0, 1) })).toMatchObject({
      kind: "answer",
      cycle: { id: "no-end" },
    });
  });

  it("is to ask more people where fewer than five are asked, for who runs assessments", () => {
    const openCycles = [cycle("a"), cycle("small", { asked: 4 })];
    expect(step({ openCycles })).toMatchObject({ kind: "invite", cycle: { id: "small" }, needed: 1 });
    expect(step({ openCycles: [cycle("a", { asked: 5 })] })).toMatchObject({ kind: "wait" });
    expect(step({ may: { run: false, see: true, plan: false }, openCycles })).toMatchObject({ kind: "wait", cycle: { id: "a" } });
  });

  it.each([
    ["2027-03-17T12:00:00.000Z", 6, "remind"],
    ["2027-03-17T12:00:01.000Z", 6, "wait"],
    // Past already: the job closes it within a minute.
    ["2027-03-10T11:59:00.000Z", 6, "remind"],
    ["2027-03-11T12:00:00.000Z", 9, "wait"],
  ])("for a cycle that closes at %s with %i of 9 answered is: %s", (closesAt, answered, kind) =>
    expect(step({ openCycles: [cycle("a", { closesAt, answered })] }).kind).toBe(kind),
  );

  it("is to talk about what a new result disagrees on, for 30 days", () => {
    expect(step({ latest: fresh, evidence: { expired: 1, expiring: 0 } })).toEqual({
      ...{ kind: "discuss", cycleId: "c", title: "Quiz", question: "Who answers first?" },
    });
    expect(step({ latest: { ...fresh, closedAt: "2027-02-08T12:00:00.000Z" } }).kind).toBe("discuss");
    expect(step({ latest: { ...fresh, closedAt: "2027-02-08T11:59:59.000Z" } }).kind).toBe("nothing");
    expect(step({ latest: { ...fresh, mostDisputed: null } }).kind).toBe("nothing");
    expect(step({ may: { run: true, see: false, plan: false }, latest: fresh }).kind).toBe("nothing");
  });

  it("is to renew evidence, then to read KPIs, then to wait for what is open", () => {
    const openCycles = [cycle("a")];
    expect(step({ openCycles, evidence: { expired: 1, expiring: 2 }, readingsDue: 4 })).toEqual({ kind: "renew", count: 3 });
    expect(step({ openCycles, readingsDue: 4 })).toEqual({ kind: "read_kpis", count: 4 });
    expect(step({ openCycles, readingsDue: 4, may: { run: false, see: true, plan: false } }).kind).toBe("wait");
  });

  it("is what of the roadmap is late before what grows old, and what is not planned after it, for who works on it", () => {
    const roadmap = { overdue: 2, dueSoon: 1, leapsDue: 3, plansToAdopt: 1, emptyQuarter: "2027-Q2" };
    const others = { evidence: { expired: 1, expiring: 0 }, openCycles: [cycle("a")] };
    expect(step({ ...others, latest: fresh, roadmap }).kind).toBe("discuss");
    expect(step({ ...others, roadmap })).toEqual({ kind: "catch_up", count: 2 });
    expect(step({ ...others, roadmap: { ...roadmap, overdue: 0 } })).toEqual({ kind: "measure", count: 3 });
    const later = { ...roadmap, overdue: 0, leapsDue: 0 };
    expect(step({ ...others, roadmap: later }).kind).toBe("renew");
    expect(step({ openCycles: [cycle("a")], roadmap: later })).toEqual({ kind: "adopt", count: 1 });
    expect(step({ openCycles: [cycle("a")], roadmap: { ...later, plansToAdopt: 0 } })).toEqual({ kind: "plan", quarter: "2027-Q2" });
    expect(step({ roadmap: { ...NO_ROADMAP_DUE, dueSoon: 4 } }).kind).toBe("nothing");
    expect(step({ roadmap, may: { run: false, see: true, plan: false } }).kind).toBe("nothing");
  });

  it("is to ask again once the last figures are 100 days old and nothing is open", () => {
    const closed = (closedAt: string) => step({ latest: { ...fresh, closedAt } });
    expect(closed("2026-11-30T12:00:00.000Z")).toEqual({ kind: "open", title: "Quiz", days: 100 });
    expect(closed("2026-11-30T12:00:01.000Z").kind).toBe("nothing");
    expect(step({ latest: { ...fresh, closedAt: "2026-01-01T00:00:00.000Z" }, may: { run: false, see: true, plan: false } }).kind).toBe("nothing");
  });
});
