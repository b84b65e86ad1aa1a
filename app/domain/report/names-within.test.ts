import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { nameWithin, namesWithin } from "./names-within.ts";

describe("a title within a sentence", () => {
  it.each([
    ["Front door", "front door"],
    ["A dashboard for change", "a dashboard for change"],
    ["Operating model, people and KPIs", "operating model, people and KPIs"],
    ["KPIs and goals", "KPIs and goals"],
    ["", ""],
  ])("turns %j into %j", (title, within) => {
    expect(nameWithin(title, "en")).toBe(within);
  });

  it("joins others as they are", () => {
    expect(namesWithin(["Front door"], english)).toBe("front door");
    expect(namesWithin(["Front door", "Steering", "Brand"], english)).toBe("front door, steering and brand");
  });

  it("is told apart from the next where it has an “and” of its own", () => {
    expect(namesWithin(["Goals and vision", "Steering"], english)).toBe("“goals and vision” and “steering”");
    expect(namesWithin(["Hinta ja arvo", "Steering"], english)).toBe("“hinta ja arvo” and “steering”");
    expect(namesWithin(["Operating model, people and KPIs"], english)).toBe("“operating model, people and KPIs”");
  });
});
