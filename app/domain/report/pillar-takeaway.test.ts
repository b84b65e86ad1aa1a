import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import type { Pillar } from "../assessment/vocabulary.ts";
import { pillarTakeaway } from "./pillar-takeaway.ts";

describe("the pillars in one sentence", () => {
  const pillar = (id: Pillar, score: number) => ({ id, score });
  it("names the widest distance", () => {
    const [people, kpis, content] = [pillar("people", 70), pillar("kpis", 40.04), pillar("content", 65.1)];
    expect(pillarTakeaway([people, kpis, content], english)).toBe("KPIs are 30.0 points behind people");
    expect(pillarTakeaway([content, kpis], english)).toBe("KPIs are 25.1 points behind content");
    expect(pillarTakeaway([content, pillar("people", 10)], english)).toBe("People are 55.1 points behind content");
    expect(pillarTakeaway([people, pillar("process", 65)], english)).toBe("Process is 5.0 points behind people");
    expect(pillarTakeaway([people, content], english)).toBe("The pillars stand close together");
    expect(pillarTakeaway([people], english)).toBe("People is the only pillar with a score");
    expect(pillarTakeaway([], english)).toBe("No pillar has enough answers for a score");
  });
});
