import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { scoreLineText } from "./score-line-text.ts";

describe("the line as text", () => {
  it.each([
    [46.15, { level: 3, gatedLevel: 3 }, "You: 46.2 of 100, level 3 of 5"],
    [46.15, { level: 3, gatedLevel: 2 }, "You: 46.2 of 100, level 3 of 5, held at level 2"],
    [46.15, { level: null, gatedLevel: null }, "You: 46.2 of 100"],
    [null, { level: null, gatedLevel: null }, "You: no score"],
  ])("of %j at %j is %j", (score, levels, text) => {
    expect(scoreLineText("You", score, levels, english)).toBe(text);
  });

  it.each(["Are you customer-centric?", "Put the customer first!"])("has no colon after %s", (title) => {
    const at = { level: 2, gatedLevel: 2 };
    expect(scoreLineText(title, 38.5, at, english)).toBe(`${title} 38.5 of 100, level 2 of 5`);
    expect(scoreLineText(title, 38.5, { ...at, gatedLevel: 1 }, finnish)).toBe(`${title} 38,5 pistettä sadasta, taso 2/5, rajoitettu tasolle 1`);
    expect(scoreLineText(title, 38.5, { level: null, gatedLevel: null }, finnish)).toBe(`${title} 38,5 pistettä sadasta`);
    expect(scoreLineText(title, null, at, finnish)).toBe(`${title} ei pisteitä`);
  });

  it("has one in Finnish too where the title is neither", () => {
    expect(scoreLineText("Why not? Because", 38.5, { level: 2, gatedLevel: 2 }, finnish)).toBe("Why not? Because: 38,5 pistettä sadasta, taso 2/5");
  });
});
