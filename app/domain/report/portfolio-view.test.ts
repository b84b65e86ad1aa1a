import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import type { Answers } from "../assessment/answer.ts";
import type { Contradiction } from "../assessment/contradiction.ts";
import type { Definition } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import { carriedNotes } from "./carried-notes.ts";
import { type PortfolioEntry, portfolioView, type PortfolioView } from "./portfolio-view.ts";

const ON = new Date("2026-11-22T06:00:00.000Z");
const definition = (slug: string) => ({
  ...definitionOf([dimension("d")], [single("q", "d", [0, 0.3, 1], { pillars: ["people"] }), single("r", "d", [0, 1], { pillars: ["kpis"] })], { slug }),
  shortTitle: `The ${slug}`,
});
const entry = (its: Definition, answers: Answers): PortfolioEntry => ({
  compiled: compile(its),
  answers,
  origins: Object.fromEntries(Object.keys(answers).map((id) => [id, { assessment: its.slug, on: ON }])),
  submittedAt: ON,
});
const HIGH = entry(definition("high"), { q: answered("o2"), r: answered("o1") });
const LOW = entry(definition("low"), { q: answered("o1"), r: answered("o0") });
const EMPTY = entry(definition("empty"), {});
const RULE: Contradiction = {
  id: "rule",
  text: "These two do not fit together.",
  allOf: [
    { assessment: "high", item: "q", atLeast: "o2" },
    { assessment: "high", item: "q", atMost: "o2" },
    { assessment: "low", item: "q", atMost: "o1" },
  ],
};

describe("what a portfolio says", () => {
  it("has a row for each assessment, and the plain mean of the scores there are", () => {
    const view = portfolioView([HIGH, LOW, EMPTY], [], english);
    expect(view.rows.map(({ slug, title, score, level }) => ({ slug, title, score, level }))).toEqual([
      { slug: "high", title: "The high", score: 100, level: { number: 5, name: "Level 5" } },
      { slug: "low", title: "The low", score: 15, level: { number: 1, name: "Level 1" } },
      { slug: "empty", title: "The empty", score: null, level: null },
    ]);
    expect(view.mean).toBe(57.5);
    // People, process, content, technology, KPIs.
    expect(view.rows.map((row) => row.pillars.map((p) => p.score))).toEqual([
      [100, null, null, null, 100],
      [30, null, null, null, 0],
      [null, null, null, null, null],
    ]);
    // A pillar without a score was asked about, or not.
    for (const row of view.rows) expect(row.pillars.map(({ questions }) => questions)).toEqual([1, 0, 0, 0, 1]);
    expect(view.rows[2]!.band).toBeNull();
    expect(portfolioView([], [], english)).toMatchObject({ rows: [], mean: null, contradictions: [] });
    expect(portfolioView([EMPTY], [], english).mean).toBeNull();
  });

  it("names the level of the score, as the result does, and what holds it below", () => {
    const parts = [dimension("strong", { weight: 3 }), { ...dimension("weak"), title: "The weak part", critical: true }];
    const its = definitionOf(parts, [single("s", "strong", [0, 1]), single("w", "weak", [0, 0.3, 1])], { slug: "gated" });
    const rowFor = (w: string) => portfolioView([entry(its, { s: answered("o1"), w: answered(w) })], [], english).rows[0]!;
    expect(rowFor("o2")).toMatchObject({ score: 100, level: { number: 5 }, held: null });
    // 82.5 reaches level 5; the weak part stands at 30: within ten points of 40, not of 60.
    expect(rowFor("o1")).toMatchObject({ score: 82.5, level: { number: 5 }, held: { level: 3, by: ["The weak part"] } });
    expect(portfolioView([EMPTY], [], english).rows[0]).toMatchObject({ level: null, held: null });
  });

  it("shows a contradiction across two of them with each answer once, and is less sure of both, at the same scores", () => {
    const [plain, doubted] = [portfolioView([HIGH, LOW], [], english), portfolioView([HIGH, LOW], [RULE], english)];
    expect(doubted.contradictions).toEqual([
      {
        id: "rule",
        text: RULE.text,
        rule: true,
        answers: [
          { slug: "high", assessment: "The high", question: "What about q?", answer: "Option 2" },
          { slug: "low", assessment: "The low", question: "What about q?", answer: "Option 1" },
        ],
      },
    ]);
    for (const [i, row] of doubted.rows.entries()) {
      expect(row.score).toBe(plain.rows[i]!.score);
      expect(plain.rows[i]!.band!.levels).toHaveLength(1);
      expect(row.band!.levels.length).toBeGreaterThan(1);
    }
    expect([doubted.doubtsScores, plain.doubtsScores]).toEqual([true, false]);
    expect(portfolioView([HIGH], [RULE], english).contradictions).toEqual([]);
    expect(portfolioView([HIGH, entry(definition("low"), { q: answered("o2") })], [RULE], english).contradictions).toEqual([]);
  });
});

describe("a shared question that was answered differently", () => {
  const SHARED = { ...single("q", "d", [0, 0.3, 1], { pillars: ["people"] }), shared: "q" };
  const holding = (slug: string, value: string) => entry({ ...definition(slug), items: [SHARED] }, { q: answered(value) });

  it("makes a score less sure where one rests on an answer to it, and not in drafts alone", () => {
    const [one, other, third] = [holding("one", "o0"), holding("other", "o2"), entry(definition("third"), { q: answered("o0"), r: answered("o0") })];
    const seen = (view: PortfolioView) => [view.contradictions.length, view.doubtsScores];
    expect(seen(portfolioView([one, other], [], english))).toEqual([1, true]);
    expect(seen(portfolioView([one], [], english, [other]))).toEqual([1, true]);
    expect(seen(portfolioView([], [], english, [one, other]))).toEqual([1, false]);
    expect(seen(portfolioView([third], [], english, [one, other]))).toEqual([1, false]);
  });
});

describe("where an answer comes from", () => {
  it("is told with the title, the day, and the words of what is too old", () => {
    const from = { assessment: "there", on: ON };
    const notes = carriedNotes(
      definition("here"),
      {
        q: { answer: answered("o1"), from, stale: true },
        r: { answer: answered("o1"), from, stale: false },
        gone: { answer: answered("o0"), from, stale: false },
      },
      (slug) => `Title of ${slug}`,
      english,
    );
    const on = "22 November 2026";
    expect(notes).toEqual({ q: { title: "Title of there", on, said: "Option 1" }, r: { title: "Title of there", on, said: null } });
  });
});
