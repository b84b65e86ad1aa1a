import { describe, expect, it } from "vitest";
import { lastQuarters } from "./last-quarters.ts";

describe("the last quarters", () => {
  it("end with the one that the moment lies in, across a year", () => {
    const quarters = lastQuarters(new Date("2027-02-14T12:00:00Z"), 3);
    expect(quarters.map(({ period }) => period)).toEqual(["2026-Q3", "2026-Q4", "2027-Q1"]);
    expect(quarters[1]).toEqual({ period: "2026-Q4", begins: new Date("2026-10-01T00:00:00Z"), ends: new Date("2027-01-01T00:00:00Z") });
  });

  it("begin with their first moment and end before the next one's", () => {
    expect(lastQuarters(new Date("2026-12-31T23:59:59.999Z"), 1)[0]!.period).toBe("2026-Q4");
    expect(lastQuarters(new Date("2027-01-01T00:00:00Z"), 1)[0]!.period).toBe("2027-Q1");
  });
});
