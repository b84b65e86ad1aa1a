import fc from "fast-check";
import { expect, it } from "vitest";
import { anyTeam, TEAM_DAY } from "../../../tests/factories/arbitrary-team.ts";
import { average, oracleTeam, shiftedTails } from "../../../tests/oracle/agreement-oracle.ts";
import { compile } from "../scoring/compile.ts";
import { RESPONDENT_ROLES } from "../tenancy/profile-choices.ts";
import { teamResult } from "./team-result.ts";
import { teamResultSchema } from "./team-result-shape.ts";

/** ORACLE_RUNS=100000 for a long look. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 2000);

/** Near enough for sums of doubles; null for null. */
function expectNear(found: number | null | undefined, wanted: number | null | undefined): void {
  if (wanted == null || found == null) expect(found ?? null).toBe(wanted ?? null);
  else expect(found).toBeCloseTo(wanted, 6);
}

const anyWeights = fc.record({ executive: fc.constantFrom(0, 0.5, 1), manager: fc.constantFrom(0, 1, 2.125), frontline: fc.constantFrom(0, 0, 1) });

it(`a team's figures agree with an independent implementation (${RUNS} teams)`, { timeout: 0 }, () => {
  const met = { shownGroups: 0, weighted: 0, gaps: 0, agenda: 0, gated: 0, levels: new Set<number | null>() };
  fc.assert(
    fc.property(anyTeam, anyWeights, ({ definition, respondents }, roleWeights) => {
      const result = teamResult({ compiled: compile(definition), respondents, roleWeights, seed: 7, now: new Date(`${TEAM_DAY}T15:00:00Z`), isNamed: true });
      expect(teamResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
      const oracle = oracleTeam(definition, respondents, roleWeights, TEAM_DAY);
      const shown = RESPONDENT_ROLES.filter((role) => result.roles.find(({ group }) => group === role)!.shown);

      const expectPart = (
        found: (typeof result)["pillars"][number] | (typeof result)["overall"] | (typeof result)["dimensions"][number],
        wanted: typeof oracle.overall | (typeof oracle.pillars)[number],
      ) => {
        expect(found.n).toBe(wanted.n);
        expect(found.leftOut).toBe(respondents.length - wanted.n);
        expect(found.withheld).toBe(wanted.n === 0 ? "no_scores" : wanted.n < 5 ? "too_few" : null);
        expectNear(found.mean, wanted.mean);
        expectNear(found.sd, wanted.sd);
        expectNear(found.interval?.low, wanted.interval?.low);
        expectNear(found.interval?.high, wanted.interval?.high);
        if (found.weighted.reason === null) {
          expectNear(found.weighted.mean, wanted.weightedIfShown);
          met.weighted += 1;
        } else expect(found.weighted.mean).toBeNull();
        if (found.weighted.reason === "group_empty") expect(wanted.weightedIfShown).toBeNull();
      };
      expectPart(result.overall, oracle.overall);
      expect([result.overall.level, result.overall.gatedLevel]).toEqual([oracle.overall.level, oracle.overall.gatedLevel]);
      expectNear(result.overall.evidenced, oracle.overall.evidenced);
      result.pillars.forEach((pillar, i) => expectPart(pillar, oracle.pillars[i]!));
      result.dimensions.forEach((dimension, i) => {
        const wanted = oracle.dimensions[i]!;
        expectPart(dimension, wanted);
        expectNear(dimension.agreement, respondents.length < 5 ? null : wanted.agreement);
        expect(dimension.agreementItems).toBe(wanted.agreementItems);
        if (wanted.dimension.carriedBy !== undefined) expectNear(dimension.counts, wanted.counts);
      });

      expect(result.items).toHaveLength(respondents.length < 5 ? 0 : definition.items.length);
      result.items.forEach((item, i) => {
        const wanted = oracle.items[i]!;
        expect(item.states).toEqual(wanted.states);
        for (const figure of ["mean", "variance", "agreement", "evidenced"] as const) expectNear(item[figure], wanted[figure]);
        for (const { option, count } of item.distribution ?? []) expect(count).toBe(wanted.chosen(option));
      });
      const wantedAgenda = respondents.length < 5 ? [] : oracle.agenda.filter(({ priority }) => priority > 1e-6).sort((a, b) => b.priority - a.priority);
      // What is a millionth is nothing to one of the two.
      const agenda = result.agenda.filter(({ priority }) => priority > 1e-6);
      expect(agenda).toHaveLength(wantedAgenda.length);
      agenda.forEach(({ priority }, i) => expectNear(priority, wantedAgenda[i]!.priority));
      for (const entry of agenda) expectNear(entry.effect, wantedAgenda.find(({ item }) => item === entry.item)!.effect);

      for (const role of shown) {
        const scores = oracle.overall.scores.filter((score, i): score is number => score !== null && respondents[i]!.group === role);
        expectNear(result.roles.find(({ group }) => group === role)!.overall, scores.length === 0 ? null : average(scores));
      }
      for (const { a, b, overall, dimensions } of result.gaps) {
        expect(shown).toEqual(expect.arrayContaining([a, b]));
        [overall, ...dimensions].forEach((gap, i) => {
          const scores = i === 0 ? oracle.overall.scores : oracle.dimensions[i - 1]!.scores;
          const [ofA, ofB] = [a, b].map((role) => scores.filter((score, r): score is number => score !== null && respondents[r]!.group === role)) as [
            number[],
            number[],
          ];
          if (ofA.length === 0 || ofB.length === 0) return expect(gap.difference).toBeNull();
          expectNear(gap.difference, average(ofA) - average(ofB));
          expect(gap.interval!.low).toBeLessThanOrEqual(gap.difference! + 1e-6);
          expect(gap.interval!.high).toBeGreaterThanOrEqual(gap.difference! - 1e-6);
          // Small groups are tested by all permutations.
          if (i === 0 && ofA.length + ofB.length <= 11) {
            const { atLeast, atMost } = shiftedTails(ofA, ofB, 0);
            expectNear(gap.p, Math.min(1, 2 * Math.min(atLeast, atMost)));
          }
          met.gaps += 1;
        });
      }
      met.shownGroups += shown.length;
      met.agenda += result.agenda.length;
      if (result.overall.gatedLevel !== result.overall.level) {
        met.gated += 1;
        expect(result.overall.heldBackBy.length).toBeGreaterThan(0);
      }
      met.levels.add(result.overall.level);
    }),
    { numRuns: RUNS },
  );
  // That the teams are of the kinds that matter; a short look, as for each mutant, need not meet them all.
  if (RUNS < 1000) return;
  expect(Math.min(met.shownGroups, met.weighted, met.gaps, met.agenda, met.gated), JSON.stringify(met)).toBeGreaterThan(0);
  expect(met.levels.size).toBeGreaterThan(2);
});
