import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { changeSentence, clearChanges } from "./change-sentence.ts";
import type { ChangePart } from "./change-shape.ts";

const part = (verdict: ChangePart["verdict"], difference: number | null, low?: number, high?: number) => ({
  ...{ verdict, difference, interval: low === undefined || high === undefined ? null : { low, high } },
});
const say = (...given: Parameters<typeof part>) => changeSentence("Technology", part(...given), english);

describe("what is said of a change", () => {
  it.each([
    [say("improved", 7.24, 2, 12), "Technology: up 7.2 points, and the change is clear."],
    [say("declined", -11, -16, -6), "Technology: down 11.0 points, and the change is clear."],
    [say("unclear", 3.1, -2, 8.2), "Technology: no clear change. It is up 3.1 points, and anything from -2.0 to 8.2 would fit as well."],
    [say("unclear", -3.14, -8, 1.7), "Technology: no clear change. It is down 3.1 points, and anything from -8.0 to 1.7 would fit as well."],
    // Less than a tenth of a point is none.
    [say("unclear", 0.04, -2, 2), "Technology: no change. It is where it was, and anything from -2.0 to 2.0 would fit as well."],
    [say("unclear", 3, 1, 5), "Technology: no clear change. It is up 3.0 points, which is less than the 5 that would matter."],
    [say("unclear", 6, 0.5, 11), "Technology: no clear change. It is up 6.0 points, and anything from 0.5 to 11.0 would fit as well."],
    [say("unclear", 6), "Technology: no clear change. It is up 6.0 points."],
    [say("too_few", null), "Technology: too few answers to say."],
    [say("unclear", null), "Technology: too few answers to say."],
    [say("not_common", null), "Technology: nothing that was asked both times."],
  ])("%s", (said, expected) => expect(said).toBe(expected));

  it("is said in Finnish with its decimal comma", () =>
    expect(changeSentence("Teknologia", part("unclear", 3.1, 0.5, 8.2), finnish)).toBe(
      "Teknologia: ei selvää muutosta. Nousua on 3,1 pistettä, mutta yhtä hyvin sopisi mikä tahansa väliltä 0,5–8,2.",
    ));
});

describe("what has clearly moved", () => {
  it("is the most first, up or down, and no more than asked for", () => {
    const parts = [part("improved", 6), part("unclear", 20), part("declined", -9), part("improved", 7), part("too_few", null)];
    expect(clearChanges(parts, 2).map(({ difference }) => difference)).toEqual([-9, 7]);
    expect(clearChanges([], 3)).toEqual([]);
  });
});
