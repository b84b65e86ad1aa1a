import { describe, expect, it } from "vitest";
import { type Action, type Actor, can, canGrant, goesOnWhileLeaving, type Role, ROLES, SCOPES, type Scope } from "./can.ts";

/** Written by hand, not from the code: who may do what. o owner, a admin, n analyst, r respondent, v viewer; then what a consultant needs. */
const TABLE: Record<Action, { members: string; consultant: Scope | readonly Scope[] | "engaged" | "never"; whileLeaving: boolean }> = {
  "organization.view": { members: "oanrv", consultant: "engaged", whileLeaving: true },
  "organization.edit": { members: "oa", consultant: "never", whileLeaving: false },
  "organization.transfer": { members: "o", consultant: "never", whileLeaving: false },
  "organization.delete": { members: "o", consultant: "never", whileLeaving: true },
  "organization.export": { members: "o", consultant: "never", whileLeaving: true },
  "organization.retain": { members: "o", consultant: "never", whileLeaving: false },
  "members.view": { members: "oan", consultant: "never", whileLeaving: true },
  "members.manage": { members: "oa", consultant: "never", whileLeaving: false },
  "engagements.view": { members: "oan", consultant: "never", whileLeaving: true },
  "engagements.manage": { members: "oa", consultant: "never", whileLeaving: false },
  "clients.assign": { members: "oa", consultant: "never", whileLeaving: false },
  "cycles.respond": { members: "oanr", consultant: "never", whileLeaving: false },
  "cycles.view": { members: "oanrv", consultant: "engaged", whileLeaving: true },
  "cycles.run": { members: "oan", consultant: "run_assessments", whileLeaving: false },
  "results.view": { members: "oanv", consultant: "see_results", whileLeaving: true },
  "evidence.view": { members: "oanv", consultant: "see_results", whileLeaving: true },
  "evidence.edit": { members: "oan", consultant: "run_assessments", whileLeaving: false },
  "evidence.export": { members: "oanv", consultant: "see_results", whileLeaving: true },
  "roadmap.view": { members: "oanv", consultant: ["see_results", "edit_roadmap"], whileLeaving: true },
  "roadmap.export": { members: "oanv", consultant: ["see_results", "edit_roadmap"], whileLeaving: true },
  "roadmap.edit": { members: "oan", consultant: "edit_roadmap", whileLeaving: false },
  "benchmarks.view": { members: "oanv", consultant: "see_results", whileLeaving: true },
  "benchmarks.consent": { members: "oa", consultant: "never", whileLeaving: true },
  "kpis.view": { members: "oanv", consultant: ["see_results", "edit_roadmap"], whileLeaving: true },
  "kpis.export": { members: "oanv", consultant: ["see_results", "edit_roadmap"], whileLeaving: true },
  "kpis.edit": { members: "oan", consultant: "edit_roadmap", whileLeaving: false },
  "keys.manage": { members: "oa", consultant: "never", whileLeaving: true },
  "audit.view": { members: "oa", consultant: "never", whileLeaving: true },
  "support.manage": { members: "o", consultant: "never", whileLeaving: true },
  "lists.export": { members: "oanrv", consultant: "engaged", whileLeaving: true },
  "data.export": { members: "oa", consultant: "never", whileLeaving: true },
};
const LETTERS: Record<Role, string> = { owner: "o", admin: "a", analyst: "n", respondent: "r", viewer: "v" };
const OPERATOR: Actor = { kind: "operator", until: new Date("2027-01-31T12:00:00Z") };
/** What whoever runs the installation sees where an owner lets them. */
const LOOKED_AT = ["organization.view", "cycles.view", "results.view", "evidence.view", "benchmarks.view", "kpis.view", "roadmap.view"];
const ACTIONS = Object.keys(TABLE) as Action[];
const member = (role: Role): Actor => ({ kind: "member", role });
const consultant = (...scopes: Scope[]): Actor => ({ kind: "consultant", scopes });

describe("who may do what in an organisation", () => {
  describe.each(ACTIONS)("%s", (action) => {
    const { members, consultant: needed, whileLeaving } = TABLE[action];
    it.each(ROLES)("as %s", (role) => {
      expect(can(member(role), action)).toBe(members.includes(LETTERS[role]));
    });
    it("as a consultant without scopes, with one, with all", () => {
      expect(can(consultant(), action)).toBe(needed === "engaged");
      for (const scope of SCOPES) expect(can(consultant(scope), action)).toBe(needed === "engaged" || [needed].flat().includes(scope));
      expect(can(consultant(...SCOPES), action)).toBe(needed !== "never");
    });
    it("as whoever runs the installation and was let in", () => {
      expect(can(OPERATOR, action)).toBe(LOOKED_AT.includes(action));
    });
    it("while the organisation waits to be erased", () => {
      expect(goesOnWhileLeaving(action)).toBe(whileLeaving);
    });
  });

  it("lets owners give and take every role, admins every one but the owner's, and nobody else any", () => {
    for (const role of ROLES) {
      expect(canGrant(member("owner"), role)).toBe(true);
      expect(canGrant(member("admin"), role)).toBe(role !== "owner");
      for (const other of ["analyst", "respondent", "viewer"] as const) expect(canGrant(member(other), role)).toBe(false);
      expect(canGrant(consultant(...SCOPES), role)).toBe(false);
      expect(canGrant(OPERATOR, role)).toBe(false);
    }
  });
});
