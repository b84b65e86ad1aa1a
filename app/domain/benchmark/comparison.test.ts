import { describe, expect, it } from "vitest";
import { cohortKey, EVERYBODY, type Cohort, type Profile } from "./cohort.ts";
import { chosenCohort, cohortChoices, comparison, type ComparisonInput, furthestAhead, summaryOf, towards } from "./comparison.ts";
import { histogramOf } from "./histogram.ts";

const profile: Profile = { industry: "retail", sizeBand: "50-249", region: null };
const retail: Cohort = { ...EVERYBODY, industry: "retail" };
const published = (...entries: [Cohort, number][]) => new Map(entries.map(([cohort, n]) => [cohortKey(cohort), n]));
const input = { profile, published: published([EVERYBODY, 40]), sharing: 40, isSharing: false, own: null };

describe("which cohorts may be looked at", () => {
  it("are those that the organisation is in, everybody first, and no other", () => {
    const choices = cohortChoices({ ...input, published: published([EVERYBODY, 40], [retail, 12], [{ ...EVERYBODY, industry: "energy" }, 15]) });
    expect(choices.map(({ key, state }) => [key, state])).toEqual([
      ["//", "published"],
      ["/50-249/", "kept_back"],
      ["retail//", "published"],
      ["retail/50-249/", "kept_back"],
    ]);
    expect(chosenCohort(choices, null)?.key).toBe("//");
    expect(chosenCohort(choices, "retail//")?.key).toBe("retail//");
    expect(chosenCohort(choices, "energy//")).toBeNull();
    expect(chosenCohort(choices, "retail/50-249/")).toBeNull();
  });

  it("count the others, oneself only where one is in it", () => {
    const both = published([EVERYBODY, 40], [retail, 12]);
    const own = { profile, scores: { overall: 50 } };
    const othersOf = (choices: ReturnType<typeof cohortChoices>) => choices.map((choice) => ("others" in choice ? choice.others : null));
    expect(othersOf(cohortChoices({ ...input, published: both, own }))).toEqual([39, null, 11, null]);
    expect(othersOf(cohortChoices({ ...input, published: both }))).toEqual([40, null, 12, null]);
    // It has said since that it is in retail; its result stands among those who did not.
    expect(othersOf(cohortChoices({ ...input, published: both, own: { ...own, profile: EVERYBODY } }))).toEqual([39, null, 12, null]);
  });

  it.each([
    { sharing: 0, isSharing: false, others: 0, needed: 11 },
    { sharing: 10, isSharing: false, others: 10, needed: 11 },
    { sharing: 10, isSharing: true, others: 9, needed: 10 },
    { sharing: 1, isSharing: true, others: 0, needed: 10 },
  ])("say how many are missing of everybody: $sharing share, oneself among them: $isSharing", ({ sharing, isSharing, others, needed }) => {
    const [everybody, ...narrower] = cohortChoices({ ...input, published: published(), sharing, isSharing });
    expect(everybody).toMatchObject({ state: "too_few", others, needed });
    for (const choice of narrower) expect(choice).toEqual({ cohort: choice.cohort, key: choice.key, state: "kept_back" });
  });

  it("say that enough may be kept back too", () => {
    expect(cohortChoices({ ...input, published: published(), sharing: 11 })[0]).toMatchObject({ state: "kept_back" });
    expect(cohortChoices({ ...input, published: published(), sharing: 11, isSharing: true })[0]).toMatchObject({ state: "kept_back" });
  });

  it("are drawn towards the nearest published one that is wider", () => {
    const narrow: Cohort = { industry: "retail", sizeBand: "50-249", region: "africa" };
    expect(towards(narrow, published([EVERYBODY, 40], [retail, 12]))).toEqual(retail);
    expect(towards(narrow, published([EVERYBODY, 40]))).toEqual(EVERYBODY);
    expect(towards(narrow, published())).toBeNull();
    expect(towards(EVERYBODY, published([EVERYBODY, 40]))).toBeNull();
  });
});

const spread = (n: number, from = 0, to = 100) => Array.from({ length: n }, (_, i) => from + ((to - from) * i) / n);
const compare = (more: Partial<ComparisonInput>) =>
  comparison({ parts: ["overall"], scores: { overall: 50 }, own: null, cohort: EVERYBODY, figures: {}, parent: null, siblings: {}, ...more })[0]!;

describe("what is shown of a part", () => {
  it.each([0, 1, 9])("is, of %i others, how many there are and no figure", (n) => {
    expect(compare({ figures: { overall: histogramOf(spread(n)) } })).toEqual({
      ...{
        part: "overall",
        own: 50,
        n,
        claim: { kind: "too_few", n, needed: 10 },
        median: null,
        middleHalf: null,
        bars: null,
        here: null,
        mean: null,
        shrunk: null,
      },
    });
  });

  it("is nothing of a part without figures, and of ten published with oneself among them", () => {
    expect(compare({}).claim).toEqual({ kind: "too_few", n: 0, needed: 10 });
    const ten = compare({ figures: { overall: histogramOf([50, ...spread(9)]) }, own: { profile: EVERYBODY, scores: { overall: 50 } } });
    expect([ten.n, ten.median, ten.bars]).toEqual([9, null, null]);
  });

  it("leaves one's own published score out, which may be an earlier one, and only of cohorts it is in", () => {
    const figures = { overall: histogramOf([...spread(20, 60, 80), 10]) };
    const own = { profile: retail, scores: { overall: 10 } };
    const among = compare({ figures, own, scores: { overall: 30 } });
    expect(among).toMatchObject({ n: 20, own: 30, here: 6 });
    expect(among.mean).toBeCloseTo(69.5, 9);
    expect(compare({ figures, own: { ...own, profile: EVERYBODY }, cohort: retail }).n).toBe(21);
    expect(compare({ figures, own: { ...own, scores: {} } }).n).toBe(21);
  });

  it("has twenty bars of five points, and says in which one stands", () => {
    const { bars, here } = compare({ scores: { overall: 100 }, figures: { overall: histogramOf([0, 4.9, 5, 47, 47, 49.99, 50, 95, 99, 100]) } });
    expect(bars).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect(here).toBe(19);
  });

  it("has the middle half from thirty others on", () => {
    expect(compare({ figures: { overall: histogramOf(spread(29)) } }).middleHalf).toBeNull();
    // 0, 2.5 .. 97.5: the tenth is 22.5, the thirtieth 72.5.
    expect(compare({ figures: { overall: histogramOf(spread(40)) } }).middleHalf).toEqual({ low: 22.75, high: 72.75 });
  });

  it("has the others without a claim where one has no score", () => {
    const part = compare({ scores: {}, figures: { overall: histogramOf(spread(40)) } });
    expect(part).toMatchObject({ own: null, claim: null, here: null, n: 40 });
    expect(part.bars).not.toBeNull();
    expect(compare({ scores: {}, figures: { overall: histogramOf(spread(3)) } }).claim).toEqual({ kind: "too_few", n: 3, needed: 10 });
  });

  it("shrinks a small cohort to its parent, and says what that was", () => {
    const parent = { cohort: EVERYBODY, figures: { overall: histogramOf(spread(50, 60, 60)) } };
    const small = { cohort: retail, figures: { overall: histogramOf(spread(10, 40, 40)) }, parent };
    // k is 10: (10 * 40 + 10 * 60) / 20.
    expect(compare(small).shrunk).toEqual({ mean: 50, parentMean: 60, weight: 10 });
    expect(compare({ ...small, figures: { overall: histogramOf(spread(30, 40, 40)) } }).shrunk).toBeNull();
    expect(compare({ ...small, figures: { overall: histogramOf(spread(9, 40, 40)) } }).shrunk).toBeNull();
    expect(compare({ ...small, parent: null }).shrunk).toBeNull();
    expect(compare({ ...small, parent: { ...parent, figures: {} } }).shrunk).toBeNull();
  });

  it("weighs the parent by how much its cohorts differ", () => {
    // 5 of 30 and 5 of 50: mean 40, variance 1000 / 9. Siblings of the same variance with means 50 and 60:
    // within 1000 / 9, between means 10 (100 + 0 + 100) / 2 = 1000, less that, over an effective n of 10.
    const own = histogramOf([...spread(5, 30, 30), ...spread(5, 50, 50)]);
    const within = 1000 / 9;
    const siblings = { overall: [50, 60].map((mean) => ({ n: 10, mean, variance: within })) };
    const parent = { cohort: EVERYBODY, figures: { overall: histogramOf(spread(30, 50, 50)) } };
    const { shrunk } = compare({ cohort: retail, figures: { overall: own }, parent, siblings });
    const weight = within / ((1000 - within) / 10);
    expect(shrunk!.weight).toBeCloseTo(weight, 12);
    expect(shrunk!.mean).toBeCloseTo((10 * 40 + weight * 50) / (10 + weight), 12);
  });

  it("is the same ladder of organisations of which none is oneself", () => {
    expect(summaryOf("overall", histogramOf(spread(9))).claim).toEqual({ kind: "too_few", n: 9, needed: 10 });
    expect(summaryOf("overall", histogramOf(spread(10)))).toMatchObject({ n: 10, own: null, claim: null, middleHalf: null, median: 40.25, shrunk: null });
  });
});

describe("what the best quarter does differently", () => {
  const item = (id: string, best: number, rest: number, n = { best: 11, rest: 33 }) => ({
    item: id,
    best: { n: n.best, mean: best },
    rest: { n: n.rest, mean: rest },
  });

  it("is what it is furthest ahead in, the furthest first", () => {
    const items = [item("a", 0.6, 0.5), item("b", 0.9, 0.4), item("c", 0.3, 0.5), item("e", 0.7, 0.5), item("d", 0.7, 0.5), item("f", 0.5, 0.5)];
    expect(furthestAhead(items, { isOwnIn: true, most: 3 }).map((each) => each.item)).toEqual(["b", "d", "e"]);
    expect(furthestAhead(items, { isOwnIn: true, most: 9 }).map((each) => each.item)).toEqual(["b", "d", "e", "a"]);
  });

  it("is nothing of fewer than ten others on either side", () => {
    const ten = [item("a", 0.9, 0.1, { best: 10, rest: 30 }), item("b", 0.9, 0.1, { best: 30, rest: 10 }), item("c", 0.9, 0.1, { best: 9, rest: 30 })];
    expect(furthestAhead(ten, { isOwnIn: false, most: 5 }).map((each) => each.item)).toEqual(["a", "b"]);
    expect(furthestAhead(ten, { isOwnIn: true, most: 5 })).toEqual([]);
  });
});
