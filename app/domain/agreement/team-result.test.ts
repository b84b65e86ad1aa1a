import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTeam, TEAM_DAY } from "../../../tests/factories/arbitrary-team.ts";
import { answered, BLANK, definitionOf, dimension, NOT_SURE, scale } from "../../../tests/factories/definition.ts";
import type { Answer, Answers } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { toNumber } from "../scoring/exact.ts";
import type { RespondentRole, WorkFunction } from "../tenancy/profile-choices.ts";
import { exactMean, exactSum } from "./exact-sum.ts";
import { permutationGapInSteps } from "./permutation-gap.ts";
import type { TeamInput, TeamRespondent } from "./team-input.ts";
import { TEAM_DRAWS, TEAM_METHOD_VERSION, teamResult, teamResultInSteps } from "./team-result.ts";
import { teamResultSchema } from "./team-result-shape.ts";

const now = new Date(`${TEAM_DAY}T23:59:59Z`);

/** Two dimensions of one question each, from 0 to 10: an answer of 7 is 70 points. The first weighs three times as much. */
const compiled = compile(
  definitionOf(
    [dimension("a", { weight: 3, critical: true }), dimension("b")],
    [scale("qa", "a", 0, 10, { pillars: ["people"] }), scale("qb", "b", 0, 10, { weight: 2, pillars: ["kpis"] })],
  ),
);
const said = (a: number | Answer, b: number | Answer): Answers => ({
  qa: typeof a === "number" ? answered(a) : a,
  qb: typeof b === "number" ? answered(b) : b,
});
const person = (group: RespondentRole | null, a: number | Answer, b: number | Answer = 5, more: Partial<TeamRespondent> = {}): TeamRespondent => ({
  group,
  workFunction: null,
  answers: said(a, b),
  ...more,
});
const team = (respondents: readonly TeamRespondent[], more: Partial<TeamInput> = {}) => teamResult({ compiled, respondents, seed: 1, now, ...more });
const people = (group: RespondentRole | null, ...scores: number[]) => scores.map((score) => person(group, score));

/** Five leaders who think well of themselves and five people who meet customers. */
const TEN = [...people("executive", 8, 8, 9, 9, 10), ...people("frontline", 2, 3, 3, 4, 4)];

describe("a team's result", () => {
  it("is read back as it was stored, and says what made it", () => {
    const result = team(TEN);
    expect(teamResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result).toMatchObject({
      method: TEAM_METHOD_VERSION,
      assessment: { slug: "fixture", version: 1 },
      seed: 1,
      draws: TEAM_DRAWS,
      today: TEAM_DAY,
      respondents: 10,
      roleWeights: { executive: 1, manager: 1, frontline: 1 },
    });
  });

  it("takes the unweighted mean over respondents, and no mean of means", () => {
    const { overall, dimensions } = team([...people("executive", 8, 8, 8, 8, 8), ...people("frontline", 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)]);
    // a: (5 * 80 + 10 * 20) / 15 = 40; b: 50; overall: (3 * 40 + 50) / 4.
    expect([dimensions[0]!.mean, dimensions[1]!.mean, overall.mean]).toEqual([40, 50, 42.5]);
    expect([dimensions[0]!.level, overall.level]).toEqual([3, 3]);
  });

  it("weighs role groups as declared, and only when all with a weight are there", () => {
    const weighted = (roleWeights: TeamInput["roleWeights"]) => team([...TEN, ...people("frontline", 2)], { roleWeights }).dimensions[0]!.weighted;
    const leaders = (80 + 80 + 90 + 90 + 100) / 5;
    const front = (20 + 30 + 30 + 40 + 40 + 20) / 6;
    expect(weighted({ executive: 1, manager: 0, frontline: 1 }).mean).toBeCloseTo((leaders + front) / 2, 12);
    expect(weighted({ executive: 1, manager: 0, frontline: 3 }).mean).toBeCloseTo((leaders + 3 * front) / 4, 12);
    expect(weighted({ executive: 0, manager: 0, frontline: 0.5 }).mean).toBeCloseTo(front, 12);
    expect(weighted(undefined)).toEqual({ mean: null, reason: "group_empty", groups: ["manager"] });
    expect(weighted({ executive: 0, manager: 0, frontline: 0 })).toEqual({ mean: null, reason: "no_weights", groups: [] });
    expect(() => weighted({ executive: 1, manager: -1, frontline: 1 })).toThrow(new RangeError("the weight of manager is negative"));
    expect(() => weighted({ executive: Number.NaN, manager: 1, frontline: 1 })).toThrow(RangeError);
  });

  it("with weights of 2, 1 and 1 counts executives twice, by hand", () => {
    const all = [...people("executive", 8, 8, 9, 9, 10), ...people("manager", 5, 5, 6, 6, 6, 8), ...people("frontline", 2, 3, 3, 4, 4)];
    const { dimensions, overall, roleWeights } = team(all, { roleWeights: { executive: 2, manager: 1, frontline: 1 } });
    expect(roleWeights).toEqual({ executive: 2, manager: 1, frontline: 1 });
    // a: executives 44/5 = 8.8, managers 36/6 = 6, the front line 16/5 = 3.2: (2 * 88 + 60 + 32) / 4 = 67. Unweighted 96/16 = 6.
    expect(dimensions[0]).toMatchObject({ mean: 60, weighted: { mean: 67, reason: null, groups: [] } });
    // b is 50 for everybody: overall (3 * 67 + 50) / 4.
    expect(overall.weighted.mean).toBe(62.75);
    expect(team(all).dimensions[0]!.weighted.mean).toBe(60);
    // Without managers nothing is shared out anew: nor where a group of no weight is missing.
    expect(team(TEN, { roleWeights: { executive: 2, manager: 1, frontline: 1 } }).overall.weighted).toEqual({
      mean: null,
      reason: "group_empty",
      groups: ["manager"],
    });
    expect(team(TEN, { roleWeights: { executive: 2, manager: 0, frontline: 1 } }).dimensions[0]!.weighted.mean).toBeCloseTo((2 * 88 + 32) / 3, 12);
  });

  it("weighs nothing while a group is hidden", () => {
    const small = [...people("executive", 8, 8, 9, 9), ...people("manager", 5, 5, 5, 5, 5), ...people("frontline", 2, 3, 3, 4, 4, 4)];
    expect(team(small).overall.weighted).toEqual({ mean: null, reason: "group_hidden", groups: ["executive", "manager"] });
  });

  it("has the interval of Student's t, and stays within 0 and 100", () => {
    const { dimensions } = team(TEN);
    // Ten scores of mean 60 and standard deviation 30.1846...; t for 9 degrees of freedom is 2.26216.
    const sd = Math.sqrt((400 + 400 + 900 + 900 + 1600 + 1600 + 900 + 900 + 400 + 400) / 9);
    expect(dimensions[0]!.sd).toBeCloseTo(sd, 10);
    expect(dimensions[0]!.interval!.low).toBeCloseTo(60 - (2.262157 * sd) / Math.sqrt(10), 4);
    expect(dimensions[0]!.interval!.high).toBeCloseTo(60 + (2.262157 * sd) / Math.sqrt(10), 4);
    expect(team(people(null, 0, 0, 0, 0, 10)).dimensions[0]!.interval!.low).toBe(0);
    expect(team(people(null, 10, 10, 10, 10, 0)).dimensions[0]!.interval!.high).toBe(100);
  });

  it("leaves out and counts whoever has no published score", () => {
    const { overall, dimensions, pillars } = team([...TEN, person(null, NOT_SURE, BLANK), person(null, NOT_SURE, 10)]);
    expect([overall.n, overall.leftOut]).toEqual([11, 1]);
    expect([dimensions[0]!.n, dimensions[0]!.leftOut, dimensions[0]!.mean]).toEqual([10, 2, 60]);
    expect([dimensions[1]!.n, dimensions[1]!.mean]).toEqual([11, 600 / 11]);
    expect(pillars.map(({ id, n, withheld, coverage }) => [id, n, withheld, coverage])).toEqual([
      ["people", 10, null, 10 / 12],
      ["process", 0, "no_scores", null],
      ["content", 0, "no_scores", null],
      ["technology", 0, "no_scores", null],
      ["kpis", 11, null, 11 / 12],
    ]);
    expect(overall.coverage).toBeCloseTo((10 + 2 * 11) / (12 + 2 * 12), 12);
  });

  it("withholds a part that fewer than five have, and says which dimensions nobody has", () => {
    const { overall, dimensions } = team([person(null, 5), person(null, 5), ...Array.from({ length: 4 }, () => person(null, NOT_SURE, 6))]);
    expect(dimensions[0]).toMatchObject({ n: 2, leftOut: 4, withheld: "too_few", mean: null, sd: null, interval: null, level: null, coverage: 2 / 6 });
    expect(dimensions[0]!.weighted).toEqual({ mean: null, reason: "withheld", groups: [] });
    expect(overall).toMatchObject({ n: 6, leftOutDimensions: [] });
    expect(team(Array.from({ length: 5 }, () => person(null, NOT_SURE, 6))).overall.leftOutDimensions).toEqual(["a"]);
  });

  it("says nothing but their number of four people", () => {
    const result = team([...people("executive", 8, 9), ...people("manager", 5), person("manager", NOT_SURE)]);
    expect(result.respondents).toBe(4);
    expect([result.items, result.gaps, result.findOut, result.agenda]).toEqual([[], [], [], []]);
    for (const part of [result.overall, ...result.dimensions, ...result.pillars]) {
      expect([part.mean, part.sd, part.interval, part.level, part.coverage, part.weighted.mean]).toEqual([null, null, null, null, null, null]);
    }
    expect([result.overall.evidenced, result.overall.gatedLevel]).toEqual([null, null]);
    expect([...result.roles, ...result.functions].every(({ shown, overall, dimensions }) => !shown && overall === null && dimensions.length === 0)).toBe(true);
    expect(team([]).respondents).toBe(0);
  });

  it("names the gate that holds the team back", () => {
    // a: 20, b: 100; overall 40, level 3, whose cut less ten points a does not reach.
    const { overall } = team(Array.from({ length: 5 }, () => person(null, 2, 10)));
    expect(overall).toMatchObject({ mean: 40, level: 3, gatedLevel: 2, heldBackBy: ["a"] });
  });

  it("decides a level exactly: three thirds of 60 are 60", () => {
    const thirds = compile(definitionOf([dimension("d")], [scale("x", "d", 0, 3), scale("y", "d", 0, 7), scale("z", "d", 0, 9)]));
    // 1/3 and 2/3 of it make up for each other; every one is a recurring decimal.
    const pairs = [1, 2].flatMap((x) => [3, 4].flatMap((y) => [4, 5].map((z) => ({ x: answered(x), y: answered(y), z: answered(z) }))));
    const result = teamResult({ compiled: thirds, respondents: pairs.map((answers) => ({ group: null, workFunction: null, answers })), seed: 1, now });
    expect(result.overall.mean).toBe(50);
  });

  it("counts the evidenced score: everything else is worth nothing", () => {
    const evidence = { link: "https://example.org/record", expires: TEAM_DAY };
    const respondents = [...people(null, 4, 4, 4, 4), person(null, answered(8, { evidence }), 0)];
    // Only one of five has evidence, for 80 points in a: overall 3 * 80 / 4 = 60, and 60 / 5.
    expect(team(respondents, { isNamed: true }).overall.evidenced).toBe(12);
    expect(team(respondents, { isNamed: true, now: new Date("2026-03-02T00:00:00Z") }).overall.evidenced).toBe(0);
  });
});

describe("groups of a team", () => {
  it("are shown with their means from five people on", () => {
    const { roles } = team(TEN);
    expect(roles).toEqual([
      {
        group: "executive",
        n: 5,
        shown: true,
        hiddenBecause: null,
        overall: (3 * 88 + 50) / 4,
        dimensions: [
          { id: "a", n: 5, mean: 88 },
          { id: "b", n: 5, mean: 50 },
        ],
      },
      { group: "manager", n: 0, shown: false, hiddenBecause: "nobody", overall: null, dimensions: [] },
      {
        group: "frontline",
        n: 5,
        shown: true,
        hiddenBecause: null,
        overall: (3 * 32 + 50) / 4,
        dimensions: [
          { id: "a", n: 5, mean: 32 },
          { id: "b", n: 5, mean: 50 },
        ],
      },
      { group: "not_said", n: 0, shown: false, hiddenBecause: "nobody", overall: null, dimensions: [] },
    ]);
  });

  it("are hidden when too small, and to protect those", () => {
    const { roles, functions } = team([...TEN, ...people(null, 5)]);
    expect(roles.map(({ group, hiddenBecause }) => [group, hiddenBecause])).toEqual([
      ["executive", null],
      ["manager", "nobody"],
      ["frontline", "protects_others"],
      ["not_said", "too_few"],
    ]);
    expect(functions.find(({ group }) => group === "not_said")).toMatchObject({ n: 11, shown: true });
  });

  it("are shown by function too", () => {
    const by = (workFunction: WorkFunction, ...scores: number[]) => scores.map((score) => person(null, score, 5, { workFunction }));
    const { functions } = team([...by("sales", 2, 2, 2, 2, 2), ...by("it", 6, 6, 6, 6, 6)]);
    expect(functions.filter(({ shown }) => shown).map(({ group, dimensions }) => [group, dimensions[0]!.mean])).toEqual([
      ["sales", 20],
      ["it", 60],
    ]);
  });

  it("are hidden for every figure when one figure has fewer than five of them", () => {
    const respondents = [...TEN.slice(0, 4), person("executive", NOT_SURE, 7), ...TEN.slice(5), ...people("frontline", 5)];
    const { roles, gaps } = team(respondents);
    expect(roles.filter(({ shown }) => shown)).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it("hide no more for a pillar than its own weighted mean", () => {
    // Three dimensions' items, one pillar that one executive knows nothing of.
    const three = compile(
      definitionOf([dimension("d")], [scale("x", "d", 0, 10, { weight: 9, pillars: ["people"] }), scale("y", "d", 0, 10, { pillars: ["kpis"] })]),
    );
    const one = (group: RespondentRole, y: Answer): TeamRespondent => ({ group, workFunction: null, answers: { x: answered(5), y } });
    const respondents = [
      one("executive", NOT_SURE),
      ...Array.from({ length: 4 }, () => one("executive", answered(5))),
      ...Array.from({ length: 5 }, () => one("frontline", answered(5))),
    ];
    const result = teamResult({ compiled: three, respondents, seed: 1, now, roleWeights: { executive: 1, manager: 0, frontline: 1 } });
    expect(result.overall.weighted.mean).toBe(50);
    expect(result.pillars.find(({ id }) => id === "people")!.weighted.mean).toBe(50);
    expect(result.pillars.find(({ id }) => id === "kpis")!.weighted).toEqual({ mean: null, reason: "group_hidden", groups: ["executive", "frontline"] });
  });
});

describe("gaps between groups", () => {
  it("are differences of means with all permutations' interval and p", () => {
    const { gaps } = team(TEN);
    expect(gaps).toHaveLength(1);
    const { a, b, overall, dimensions } = gaps[0]!;
    expect([a, b, overall.difference]).toEqual(["executive", "frontline", 42]);
    expect(dimensions[0]).toMatchObject({ id: "a", difference: 56, clear: true });
    // Of 252 ways to draw five of ten one is as extreme on either side.
    expect(dimensions[0]!.p).toBeCloseTo(2 / 252, 12);
    // Two dimensions: p doubles for the smaller one.
    expect(dimensions[0]!.adjusted).toBeCloseTo(4 / 252, 12);
    expect(dimensions[1]).toEqual({ id: "b", difference: 0, interval: { low: 0, high: 0 }, p: 1, adjusted: 1, clear: false });
  });

  it("are null in a dimension that one of the groups has no score in", () => {
    const unsure = Array.from({ length: 5 }, () => person("frontline", NOT_SURE, 2));
    const { gaps } = team([...people("executive", 8, 8, 9, 9, 10), ...unsure]);
    expect(gaps[0]!.dimensions[0]).toEqual({ id: "a", difference: null, interval: null, p: null, adjusted: null, clear: false });
    expect(gaps[0]!.dimensions[1]).toMatchObject({ difference: 30 });
    // Alone it is adjusted for nothing.
    expect(gaps[0]!.dimensions[1]!.adjusted).toBe(gaps[0]!.dimensions[1]!.p);
  });

  it("are null also where the first of the two groups has no score, which counts for no part that is looked at", () => {
    const parts = compile(
      definitionOf([dimension("a"), dimension("b"), dimension("c")], [scale("qa", "a", 0, 10), scale("qb", "b", 0, 10), scale("qc", "c", 0, 10)]),
    );
    const all = (group: RespondentRole, answers: readonly [Answer, number, number][]): TeamRespondent[] =>
      answers.map(([qa, qb, qc]) => ({ group, workFunction: null, answers: { qa, qb: answered(qb), qc: answered(qc) } }));
    const leaders = [8, 8, 9, 9, 10].map((qb, i): [Answer, number, number] => [NOT_SURE, qb, i]);
    const front = [2, 3, 3, 4, 4].map((qb, i): [Answer, number, number] => [answered(5), qb, i]);
    const { gaps } = teamResult({ compiled: parts, respondents: [...all("executive", leaders), ...all("frontline", front)], seed: 1, now });
    const [a, b, c] = gaps[0]!.dimensions;
    expect(a).toEqual({ id: "a", difference: null, interval: null, p: null, adjusted: null, clear: false });
    // Two are looked at: the smaller p doubles, and the larger, of groups that say the same, stays 1.
    expect([b!.p, b!.adjusted]).toEqual([2 / 252, 4 / 252]);
    expect([c!.p, c!.adjusted, c!.difference]).toEqual([1, 1, 0]);
  });

  it("are drawn part by part from the seed and the part's place, so that each can be computed again alone", () => {
    const scores = Array.from({ length: 9 }, (_, i) => i);
    const three = (["executive", "manager", "frontline"] as const).flatMap((group, g) =>
      scores.map((score) => person(group, (score + g) % 10, (score * 3 + g) % 11)),
    );
    const { gaps } = team(three, { seed: 40 });
    const pointsOf = (group: RespondentRole, of: "qa" | "qb") =>
      three.flatMap((one) => (one.group === group ? [Number((one.answers[of] as { value: number }).value) * 10] : []));
    gaps.forEach(({ a, b, dimensions }, pair) => {
      (["qa", "qb"] as const).forEach((item, part) => {
        // Each pair takes one seed for the whole and one for each of the two parts.
        const steps = permutationGapInSteps(pointsOf(a, item), pointsOf(b, item), 40 + pair * 3 + 1 + part, TEAM_DRAWS);
        let step = steps.next();
        while (!step.done) step = steps.next();
        expect({ interval: dimensions[part]!.interval, p: dimensions[part]!.p }, `${a} ${b} ${item}`).toEqual(step.value);
      });
    });
  });

  it("come for each pair, in the order of the roles, from seeds of their own", () => {
    const scores = Array.from({ length: 9 }, (_, i) => i);
    const three = [...people("frontline", ...scores), ...people("executive", ...scores), ...people("manager", ...scores)];
    const pairs = (seed: number) => team(three, { seed }).gaps;
    expect(pairs(1).map(({ a, b }) => `${a}-${b}`)).toEqual(["executive-manager", "executive-frontline", "manager-frontline"]);
    expect(pairs(1)).toEqual(pairs(1));
    expect(pairs(2)).not.toEqual(pairs(1));
    // All groups say the same, so that only the draws differ.
    const parts = pairs(1).flatMap(({ overall, dimensions }) => [overall.interval!.low / 3, dimensions[0]!.interval!.low / 4]);
    expect(new Set(parts.map((low) => low.toFixed(4))).size).toBeGreaterThan(3);
  });
});

describe("what a team should talk about and find out", () => {
  it("ranks disagreement by weight, agreement and what it is worth", () => {
    const { agenda } = team(TEN);
    // a: quartiles 3 and 9 of 10, three quarters of the whole: 45 points. s^2 = 28/3 and sigma_E^2 = 10 in steps. b: all agree.
    expect(agenda).toMatchObject([{ item: "qa", weight: 1, effect: 45 }]);
    expect(agenda[0]!.agreement).toBeCloseTo(1 / 15, 12);
    expect(agenda[0]!.priority).toBeCloseTo(42, 10);
  });

  it("puts what is worth more first, whatever the order of the questions, and leaves out what too few answered", () => {
    // a: 50 and 60, one step apart; b: 0 and 100, as far apart as there is, and a quarter of the whole.
    const apart = [...Array.from({ length: 5 }, () => person(null, 5, 0)), ...Array.from({ length: 5 }, () => person(null, 6, 10))];
    const { agenda } = team(apart);
    expect(agenda.map(({ item, effect }) => [item, effect])).toEqual([
      ["qb", 25],
      ["qa", 7.5],
    ]);
    const unsure = [...TEN.slice(0, 4), ...Array.from({ length: 6 }, (_, i) => person(null, i, NOT_SURE))];
    const { agenda: left, findOut } = team(unsure);
    expect(left.map(({ item }) => item)).toEqual(["qa"]);
    expect(findOut).toEqual([{ item: "qb", notSure: 6, share: 6 / 10 }]);
  });

  it("lists what people do not know, the most first", () => {
    const { findOut } = team([
      ...TEN.slice(0, 7),
      person(null, NOT_SURE, 5),
      person(null, 5, NOT_SURE),
      person(null, NOT_SURE, NOT_SURE),
      person(null, 5, NOT_SURE),
    ]);
    expect(findOut).toEqual([
      { item: "qb", notSure: 3, share: 3 / 11 },
      { item: "qa", notSure: 2, share: 2 / 11 },
    ]);
  });
});

describe("publishing a team's result again", () => {
  const before = TEN.map((respondent) => ({ ...respondent, publishedBefore: true }));
  const shownBefore = { roles: ["executive", "frontline"], functions: ["not_said"] } as const;

  it("hides what fewer than five new people would be given away by", () => {
    const added = [...people("executive", 7, 7), ...people("frontline", 5, 5, 5)];
    const result = team([...before, ...added], { shownBefore });
    expect(result.overall.mean).not.toBeNull();
    expect(result.roles.filter(({ shown }) => shown)).toEqual([]);
    // The same people without an earlier publication hide nothing.
    expect(team([...TEN, ...added]).roles.filter(({ shown }) => shown)).toHaveLength(2);
  });

  it("shows groups that five joined, and withholds a part that fewer of them have", () => {
    const added = [...people("executive", 7, 7, 7, 7, 7), ...people("frontline", 5, 5, 5, 5, 5)];
    expect(team([...before, ...added], { shownBefore }).roles.filter(({ shown }) => shown)).toHaveLength(2);
    const unsure = [person("executive", 7), ...Array.from({ length: 5 }, () => person("executive", NOT_SURE, 7))];
    const { dimensions, items } = team([...before, ...unsure], { shownBefore });
    expect(dimensions.map(({ withheld }) => withheld)).toEqual(["too_few_new", null]);
    expect(items.map(({ withheld }) => withheld)).toEqual(["too_few_new", null]);
  });

  it("hides no group for the sake of a part that is withheld anyway", () => {
    // Of part a there were four, and three of ten new ones: seven in all, of whom nothing is said.
    const unsure = (group: RespondentRole, count: number) => Array.from({ length: count }, () => person(group, NOT_SURE, 5));
    const earlier = [...people("executive", 8, 8, 9, 9), ...unsure("executive", 2), ...unsure("frontline", 6)].map((one) => ({
      ...one,
      publishedBefore: true,
    }));
    const added = [...unsure("executive", 5), ...unsure("frontline", 5), ...people("frontline", 3, 3, 4)];
    const { dimensions, roles } = team([...earlier, ...added], { shownBefore });
    expect(dimensions[0]).toMatchObject({ n: 7, withheld: "too_few_new" });
    expect(roles.filter(({ shown }) => shown).map(({ group, n }) => [group, n])).toEqual([
      ["executive", 11],
      ["frontline", 14],
    ]);
  });

  it("shows no group that was hidden before", () => {
    const result = team([...before, ...people("frontline", 5, 5, 5, 5, 5)], { shownBefore: { roles: ["frontline"], functions: [] } });
    expect(result.roles.filter(({ shown }) => shown).map(({ group }) => group)).toEqual(["frontline"]);
    expect(result.functions.filter(({ shown }) => shown)).toEqual([]);
  });
});

describe("whatever a team answers", () => {
  it("the order of the respondents changes nothing", () => {
    fc.assert(
      fc.property(
        anyTeam.chain(({ definition, respondents }) =>
          fc.shuffledSubarray(respondents, { minLength: respondents.length }).map((shuffled) => ({ definition, respondents, shuffled })),
        ),
        ({ definition, respondents, shuffled }) => {
          const input = { compiled: compile(definition), seed: 3, now };
          expect(teamResult({ ...input, respondents: shuffled })).toEqual(teamResult({ ...input, respondents }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("steps lead to the same result, with pauses between", () => {
    const respondents = Array.from({ length: 600 }, (_, i) => person(i % 2 ? "executive" : "frontline", i % 11));
    const steps = teamResultInSteps({ compiled, respondents, seed: 1, now });
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(step.value).toEqual(team(respondents));
    expect(pauses).toBeGreaterThanOrEqual(2 + 2 + 5);
  });
});

describe("exact sums", () => {
  const term = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 60 })).map(([n, d]) => ({ n, d }));

  it("do not depend on order or denominators", () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1 }), (terms) => {
        const sum = toNumber(exactSum(terms));
        expect(toNumber(exactSum([...terms].reverse()))).toBe(sum);
        expect(sum).toBeCloseTo(
          terms.reduce((all, { n, d }) => all + n / d, 0),
          6,
        );
        expect(toNumber(exactMean(terms))).toBeCloseTo(sum / terms.length, 6);
      }),
    );
    expect(
      toNumber(
        exactMean([
          { n: 1, d: 3 },
          { n: 1, d: 3 },
          { n: 1, d: 3 },
          { n: 5n, d: 1n },
        ]),
      ),
    ).toBe(1.5);
  });
});
