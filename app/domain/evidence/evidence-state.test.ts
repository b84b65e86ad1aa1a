import { describe, expect, it } from "vitest";
import { dayAfter, evidenceState } from "./evidence-state.ts";

describe("how an evidence stands", () => {
  it.each([
    [null, "holds"],
    ["2027-04-15", "holds"],
    ["2027-04-14", "expires"],
    ["2027-03-15", "expires"],
    ["2027-03-14", "expired"],
  ] as const)("with the last day %j on 15 March 2027: %s", (expires, state) => {
    expect(evidenceState(expires, "2027-03-15")).toBe(state);
  });

  it("counts days over the ends of months, years and February", () => {
    expect(dayAfter("2027-12-31", 1)).toBe("2028-01-01");
    expect(dayAfter("2028-02-28", 1)).toBe("2028-02-29");
    expect(dayAfter("2027-03-30", -30)).toBe("2027-02-28");
  });
});
