import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { changeSentence, clearChanges, type SaidChange } from "./change-sentence.ts";

type Verdict = SaidChange["verdict"];
const change = (verdict: Verdict, measured: number | null, interval: [number, number] | null = null, reasons: SaidChange["reasons"] = []): SaidChange => ({
  ...{ verdict, measured, reasons, decidedBy: measured === null ? null : "measured" },
  interval: interval && { low: interval[0], high: interval[1] },
  returning: { n: null, change: null, reason: "not_matched" },
});
const say = (...given: Parameters<typeof change>) => changeSentence("Technology", change(...given), english);
const ZERO = ["interval_includes_zero"] as const;

describe("what is said of a change", () => {
  it.each([
    [say("improved", 7.24, [2, 12]), "Technology: up 7.2 points, and the change is clear."],
    [say("worsened", -11, [-16, -6]), "Technology: down 11.0 points, and the change is clear."],
    [
      say("no_clear_change", 3.1, [-2, 8.2], [...ZERO, "below_five_points"]),
      "Technology: no clear change. It is up 3.1 points, and anything from −2.0 to +8.2 would fit as well.",
    ],
    [
      say("no_clear_change", -3.14, [-8, 1.7], [...ZERO]),
      "Technology: no clear change. It is down 3.1 points, and anything from −8.0 to +1.7 would fit as well.",
    ],
    // Less than a tenth of a point is none.
    [
      say("no_clear_change", 0.04, [-2, 2], [...ZERO, "below_five_points"]),
      "Technology: no change. It is where it was, and anything from −2.0 to +2.0 would fit as well.",
    ],
    [say("no_clear_change", 3, [1, 5], ["below_five_points"]), "Technology: no clear change. It is up 3.0 points, which is less than the 5 that would matter."],
    [
      say("no_clear_change", 6, [0.5, 11], ["not_after_adjustment"]),
      "Technology: no clear change. It is up 6.0 points, which can happen by chance when so many parts are looked at.",
    ],
    // Five people who return can show no change: the interval has no ends.
    [say("no_clear_change", 6, [-100, 100], [...ZERO]), "Technology: no clear change. It is up 6.0 points."],
    [say("too_few", null), "Technology: too few answers to say."],
    [changeSentence("Technology", null, english), "Technology: nothing was asked both times."],
  ])("%s", (said, expected) => expect(said).toBe(expected));

  it("is of those who returned where they decide", () =>
    expect(
      changeSentence("Technology", { ...change("improved", 2, [4, 12]), decidedBy: "returning", returning: { n: 9, change: 8, reason: null } }, english),
    ).toBe("Technology: up 8.0 points, and the change is clear."));

  it("is said in Finnish with its decimal comma", () =>
    expect(changeSentence("Teknologia", change("no_clear_change", 3.1, [-0.5, 8.2], [...ZERO]), finnish)).toBe(
      "Teknologia: ei selvää muutosta. Nousua on 3,1 pistettä, mutta yhtä hyvin sopisi mikä tahansa väliltä −0,5…+8,2.",
    ));
});

describe("what has clearly moved", () => {
  it("is the most first, up or down, and no more than asked for", () => {
    const parts = [change("improved", 6), change("no_clear_change", 20), change("worsened", -9), change("improved", 7), change("too_few", null)];
    expect(clearChanges([...parts.map((each) => ({ change: each })), { change: null }], 2).map((part) => part.change!.measured)).toEqual([-9, 7]);
    expect(clearChanges([], 3)).toEqual([]);
  });
});
