import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, scale } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { teamResult } from "../agreement/team-result.ts";
import type { TeamResult } from "../agreement/team-result-shape.ts";
import { compile } from "../scoring/compile.ts";
import type { RespondentRole } from "../tenancy/profile-choices.ts";
import { teamNames } from "./team-names.ts";
import { agreementText, gapText, teamHeadline, weightedText } from "./team-sentences.ts";
import { TEAM_TABLES, teamTable } from "./team-tables.ts";

/** Technology is critical and answered low; a scale of four steps each. */
const definition = definitionOf(
  [dimension("technology", { critical: true }), dimension("people")],
  [scale("t1", "technology", 0, 4), scale("p1", "people", 0, 4)],
);
const names = teamNames(definition);
const compiled = compile(definition);
const people = (group: RespondentRole, pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([t, p]) => ({ group, workFunction: null, answers: { t1: answered(t), p1: answered(p) } }));
const resultOf = (respondents: ReturnType<typeof people>): TeamResult => teamResult({ compiled, respondents, seed: 1, now: new Date("2026-12-01T00:00:00Z") });

/** Managers answer 2 and 4 (75 points), the front line 0 and 4 (50 points), six each: 62.5, and technology at 25. */
const six = <T>(value: T) => Array.from({ length: 6 }, () => value);
const split = resultOf([...people("manager", six([2, 4] as const)), ...people("frontline", six([0, 4] as const))]);

describe("a team's result in one sentence", () => {
  it("says where the team is, what holds it back and who sees it higher", () => {
    // 62.5 is level 4, from 60; technology, 25, is more than 10 below 60 and below 40, and within 10 of 20: level 2.
    expect(teamHeadline("Northern Ferries", split, names, english)).toBe(
      "Northern Ferries is at 62.5 of 100, held at level 2 by technology; managers see it 25.0 points higher than the front line",
    );
    expect(teamHeadline("Northern Ferries", split, names, finnish)).toBe(
      "Northern Ferries: 62,5 pistettä sadasta; tasolla 2 pitää technology; esihenkilöt 25,0 pistettä korkeammalla kuin asiakkaita kohtaavat",
    );
  });

  it("says no more than there is", () => {
    expect(teamHeadline("Northern Ferries", resultOf(people("manager", six([3, 3] as const))), names, english)).toBe(
      "Northern Ferries is at 75.0 of 100, level 4",
    );
    expect(teamHeadline("Northern Ferries", resultOf(people("manager", [[3, 3]])), names, english)).toBe(
      "Northern Ferries: too few people have a score to give the team one",
    );
  });
});

describe("the sentences beside it", () => {
  it("give the interval as that of who sees it higher", () => {
    const [gap] = split.gaps;
    expect(gap!.overall.difference).toBe(25);
    expect(gapText({ ...gap!, overall: { difference: -12, interval: { low: -20, high: -4 }, p: 0.01 } }, english)).toBe(
      "The front line see it 12.0 points higher than managers (95 %: 4.0 to 20.0).",
    );
    expect(gapText({ ...gap!, overall: { difference: 2, interval: { low: -5, high: 9 }, p: 0.5 } }, english)).toBe(
      "No clear difference overall: 2.0 points (95 %: −5.0 to 9.0).",
    );
    expect(gapText({ ...gap!, overall: { difference: null, interval: null, p: null } }, english)).toBe("One of the two has no score overall.");
  });

  it("say what weighting changes, or which group it would need", () => {
    const { overall } = split;
    const weigh = (weighted: Partial<typeof overall.weighted>, roleWeights = split.roleWeights) =>
      weightedText({ ...overall, mean: 50, weighted: { mean: null, reason: null, groups: [], ...weighted } }, { roleWeights }, english);
    const equal = "Executives, managers and the front line then count the same, however many they are.";
    expect(weigh({ mean: 53.25 })).toBe(`Weighted by role it is 53.3, 3.3 points higher. ${equal}`);
    expect(weigh({ mean: 49 })).toBe(`Weighted by role it is 49.0, 1.0 points lower. ${equal}`);
    expect(weigh({ mean: 50.01 }, { executive: 2, manager: 1, frontline: 1 })).toBe(
      "Weighted by role it is 50.0, which is no different. Executives count 2, managers 1, the front line 1, as declared before opening.",
    );
    expect(weigh({ reason: "group_hidden", groups: ["executive", "manager"] })).toContain("a group that cannot be shown: executives and managers.");
    expect(weigh({ reason: "group_hidden", groups: ["executive"] }, { executive: 2, manager: 1, frontline: 1 })).toMatch(
      /executives\. Executives count 2, managers 1, the front line 1, as declared before opening\.$/,
    );
    expect(weigh({ mean: 53.25 }, { executive: 3, manager: 3, frontline: 3 })).toContain(equal);
    expect(weigh({ reason: "group_empty", groups: ["executive"] })).toContain("nobody in this group has a score: executives.");
    expect(weigh({ reason: "no_weights" })).toBe("No role has a weight, so there is no mean weighted by role.");
    expect(agreementText({ agreement: 0.816, band: "strong" }, english)).toBe("Strong agreement (0.82 of 1)");
    expect(agreementText({ agreement: null, band: null }, english)).toBe("Too few answers to say how far people agree");
  });
});

describe("the tables", () => {
  it("hold every figure unrounded, and why one is not there", () => {
    const table = (name: (typeof TEAM_TABLES)[number]) => teamTable(name, split, [], names, english);
    expect(table("overall")[0]!.slice(4, 6)).toEqual(["Weighted mean", "Role weights"]);
    expect(table("overall")[1]!.slice(0, 6)).toEqual(["Overall", 12, 0, 62.5, null, "executives 1, managers 1, the front line 1"]);
    expect(table("roles").slice(1)).toEqual([
      ["Executives", 0, null, null, null, "nobody"],
      ["Managers", 6, 75, 50, 100, null],
      ["The front line", 6, 50, 0, 100, null],
      ["Did not say", 0, null, null, null, "nobody"],
    ]);
    expect(table("answers").slice(1, 4)).toEqual([
      ["What about t1?", "0: Low", 6],
      ["What about t1?", "1", 0],
      ["What about t1?", "2", 6],
    ]);
    expect(table("gaps")[1]!.slice(0, 4)).toEqual(["Managers", "The front line", "Overall", 25]);
    expect(teamTable("consensus", split, [{ item: "t1", answer: "2", reason: "We looked.", setBy: "Ada", setAt: "2026-12-01" }], names, english)[1]).toEqual([
      ...["What about t1?", "2", "We looked.", "Ada", "2026-12-01"],
    ]);
    for (const name of TEAM_TABLES) {
      const [head, ...rows] = table(name);
      for (const row of rows) expect(row, name).toHaveLength(head!.length);
    }
  });
});
