import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/factories/plan-request.ts";
import { afterTheBoard, type OnBoard } from "./plan-request.ts";

const raises = { item: "o3" };
const library = [
  initiative("base", { effort: { people: 4 }, raises: {}, quarters: 2 }),
  initiative("roof", { effort: { people: 6, content: 3 }, raises, quarters: 3, requires: ["base"], cost: 900 }),
  initiative("shed", { effort: { kpis: 1 }, raises }),
  initiative("elsewhere", { effort: { kpis: 1 }, raises: {} }),
];
const FIXTURE = new Set(["fixture"]);
const after = (board: OnBoard[], wishes: Partial<Parameters<typeof afterTheBoard>[3]> = {}) =>
  afterTheBoard(library, board, "2027-Q2", { pinned: {}, excluded: [], quarters: 4, ...wishes }, FIXTURE);
const ids = ({ initiatives }: ReturnType<typeof after>) => initiatives.map(({ id }) => id);

describe("what there is to plan after what has become of earlier plans", () => {
  it("is what raises something that was asked, and what that rests on", () => {
    expect(ids(after([]))).toEqual(["base", "roof", "shed"]);
    expect(ids(after([], { pinned: { elsewhere: "any" } }))).toEqual(["base", "roof", "shed", "elsewhere"]);
  });

  it("leaves out what is done, and nothing rests on it any more", () => {
    const planned = after([{ planId: "base", state: "done", startQuarter: "2026-Q4" }]);
    expect(ids(planned)).toEqual(["roof", "shed"]);
    expect(planned.initiatives[0]!.requires).toEqual([]);
    expect(planned.done).toEqual(["base"]);
  });

  it("goes on with what is under way, from the first quarter and with what is left of it", () => {
    const planned = after([{ planId: "roof", state: "under_way", startQuarter: "2027-Q1" }]);
    expect(planned.pinned).toEqual({ roof: 1 });
    expect(planned.underWay).toEqual({ roof: 1 });
    // Two of three quarters are left: two thirds of six weeks, of three, and of 900 EUR.
    expect(planned.initiatives.find(({ id }) => id === "roof")).toMatchObject({
      quarters: 2,
      effort: { people: { likely: 4 }, content: { likely: 2 } },
      cost: { likely: 600 },
    });
  });

  it.each([
    // Long over, by its quarters: one is left.
    ["2024-Q1", 2, 1, 1],
    ["2027-Q2", 0, 3, 1],
    // Begun before its quarter.
    ["2027-Q4", 0, 3, 3],
    [null, 0, 3, 1],
  ])("where it started in %s, %i quarters of it are over", (startQuarter, over, left, pin) => {
    const planned = after([{ planId: "roof", state: "under_way", startQuarter }]);
    expect([planned.underWay["roof"], planned.initiatives.find(({ id }) => id === "roof")!.quarters, planned.pinned["roof"]]).toEqual([over, left, pin]);
  });

  it("keeps a quarter that somebody wants, and leaves out what is under way where somebody wants it out", () => {
    const board: OnBoard[] = [{ planId: "roof", state: "under_way", startQuarter: "2027-Q2" }];
    expect(after(board, { pinned: { roof: 2 } }).pinned).toEqual({ roof: 2 });
    const out = after(board, { excluded: ["roof"] });
    expect([out.pinned, out.excluded, out.underWay]).toEqual([{}, ["roof"], {}]);
  });

  it("leaves out what was dropped, unless somebody wants it in", () => {
    const board: OnBoard[] = [{ planId: "shed", state: "dropped", startQuarter: null }];
    expect(after(board).excluded).toEqual(["shed"]);
    const back = after(board, { pinned: { shed: "any" } });
    expect([back.excluded, back.pinned]).toEqual([[], { shed: "any" }]);
  });

  it("forgets wishes about what is no more", () => {
    const gone = after([], { pinned: { gone: 1 }, excluded: ["gone-too"] });
    expect([gone.pinned, gone.excluded]).toEqual([{}, []]);
  });
});
