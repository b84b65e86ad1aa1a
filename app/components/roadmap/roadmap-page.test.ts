import { describe, expect, it } from "vitest";
import { isPrerequisiteOnly } from "./roadmap-page.ts";

describe("an initiative of the plan", () => {
  it("is there as a prerequisite only where something rests on it and its own gain would be shown as 0.0", () => {
    expect(isPrerequisiteOnly({ gain: 0, neededBy: ["Another"] })).toBe(true);
    expect(isPrerequisiteOnly({ gain: 0.049, neededBy: ["Another"] })).toBe(true);
    expect(isPrerequisiteOnly({ gain: 0.05, neededBy: ["Another"] })).toBe(false);
    expect(isPrerequisiteOnly({ gain: 0, neededBy: [] })).toBe(false);
  });
});
