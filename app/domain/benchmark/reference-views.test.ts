import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import type { Answers } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import type { ReferenceValue } from "./reference-set.ts";
import { referenceViews } from "./reference-views.ts";

const definition = definitionOf(
  [dimension("d")],
  [ranking("order", "d", 2, [1, 1, 0, 0.5]), single("one", "d", [0, 0.5, 1]), scale("step", "d", 0, 2), shift("way", "d", 3)],
);
const answers: Answers = { order: answered(["r3", "r1"]), one: answered("o2"), step: answered(2), way: answered(0) };
const PROVENANCE = { name: "A survey", source: "S", url: null, year: null, n: 107, method: "M", licence: "L" };

const views = (values: ReferenceValue[], given: Answers = answers) =>
  referenceViews([{ ...PROVENANCE, slug: definition.slug, values }], definition, given, score(compile(definition), given), english);
const parts = (values: ReferenceValue[], given?: Answers) => views(values, given).flatMap((view) => view.parts);
const RANKS: ReferenceValue[] = [
  { part: "item:order", kind: "rank", at: "r2", value: 1 },
  { part: "item:order", kind: "rank", at: "r1", value: 2 },
];

describe("a reference set beside a result", () => {
  it("has its whole provenance", () => {
    expect(views(RANKS).map(({ provenance }) => provenance)).toEqual([PROVENANCE]);
  });

  it("places stand beside one's own, in the source's order; nothing is said of what neither names", () => {
    expect(parts(RANKS)).toEqual([
      {
        ...{ kind: "rank", question: "What about order?", named: 2, of: 4 },
        rows: [
          { label: "Choice 2", yours: null, source: 1 },
          { label: "Choice 1", yours: 2, source: 2 },
          { label: "Choice 3", yours: 1, source: null },
        ],
      },
    ]);
  });

  it("shares stand beside the answer that was chosen, as they were published", () => {
    const share = (part: string, at: string, value: number): ReferenceValue => ({ part, kind: "share", at, value });
    expect(parts([share("item:one", "o1", 33.4), share("item:step", "2", 8), share("item:way", "0", 0)])).toEqual([
      {
        ...{ kind: "share", question: "What about one?" },
        rows: [
          { label: "Option 0", isOwn: false, percent: null },
          { label: "Option 1", isOwn: false, percent: 33.4 },
          { label: "Option 2", isOwn: true, percent: null },
        ],
      },
      {
        ...{ kind: "share", question: "What about step?" },
        rows: [
          { label: "0: Low", isOwn: false, percent: null },
          { label: "1", isOwn: false, percent: null },
          { label: "2: High", isOwn: true, percent: 8 },
        ],
      },
      {
        ...{ kind: "share", question: "What about way?" },
        rows: [
          { label: "Position 0", isOwn: true, percent: 0 },
          { label: "Position 1", isOwn: false, percent: null },
          { label: "Position 2", isOwn: false, percent: null },
        ],
      },
    ]);
  });

  it("scores stand beside one's own, percentiles rising and the mean last", () => {
    const figures: ReferenceValue[] = [
      { part: "overall", kind: "mean", at: "", value: 55.5 },
      { part: "overall", kind: "percentile", at: "75", value: 70 },
      { part: "overall", kind: "percentile", at: "5", value: 20 },
    ];
    // order: (2 x 0.5 + 1 x 1) / 3, one: 1, step: 1, way: 0, each of weight 1
    const own = expect.closeTo((100 * (2 / 3 + 1 + 1 + 0)) / 4, 9) as number;
    expect(parts(figures)).toEqual([
      {
        ...{ kind: "score", title: "Overall score", own },
        figures: [
          { at: 5, score: 20 },
          { at: 75, score: 70 },
          { at: null, score: 55.5 },
        ],
      },
    ]);
    expect(parts([{ part: "pillar:process", kind: "mean", at: "", value: 1 }])).toMatchObject([{ title: "Process", own }]);
    expect(parts([{ part: "dimension:d", kind: "mean", at: "", value: 1 }])).toMatchObject([{ title: definition.dimensions[0]!.title, own }]);
  });

  it("is left out where nothing of one's own stands beside it", () => {
    expect(views(RANKS, { ...answers, order: NOT_SURE })).toEqual([]);
    expect(views([{ part: "overall", kind: "mean", at: "", value: 1 }], {})).toEqual([]);
  });

  it("leaves out the question that the answered version does not have as the set means it, and keeps the others", () => {
    const mean: ReferenceValue = { part: "overall", kind: "mean", at: "", value: 1 };
    const gone: ReferenceValue = { part: "item:order", kind: "rank", at: "gone", value: 3 };
    expect(parts([...RANKS, gone, mean]).map(({ kind }) => kind)).toEqual(["score"]);
    expect(views([{ part: "item:other", kind: "share", at: "o0", value: 3 }])).toEqual([]);
  });
});
