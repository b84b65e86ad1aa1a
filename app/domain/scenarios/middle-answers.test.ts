import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import type { TeamItem } from "../agreement/team-result-shape.ts";
import type { Item } from "../assessment/definition.ts";
import { middleAnswers } from "./middle-answers.ts";

type Told = { states?: Partial<TeamItem["states"]>; distribution?: Record<string, number> | null; mean?: number | null };

/** A published item, as far as a middle answer looks at it. */
function published(item: Item, { states = {}, distribution = null, mean = null }: Told): TeamItem {
  const all = { answered: 10, not_applicable: 0, not_sure: 0, blank: 0, ...states };
  const counts = distribution && Object.entries(distribution).map(([option, count]) => ({ option, count }));
  const nothing = { evidenced: null, variance: null, agreement: null, band: null, agreementReason: null, withheld: null, reference: "even_options" as const };
  return { ...nothing, id: item.id, dimension: item.dimension, states: all, distribution: counts, mean };
}

const middleOf = (item: Item, told: Told) => {
  const { answers, from } = middleAnswers(definitionOf([dimension("d")], [item]), [published(item, told)], []);
  return { answer: answers[item.id] ?? null, from: from[item.id] };
};
const said = (value: unknown) => ({ answer: { state: "answered", value }, from: "middle" });

describe("the answer in the middle", () => {
  const one = single("q", "d", [0, 0.3, 0.7, 1]);
  it.each([
    // Of nine the fifth; of ten, the worse of the fifth and the sixth.
    [{ o0: 2, o1: 2, o2: 1, o3: 4 }, "o2"],
    [{ o0: 2, o1: 3, o2: 1, o3: 4 }, "o1"],
    [{ o0: 0, o1: 0, o2: 0, o3: 10 }, "o3"],
    [{ o0: 10, o1: 0, o2: 0, o3: 0 }, "o0"],
    [{ o0: 5, o1: 0, o2: 0, o3: 5 }, "o0"],
  ])("of one choice %j is %s", (distribution, middle) => expect(middleOf(one, { distribution })).toEqual(said(middle)));

  it("goes by what options are worth, not by where they stand", () => {
    const turned = single("q", "d", [1, 0, 0.5]);
    // From the worst: o1 three times, o2 once, o0 five times; the fifth of nine is o0.
    expect(middleOf(turned, { distribution: { o0: 5, o1: 3, o2: 1 } })).toEqual(said("o0"));
  });

  it("of a scale and of a shift is a step, on a reversed scale from its better end's other side", () => {
    expect(middleOf(scale("q", "d", 1, 5), { distribution: { "1": 2, "2": 2, "3": 2, "4": 2, "5": 2 } })).toEqual(said(3));
    expect(middleOf(scale("q", "d", 1, 5), { distribution: { "1": 5, "5": 5 } })).toEqual(said(1));
    expect(middleOf(scale("q", "d", 1, 5, { reverse: true }), { distribution: { "1": 5, "5": 5 } })).toEqual(said(5));
    expect(middleOf(shift("q", "d", 4), { distribution: { "0": 1, "1": 1, "2": 3, "3": 5 } })).toEqual(said(2));
  });

  it("of several choices is every practice that half of those who answered named", () => {
    const several = multi("q", "d", [0.5, 0.5, 0.5], { marked: true });
    expect(middleOf(several, { distribution: { p0: 5, p1: 4, p2: 9, all: 0, none: 1 } })).toEqual(said(["p0", "p2"]));
    // "All of these" names each.
    expect(middleOf(several, { distribution: { p0: 1, p1: 0, p2: 4, all: 4, none: 1 } })).toEqual(said(["p0", "p2"]));
    expect(middleOf(several, { distribution: { p0: 1, p1: 0, p2: 4, all: 0, none: 5 } })).toEqual(said(["none"]));
    expect(middleOf(multi("q", "d", [0.5, 0.5]), { distribution: { p0: 4, p1: 4 } })).toEqual({ answer: null, from: "none" });
  });

  it("of a reading is what is worth the mean", () => {
    const days = number("q", "d", [
      [10, 1],
      [20, 0.5],
      [60, 0],
    ]);
    expect(middleOf(days, { mean: 0.75 })).toEqual(said(15));
    expect(middleOf(days, { mean: 0.125 })).toEqual(said(50));
    expect(middleOf(days, { mean: 1 })).toEqual(said(10));
    expect(middleOf(days, { mean: 0 })).toEqual(said(60));
    const capped = number("q", "d", [
      [0, 0.2],
      [10, 0.8],
    ]);
    expect(middleOf(capped, { mean: 0.9 })).toEqual(said(10));
  });

  it("is what more than half say who do not know, or whom it does not concern", () => {
    const distribution = { o0: 1, o1: 0, o2: 0, o3: 3 };
    expect(middleOf(one, { distribution, states: { answered: 4, not_sure: 6 } })).toEqual({ answer: { state: "not_sure" }, from: "middle" });
    expect(middleOf(one, { distribution, states: { answered: 4, not_applicable: 6 } })).toEqual({ answer: { state: "not_applicable" }, from: "middle" });
    expect(middleOf(one, { distribution: { o0: 5, o1: 0, o2: 0, o3: 0 }, states: { answered: 5, not_sure: 5 } })).toEqual(said("o0"));
  });

  it("is none where nothing is published, and of a ranking", () => {
    expect(middleOf(one, {})).toEqual({ answer: null, from: "none" });
    expect(middleOf(ranking("q", "d", 2, [0, 0.5, 1]), { distribution: { r0: 9, r1: 8, r2: 3 } })).toEqual({ answer: null, from: "none" });
    expect(middleAnswers(definitionOf([dimension("d")], [one]), [], [])).toEqual({ answers: {}, from: { q: "none" } });
  });

  it("gives way to what the team agreed on, of which nothing but the answer is taken", () => {
    const definition = definitionOf([dimension("d")], [one]);
    const answer = { state: "answered" as const, value: "o3", comment: "After a long talk." };
    const { answers, from } = middleAnswers(definition, [published(one, { distribution: { o0: 10 } })], [{ item: "q", answer }]);
    expect({ answers, from }).toEqual({ answers: { q: { state: "answered", value: "o3" } }, from: { q: "consensus" } });
  });
});
