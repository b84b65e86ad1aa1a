import { describe, expect, it } from "vitest";
import { roadmapDue, type RoadmapFacts } from "./roadmap-due.ts";

const TODAY = "2027-03-10";
type Entry = RoadmapFacts["board"][number];
const work: Entry["work"] = { quarters: 2, requires: [], effort: {}, cost: 0 };
const entry = (more: Partial<Entry>): Entry => ({
  ...{ state: "planned", startQuarter: "2027-Q1", endedOn: null, work, dueOn: null, leap: null },
  ...more,
});
const due = (facts: Partial<RoadmapFacts>) => roadmapDue({ board: [], planned: [], adoption: null, ...facts }, TODAY);
const onBoard = (...board: Partial<Entry>[]) => due({ board: board.map(entry) });

describe("what is due on a roadmap", () => {
  it("is nothing where there is none", () => expect(due({})).toEqual({ overdue: 0, dueSoon: 0, leapsDue: 0, plansToAdopt: 0, emptyQuarter: null }));

  it("are initiatives whose day is over, or comes within 30 days, and that have not ended", () => {
    const days = ["2027-03-09", "2027-03-10", "2027-04-09", "2027-04-10"];
    expect(onBoard(...days.map((dueOn) => ({ dueOn })))).toMatchObject({ overdue: 1, dueSoon: 2 });
    expect(onBoard({ dueOn: days[0]!, state: "done" }, { dueOn: days[1]!, state: "dropped" })).toMatchObject({ overdue: 0, dueSoon: 0 });
    expect(onBoard({ dueOn: days[0]!, state: "proposed" }, { dueOn: days[0]!, state: "under_way" })).toMatchObject({ overdue: 2 });
  });

  it("are open leaps of faith from their measurement day on, also of what is done, and not of what was dropped", () => {
    const leap = { measureOn: TODAY };
    expect(
      onBoard({ leap }, { leap, state: "done" }, { leap, state: "dropped" }, { leap: { measureOn: "2027-03-11" } }, { leap: { measureOn: null } }),
    ).toMatchObject({
      leapsDue: 2,
    });
  });

  it("are plans that nobody has decided on, while no plan holds", () => {
    const planned = ["2027-01-02T00:00:00.000Z", "2027-02-02T00:00:00.000Z"];
    expect(due({ planned }).plansToAdopt).toBe(2);
    const adoption = { adoptedAt: "2027-01-15T00:00:00.000Z", firstQuarter: "2026-Q4", quarters: 2 };
    expect(due({ planned, adoption }).plansToAdopt).toBe(0);
    // Its last quarter was the one before: what was planned since waits.
    expect(due({ planned, adoption: { ...adoption, quarters: 1 } }).plansToAdopt).toBe(1);
  });

  it("is the coming quarter, where nothing on the roadmap is at work in it", () => {
    expect(onBoard({ startQuarter: "2027-Q1" }).emptyQuarter).toBeNull();
    expect(onBoard({ startQuarter: "2027-Q2", state: "under_way" }).emptyQuarter).toBeNull();
    expect(onBoard({ startQuarter: "2026-Q4" }).emptyQuarter).toBe("2027-Q2");
    expect(onBoard({ startQuarter: "2027-Q2", state: "proposed" }).emptyQuarter).toBe("2027-Q2");
    expect(onBoard({ startQuarter: "2027-Q1", state: "done", endedOn: "2027-03-01" }).emptyQuarter).toBe("2027-Q2");
    expect(onBoard({ startQuarter: null }).emptyQuarter).toBe("2027-Q2");
  });
});
