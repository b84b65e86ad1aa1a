import { describe, expect, it } from "vitest";
import type { PlanPhase } from "#app/domain/roadmap/plan.ts";
import { english } from "../../../tests/factories/english.ts";
import { endText, searchText } from "./standing-text.ts";

const at = (phase: PlanPhase) => searchText({ phase, objective: 0, bound: 0, gap: 0.12 }, english);

describe("what is said of a plan", () => {
  it("while it waits for the planner does not claim a search", () => {
    expect(searchText(null, english)).toBe("This is a first plan. The search for a better one waits until other plans are done.");
  });

  it("says how far the search has come, and no longer searches once the plan is settled", () => {
    expect(at("search")).toBe("This is the best plan so far, and a better one is being looked for. Trying out changes to it.");
    expect(at("proving")).toContain("At most 12 % of the possible improvement is still open.");
    for (const phase of ["robustness", "margins", "done"] as const) {
      expect(at(phase)).toContain("The plan is settled");
      expect(at(phase)).not.toContain("looked for");
    }
  });

  it("admits that it cannot be asked", () => {
    expect(searchText("lost touch", english)).toContain("load this page again");
  });

  it("once the search has ended calls the plan's optimality proven, and nothing else", () => {
    const optimal = endText({ status: "optimal", stoppedBy: null, gap: 0 }, english);
    expect(optimal).toBe("No other plan promises more with these weeks: that is proven. That every promise will be kept is not.");
    for (const stoppedBy of ["time", "nodes", "cancelled", "crash", "not-proven-yet"] as const) {
      const feasible = endText({ status: "feasible", stoppedBy, gap: 0.12 }, english);
      expect(feasible).not.toContain("proven");
      expect(feasible).toContain("at most 12 % of the possible improvement is missing");
      expect(feasible).toContain(["time", "nodes"].includes(stoppedBy) ? "in the time there was" : "broken off");
    }
  });
});
