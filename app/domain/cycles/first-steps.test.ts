import { describe, expect, it } from "vitest";
import { firstSteps } from "./first-steps.ts";

describe("the first three steps", () => {
  it.each([
    [{ hasOrganization: false, hasCycle: false, hasResult: false }, ["next", "later", "later"]],
    [{ hasOrganization: true, hasCycle: false, hasResult: false }, ["done", "next", "later"]],
    [{ hasOrganization: true, hasCycle: true, hasResult: false }, ["done", "done", "next"]],
    [{ hasOrganization: true, hasCycle: true, hasResult: true }, ["done", "done", "done"]],
    // A result that was brought in before any cycle.
    [{ hasOrganization: true, hasCycle: false, hasResult: true }, ["done", "next", "done"]],
  ])("of %j are %j", (standing, states) => expect(firstSteps(standing)).toEqual(states));
});
