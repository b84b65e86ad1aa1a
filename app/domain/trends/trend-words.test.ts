import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { trendNotes, trendRows, trendTitle, type TrendView } from "./trend-words.ts";

const view = (given: Partial<TrendView> = {}): TrendView => ({
  ...{
    slug: "quiz",
    title: "Quiz",
    part: null,
    periods: ["2026-Q1", "2026-Q2"],
    versions: [1, 1],
    respondents: [14, 16],
    asked: [19, 19],
    isAnonymous: [false, false],
  },
  points: [
    { measured: 38.04, returning: null, constantMix: 38.04 },
    { measured: 46.25, returning: 44, constantMix: 45.5 },
  ],
  items: { common: 12, all: 12 },
  ...given,
});

describe("the figures of a trend", () => {
  it("stand in rows by quarter, with none where a line has none", () => {
    const { head, rows } = trendRows(view(), english);
    expect(head).toEqual(["Quarter", "As measured", "Only those who answered both times", "With the roles in the same shares", "Answered", "Version"]);
    expect(rows).toEqual([
      ["2026-Q1", "38.0", null, "38.0", "14 of 19", "1"],
      ["2026-Q2", "46.3", "44.0", "45.5", "16 of 19", "1"],
    ]);
  });

  it("are only those of the cycles until the lines are computed", () => {
    expect(trendRows(view({ points: null }), english).rows[0]).toEqual(["2026-Q1", null, null, null, "14 of 19", "1"]);
  });
});

describe("the title of a trend", () => {
  it.each([
    [trendTitle(view(), english), "Quiz: up from 38.0 to 46.3 since 2026-Q1"],
    [trendTitle(view({ part: "Listening" }), english), "Quiz, Listening: up from 38.0 to 46.3 since 2026-Q1"],
    [trendTitle(view({ points: [view().points![1]!, view().points![0]!] }), english), "Quiz: down from 46.3 to 38.0 since 2026-Q1"],
    [trendTitle(view({ points: null }), english), "Quiz: no figures to draw yet"],
    [trendTitle(view({ points: [{ measured: null, returning: null, constantMix: null }, view().points![1]!] }), english), "Quiz: 46.3 in 2026-Q2"],
    [trendTitle(view({ title: "Are you sure?" }), english), "Are you sure? Up from 38.0 to 46.3 since 2026-Q1"],
    [trendTitle(view({ title: "Are you sure?", points: null }), english), "Are you sure? No figures to draw yet"],
    [trendTitle(view({ title: "Oletteko varmoja?" }), finnish), "Oletteko varmoja? Nousua 38,0 → 46,3 jaksosta 2026-Q1 lähtien"],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe("the notes of a trend", () => {
  it("are none where everything is there", () => {
    expect(trendNotes(view(), english)).toEqual([]);
  });

  it("say where the questions changed and by how many the quarters are compared", () => {
    expect(trendNotes(view({ versions: [1, 2], items: { common: 10, all: 12 } }), english)).toEqual([
      "The questions changed in 2026-Q2 (version 1 to 2).",
      "What changed is told by the 10 of 12 questions that are the same in every version compared.",
    ]);
  });

  it("say which lines are missing, and why", () => {
    const points = [view().points![0]!, { measured: 46.25, returning: null, constantMix: null }];
    expect(trendNotes(view({ points }), english)).toEqual([
      "The second line is missing where fewer than five people are known to have answered both times, or where it would tell of fewer than five.",
      "The third line is missing where a role had fewer than five people in one of the quarters.",
    ]);
    const withheld = [{ measured: null, returning: null, constantMix: null }, view().points![1]!];
    expect(trendNotes(view({ points: withheld }), english)).toEqual([
      "A figure is missing where fewer than five people have a score, or where it would tell of fewer than five.",
    ]);
    expect(trendNotes(view({ points, isAnonymous: [true, false] }), english)[0]).toContain("nobody can tell who answered both times");
  });
});
