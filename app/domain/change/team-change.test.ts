import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDefinition } from "../../../tests/factories/arbitrary-definition.ts";
import { anyRespondentOf } from "../../../tests/factories/arbitrary-team.ts";
import { answered, definitionOf, dimension, multi, NOT_SURE, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { average } from "../../../tests/oracle/agreement-oracle.ts";
import { oracleAdjusted, oraclePart, oracleWelch } from "../../../tests/oracle/change-oracle.ts";
import type { Answer } from "../assessment/answer.ts";
import type { Definition, Item } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import type { RespondentRole } from "../tenancy/profile-choices.ts";
import { commonItems } from "./common-items.ts";
import type { ChangeRespondent, Period } from "./period-scores.ts";
import { teamChange, teamChangeInSteps } from "./team-change.ts";
import { teamChangeSchema, trendLinesSchema } from "./team-change-shape.ts";
import { trendLines } from "./trend-lines.ts";

const definition = definitionOf([dimension("a"), dimension("b")], [scale("qa", "a", 0, 10), scale("qb", "b", 0, 10)]);
const person = (key: string | null, a: number | Answer, b: number | Answer = 5, group: RespondentRole | null = null): ChangeRespondent => {
  const given = (value: number | Answer) => (typeof value === "number" ? answered(value) : value);
  return { key, group, workFunction: null, answers: { qa: given(a), qb: given(b) } };
};
const period = (respondents: readonly ChangeRespondent[], people: number | null = null, of: Definition = definition): Period => ({
  compiled: compile(of),
  respondents,
  people,
});
/** People called p0, p1, ... or nobody. */
const named = (...scores: number[]) => scores.map((score, i) => person(`p${i}`, score));
const unnamed = (...scores: number[]) => scores.map((score) => person(null, score));
const change = (before: Period, after: Period, seed = 1) => teamChange({ before, after, seed });

describe("how a team changed", () => {
  it("is what the same people changed by, when five or more returned", () => {
    const result = change(period(named(2, 3, 4, 5, 6, 7)), period(named(4, 5, 6, 6, 8, 9)));
    expect(teamChangeSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result.dimensions[0]).toMatchObject({
      id: "a",
      before: 6,
      after: 6,
      returning: { n: 6, reason: null },
      decidedBy: "returning",
      test: "paired_permutation",
      corrected: false,
      p: 2 / 64,
      // Two dimensions, and the other one did not change.
      adjusted: 4 / 64,
      verdict: "no_clear_change",
      reasons: ["not_after_adjustment"],
    });
    expect(result.dimensions[0]!.measured).toBeCloseTo(110 / 6, 12);
    expect(result.dimensions[0]!.interval!.low).toBe(10);
    expect(result.dimensions[1]).toMatchObject({
      measured: 0,
      verdict: "no_clear_change",
      reasons: ["interval_includes_zero", "below_five_points"],
      adjusted: 1,
    });
    expect(result.overall).toMatchObject({ verdict: "improved", reasons: [], adjusted: 2 / 64 });
    expect(result.commonItems).toEqual({ common: 2, before: 2, after: 2 });
  });

  it("improved or worsened only when it is five points, exactly", () => {
    const eight = [1, 1, 2, 3, 4, 5, 6, 7];
    const raise = (by: number) => eight.map((score, i) => person(`p${i}`, score + by, 5 + by));
    const before = period(raise(0));
    // By one step of ten all gain ten points; one of two questions gives five.
    expect(change(before, period(raise(1))).overall).toMatchObject({ measured: 10, verdict: "improved", reasons: [] });
    expect(change(period(raise(1)), before).overall).toMatchObject({ measured: -10, verdict: "worsened", reasons: [] });
    const half = eight.map((score, i) => person(`p${i}`, score + 1, 5));
    expect(change(before, period(half)).overall).toMatchObject({ measured: 5, verdict: "improved" });
    expect(change(period(half), before).overall).toMatchObject({ measured: -5, verdict: "worsened" });
    const less = [...half.slice(0, 7), person("p7", 7, 5)];
    expect(change(before, period(less)).overall).toMatchObject({ verdict: "no_clear_change", reasons: ["below_five_points"] });
  });

  it("is the difference of means, by Welch, when nobody is recognised", () => {
    const [before, after] = [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 9, 10],
    ];
    const result = change(period(unnamed(...before)), period(unnamed(...after)));
    const { low, high } = oracleWelch(
      before.map((x) => 10 * x),
      after.map((x) => 10 * x),
      { before: null, after: null },
    );
    expect(result.dimensions[0]).toMatchObject({
      decidedBy: "measured",
      test: "welch",
      corrected: false,
      verdict: "improved",
      returning: { n: null, change: null, reason: "not_matched" },
    });
    expect(result.dimensions[0]!.interval!.low).toBeCloseTo(low, 5);
    expect(result.dimensions[0]!.interval!.high).toBeCloseTo(high, 5);
  });

  it("is surer when the size of the team is known", () => {
    const [before, after] = [unnamed(1, 2, 3, 4, 5), unnamed(3, 4, 5, 6, 7)];
    const width = (a: number | null, b: number | null) => {
      const { interval, corrected } = change(period(before, a), period(after, b)).dimensions[0]!;
      return { width: interval!.high - interval!.low, corrected };
    };
    const open = width(null, null);
    expect(open.corrected).toBe(false);
    expect(width(9, 9).width).toBeCloseTo(open.width * Math.sqrt(4 / 8), 5);
    expect(width(9, null).corrected).toBe(true);
    expect(width(null, 9).width).toBeLessThan(open.width);
    expect(width(null, 9).corrected).toBe(true);
    expect(width(5, 5)).toEqual({ width: 0, corrected: true });
  });

  it("is not told of the same people when it would tell of those who came or went", () => {
    const reasonOf = (before: ChangeRespondent[], after: ChangeRespondent[]) => change(period(before), period(after)).overall.returning;
    const six = named(2, 3, 4, 5, 6, 7);
    expect(reasonOf(six, six.slice(0, 4))).toEqual({ n: 4, change: null, reason: "too_few" });
    expect(reasonOf(six, six.slice(0, 5))).toEqual({ n: 5, change: null, reason: "too_few_others" });
    const others = (n: number) => Array.from({ length: n }, (_, i) => person(`new${i}`, 5));
    expect(reasonOf(six, [...six, ...others(4)]).reason).toBe("too_few_others");
    expect(reasonOf(six, [...six, ...others(5)])).toEqual({ n: 6, change: 0, reason: null });
    // Those who cannot be recognised are others too.
    expect(reasonOf(six, [...six, ...unnamed(5, 5)]).reason).toBe("too_few_others");
    expect(reasonOf([...six, ...unnamed(1, 1, 1)], [...six, ...others(2)]).reason).toBeNull();
    expect(reasonOf(six, unnamed(1, 2, 3, 4, 5)).reason).toBe("not_matched");
    expect(reasonOf(unnamed(1, 2, 3, 4, 5), six).reason).toBe("not_matched");
    expect(change(period(six), period(six.slice(0, 5))).overall.test).toBe("welch");
  });

  it("is not told of fewer than five", () => {
    const result = change(period(named(1, 2, 3, 4)), period(named(1, 2, 3, 4, 5)));
    expect(result.overall).toEqual({
      before: 4,
      after: 5,
      measured: null,
      returning: { n: 4, change: null, reason: "too_few" },
      constantMix: { change: null, reason: "withheld" },
      decidedBy: null,
      test: null,
      corrected: false,
      interval: null,
      p: null,
      adjusted: null,
      verdict: "too_few",
      reasons: ["too_few_before"],
    });
    expect(change(period(named(1, 2, 3, 4, 5)), period(named(1))).overall.reasons).toEqual(["too_few_after"]);
    expect(change(period([]), period([])).overall.reasons).toEqual(["too_few_before", "too_few_after"]);
  });

  it("leaves a dimension that is too small out of the adjustment", () => {
    const unsure = (scores: number[]) => scores.map((score, i) => person(`p${i}`, score, i < 4 ? 5 : NOT_SURE));
    const result = change(period(unsure([2, 3, 4, 5, 6, 7])), period(unsure([4, 5, 6, 7, 8, 9])));
    expect(result.dimensions.map(({ verdict, adjusted }) => [verdict, adjusted])).toEqual([
      ["improved", 2 / 64],
      ["too_few", null],
    ]);
  });

  it("holds the mix of roles where it was", () => {
    const group = (role: RespondentRole, n: number, score: number) => Array.from({ length: n }, () => person(null, score, 5, role));
    const before = period([...group("executive", 5, 8), ...group("frontline", 15, 4)]);
    const after = (executives: number, front: number) => period([...group("executive", executives, 8), ...group("frontline", front, 4)]);
    // More executives answered, nobody thinks otherwise: 50 to 60 as measured.
    const mixed = change(before, after(10, 10)).dimensions[0]!;
    expect([mixed.measured, mixed.constantMix]).toEqual([10, { change: 0, reason: null }]);
    expect(change(before, after(0, 10)).dimensions[0]!.constantMix).toEqual({ change: null, reason: "group_empty" });
    expect(change(before, after(4, 10)).dimensions[0]!.constantMix).toEqual({ change: null, reason: "group_hidden" });
    expect(change(after(4, 10), before).dimensions[0]!.constantMix).toEqual({ change: null, reason: "group_hidden" });
    // Four executives with a score in one dimension hide them in all: an overall score is a sum of dimensions.
    const unsure = period([...group("executive", 4, 8), person(null, 8, NOT_SURE, "executive"), ...group("frontline", 15, 4)]);
    expect(change(before, unsure).dimensions[0]!.constantMix).toEqual({ change: null, reason: "group_hidden" });
    expect(change(before, unsure).overall.constantMix.reason).toBe("group_hidden");
  });

  it("holds no mix where one of the groups is hidden beside one that is shown", () => {
    const group = (role: RespondentRole, n: number) => Array.from({ length: n }, () => person(null, 4, 5, role));
    // Three executives alone would be the whole less the others, so managers are hidden with them; only those at the front are shown.
    const team = period([...group("frontline", 15), ...group("manager", 6), ...group("executive", 3)]);
    expect(change(team, team).overall.constantMix).toEqual({ change: null, reason: "group_hidden" });
  });

  it("hides a group of which few came by the link, and one beside a few who answered nothing", () => {
    const group = (role: RespondentRole, n: number, isByLink = false) => Array.from({ length: n }, () => ({ ...person(null, 4, 5, role), isByLink }));
    const reasonOf = (team: ChangeRespondent[]) => change(period(team), period(team)).overall.constantMix.reason;
    const five = [...group("executive", 5), ...group("frontline", 15)];
    expect(reasonOf(five)).toBeNull();
    // Seven by the link, of them two executives.
    expect(reasonOf([...group("executive", 2, true), ...group("executive", 3), ...group("frontline", 5, true), ...group("frontline", 10)])).toBe(
      "group_hidden",
    );
    expect(reasonOf([...group("executive", 5, true), ...group("frontline", 5, true), ...group("frontline", 10)])).toBeNull();
    // Two who said neither their role nor anything else: they are the whole less the others.
    expect(reasonOf([...five, person(null, NOT_SURE, NOT_SURE), person(null, NOT_SURE, NOT_SURE)])).toBe("group_hidden");
  });

  it("agrees with an independent implementation", () => {
    const anyPeriods = anyDefinition.chain((d) => {
      const people = fc.array(fc.tuple(anyRespondentOf(d), fc.boolean()), { maxLength: 12, size: "max" });
      return fc.record({
        d: fc.constant(d),
        before: people,
        after: people,
        sizes: fc.tuple(fc.option(fc.integer({ min: 12, max: 30 })), fc.option(fc.integer({ min: 12, max: 30 }))),
      });
    });
    let told = 0;
    fc.assert(
      fc.property(anyPeriods, ({ d, before, after, sizes }) => {
        const keyed = (list: typeof before) => list.map(([respondent, isNamed], i) => ({ ...respondent, key: isNamed ? `p${i}` : null }));
        const [b, a] = [keyed(before), keyed(after)];
        const result = change(period(b, sizes[0], d), period(a, sizes[1], d), 5);
        expect(change(period([...b].reverse(), sizes[0], d), period([...a].reverse(), sizes[1], d), 5)).toEqual(result);
        const ps = result.dimensions.flatMap(({ p }) => p ?? []);
        const adjusted = oracleAdjusted(ps);
        expect(result.dimensions.flatMap(({ adjusted: q }) => q ?? []).map((q) => q.toFixed(9))).toEqual(adjusted.map((q) => q.toFixed(9)));
        [result.overall, ...result.dimensions].forEach((found, i) => {
          const part = oraclePart(d, b, a, i - 1);
          expect([found.before, found.after]).toEqual([part.before.length, part.after.length]);
          const isLarge = part.before.length >= 5 && part.after.length >= 5;
          if (!isLarge) return expect(found.verdict).toBe("too_few");
          expect(found.measured).toBeCloseTo(average(part.after) - average(part.before), 6);
          if (found.constantMix.change !== null) expect(found.constantMix.change).toBeCloseTo(part.standardised! - average(part.before), 6);
          if (found.returning.n !== null) expect(found.returning.n).toBe(part.changes.length);
          if (found.returning.change !== null) expect(found.returning.change).toBeCloseTo(average(part.changes), 6);
          if (found.test === "welch") {
            const wanted = oracleWelch(part.before, part.after, { before: sizes[0], after: sizes[1] });
            expect(found.interval!.low).toBeCloseTo(wanted.low, 4);
            expect(found.interval!.high).toBeCloseTo(wanted.high, 4);
          }
          const decisive = found.decidedBy === "returning" ? found.returning.change! : found.measured!;
          expect(found.interval!.low).toBeLessThanOrEqual(decisive + 1e-6);
          expect(found.interval!.high).toBeGreaterThanOrEqual(decisive - 1e-6);
          const isClear = found.adjusted! <= 0.05 && Math.abs(decisive) >= 5 && (found.interval!.low > 0 || found.interval!.high < 0);
          expect(found.verdict).toBe(!isClear ? "no_clear_change" : decisive > 0 ? "improved" : "worsened");
          told += 1;
        });
      }),
      { numRuns: Number(process.env.ORACLE_RUNS ?? 1000) },
    );
    expect(told).toBeGreaterThan(0);
  }, 120_000);

  it("steps lead to the same result, with pauses between", () => {
    const many = period(Array.from({ length: 600 }, (_, i) => person(`p${i}`, i % 11)));
    const steps = teamChangeInSteps({ before: many, after: many, seed: 1 });
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(step.value).toEqual(change(many, many));
    expect(pauses).toBeGreaterThanOrEqual(4);
    // Not at every one of them either.
    expect(pauses).toBeLessThan(20);
  });
});

describe("versions that differ", () => {
  const version = (items: Item[], ids = ["a", "b"]) =>
    definitionOf(
      ids.map((id) => dimension(id)),
      items,
    );

  it("are compared by the items that both ask in the same way, with the later weights", () => {
    const older = version([scale("qa", "a", 0, 10), scale("gone", "a", 0, 10), scale("qb", "b", 0, 10)]);
    const newer = version([scale("qa", "a", 0, 10, { weight: 3 }), scale("came", "a", 0, 10), scale("qb", "b", 0, 5)]);
    const of = (answers: Record<string, number>, n: number) =>
      Array.from({ length: n }, (): ChangeRespondent => ({
        key: null,
        group: null,
        workFunction: null,
        answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, answered(value)])),
      }));
    const result = change(period(of({ qa: 4, gone: 10, qb: 1 }, 5), null, older), period(of({ qa: 6, came: 0, qb: 5 }, 5), null, newer));
    expect(result.commonItems).toEqual({ common: 1, before: 3, after: 3 });
    expect(result.dimensions.map(({ id, measured }) => [id, measured])).toEqual([["a", 20]]);
    expect(result.overall.measured).toBe(20);
  });

  it("ask in the same way when the same answers have the same values", () => {
    const flagged = (flags: { exclusive?: true; all?: true }): Item => {
      const item = multi("q", "a", [0.5, 0.5]);
      return item.kind === "multi" ? { ...item, options: item.options.map((option) => ({ ...option, ...flags })) } : item;
    };
    const isCommon = (one: Item, other: Item) => commonItems([version([one]), version([other])]).common === 1;
    const pairs: [Item, Item, boolean][] = [
      [single("q", "a", [0, 0.5, 1]), single("q", "b", [0, 0.5, 1], { weight: 2 }), true],
      [single("q", "a", [0, 0.5, 1]), single("q", "a", [0, 0.6, 1]), false],
      [single("q", "a", [0, 0.5, 1]), single("r", "a", [0, 0.5, 1]), false],
      [multi("q", "a", [0.5, 0.5]), multi("q", "a", [0.5, 0.5]), true],
      [multi("q", "a", [0.5, 0.5]), multi("q", "a", [0.5, 0.5], { marked: true }), false],
      [multi("q", "a", [0.4, 0.6]), multi("q", "a", [0.5, 0.5]), false],
      [scale("q", "a", 1, 5), scale("q", "a", 1, 5), true],
      [scale("q", "a", 1, 5), scale("q", "a", 1, 5, { reverse: true }), false],
      [scale("q", "a", 1, 5), scale("q", "a", 0, 5), false],
      [scale("q", "a", 1, 5), scale("q", "a", 1, 7), false],
      [shift("q", "a", 3), shift("q", "a", 3), true],
      [shift("q", "a", 3), shift("q", "a", 4), false],
      [
        number("q", "a", [
          [0, 0],
          [9, 1],
        ]),
        number("q", "a", [
          [0, 0],
          [9, 1],
        ]),
        true,
      ],
      [
        number("q", "a", [
          [0, 0],
          [9, 1],
        ]),
        number("q", "a", [
          [0, 0],
          [8, 1],
        ]),
        false,
      ],
      [
        number("q", "a", [
          [0, 0],
          [4, 0.5],
          [9, 1],
        ]),
        number("q", "a", [
          [0, 0],
          [5, 0.5],
          [9, 1],
        ]),
        false,
      ],
      [ranking("q", "a", 2, [1, 1, 0]), ranking("q", "a", 2, [1, 1, 0]), true],
      [ranking("q", "a", 2, [1, 1, 0]), ranking("q", "a", 2, [1, 1, 0.5]), false],
      [ranking("q", "a", 2, [1, 1, 1]), ranking("q", "a", 3, [1, 1, 1]), false],
      [scale("q", "a", 0, 2), shift("q", "a", 3), false],
      [multi("q", "a", [0.5, 0.5]), flagged({ exclusive: true }), false],
      [multi("q", "a", [0.5, 0.5]), flagged({ all: true }), false],
      [flagged({ exclusive: true }), flagged({ all: true }), false],
      [single("q", "a", [0.5, 0.5]), multi("q", "a", [0.5, 0.5]), false],
    ];
    for (const [one, other, expected] of pairs) expect(isCommon(one, other), `${one.kind} ${other.kind}`).toBe(expected);
  });

  it("keep a dimension's carrier only while that is there", () => {
    const carried = (items: Item[]) => definitionOf([dimension("a"), dimension("b", { carriedBy: "a" })], items);
    const [qa, qb] = [scale("qa", "a", 0, 10), scale("qb", "b", 0, 10)];
    expect(commonItems([carried([qa, qb]), carried([qa, qb])]).definition.dimensions[1]!.carriedBy).toBe("a");
    const alone = commonItems([carried([qb]), carried([qa, qb])]).definition;
    expect(alone.dimensions.map(({ id, carriedBy }) => [id, carriedBy])).toEqual([["b", undefined]]);
  });
});

describe("the three lines of a trend", () => {
  it("show what was measured, the same people, and the same mix", () => {
    const group = (role: RespondentRole, n: number, score: number, from = 0) =>
      Array.from({ length: n }, (_, i) => person(`${role}${from + i}`, score, 5, role));
    const lines = trendLines([
      period([...group("executive", 5, 8), ...group("frontline", 15, 4)]),
      // Five more executives; all frontline people think one step better of it.
      period([...group("executive", 10, 8), ...group("frontline", 15, 5)]),
      period(group("executive", 10, 8)),
    ]);
    expect(trendLinesSchema.parse(JSON.parse(JSON.stringify(lines)))).toEqual(lines);
    expect(lines.commonItems).toEqual({ common: 2, of: [2, 2, 2] });
    const { points } = lines.dimensions[0]!;
    expect(points[0]).toEqual({ measured: 50, returning: 50, constantMix: 50 });
    expect(points[1]).toEqual({ measured: 62, returning: 57.5, constantMix: 57.5 });
    // Only executives came back, unchanged.
    expect(points[2]).toEqual({ measured: 80, returning: 50, constantMix: null });
    expect(lines.overall.map(({ measured }) => measured)).toEqual([50, 56, 65]);
  });

  it("have no point below five people, and none to compare when the first has none", () => {
    expect(trendLines([period(named(1, 2, 3, 4, 5)), period(named(1, 2))]).overall[1]).toEqual({ measured: null, returning: null, constantMix: null });
    expect(trendLines([period(named(1, 2)), period(named(1, 2, 3, 4, 5))]).overall).toEqual([
      { measured: null, returning: null, constantMix: null },
      { measured: 40, returning: null, constantMix: null },
    ]);
    expect(trendLines([period(unnamed(1, 2, 3, 4, 5))]).overall).toEqual([{ measured: 40, returning: null, constantMix: 40 }]);
  });

  it("follow the same people as far as they are recognised", () => {
    const some = [...named(1, 2, 3, 4, 5), ...unnamed(9, 9, 9, 9, 9)];
    const { overall } = trendLines([period(some), period(unnamed(1, 2, 3, 4, 5)), period(some)]);
    // 60 is the mean of all ten in one question of two, and 50 that of the other.
    expect(overall.map(({ measured, returning }) => [measured, returning])).toEqual([
      [55, 55],
      [40, null],
      [55, 55],
    ]);
  });

  it("do not tell of the one to four people by whom two points of the same people differ", () => {
    const all = Array.from({ length: 16 }, (_, i) => i % 10);
    const first = named(...all);
    const returning = (...kept: number[]) =>
      trendLines([period(first), ...kept.map((n) => period(first.slice(0, n)))]).overall.map((point) => point.returning !== null);
    expect(returning(16, 11)).toEqual([true, true, true]);
    expect(returning(11, 10)).toEqual([true, true, false]);
    expect(returning(11, 6)).toEqual([true, true, true]);
    expect(returning(11, 11)).toEqual([true, true, true]);
    expect(returning(10, 11)).toEqual([true, true, false]);
  });

  it("stay on the scale", () => {
    const before = [...Array.from({ length: 5 }, (_, i) => person(`p${i}`, 0, 0)), ...Array.from({ length: 95 }, (_, i) => person(`q${i}`, 10, 10))];
    const after = Array.from({ length: 5 }, (_, i) => person(`p${i}`, 10, 10));
    expect(trendLines([period(before), period(after)]).overall[1]!.returning).toBe(100);
    expect(trendLines([period([...after, ...before.slice(5).map(({ key }) => person(key, 0, 0))]), period(before.slice(0, 5))]).overall[1]!.returning).toBe(0);
  });
});
