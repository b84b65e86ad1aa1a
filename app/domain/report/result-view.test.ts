import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, multi, NOT_APPLICABLE, NOT_SURE, ranking, scale, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import type { Answers } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { answerText } from "./answer-text.ts";
import { resultView } from "./result-view.ts";

const VALUES = [0, 0.5, 1];
const items = ["a", "b", "c"].flatMap((d) => [1, 2].map((n) => single(`${d}${n}`, d, VALUES)));
const definition = definitionOf([dimension("a"), dimension("b", { critical: true }), dimension("c")], items, {
  flags: [{ id: "f", title: "A flag", text: "Text.", anyOf: [{ item: "a1", atMost: "o0" }] }],
  readouts: [
    { id: "mix", kind: "mix", title: "Mix", text: "Text.", items: ["a1", "b1"] },
    { id: "gap", kind: "gap", title: "Gap", text: "Text.", minuend: "a1", subtrahend: "b1" },
  ],
});
const readings = Object.fromEntries(
  ["a", "b", "c"].map((d) => [d, { low: `${d} low`, middle: `${d} middle`, high: `${d} high`, strength: `${d} is strong`, weakness: `${d} is weak` }]),
);
const compiled = compile({ ...definition, readings });

const view = (answers: Answers) => resultView(compiled, answers, { score: score(compiled, answers), band: null, contradictions: [], evidenced: null }, english);
/** Parts with these scores, each made by one question. */
const ofParts = (scores: Record<string, number>, extras: Record<string, Parameters<typeof dimension>[1]> = {}) => {
  const ids = Object.keys(scores);
  const parts = definitionOf(
    ids.map((id) => dimension(id, extras[id])),
    ids.map((id) => scale(`${id}1`, id, 0, 100)),
  );
  const made = compile({ ...parts, readings });
  const answers = Object.fromEntries(ids.map((id) => [`${id}1`, answered(scores[id]!)]));
  return resultView(made, answers, { score: score(made, answers), band: null, contradictions: [], evidenced: null }, english);
};
const all = (values: Record<string, number>): Answers =>
  Object.fromEntries(["a", "b", "c"].flatMap((d) => [1, 2].map((n) => [`${d}${n}`, answered(`o${values[d]}`)])));

describe("the headline", () => {
  it("names the strongest and the weakest part", () => {
    expect(view(all({ a: 2, b: 0, c: 1 })).headline).toBe("A is strong, yet b is weak.");
  });
  it("does not praise a company in which nothing is strong", () => {
    expect(view({ ...all({ a: 0, b: 0, c: 0 }), c1: answered("o1"), b1: answered("o1") }).headline).toBe("A is weak, and c is weak.");
  });
  it("does not scold a company in which everything is strong", () => {
    expect(view(all({ a: 2, b: 2, c: 2 })).headline).toBe("A is strong.");
  });
  it("never says a strength and a weakness of the same part", () => {
    // c at 65 is among what is strong; at 59 it is not.
    expect(ofParts({ a: 100, c: 65 })).toMatchObject({ headline: "A is strong.", strong: [{ title: "a" }, { title: "c" }] });
    expect(ofParts({ a: 100, c: 59 })).toMatchObject({ headline: "A is strong, yet c is weak.", strong: [{ title: "a" }] });
    expect(ofParts({ a: 59, c: 58 }).headline).toBe("C is weak, and a is weak.");
  });
  it("praises a part that is carried no further than it counts, and blames what carries it", () => {
    const carried = { c: { carriedBy: "a" } };
    expect(ofParts({ a: 30, c: 100 }, carried)).toMatchObject({ headline: "A is weak.", strong: [] });
    expect(ofParts({ a: 80, c: 100 }, carried)).toMatchObject({ headline: "C is strong.", strong: [{ title: "c", score: 100 }, { title: "a" }] });
    expect(ofParts({ a: 80, b: 20, c: 100 }, { c: { carriedBy: "b" } }).headline).toBe("A is strong, yet b is weak.");
  });
  it("says that there is no score when nothing applies", () => {
    const nothing = Object.fromEntries(items.map((item) => [item.id, NOT_APPLICABLE]));
    expect(view(nothing).headline).toContain("no score");
    expect(view(nothing).overall.score).toBeNull();
  });
});

describe("the parts", () => {
  it("take the reading of their score: below 40, below 70, above", () => {
    expect(view(all({ a: 2, b: 0, c: 1 })).dimensions.map((d) => d.reading)).toEqual(["a high", "b low", "c middle"]);
  });
  it("say what is missing when they have no score", () => {
    const { dimensions, leftOut } = view({ ...all({ a: 2, b: 1, c: 1 }), b1: NOT_SURE, b2: { state: "blank" } });
    expect(dimensions[1]!.reading).toBeNull();
    expect(dimensions[1]!.why).toBe(
      "Not enough answers: a score needs three quarters of the weight. Still unanswered: “What about b2?”; to find out: “What about b1?”.",
    );
    expect(leftOut).toEqual(["b"]);
  });
  it("say when nothing or too little applies", () => {
    expect(view({ ...all({ a: 2, b: 1, c: 1 }), c1: NOT_APPLICABLE, c2: NOT_APPLICABLE }).dimensions[2]!.why).toContain("nothing here applies");
    expect(view({ ...all({ a: 2, b: 1, c: 1 }), c1: NOT_APPLICABLE }).dimensions[2]!.why).toContain("more than 40 %");
  });
  it("leave out a pillar that no question names", () => {
    expect(view(all({ a: 1, b: 1, c: 1 })).pillars.map((p) => p.id)).toEqual(["process"]);
  });
});

describe("the findings", () => {
  it("list at most three gaps and mark those in a part that holds the level back", () => {
    const { gaps, heldBackBy } = view(all({ a: 2, b: 0, c: 2 }));
    expect(heldBackBy).toEqual(["b"]);
    expect(gaps.map((g) => [g.item, g.gate])).toEqual([
      ["b1", true],
      ["b2", true],
    ]);
    expect(view(all({ a: 0, b: 0, c: 0 })).gaps).toHaveLength(3);
  });
  it("call strong what reaches 60, strongest first", () => {
    const answers = { ...all({ a: 2, b: 1, c: 2 }), a1: answered("o1") };
    expect(view(answers).strong.map((s) => [s.title, s.score, s.clause])).toEqual([
      ["c", 100, "C is strong"],
      ["a", 75, "A is strong"],
    ]);
  });
  it("show the flags that fire and what to find out", () => {
    const { flags, findOut } = view({ ...all({ a: 0, b: 1, c: 1 }), c1: NOT_SURE });
    expect(flags.map((f) => f.id)).toEqual(["f"]);
    expect(findOut).toEqual([{ question: "What about c1?", evidence: "A record." }]);
  });
  it("read out a mix as points and a gap as a distance", () => {
    const [mix, gap] = view({ ...all({ a: 2, b: 1, c: 1 }) }).readouts;
    expect(mix).toMatchObject({
      parts: [
        { question: "What about a1?", points: 100 },
        { question: "What about b1?", points: 50 },
      ],
    });
    expect(gap).toMatchObject({ gap: 50 });
    const [unknownMix, unknownGap] = view({ ...all({ a: 0, b: 1, c: 1 }), b1: NOT_SURE }).readouts;
    expect(unknownMix).toMatchObject({
      parts: [
        { question: "What about a1?", points: 0 },
        { question: "What about b1?", points: null },
      ],
    });
    expect(unknownGap).toMatchObject({ gap: null });
  });
  it("leave out a reading of questions that were all left unanswered", () => {
    expect(view({ ...all({ a: 1, b: 1, c: 1 }), a1: NOT_SURE, b1: NOT_SURE }).readouts).toEqual([]);
  });
  it("trace every answer in words, part by part", () => {
    const { trace } = view({ ...all({ a: 2, b: 1, c: 1 }), a2: NOT_SURE });
    expect(trace[0]!.lines.map((l) => [l.answer, l.x, l.contribution])).toEqual([
      ["Option 2", 1, 100],
      ["I don’t know", null, null],
    ]);
    expect(trace[0]!.lines.map((l) => [l.comment, l.evidence])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
  it("say of a ranking how many places it has, where it has a value", () => {
    const definition = definitionOf([dimension("a")], [ranking("order", "a", 3, [1, 1, 1, 0]), single("one", "a", VALUES)]);
    const [made, order] = [compile(definition), { order: answered(["r3", "r0", "r1"]), one: answered("o1") }];
    const scored = (answers: Answers) => ({ score: score(made, answers), band: null, contradictions: [], evidenced: null });
    // (3 x 0 + 2 x 1 + 1 x 1) / 6: the first weighs 3, each later one 1 less.
    expect(resultView(made, order, scored(order), english).trace[0]!.lines).toMatchObject([{ places: 3, x: 0.5 }, { places: null }]);
    expect(resultView(made, {}, scored({}), english).trace[0]!.lines[0]).toMatchObject({ places: null });
  });
  it("trace the notes and the evidence beside the answers", () => {
    const evidence = { link: "https://files.example/a", expires: "2027-01-31" };
    const { trace } = view({ ...all({ a: 2, b: 1, c: 1 }), a1: { state: "not_sure", comment: "ask Ann", evidence } });
    expect(trace[0]!.lines[0]).toMatchObject({ comment: "ask Ann", evidence });
  });
});

describe("answerText", () => {
  it("speaks the words of the options in their order", () => {
    expect(answerText(multi("m", "a", [0.4, 0.6]), answered(["p1", "p0"]), english)).toBe("Practice 0; Practice 1");
    expect(answerText(scale("s", "a", 0, 4), answered(3), english)).toBe("3");
    expect(answerText(single("x", "a", VALUES), NOT_APPLICABLE, english)).toBe("Does not apply to us");
    expect(answerText(single("x", "a", VALUES), { state: "blank" }, english)).toBe("Not answered");
  });
});
