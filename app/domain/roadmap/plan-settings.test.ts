import { describe, expect, it } from "vitest";
import { evenCapacity, planSettingsSchema } from "./plan-settings.ts";

const problems = (settings: unknown) => planSettingsSchema.safeParse(settings).error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? [];

describe("planSettingsSchema", () => {
  it("fills in what is left out", () => {
    expect(planSettingsSchema.parse({ capacity: {} })).toEqual({
      quarters: 4,
      discount: 0.95,
      capacity: {},
      pinned: {},
      excluded: [],
      target: null,
      importance: {},
      realised: {},
      seed: 20140901,
    });
  });

  it("wants one figure for each quarter", () => {
    expect(problems({ quarters: 2, capacity: { people: [1], kpis: [1, 2] }, budget: [1, 2, 3] })).toEqual([
      ["capacity.people", "give one figure for each of the 2 quarters"],
      ["budget", "give one figure for each of the 2 quarters"],
    ]);
  });

  it("refuses what cannot be", () => {
    const paths = (settings: object) => problems({ capacity: {}, ...settings }).map(([path]) => path);
    expect(paths({ quarters: 13 })).toEqual(["quarters"]);
    expect(paths({ quarters: 0 })).toEqual(["quarters"]);
    expect(paths({ discount: 0 })).toEqual(["discount"]);
    expect(paths({ capacity: { people: [1, 1, 1, -1] } })).toEqual(["capacity.people.3"]);
    expect(paths({ capacity: { people: [1, 1, 1, Number.NaN] } })).toEqual(["capacity.people.3"]);
    expect(paths({ capacity: { people: [1, 1, 1, Number.POSITIVE_INFINITY] } })).toEqual(["capacity.people.3"]);
    expect(paths({ capacity: { money: [1] } })).toEqual(["capacity"]);
    expect(paths({ pinned: { one: 1.5 } })).toEqual(["pinned.one"]);
    expect(paths({ pinned: { one: 0 } })).toEqual(["pinned.one"]);
    expect(paths({ seed: -1 })).toEqual(["seed"]);
    expect(paths({ target: 100.5 })).toEqual(["target"]);
    expect(paths({ target: -1 })).toEqual(["target"]);
    expect(paths({ importance: { one: { d: 4.5 } } })).toEqual(["importance.one.d"]);
    expect(paths({ importance: { one: { d: 0.25 } } })).toEqual(["importance.one.d"]);
    expect(paths({ importance: { one: 2 } })).toEqual(["importance.one"]);
    expect(paths({ realised: { one: 1.6 } })).toEqual(["realised.one"]);
    expect(paths({ realised: { one: -0.1 } })).toEqual(["realised.one"]);
    expect(paths({ target: 62.5, importance: { one: { d: 0, e: 3.5 } }, realised: { one: 0, two: 1.5 } })).toEqual([]);
    expect(paths({ unknown: 1 })).toEqual([""]);
    expect(paths({ pinned: { one: "any", two: 3 }, excluded: ["three"] })).toEqual([]);
  });
});

describe("evenCapacity", () => {
  it("repeats a figure for every quarter, and none for pools that are not named", () => {
    const none = [0, 0, 0];
    expect(evenCapacity(3, { people: 2 })).toEqual({ people: [2, 2, 2], process: none, content: none, technology: none, kpis: none });
  });
});
