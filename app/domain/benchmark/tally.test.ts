import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BlockMember, type Contribution, planBlocks } from "./blocks.ts";
import { type Cohort, type Profile, cohortKey, EVERYBODY, isIn } from "./cohort.ts";
import { addToTally, bestRows, type Layout, partRows, type Tally } from "./tally.ts";

const ANYWHERE: Profile = { industry: null, sizeBand: null, region: null };
const RETAIL: Profile = { ...ANYWHERE, industry: "retail" };
const SMALL_RETAIL: Profile = { ...RETAIL, sizeBand: "10-49" };
const ENERGY: Profile = { ...ANYWHERE, industry: "energy" };
const ALL: Layout = { parts: ["overall", "dimension:a"], items: ["one", "two"] };
const FEWER: Layout = { parts: ["overall"], items: ["one"] };

/** In millionths. */
type Told = { profile: Profile; layout: Layout; values: number[] };

function tallyOf(told: readonly Told[]): Tally {
  const tally: Tally = new Map();
  for (const { profile, layout, values } of told) addToTally(tally, profile, layout, Int32Array.from([7, ...values]), 1);
  return tally;
}
const inside = (told: readonly Told[], cohort: Cohort) => told.filter(({ profile }) => isIn(cohort, profile));

/** The same from the definitions, one result after the other and in whole numbers without end. */
function oracleParts(told: readonly Told[], cohorts: readonly Cohort[]) {
  return cohorts.flatMap((cohort, rank) => {
    const of = inside(told, cohort);
    return ALL.parts.flatMap((part) => {
      const values = of.flatMap(({ layout, values }) => (layout.parts.includes(part) ? [values[layout.parts.indexOf(part)]!] : []));
      if (values.length === 0 || values.length !== of.length) return [];
      const bins = Array.from({ length: 200 }, (_, i) => values.filter((v) => v >= i * 500_000 && (v < (i + 1) * 500_000 || i === 199)).length);
      const squares = values.reduce((all, v) => all + BigInt(v) * BigInt(v), 0n);
      return [{ cohort: cohortKey(cohort), part, rank, n: of.length, bins, sum: values.reduce((a, b) => a + b, 0) / 1e6, squares }];
    });
  });
}

function oracleBest(told: readonly Told[], cohorts: readonly Cohort[]) {
  return cohorts.flatMap((cohort) => {
    const of = inside(told, cohort);
    if (of.length < 20) return [];
    const upper = of.map(({ values }) => values[0]!).sort((a, b) => a - b)[Math.ceil(0.75 * of.length) - 1]!;
    const border = Math.min(199, Math.floor(upper / 500_000)) * 500_000;
    return ALL.items.flatMap((item) => {
      const mean = (side: readonly Told[]) => {
        const sum = side.reduce((all, { layout, values }) => all + values[layout.parts.length + layout.items.indexOf(item)]!, 0);
        // Twenty times the mean of millionths, to the nearest whole number and halves up.
        return Number((BigInt(sum) * 40n + BigInt(side.length) * 1_000_000n) / (BigInt(side.length) * 2_000_000n)) / 20;
      };
      if (!of.every(({ layout }) => layout.items.includes(item))) return [];
      const [best, rest] = [of.filter(({ values }) => values[0]! >= border), of.filter(({ values }) => values[0]! < border)];
      if (best.length < 10 || rest.length < 10 || mean(best) === mean(rest)) return [];
      return [{ cohort: cohortKey(cohort), item, bestCount: best.length, bestMean: mean(best), restCount: rest.length, restMean: mean(rest) }];
    });
  });
}

const score = fc.oneof(
  fc.integer({ min: 0, max: 100_000_000 }),
  fc.integer({ min: 0, max: 200 }).map((half) => half * 500_000),
);
const share = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 40 }).map((step) => step * 25_000),
);
const told: fc.Arbitrary<Told> = fc
  .record({ profile: fc.constantFrom(ANYWHERE, RETAIL, SMALL_RETAIL, ENERGY), isAll: fc.boolean(), overall: score, a: score, one: share, two: share })
  .map(({ profile, isAll, overall, a, one, two }) =>
    isAll ? { profile, layout: ALL, values: [overall, a, one, two] } : { profile, layout: FEWER, values: [overall, one] },
  );
const cohorts: readonly Cohort[] = [EVERYBODY, RETAIL, SMALL_RETAIL, ENERGY];
const sorted = <Row extends { cohort: string }>(rows: readonly Row[], by: (row: Row) => string) => [...rows].sort((a, b) => (by(a) < by(b) ? -1 : 1));

describe("the figures of published cohorts", () => {
  test("are those of the definitions, to the last digit, whatever the results and their order", () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 120 }), fc.integer(), (results, turn) => {
        const rows = partRows(tallyOf(results), cohorts);
        const exact = (squares: bigint) => Number(`${squares / 10n ** 12n}.${(squares % 10n ** 12n).toString().padStart(12, "0")}`);
        expect(sorted(rows, ({ cohort, part }) => `${cohort} ${part}`)).toEqual(
          sorted(
            oracleParts(results, cohorts).map((row) => ({ ...row, squares: exact(row.squares) })),
            ({ cohort, part }) => `${cohort} ${part}`,
          ),
        );
        const best = bestRows(tallyOf(results), cohorts);
        expect(sorted(best, ({ cohort, item }) => `${cohort} ${item}`)).toEqual(
          sorted(oracleBest(results, cohorts), ({ cohort, item }) => `${cohort} ${item}`),
        );
        const turned = results.map((_, i) => results[(i + (turn >>> 0)) % results.length]!);
        const key = ({ cohort, part }: { cohort: string; part: string }) => `${cohort} ${part}`;
        expect(sorted(partRows(tallyOf(turned), cohorts), key)).toEqual(sorted(rows, key));
      }),
      { numRuns: 200 },
    );
  });

  test("are exact where floating-point sums are not", () => {
    const many = tallyOf(Array.from({ length: 3000 }, () => ({ profile: ANYWHERE, layout: FEWER, values: [33_333_333, 0] })));
    // 33.333333 squared is 1111.111088888889.
    expect(partRows(many, [EVERYBODY])).toMatchObject([{ n: 3000, sum: 99_999.999, squares: 3_333_333.266666667 }]);
  });
});

type Day = { joining: Profile[]; leaving: number[]; again: number[] };
type Life = Contribution & { isGone: boolean; at: number };

/** Who is seen in which cohorts on each day, by the product's own blocks. */
function seenOn(days: readonly Day[]): { all: Life[]; published: { cohorts: readonly Cohort[]; ids: string[] }[] } {
  const all: Life[] = [];
  const spent = new Set<string>();
  let [blocks, cohorts]: [readonly (readonly Contribution[])[], readonly Cohort[]] = [[], []];
  const published = days.map(({ joining, leaving, again }) => {
    const latest = () => new Map(all.filter(({ isGone }) => !isGone).map((life) => [life.organization, life]));
    const add = (organization: string, profile: Profile) =>
      all.push({ id: `r${all.length}`, organization, profile, circle: null, isGone: false, at: all.length });
    for (const profile of joining) add(`o${all.length}`, profile);
    for (const pick of again) {
      const there = [...latest().values()];
      if (there.length > 0) add(there[pick % there.length]!.organization, there[pick % there.length]!.profile);
    }
    for (const pick of leaving) {
      const { organization } = all[pick % all.length]!;
      for (const life of all) if (life.organization === organization) life.isGone = true;
    }
    const now = latest();
    const lifeOf = new Map(all.map((life) => [life.id, life]));
    const before = blocks.map((block) =>
      block.map((one): BlockMember => {
        const life = lifeOf.get(one.id)!;
        return { ...one, state: life.isGone ? "leaving" : now.get(life.organization) === life ? "current" : "superseded" };
      }),
    );
    const shown = new Set(blocks.flat().map(({ id }) => id));
    const plan = planBlocks(
      before,
      cohorts,
      [...now.values()].filter(({ id }) => !shown.has(id) && !spent.has(id)),
    );
    for (const { id } of plan.spent) spent.add(id);
    [blocks, cohorts] = [plan.blocks, plan.cohorts];
    return { cohorts, ids: blocks.flat().map(({ id }) => id) };
  });
  return { all, published };
}

describe("all that is ever published, the best quarter too", () => {
  test("is the same when those of eleven and more have each other's results, so that none can be told what is whose", () => {
    const day = fc.record({
      joining: fc.array(fc.constantFrom(ANYWHERE, RETAIL, SMALL_RETAIL, ENERGY), { minLength: 8, maxLength: 60 }),
      leaving: fc.array(fc.nat(), { maxLength: 2 }),
      again: fc.array(fc.nat(), { maxLength: 30 }),
    });
    let best = 0;
    fc.assert(
      fc.property(fc.array(day, { minLength: 3, maxLength: 6 }), fc.infiniteStream(fc.tuple(score, score, share, share)), fc.nat(), (days, says, turn) => {
        const { all, published } = seenOn(days);
        const values = all.map(() => [...says.next().value!]);
        // Those that are in and out of everything together, on all days.
        const together = new Map<string, Life[]>();
        for (const life of all) {
          const where = published.map(({ cohorts, ids }) =>
            ids.includes(life.id) ? cohorts.filter((cohort) => isIn(cohort, life.profile)).map(cohortKey) : [],
          );
          if (where.every((keys) => keys.length === 0)) continue;
          const key = JSON.stringify(where);
          together.set(key, [...(together.get(key) ?? []), life]);
        }
        const exchanged = [...values];
        for (const those of together.values()) {
          expect(those.length).toBeGreaterThanOrEqual(11);
          those.forEach(({ at }, i) => (exchanged[at] = values[those[(i + turn) % those.length]!.at]!));
        }
        const shownWith = (told: readonly number[][]) =>
          published.map(({ cohorts, ids }) => {
            const tally = tallyOf(all.filter(({ id }) => ids.includes(id)).map(({ profile, at }) => ({ profile, layout: ALL, values: told[at]! })));
            const rows = bestRows(tally, cohorts);
            best += rows.length;
            return [sorted(partRows(tally, cohorts), ({ cohort, part }) => `${cohort} ${part}`), sorted(rows, ({ cohort, item }) => `${cohort} ${item}`)];
          });
        expect(shownWith(exchanged)).toEqual(shownWith(values));
      }),
      { numRuns: 60 },
    );
    expect(best).toBeGreaterThan(100);
  });
});
