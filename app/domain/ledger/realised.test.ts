import { describe, expect, it } from "vitest";
import { keptOf, ratioOf, realisedOf } from "./realised.ts";

const promised = (item: string, from: number, to: number, points: number) => ({ assessment: "quiz", item, from, to, points });
const later = (item: string, now: number | null) => ({ assessment: "quiz", item, now });

describe("what became of a promise", () => {
  it("is the share of each rise that has come, in its points", () => {
    const promise = { items: [promised("a", 0, 1, 10), promised("b", 0.5, 1, 4), promised("c", 0.25, 0.75, 6)] };
    // a: half of the way. b: beyond. c: fallen.
    const { points, realised, items } = realisedOf(promise, [later("a", 0.5), later("b", 1), later("c", 0)]);
    expect([points, realised]).toEqual([20, 9]);
    expect(items.map(({ item, share, now }) => [item, share, now])).toEqual([
      ["a", 0.5, 0.5],
      ["b", 1, 1],
      ["c", 0, 0],
    ]);
  });

  it("leaves out on both sides what the later result says nothing of", () => {
    const promise = { items: [promised("a", 0, 1, 10), promised("b", 0, 1, 4)] };
    expect(realisedOf(promise, [later("b", null)])).toMatchObject({ points: 0, realised: 0, items: [{ share: null }, { share: null }] });
    expect(realisedOf(promise, [later("b", 1)])).toMatchObject({ points: 4, realised: 4 });
  });

  it("counts a rise once where two have promised parts of it", () => {
    const [first, second] = [{ items: [promised("a", 0, 0.5, 5)] }, { items: [promised("a", 0.5, 1, 5)] }];
    const half = [later("a", 0.6)];
    expect(realisedOf(first, half).realised).toBeCloseTo(5, 12);
    expect(realisedOf(second, half).realised).toBeCloseTo(1, 12);
  });
});

describe("how far promises have been kept", () => {
  it("is not known before anything has been compared", () => expect(keptOf([])).toBeNull());

  it("is drawn towards all, and all towards kept", () => {
    // By hand: R = 6, P = 20: (6 + 5) / (20 + 5) = 0.44. People: (1 + 5 x 0.44) / (10 + 5) = 3.2 / 15. Content: (5 + 2.2) / 15.
    const kept = keptOf([
      { type: "people", points: 10, realised: 1 },
      { type: "content", points: 4, realised: 4 },
      { type: "content", points: 6, realised: 1 },
    ])!;
    expect([kept.promised, kept.realised]).toEqual([20, 6]);
    expect(kept.ratio).toBeCloseTo(0.44, 12);
    expect(kept.types.map(({ type }) => type)).toEqual(["content", "people"]);
    expect(ratioOf(kept, "people")).toBeCloseTo(3.2 / 15, 12);
    expect(ratioOf(kept, "content")).toBeCloseTo(7.2 / 15, 12);
    expect(ratioOf(kept, "technology")).toBeCloseTo(0.44, 12);
  });

  it("says little by one small promise", () => {
    const kept = keptOf([{ type: "kpis", points: 0.5, realised: 0 }])!;
    expect(ratioOf(kept, "kpis")).toBeGreaterThan(0.8);
  });
});
