import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { readNewCycle } from "./cycle-form.ts";

const CHOICES = { assessments: ["seven-ps", "martech-stack"], periods: ["2027-Q1", "2027-Q2"] };
const read = (fields: Record<string, string>) => readNewCycle(fields, CHOICES, english);
const wrong = (fields: Record<string, string>) => read(fields).problems?.map(({ field }) => field);

describe("the form that opens a cycle", () => {
  it("is read with an assessment and a period that can be chosen", () => {
    expect(read({ assessment: "seven-ps", period: "2027-Q2" })).toEqual({ values: { assessment: "seven-ps", period: "2027-Q2" } });
  });

  it("says which choice is missing or none of ours", () => {
    expect(wrong({ period: "2027-Q1" })).toEqual(["assessment"]);
    expect(wrong({ assessment: "constructor", period: "2027-Q5" })).toEqual(["assessment", "period"]);
    expect(wrong({ assessment: "seven-ps", period: "" })).toEqual(["period"]);
  });

  it("takes no other field, and nothing longer than a choice can be", () => {
    expect(wrong({ assessment: "seven-ps", period: "2027-Q1", organizationId: "x" })).toEqual(["assessment"]);
    expect(wrong({ assessment: "x".repeat(65), period: "2027-Q1" })).toEqual(["assessment"]);
  });
});
