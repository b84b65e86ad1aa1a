import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initiativeMap, inMapOrder } from "./initiative-map.ts";

const one = (initiative: string, personWeeks: number, alone: number, besidePlan = alone) => ({ initiative, personWeeks, alone, besidePlan });
const SIZE = { width: 400, height: 200, rowHeight: 20 };

describe("the map of impact and effort", () => {
  it("has effort to the right and points upwards, with round figures along both", () => {
    const map = initiativeMap([one("small", 2, 3, 1), one("large", 17, 8)], SIZE);
    // Up to 17 in fives, up to 8 in twos.
    expect(map.weeks).toEqual([0, 5, 10, 15, 20].map((value) => ({ value, at: value * 20 })));
    expect(map.points).toEqual([0, 2, 4, 6, 8].map((value) => ({ value, at: 200 - value * 25 })));
    expect(map.marks).toEqual([
      { initiative: "large", x: 340, y: 0, besideY: 0, labelY: 10 },
      { initiative: "small", x: 40, y: 125, besideY: 175, labelY: 125 },
    ]);
  });

  it("numbers from what raises most, then what takes least", () => {
    const order = inMapOrder([one("d", 5, 1), one("b", 3, 4), one("c", 1, 1), one("a", 3, 4)]);
    expect(order.map(({ initiative }) => initiative)).toEqual(["a", "b", "c", "d"]);
  });

  it("has a scale where nothing takes or raises anything, and no marks where there is nothing", () => {
    const map = initiativeMap([one("nothing", 0, 0)], SIZE);
    expect(map.marks).toEqual([{ initiative: "nothing", x: 0, y: 200, besideY: 200, labelY: 190 }]);
    expect(initiativeMap([], SIZE)).toMatchObject({ marks: [], height: 200 });
  });

  it("labels each, without two that overlap, and in the order of the numbers", () => {
    const some = fc.array(fc.tuple(fc.nat(60), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, (figures) => {
        const { marks, height, weeks, points } = initiativeMap(
          figures.map(([weeksTaken, alone, beside], k) => one(`i${k}`, weeksTaken / 2, alone / 3, beside / 3)),
          SIZE,
        );
        expect(marks).toHaveLength(figures.length);
        expect(Math.max(weeks.length, points.length)).toBeLessThanOrEqual(6);
        marks.forEach(({ x, y, besideY, labelY }, k) => {
          expect([x >= 0, x <= 400 + 1e-9, y >= -1e-9, y <= height, besideY >= -1e-9, labelY >= 10 - 1e-9, labelY <= height - 10 + 1e-9]).not.toContain(false);
          if (k > 0) expect(labelY - marks[k - 1]!.labelY).toBeGreaterThanOrEqual(20 - 1e-9);
        });
      }),
    );
  });
});
