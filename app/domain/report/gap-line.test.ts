import { describe, expect, it } from "vitest";
import { gapLine, reachOf } from "./gap-line.ts";

describe("the drawing of a difference", () => {
  it("has 0 in the middle, the mark at the difference and the bar over its interval", () => {
    // 240 wide, 20 to either side: 6 to a point.
    expect(gapLine({ difference: 12, interval: { low: 3, high: 20 }, reach: 20, width: 240 })).toEqual({ zero: 120, mark: 192, bar: { x: 138, width: 102 } });
    expect(gapLine({ difference: -10, interval: null, reach: 20, width: 240 })).toEqual({ zero: 120, mark: 60, bar: null });
  });

  it("ends where its scale does", () => {
    expect(gapLine({ difference: 60, interval: { low: -80, high: 90 }, reach: 50, width: 100 })).toEqual({ zero: 50, mark: 100, bar: { x: 0, width: 100 } });
  });

  it("reaches as far as the widest needs, in tens, from 20 to 100", () => {
    expect(reachOf([])).toBe(20);
    expect(reachOf([{ difference: 3, interval: { low: -31, high: 12 } }])).toBe(40);
    expect(
      reachOf([
        { difference: null, interval: null },
        { difference: 50, interval: { low: 40, high: 60 } },
      ]),
    ).toBe(60);
    expect(reachOf([{ difference: 96, interval: { low: 90, high: 104 } }])).toBe(100);
  });
});
