import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BlockMember, type Contribution, planBlocks } from "./blocks.ts";
import { type Cohort, type Profile, cohortKey, isIn } from "./cohort.ts";

const anywhere: Profile = { industry: null, sizeBand: null, region: null };
const retail: Profile = { ...anywhere, industry: "retail" };
const energy: Profile = { ...anywhere, industry: "energy" };

function organizations(count: number, profile: Profile, from = 1, circle: string | null = null): Contribution[] {
  return Array.from({ length: count }, (_, i) => ({ id: `r${from + i}`, organization: `o${from + i}`, profile, circle }));
}
const current = (contributions: readonly Contribution[]): BlockMember[] => contributions.map((contribution) => ({ ...contribution, state: "current" }));
const idsOf = (blocks: readonly (readonly Contribution[])[]) => blocks.map((block) => block.map(({ id }) => id).sort());
const keysOf = (cohorts: readonly Cohort[]) => cohorts.map(cohortKey);

describe("a first snapshot", () => {
  test("has nothing of ten organisations, and everybody of eleven", () => {
    expect(planBlocks([], [], organizations(10, retail))).toEqual({ blocks: [], spent: [], cohorts: [] });
    const plan = planBlocks([], [], organizations(11, anywhere));
    expect(plan.blocks).toHaveLength(1);
    expect(keysOf(plan.cohorts)).toEqual(["//"]);
  });

  test("has the cohorts that are blocks, and of the others only what is wider", () => {
    const plan = planBlocks([], [], [...organizations(12, retail), ...organizations(10, energy, 100), ...organizations(1, anywhere, 200)]);
    // Ten of energy and one of nothing are one block, so that energy is not told.
    expect(idsOf(plan.blocks).map((block) => block.length)).toEqual([12, 11]);
    expect(keysOf(plan.cohorts)).toEqual(["//", "retail//"]);
  });

  test("lets in only so many as one consultancy knows that they are a quarter", () => {
    const known = organizations(9, anywhere, 1, "consultancy");
    expect(planBlocks([], [], [...known, ...organizations(8, anywhere, 100)]).blocks).toEqual([]);
    const plan = planBlocks([], [], [...known, ...organizations(9, anywhere, 100)]);
    expect(plan.blocks.map((block) => block.length)).toEqual([12]);
    expect(plan.blocks[0]!.filter(({ circle }) => circle !== null).map(({ id }) => id)).toEqual(["r1", "r2", "r3"]);
  });
});

describe("a later snapshot", () => {
  const block = organizations(30, retail);

  test("goes on without one who joins alone, and with eleven", () => {
    const alone = planBlocks([current(block)], [anywhere, retail], organizations(1, retail, 100));
    expect(idsOf(alone.blocks)).toEqual(idsOf([block]));
    expect(planBlocks([current(block)], [anywhere, retail], organizations(11, retail, 100)).blocks.map((b) => b.length)).toEqual([30, 11]);
  });

  test("is without who leaves, and without ten more", () => {
    const members = current(block).map((member) => (member.id === "r7" ? { ...member, state: "leaving" as const } : member));
    const plan = planBlocks([members], [anywhere, retail], []);
    expect(plan.spent.map(({ id }) => id)).toEqual(["r7", "r1", "r2", "r3", "r4", "r5", "r6", "r8", "r9", "r10", "r11"]);
    expect(plan.blocks.map((b) => b.length)).toEqual([19]);
  });

  test("is without the whole block when what stays would be none", () => {
    const members = current(block.slice(0, 21)).map((member, i) => (i === 0 ? { ...member, state: "leaving" as const } : member));
    expect(planBlocks([members], [anywhere, retail], [])).toMatchObject({ blocks: [], cohorts: [] });
  });

  test("takes those first along with who leaves that have a later result anyway", () => {
    const members = current(block).map((member, i) => ({
      ...member,
      state: i === 0 ? ("leaving" as const) : i >= 20 ? ("superseded" as const) : member.state,
    }));
    const plan = planBlocks([members], [anywhere, retail], []);
    expect(plan.spent.map(({ id }) => id)).toEqual(["r1", ...block.slice(20).map(({ id }) => id)]);
  });

  test("keeps an earlier result until eleven have a later one, and shows nobody twice", () => {
    const later = (count: number) => block.slice(0, count).map((contribution) => ({ ...contribution, id: `later-${contribution.id}` }));
    const superseded = (count: number) => current(block).map((member, i) => ({ ...member, state: i < count ? ("superseded" as const) : member.state }));
    const ten = planBlocks([superseded(10)], [anywhere, retail], later(10));
    expect(idsOf(ten.blocks)).toEqual(idsOf([block]));
    const eleven = planBlocks([superseded(11)], [anywhere, retail], later(11));
    expect(idsOf(eleven.blocks)).toEqual(idsOf([block.slice(11), later(11)]));
  });

  test("drops a block of which a consultancy has come to know more than a quarter", () => {
    const known = current(block.slice(0, 12)).map((member, i) => ({ ...member, circle: i < 4 ? "consultancy" : null }));
    expect(planBlocks([known], [anywhere], []).spent).toHaveLength(12);
  });

  test("divides a mixed block only where both pieces are blocks", () => {
    const half = [...organizations(11, retail), ...organizations(11, energy, 100)];
    expect(keysOf(planBlocks([current(half)], [anywhere], []).cohorts)).toEqual(["//", "energy//", "retail//"]);
    const less = [...organizations(12, retail), ...organizations(10, energy, 100)];
    expect(keysOf(planBlocks([current(less)], [anywhere], []).cohorts)).toEqual(["//"]);
  });
});

/**
 * Differencing, as somebody does it who keeps every snapshot: each published figure is a sum over the contributions in a cohort. Contributions
 * that are in the same figures, always, cannot be told apart by any sum of these, added or taken away any number of times; so what can be told
 * is a union of such classes. Each has to be large enough, in the eyes of everybody, who knows their own and their clients' results.
 */
test("whatever joins, leaves, changes and is filtered anew, nobody ever learns of fewer than eleven, or of more than they know a quarter of", () => {
  const profile = fc.record({
    industry: fc.constantFrom("retail" as const, "energy" as const, null),
    sizeBand: fc.constantFrom("1-9" as const, "10-49" as const, null),
    region: fc.constantFrom(null, "africa" as const),
  });
  const step = fc.record({
    joining: fc.array(fc.record({ profile, circle: fc.constantFrom(null, null, null, "c1") }), { maxLength: 60 }),
    leaving: fc.array(fc.nat(), { maxLength: 3 }),
    again: fc.array(fc.nat(), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      type Known = Contribution & { state: "current" | "superseded" | "leaving" };
      const all: Known[] = [];
      let blocks: readonly (readonly Contribution[])[] = [];
      let cohorts: readonly Cohort[] = [];
      const spent = new Set<string>();
      const signatures = new Map<string, string>();
      const latest = (organization: string) => all.findLast((c) => c.organization === organization);
      steps.forEach(({ joining, leaving, again }, at) => {
        for (const one of joining) all.push({ ...one, id: `r${all.length}`, organization: `o${all.length}`, state: "current" });
        for (const pick of again) {
          const old = all[pick % Math.max(1, all.length)];
          if (!old || latest(old.organization)?.state === "leaving") continue;
          for (const earlier of all.filter((c) => c.organization === old.organization)) earlier.state = "superseded";
          all.push({ ...old, id: `r${all.length}`, state: "current" });
        }
        for (const pick of leaving) {
          const one = all[pick % Math.max(1, all.length)];
          for (const each of all.filter((c) => c.organization === one?.organization)) each.state = "leaving";
        }
        const byId = new Map(all.map((c) => [c.id, c]));
        const shown = new Set(blocks.flat().map(({ id }) => id));
        const waiting = all.filter((c) => c.state === "current" && !shown.has(c.id) && !spent.has(c.id));
        const plan = planBlocks(
          blocks.map((block) => block.map(({ id }) => byId.get(id)!)),
          cohorts,
          waiting,
        );
        ({ blocks, cohorts } = plan);
        for (const { id } of plan.spent) spent.add(id);
        const now = blocks.flat();
        expect(new Set(now.map(({ organization }) => organization)).size).toBe(now.length);
        expect(now.filter(({ id }) => byId.get(id)!.state === "leaving")).toEqual([]);
        for (const cohort of cohorts) {
          for (const one of now.filter((c) => isIn(cohort, c.profile))) signatures.set(one.id, `${signatures.get(one.id) ?? ""}${at}:${cohortKey(cohort)} `);
        }
      });
      for (const signature of new Set(signatures.values())) {
        const members = all.filter(({ id }) => signatures.get(id) === signature);
        const circles = members.filter(({ circle }) => circle === "c1");
        expect(members.length).toBeGreaterThanOrEqual(11);
        expect(circles.length).toBeLessThanOrEqual(members.length / 4);
      }
    }),
    { numRuns: 300 },
  );
});
