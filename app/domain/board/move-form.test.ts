import { describe, expect, it } from "vitest";
import { moved, readMoveForm, type Whereabouts } from "./move-form.ts";

const id = "01890000-0000-7000-8000-000000000001";
const sent = { intent: "move", id, revision: "3" };

describe("a move that is sent", () => {
  it("says only what shall be otherwise", () => {
    expect(readMoveForm({ ...sent, state: "done" })).toEqual({ id, revision: 3, state: "done" });
    expect(readMoveForm({ ...sent, quarter: "2027-Q1" })).toEqual({ id, revision: 3, startQuarter: "2027-Q1" });
    expect(readMoveForm({ ...sent, state: "planned", quarter: "" })).toEqual({ id, revision: 3, state: "planned", startQuarter: null });
    expect(readMoveForm(sent)).toEqual({ id, revision: 3 });
  });

  it("back says all of it", () => {
    const back = { ...sent, intent: "put_back", state: "under_way", quarter: "", startedOn: "2027-01-05", endedOn: "" };
    expect(readMoveForm(back)).toEqual({ id, revision: 3, state: "under_way", startQuarter: null, days: { startedOn: "2027-01-05", endedOn: null } });
    for (const field of ["state", "quarter", "startedOn", "endedOn"] as const) {
      const { [field]: _, ...rest } = back;
      expect(readMoveForm(rest as Record<string, string>), field).toBeNull();
    }
  });

  it.each([
    [{ intent: "remove" }],
    [{ id: "x" }],
    [{ revision: "0" }],
    [{ revision: "2147483648" }],
    [{ revision: "1.5" }],
    [{ state: "finished" }],
    [{ state: "" }],
    [{ quarter: "2027-Q5" }],
    [{ quarter: "1999-Q1" }],
    [{ quarter: "2027-01" }],
    [{ startedOn: "2027-01-05" }],
    [{ owner: "x" }],
    [{ ...sent, intent: "put_back", state: "planned", quarter: "", startedOn: "1827-01-05", endedOn: "" }],
    [{ ...sent, intent: "put_back", state: "planned", quarter: "", startedOn: "2027-02-30", endedOn: "" }],
  ])("with %j is none", (fields) => {
    expect(readMoveForm({ ...sent, ...fields })).toBeNull();
  });
});

describe("what has been moved", () => {
  const today = "2027-03-31";
  const at = (state: Whereabouts["state"], startedOn: string | null = null, endedOn: string | null = null): Whereabouts => ({
    ...{ state, startQuarter: "2027-Q1", startedOn, endedOn },
  });

  it.each<[Whereabouts, Whereabouts["state"], Whereabouts]>([
    [at("proposed"), "planned", at("planned")],
    [at("planned"), "under_way", at("under_way", today)],
    [at("under_way", "2027-01-05"), "done", at("done", "2027-01-05", today)],
    [at("under_way", "2027-01-05"), "dropped", at("dropped", "2027-01-05", today)],
    [at("planned"), "done", at("done", null, today)],
    [at("done", "2027-01-05", "2027-02-01"), "under_way", at("under_way", "2027-01-05")],
    [at("done", "2027-01-05", "2027-02-01"), "dropped", at("dropped", "2027-01-05", today)],
    [at("under_way", "2027-01-05"), "planned", at("planned")],
    [at("done", "2027-01-05", "2027-02-01"), "proposed", at("proposed")],
    [at("done", "2027-01-05", "2027-02-01"), "done", at("done", "2027-01-05", "2027-02-01")],
  ])("from %j to %s has these days", (before, state, after) => {
    expect(moved(before, { state }, today)).toEqual(after);
  });

  it("to another quarter alone keeps its state and its days, and goes without one where none is said", () => {
    const before = at("under_way", "2027-01-05");
    expect(moved(before, { startQuarter: "2027-Q2" }, today)).toEqual({ ...before, startQuarter: "2027-Q2" });
    expect(moved(before, { startQuarter: null }, today)).toEqual({ ...before, startQuarter: null });
    expect(moved(before, {}, today)).toEqual(before);
  });

  it("back has the days it had", () => {
    const days = { startedOn: "2026-11-01", endedOn: null };
    expect(moved(at("done", null, today), { state: "under_way", days }, today)).toEqual(at("under_way", "2026-11-01"));
  });
});
