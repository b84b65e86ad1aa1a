import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
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
});
