import { describe, expect, it } from "vitest";
import {
  answered,
  BLANK,
  definitionOf,
  dimension,
  multi,
  NOT_APPLICABLE,
  NOT_SURE,
  number,
  ranking,
  scale,
  shift,
  single,
} from "../../../tests/factories/definition.ts";
import { type Answer, type Answers, answerTo } from "./answer.ts";
import { conditionHolds, readyFlags } from "./condition.ts";
import { doubtedItems, firingContradictions } from "./contradiction.ts";
import type { Flag } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";

const items = [single("up", "d", [0, 0.5, 1]), single("down", "d", [1, 0.5, 0]), multi("many", "d", [0.5, 0.5], { marked: true }), scale("step", "d", 0, 3)];
const definition = definitionOf([dimension("d")], items);
const holds = (condition: Condition, answer: Answer) => conditionHolds(definition, { [condition.item]: answer }, condition);

describe("a condition", () => {
  it("compares values, not positions", () => {
    expect(["o0", "o1", "o2"].map((o) => holds({ item: "up", atMost: "o1" }, answered(o)))).toEqual([true, true, false]);
    expect(["o0", "o1", "o2"].map((o) => holds({ item: "down", atMost: "o1" }, answered(o)))).toEqual([false, true, true]);
    expect(["o0", "o1", "o2"].map((o) => holds({ item: "up", atLeast: "o1" }, answered(o)))).toEqual([false, true, true]);
    expect(["o0", "o1", "o2"].map((o) => holds({ item: "down", atLeast: "o1" }, answered(o)))).toEqual([true, true, false]);
  });

  it("looks for an option of a single item", () => {
    expect(holds({ item: "up", has: "o1" }, answered("o1"))).toBe(true);
    expect(holds({ item: "up", has: "o1" }, answered("o2"))).toBe(false);
    expect(holds({ item: "up", lacks: "o1" }, answered("o1"))).toBe(false);
    expect(holds({ item: "up", lacks: "o1" }, answered("o2"))).toBe(true);
  });

  it("looks for an option among practices; `all` means every one of them, and none of the exclusive ones", () => {
    expect(holds({ item: "many", has: "p1" }, answered(["p0", "p1"]))).toBe(true);
    expect(holds({ item: "many", has: "p1" }, answered(["p0"]))).toBe(false);
    expect(holds({ item: "many", lacks: "p1" }, answered(["p0"]))).toBe(true);
    expect(holds({ item: "many", has: "p1" }, answered(["all"]))).toBe(true);
    expect(holds({ item: "many", lacks: "p1" }, answered(["all"]))).toBe(false);
    expect(holds({ item: "many", has: "all" }, answered(["all"]))).toBe(true);
    expect(holds({ item: "many", has: "none" }, answered(["all"]))).toBe(false);
    expect(holds({ item: "many", has: "none" }, answered(["none"]))).toBe(true);
    expect(holds({ item: "many", has: "all" }, answered(["p0", "p1"]))).toBe(false);
  });

  it("is not decided by what was not said", () => {
    const conditions: Condition[] = [
      { item: "up", atMost: "o2" },
      { item: "up", atLeast: "o0" },
      { item: "many", lacks: "p0" },
      { item: "many", has: "p0" },
      { item: "step", lacks: "p0" },
    ];
    for (const condition of conditions) {
      for (const answer of [BLANK, NOT_SURE, NOT_APPLICABLE]) expect(holds(condition, answer)).toBe(false);
      expect(conditionHolds(definition, {}, condition)).toBe(false);
    }
  });

  it("does not hold where it has no meaning", () => {
    expect(holds({ item: "gone", lacks: "o0" }, answered("o1"))).toBe(false);
    expect(holds({ item: "up", atMost: "gone" }, answered("o0"))).toBe(false);
    expect(holds({ item: "up", atLeast: "gone" }, answered("o2"))).toBe(false);
    expect(holds({ item: "up", atMost: "o2" }, answered("gone"))).toBe(false);
    expect(holds({ item: "up", atLeast: "o0" }, answered("gone"))).toBe(false);
    expect(holds({ item: "many", atMost: "p0" }, answered(["p0"]))).toBe(false);
    expect(holds({ item: "step", has: "p0" }, answered(2))).toBe(false);
    expect(holds({ item: "step", atMost: "p0" }, answered(2))).toBe(false);
  });
});

describe("flags", () => {
  const flag = (id: string, rule: { anyOf: Condition[] } | { allOf: Condition[] }): Flag => ({ id, title: id, text: id, ...rule });
  const low: Condition = { item: "up", atMost: "o0" };
  const bare: Condition = { item: "many", has: "none" };
  const withFlags = { ...definition, flags: [flag("either", { anyOf: [low, bare] }), flag("both", { allOf: [low, bare] })] };
  const fired = (answers: Answers) => {
    const given = items.map((item) => answerTo(answers, item.id));
    return readyFlags(withFlags)
      .filter((ready) => ready.fires(given))
      .map(({ id }) => id);
  };

  it("fire on any or on all of their conditions", () => {
    expect(fired({})).toEqual([]);
    expect(fired({ up: answered("o0") })).toEqual(["either"]);
    expect(fired({ up: answered("o1"), many: answered(["none"]) })).toEqual(["either"]);
    expect(fired({ up: answered("o0"), many: answered(["none"]) })).toEqual(["either", "both"]);
    expect(fired({ up: answered("o1"), many: answered(["p0"]) })).toEqual([]);
  });

  it("do not fire on an item that is not there", () => {
    const gone: Condition = { item: "gone", has: "o0" };
    const flags = readyFlags({ ...definition, flags: [flag("gone", { anyOf: [gone] }), flag("gone-too", { allOf: [low, gone] })] });
    expect(flags.some((ready) => ready.fires(items.map(() => answered("o0"))))).toBe(false);
  });
});

describe("contradictions", () => {
  const other = definitionOf([dimension("d")], [single("there", "d", [0, 0.5, 1])], { slug: "other" });
  const rules = [
    {
      id: "across",
      text: "Both.",
      allOf: [
        { assessment: "fixture", item: "up", atLeast: "o2" },
        { assessment: "other", item: "there", atMost: "o0" },
      ],
    },
    {
      id: "within",
      text: "Both.",
      allOf: [
        { assessment: "fixture", item: "up", has: "o2" },
        { assessment: "fixture", item: "many", has: "none" },
      ],
    },
  ];
  const parts = (answers: Answers, others?: Answers) => ({
    fixture: { definition, answers },
    ...(others && { other: { definition: other, answers: others } }),
  });
  const fired = (...args: Parameters<typeof parts>) => firingContradictions(rules, parts(...args)).map(({ id }) => id);

  it("hold only in full, across assessments", () => {
    const high = { up: answered("o2") };
    expect(fired(high, { there: answered("o0") })).toEqual(["across"]);
    expect(fired(high, { there: answered("o1") })).toEqual([]);
    expect(fired({ up: answered("o1") }, { there: answered("o0") })).toEqual([]);
    expect(fired(high)).toEqual([]);
    expect(fired({ ...high, many: answered(["none"]) }, { there: answered("o0") })).toEqual(["across", "within"]);
    expect(firingContradictions([{ ...rules[0]!, allOf: [{ assessment: "constructor", item: "up", has: "o2" }] }], {})).toEqual([]);
  });

  it("throw doubt on the items they name", () => {
    expect([...doubtedItems(rules, "fixture")]).toEqual(["up", "many"]);
    expect([...doubtedItems(rules, "other")]).toEqual(["there"]);
    expect([...doubtedItems([], "fixture")]).toEqual([]);
  });
});

describe("a condition on the newer kinds", () => {
  const newer = definitionOf(
    [dimension("d")],
    [
      shift("way", "d", 4),
      number("days", "d", [
        [0, 1],
        [30, 0],
      ]),
      ranking("order", "d", 2, [1, 1, 0]),
    ],
  );
  const holdsOn = (condition: Condition, answer: Answer) => conditionHolds(newer, { [condition.item]: answer }, condition);

  it("compares today's position, not the target", () => {
    expect([0, 1, 2].map((p) => holdsOn({ item: "way", atMost: 1 }, answered(p, { target: 3 })))).toEqual([true, true, false]);
    expect([0, 1, 2].map((p) => holdsOn({ item: "way", atLeast: 1 }, answered(p, { target: 0 })))).toEqual([false, true, true]);
  });

  it("compares readings as numbers", () => {
    expect([9, 10, 10.5].map((n) => holdsOn({ item: "days", atMost: 10 }, answered(n)))).toEqual([true, true, false]);
    expect([9, 10, 100].map((n) => holdsOn({ item: "days", atLeast: 10 }, answered(n)))).toEqual([false, true, true]);
    expect(holdsOn({ item: "days", atMost: "o1" }, answered(1))).toBe(false);
    expect(holdsOn({ item: "days", atMost: 10 }, NOT_SURE)).toBe(false);
  });

  it("looks among the picked places", () => {
    expect(holdsOn({ item: "order", has: "r1" }, answered(["r2", "r1"]))).toBe(true);
    expect(holdsOn({ item: "order", has: "r1" }, answered(["r2", "r0"]))).toBe(false);
    expect(holdsOn({ item: "order", lacks: "r1" }, answered(["r2", "r0"]))).toBe(true);
    expect(holdsOn({ item: "order", lacks: "r1" }, BLANK)).toBe(false);
    expect(holdsOn({ item: "order", atMost: "r1" }, answered(["r0", "r1"]))).toBe(false);
  });
});
