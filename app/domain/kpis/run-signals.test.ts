import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOf, runSignals } from "./run-signals.ts";

/** Looks at every stretch of readings, and keeps the longest: the rules read the other way round. */
function bySearch(values: number[]): string[] {
  if (values.length < 10) return [];
  const median = medianOf(values)!;
  const stretches = values.flatMap((_, from) => values.slice(from).map((__, length) => ({ from, to: from + length })));
  const found: { text: string; from: number; to: number }[] = [];
  for (const { from, to } of stretches) {
    const part = values.slice(from, to + 1);
    const off = part.filter((value) => value !== median);
    // Its ends count.
    if (part[0] !== median && part.at(-1) !== median && off.length >= 6 && [1, -1].some((side) => off.every((value) => (value - median) * side > 0)))
      found.push({ text: `shift ${from} ${to} ${off.length}`, from, to });
    const steps = part.slice(1).map((value, index) => value - part[index]!);
    const moves = steps.filter((step) => step !== 0);
    if (steps.length > 0 && steps[0] !== 0 && steps.at(-1) !== 0 && moves.length >= 4 && [1, -1].some((way) => moves.every((move) => move * way > 0)))
      found.push({ text: `trend ${from} ${to} ${moves.length + 1}`, from, to });
  }
  const kind = ({ text }: { text: string }) => text.slice(0, 5);
  return found
    .filter((one) => !found.some((other) => other !== one && kind(other) === kind(one) && other.from <= one.from && other.to >= one.to))
    .map(({ text }) => text)
    .sort();
}

describe("the median", () => {
  it.each([
    [[], null],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %j", (values, median) => expect(medianOf(values)).toBe(median));
});

describe("shifts and trends (Perla, Provost and Murray 2011)", () => {
  it("a shift is six in a row on one side of the median, five are none", () => {
    // The median of six 1s and six 9s in turn is 5.
    expect(runSignals([1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9])).toEqual([
      { kind: "shift", side: "below", from: 0, to: 5, points: 6 },
      { kind: "shift", side: "above", from: 6, to: 11, points: 6 },
    ]);
    expect(runSignals([1, 1, 1, 1, 1, 9, 1, 9, 9, 9, 9, 9])).toEqual([]);
  });

  it("those on the median neither count nor end it", () => {
    expect(runSignals([1, 1, 1, 5, 1, 5, 1, 1, 9, 9, 9, 9, 9, 9, 5])).toEqual([
      { kind: "shift", side: "below", from: 0, to: 7, points: 6 },
      { kind: "shift", side: "above", from: 8, to: 13, points: 6 },
    ]);
    expect(runSignals([1, 1, 5, 5, 5, 1, 1, 1, 9, 9, 9, 9, 9])).toEqual([]);
  });

  it("a trend is five in a row that all go one way, four are none", () => {
    expect(runSignals([5, 1, 2, 3, 4, 9, 1, 9, 1, 9])).toEqual([{ kind: "trend", way: "up", from: 1, to: 5, points: 5 }]);
    expect(runSignals([5, 9, 1, 2, 3, 4, 1, 9, 1, 9])).toEqual([]);
    expect(runSignals([2, 9, 8, 4, 3, 1, 6, 2, 9, 2])).toEqual([{ kind: "trend", way: "down", from: 1, to: 5, points: 5 }]);
  });

  it("one that equals the one before neither counts nor ends it", () => {
    expect(runSignals([5, 1, 2, 2, 3, 4, 4, 9, 1, 9, 1])).toEqual([{ kind: "trend", way: "up", from: 1, to: 7, points: 5 }]);
    expect(runSignals([5, 1, 2, 2, 2, 2, 3, 1, 9, 1, 9])).toEqual([]);
  });

  it("are looked for from ten readings on", () => {
    expect(runSignals([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([]);
    expect(runSignals([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([{ kind: "trend", way: "up", from: 0, to: 9, points: 10 }]);
  });

  it("are those that a search through every stretch finds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 24 }), (values) => {
        const found = runSignals(values).map(({ kind, from, to, points }) => `${kind} ${from} ${to} ${points}`);
        expect(found.sort()).toEqual(bySearch(values));
      }),
      { numRuns: 500 },
    );
  });
});
