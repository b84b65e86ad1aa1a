import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { firstPlan } from "../roadmap/first-plan.ts";
import { promisesOf } from "./promise.ts";

const definition = definitionOf([dimension("a"), dimension("b", { weight: 3 })], [single("one", "a", [0, 0.5, 1]), multi("many", "b", [0.25, 0.25, 0.5])]);
const answers = { one: { state: "answered" as const, value: "o0" }, many: { state: "answered" as const, value: ["p0"] } };

describe("what initiatives promise", () => {
  it("is counted once, by who finishes first, and adds up to what each gains at its place", () => {
    const request = planRequest(
      definition,
      answers,
      [
        initiative("first", { effort: { people: 1 }, raises: { one: "o1", many: ["p1"] } }),
        // The step to o1 is the first one's; from there on it is its own.
        initiative("second", { effort: { people: 2 }, raises: { one: "o2", many: ["p1", "p2"] }, requires: ["first"] }),
      ],
      { quarters: 2, perQuarter: { people: 2 } },
    );
    const plan = firstPlan(request);
    if (plan.status === "impossible") throw new Error("impossible");
    const promised = promisesOf(request, plan);
    // Weights: a counts 1 of 4, b 3 of 4. first: 0.5 of a = 12.5, 0.25 of b = 18.75. second: 12.5 and 37.5.
    const first = promised.get("first")!;
    expect(first.points).toBeCloseTo(31.25, 9);
    expect(first.items).toEqual([
      { assessment: "fixture", item: "one", from: 0, to: 0.5, points: expect.closeTo(12.5, 9) as number },
      { assessment: "fixture", item: "many", from: 0.25, to: 0.5, points: expect.closeTo(18.75, 9) as number },
    ]);
    const second = promised.get("second")!;
    expect(second.points).toBeCloseTo(50, 9);
    expect(second.items).toEqual([
      { assessment: "fixture", item: "one", from: 0.5, to: 1, points: expect.closeTo(12.5, 9) as number },
      { assessment: "fixture", item: "many", from: 0.5, to: 1, points: expect.closeTo(37.5, 9) as number },
    ]);
  });

  it("is nothing of what raises nothing itself", () => {
    const request = planRequest(
      definition,
      answers,
      [initiative("base", { effort: { people: 1 }, raises: {} }), initiative("top", { effort: { people: 1 }, raises: { one: "o2" }, requires: ["base"] })],
      { quarters: 2, perQuarter: { people: 1 } },
    );
    const plan = firstPlan(request);
    if (plan.status === "impossible") throw new Error("impossible");
    expect(promisesOf(request, plan).get("base")).toEqual({ points: 0, items: [] });
  });
});
