import { describe, expect, it } from "vitest";
import { type Action, can, SCOPES, type Scope } from "../access/can.ts";
import { nextStep } from "./next-step.ts";

const CLOSED = { period: "2027-Q1", state: "closed", answered: 3 } as const;

describe("what a scope allows a consultant", () => {
  const allowed: Record<Scope, Action[]> = {
    run_assessments: ["cycles.run"],
    see_results: ["results.view"],
    edit_roadmap: ["roadmap.edit"],
  };
  const always: Action[] = ["organization.view", "cycles.view", "lists.export"];
  const never: Action[] = [
    "organization.edit",
    "organization.transfer",
    "organization.delete",
    "members.view",
    "members.manage",
    "engagements.view",
    "engagements.manage",
    "clients.assign",
    "cycles.respond",
    "audit.view",
    "data.export",
  ];

  it.each(SCOPES)("%s: itself, and what being engaged is enough for; none brings another with it", (scope) => {
    const actor = { kind: "consultant", scopes: [scope] } as const;
    for (const action of [...always, ...allowed[scope]]) expect(can(actor, action), action).toBe(true);
    for (const other of SCOPES.filter((each) => each !== scope)) for (const action of allowed[other]) expect(can(actor, action), action).toBe(false);
  });

  it("never the client's people, engagements, trail and data, and never an answer in somebody's place", () => {
    for (const action of never) expect(can({ kind: "consultant", scopes: SCOPES }, action), action).toBe(false);
  });
});

describe("nextStep", () => {
  it("is to begin, for whoever may, while there is no cycle", () => {
    expect(nextStep(null, ["run_assessments"])).toBe("begin");
    expect(nextStep(null, ["see_results"])).toBe("wait-for-begin");
  });

  it("is to wait for the day of a cycle that is planned, and says so", () => {
    expect(nextStep({ ...CLOSED, state: "planned", answered: 0 }, SCOPES)).toBe("planned");
  });

  it("is to see how many answer, then to look at the result where it is shown", () => {
    expect(nextStep({ ...CLOSED, state: "open" }, SCOPES)).toBe("open");
    expect(nextStep(CLOSED, ["see_results"])).toBe("look");
    expect(nextStep(CLOSED, ["run_assessments", "edit_roadmap"])).toBe("closed");
  });
});
