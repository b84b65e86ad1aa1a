import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import { randomRequest } from "../../../tests/factories/random-plan-request.ts";
import { brokenRules } from "../../../tests/oracle/plan-oracle.ts";
import { checkPlan } from "./check-plan.ts";

const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1])]);
const request = planRequest(
  definition,
  { a: answered("o0") },
  [
    initiative("base", { effort: { people: 2 }, raises: { a: "o1" }, cost: 30, quarters: 2 }),
    initiative("next", { effort: { people: 2 }, raises: { a: "o2" }, cost: 60, requires: ["base"] }),
    initiative("out", { effort: { people: 1 }, raises: { a: "o2" } }),
  ],
  { quarters: 3, perQuarter: { people: 2 }, budget: [20, 20, 60], excluded: ["out"], pinned: { base: 1, next: "any" } },
);
const kinds = (starts: Record<string, number>) => checkPlan(request, starts).map((fault) => fault.kind);

describe("checkPlan", () => {
  it("finds nothing wrong with a plan that keeps to everything", () => {
    expect(checkPlan(request, { base: 1, next: 3 })).toEqual([]);
  });

  it("names each kind of fault", () => {
    expect(kinds({ base: 1, next: 3, nobody: 1 })).toEqual(["unknown"]);
    expect(kinds({ base: 1, next: 4 })).toEqual(["horizon"]);
    expect(kinds({ base: 1, next: 2.5 })).toContain("horizon");
    expect(kinds({ base: 1, next: 2 })).toEqual(["prerequisite", "capacity", "budget"]);
    expect(kinds({ next: 3 })).toEqual(["prerequisite", "pin"]);
    expect(kinds({ base: 1 })).toEqual(["pin"]);
    expect(kinds({ base: 2, next: 3 })).toContain("pin");
    expect(kinds({ base: 1, next: 3, out: 1 })).toEqual(["excluded"]);
    expect(kinds({ base: 0, next: 3 })).toContain("horizon");
  });

  it("counts a pool without capacity as none at all", () => {
    const none = { ...request, settings: { ...request.settings, capacity: {} } };
    expect(checkPlan(none, { base: 1, next: 3 }).map((f) => f.kind)).toEqual(["capacity", "capacity", "capacity"]);
  });

  it("agrees with the oracle on any plan", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e5 }), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }), (seed, starts) => {
        const random = randomRequest({ initiatives: 8, quarters: 4, items: 6, share: 0.6, budgeted: true }, seed);
        const plan = Object.fromEntries(random.initiatives.flatMap((i, n) => (starts[n] ? [[i.id, starts[n]]] : [])));
        expect(checkPlan(random, plan).length === 0).toBe(brokenRules(random, plan).length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
