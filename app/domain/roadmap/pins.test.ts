import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { firstPlan } from "./first-plan.ts";
import type { PlanSettingsInput } from "./plan-settings.ts";
import { placePins } from "./pins.ts";
import { isImpossible, preparePlanning } from "./planning-instance.ts";

const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
const answers = { a: answered("o0"), b: answered("o0") };
const initiatives = [
  initiative("base", { effort: { people: 2 }, raises: { a: "o0" } }),
  initiative("after", { effort: { people: 2 }, raises: { a: "o1" }, requires: ["base"] }),
  initiative("wide", { effort: { people: 6 }, raises: { b: "o2" }, quarters: 3 }),
  initiative("heavy", { effort: { people: 50 }, raises: { b: "o1" } }),
  initiative("lost", { effort: { people: 1 }, raises: { b: "o1" }, requires: ["nowhere"] }),
  initiative("ring-a", { effort: { people: 1 }, raises: { b: "o1" }, requires: ["ring-b"] }),
  initiative("ring-b", { effort: { people: 1 }, raises: { b: "o1" }, requires: ["ring-a"] }),
];

type Settings = Omit<PlanSettingsInput, "capacity">;
const outcome = (settings: Settings) => firstPlan(planRequest(definition, answers, initiatives, { ...settings, perQuarter: { people: 4 } }));
const startsOf = (settings: Settings) => {
  const plan = outcome(settings);
  if (plan.status === "impossible") throw new Error(plan.problems[0]?.message);
  return Object.fromEntries(plan.items.map((i) => [i.initiative, i.startQuarter]));
};
const problemsOf = (settings: Settings) => {
  const plan = outcome(settings);
  return plan.status === "impossible" ? plan.problems.map((p) => [p.code, ...p.initiatives]) : [];
};

/** Where the pins alone are put when there are so many people. */
const placed = (people: number, settings: Settings) => {
  const instance = preparePlanning(planRequest(definition, answers, initiatives, { ...settings, perQuarter: { people } }));
  if (isImpossible(instance)) throw new Error("unexpected");
  const starts = placePins(instance);
  if ("status" in starts) throw new Error("unexpected");
  return Object.fromEntries(instance.candidates.flatMap((c, n) => (starts[n] ? [[c.id, starts[n]]] : [])));
};

describe("pins", () => {
  it("keep an initiative in its quarter, with its prerequisites before it", () => {
    expect(startsOf({ quarters: 3, pinned: { after: 3 } })).toMatchObject({ base: 1, after: 3, wide: 1 });
    expect(startsOf({ quarters: 3, pinned: { wide: "any" } })).toMatchObject({ wide: 1 });
    expect(startsOf({ quarters: 4, pinned: { wide: 2 } })).toMatchObject({ wide: 2 });
  });

  it("keep an initiative that raises nothing", () => {
    expect(startsOf({ quarters: 1, pinned: { base: 1 } })).toEqual({ base: 1 });
  });

  it("are placed as early as they and what they need can be", () => {
    expect(placed(9, { quarters: 4, pinned: { after: "any" } })).toEqual({ base: 1, after: 2 });
    expect(placed(9, { quarters: 4, pinned: { after: "any", base: 3 } })).toEqual({ base: 3, after: 4 });
  });

  it("find room by waiting where the earliest quarters do not do", () => {
    // "wide" takes 2 of 3 a quarter until quarter 3; "base" needs 2 in one, so it waits, and "after" with it.
    expect(placed(3, { quarters: 5, pinned: { wide: 1, after: "any" } })).toEqual({ wide: 1, base: 4, after: 5 });
  });

  it("are named when they are unknown or excluded as well", () => {
    expect(problemsOf({ pinned: { nobody: 1 } })).toEqual([["unknown-initiative", "nobody"]]);
    expect(problemsOf({ excluded: ["nobody"] })).toEqual([["unknown-initiative", "nobody"]]);
    expect(problemsOf({ pinned: { wide: 1 }, excluded: ["wide"] })).toEqual([["pinned-and-excluded", "wide"]]);
  });

  it("are named when they cannot end within the plan", () => {
    expect(problemsOf({ quarters: 3, pinned: { wide: 2 } })).toEqual([["pin-horizon", "wide"]]);
    expect(problemsOf({ quarters: 1, pinned: { after: "any" } })).toEqual([["pin-horizon", "after"]]);
  });

  it("are named when prerequisites are excluded, unknown, in a circle, or cannot end before", () => {
    expect(problemsOf({ pinned: { after: "any" }, excluded: ["base"] })).toEqual([["pin-prerequisite", "after", "base"]]);
    expect(problemsOf({ pinned: { lost: "any" } })).toEqual([["pin-prerequisite", "lost"]]);
    expect(problemsOf({ pinned: { "ring-a": "any" } })).toEqual([["pin-prerequisite", "ring-a"]]);
    expect(problemsOf({ pinned: { after: 1 } })).toEqual([["pin-prerequisite", "after"]]);
  });

  it("are named, the smallest set of them, when they do not fit together", () => {
    expect(problemsOf({ pinned: { heavy: "any", wide: "any" } })).toEqual([["pin-capacity", "heavy"]]);
    expect(problemsOf({ pinned: { wide: 1, after: 2, base: 1 }, quarters: 3 })).toEqual([]);
    const tight = planRequest(definition, answers, initiatives, { quarters: 3, perQuarter: { people: 3 }, pinned: { wide: 1, base: 1, after: 3 } });
    const plan = firstPlan(tight);
    expect(plan.status === "impossible" && plan.problems).toEqual([
      {
        code: "pin-capacity",
        initiatives: ["base", "wide"],
        isSmallest: true,
        message: '"base", "wide" are pinned, but together they and what they need do not fit into the capacity and budget.',
      },
    ]);
  });

  it("cannot be planned without an overall score", () => {
    const plan = firstPlan(planRequest(definition, {}, initiatives, { perQuarter: { people: 4 } }));
    expect(plan.status === "impossible" && plan.problems.map((p) => p.code)).toEqual(["no-score"]);
  });

  it("refuses requests that no program should send", () => {
    const request = planRequest(definition, answers, initiatives, { perQuarter: { people: 4 } });
    expect(() => firstPlan({ ...request, initiatives: [...initiatives, initiatives[0]!] })).toThrow(RangeError);
    const settings = { ...request.settings, quarters: 5 };
    expect(() => firstPlan({ ...request, settings })).toThrow(RangeError);
  });
});
