import { randomUUID } from "node:crypto";
import path from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Profile } from "#app/domain/benchmark/cohort.ts";
import { countOf, momentsOf, type Histogram } from "#app/domain/benchmark/histogram.ts";
import { refreshBenchmark } from "#app/services/benchmark/refresh-benchmark.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import { refreshBenchmarks } from "#app/services/benchmark/refresh-benchmarks.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withBenchmark } from "#app/services/db/with-benchmark.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { alike, ANYWHERE, FAMILY, makeShared, readOut, type Shared } from "../factories/sharing.ts";
import { clear } from "../factories/random-tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const RETAIL: Profile = { ...ANYWHERE, industry: "retail" };
const ENERGY: Profile = { ...ANYWHERE, industry: "energy" };
const SEED = "any";
const startThread = snapshotThreads({ workerFile: path.resolve("build/worker/snapshot-worker.js") });

describe.each(await testDatabases())("snapshots of benchmarks, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.drop());
  afterEach(() => asOwner(database.client, empty));

  const db = () => database.client;
  const empty = async (tx: Parameters<typeof clear>[0]) => {
    await clear(tx);
    for (const table of ["benchmark_member", "benchmark_best", "benchmark_snapshot"]) await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
  };
  const refresh = () => refreshBenchmark(db(), FAMILY, { startThread, seed: SEED });
  const nextDay = () => asOwner(db(), (tx) => tx.$executeRaw`UPDATE benchmark_snapshot SET taken_at = taken_at - interval '24 hours'`);
  const onNextDay = async () => {
    await nextDay();
    expect(await refresh()).toBe("made");
  };
  const rows = () => withBenchmark(db(), (tx) => tx.benchmarkCohort.findMany({ orderBy: [{ rank: "asc" }, { part: "asc" }] }));
  /** Who can be seen in each published cohort, by the numbers of their results. */
  const published = async (): Promise<Record<string, number[]>> => {
    const all = await rows();
    const cohorts = [...new Set(all.map(({ cohort }) => cohort))];
    return Object.fromEntries(cohorts.map((cohort) => [cohort, readOut(all.filter((row) => row.cohort === cohort))]));
  };
  const everybody = async () => (await published())["//"] ?? [];
  const numbers = (shared: readonly Shared[]) => shared.map(({ at }) => at);
  const leave = ({ organization }: Shared) =>
    withTenant(db(), { organizationId: organization }, async (tx) => {
      await tx.organization.updateMany({ where: { id: organization }, data: { benchmarkConsentAt: null } });
      await tx.benchmarkContribution.deleteMany();
    });
  const snapshot = () => withBenchmark(db(), (tx) => tx.benchmarkSnapshot.findMany({ select: { family: true, organizations: true } }));

  it("say nothing of ten, and count them; of eleven the figures of everybody, exact to the millionth", async () => {
    await makeShared(db(), 0, alike(10));
    expect(await refresh()).toBe("made");
    expect([await published(), await snapshot()]).toEqual([{}, [{ family: FAMILY, organizations: 10 }]]);
    await makeShared(db(), 10, alike(1));
    await onNextDay();
    expect(await published()).toEqual({ "//": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    const overall = (await rows()).find(({ part }) => part === "overall")!;
    // 0.5 + 1 + ... + 5.5, and the sum of their squares.
    expect(overall).toMatchObject({ n: 11, rank: 0, sum: 33, squares: 126.5 });
    const histogram: Histogram = overall;
    expect([overall.bins.length, countOf(histogram), momentsOf({ n: 11, sum: histogram.sum, squares: histogram.squares }).mean]).toEqual([200, 11, 3]);
  });

  it("are made once a day at most, by one of several processes", async () => {
    await makeShared(db(), 0, alike(11));
    const outcomes = await Promise.all([refresh(), refresh(), refresh()]);
    expect(outcomes.filter((outcome) => outcome === "made")).toHaveLength(1);
    expect(await refresh()).toBe("not-due");
    await asOwner(db(), (tx) => tx.$executeRaw`UPDATE benchmark_snapshot SET taken_at = taken_at - interval '23 hours 59 minutes'`);
    expect(await refresh()).toBe("not-due");
    await nextDay();
    const again = await Promise.all([refresh(), refresh(), refresh()]);
    expect(again.filter((outcome) => outcome === "made")).toHaveLength(1);
  });

  it("go on without one who joins alone, and with eleven", async () => {
    const first = await makeShared(db(), 0, alike(12));
    await refresh();
    await makeShared(db(), 12, alike(1));
    await onNextDay();
    expect(await everybody()).toEqual(numbers(first));
    expect(await snapshot()).toMatchObject([{ organizations: 13 }]);
    await makeShared(db(), 13, alike(10));
    await onNextDay();
    expect(await everybody()).toHaveLength(23);
  });

  it("are without who took consent back or was erased, and ten more, who are not in again with the same result", async () => {
    const shared = await makeShared(db(), 0, alike(33));
    await refresh();
    await leave(shared[4]!);
    await asOwner(db(), (tx) => tx.organization.deleteMany({ where: { id: shared[7]!.organization } }));
    expect(await everybody()).toHaveLength(33);
    await onNextDay();
    const left = await everybody();
    expect(left).toHaveLength(22);
    expect(left).not.toContain(4);
    expect(left).not.toContain(7);
    await makeShared(db(), 33, alike(2));
    await onNextDay();
    expect(await everybody()).toEqual(left);
    // Ten with a later result make a block with one of those who waited; the others of those who had to go are not in.
    const gone = shared.filter(({ at }) => ![...left, 4, 7].includes(at));
    expect(gone).toHaveLength(9);
    await makeShared(
      db(),
      35,
      gone.map(({ organization }) => ({ ...ANYWHERE, organization })),
    );
    await onNextDay();
    expect(await everybody()).toEqual([...left, ...Array.from({ length: 11 }, (_, i) => 33 + i)]);
  });

  it("keep an organisation's earlier result until eleven have a later one, and show none twice", async () => {
    const shared = await makeShared(
      db(),
      0,
      alike(30).map((one) => ({ ...one, closedAt: new Date(Date.now() - 1_000_000) })),
    );
    await refresh();
    const again = (count: number, from: number) =>
      makeShared(
        db(),
        30 + from,
        shared.slice(from, from + count).map(({ organization }) => ({ ...ANYWHERE, organization })),
      );
    await again(10, 0);
    await onNextDay();
    expect(await everybody()).toEqual(numbers(shared));
    await again(1, 10);
    await onNextDay();
    expect(await everybody()).toEqual(Array.from({ length: 30 }, (_, i) => 11 + i));
  });

  it("leave out what is older than two years, and take it away", async () => {
    const old = new Date();
    old.setUTCFullYear(old.getUTCFullYear() - 2, old.getUTCMonth(), old.getUTCDate() - 2);
    await makeShared(db(), 0, [...alike(11), ...alike(11, ANYWHERE, { closedAt: old })]);
    await refresh();
    expect(await everybody()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await asOwner(db(), (tx) => tx.benchmarkContribution.count())).toBe(11);
  });

  it("let in what a consultancy knows up to a quarter, and what several know together as one", async () => {
    const firm = async () => {
      const id = randomUUID();
      const made = { id, slug: id, name: "Firm", kind: "consultancy", isSynthetic: false };
      await asOwner(db(), (tx) => tx.organization.createMany({ data: [made] }));
      return id;
    };
    const [one, other] = [await firm(), await firm()];
    await makeShared(db(), 0, [...alike(9), ...alike(2, ANYWHERE, { consultancies: [one] }), ...alike(2, ANYWHERE, { consultancies: [other] })]);
    await refresh();
    expect(await everybody()).toHaveLength(13);
    await asOwner(db(), empty);
    const again = [await firm(), await firm()];
    const both = alike(1, ANYWHERE, { consultancies: again });
    await makeShared(db(), 0, [
      ...alike(9),
      ...alike(2, ANYWHERE, { consultancies: [again[0]!] }),
      ...alike(1, ANYWHERE, { consultancies: [again[1]!] }),
      ...both,
    ]);
    await refresh();
    // Four are known to the two together: three of twelve are a quarter.
    expect(await everybody()).toHaveLength(12);
    expect((await everybody()).filter((at) => at >= 9)).toHaveLength(3);
  });

  it("are the same to the last digit when nothing has changed, whatever order they are made in", async () => {
    await makeShared(db(), 0, [...alike(40, RETAIL), ...alike(25, ENERGY)]);
    await refresh();
    const first = await rows();
    await nextDay();
    expect(await refreshBenchmark(db(), FAMILY, { startThread, seed: "another order" })).toBe("made");
    expect(await rows()).toEqual(first);
    expect(Object.keys(await published())).toEqual(["//", "retail//", "energy//"]);
  });

  it("after a fault are as they were, and due again", async () => {
    const shared = await makeShared(db(), 0, alike(22));
    await refresh();
    const before = await rows();
    await leave(shared[0]!);
    await nextDay();
    const problems: unknown[] = [];
    const log = { error: (problem: unknown) => void problems.push(problem) };
    const all = () => refreshBenchmarks({ db: db(), startThread, log, signal: new AbortController().signal });
    const members = () => withBenchmark(db(), (tx) => tx.benchmarkMember.count({ where: { block: { not: null } } }));
    await asOwner(db(), (tx) => tx.$executeRaw`ALTER TABLE benchmark_cohort ADD CONSTRAINT broken CHECK (n < 0) NOT VALID`);
    expect(await all()).toBe(0);
    expect(problems.splice(0)).toMatchObject([{ family: FAMILY }]);
    expect([await rows(), await members()]).toEqual([before, 22]);
    await asOwner(db(), (tx) => tx.$executeRaw`ALTER TABLE benchmark_cohort DROP CONSTRAINT broken`);
    expect(await all()).toBe(1);
    expect([await everybody(), await members(), problems]).toEqual([expect.any(Array), 11, []]);
    expect(await everybody()).toHaveLength(11);
    expect(await all()).toBe(0);
  });

  it("say what the best quarter answered otherwise, in twentieths, of what all of them answered", async () => {
    const items = (at: number) => ({ same: 0.5, better: at < 30 ? 0.412 : 0.937, ...(at === 3 ? {} : { notAll: at < 30 ? 0.1 : 0.9 }) });
    await makeShared(
      db(),
      0,
      alike(40).map((one, at) => ({ ...one, items: items(at) })),
    );
    await refresh();
    // The upper quartile of 40 is the 30th smallest: eleven are in its half point or above, one of whom answered as the others.
    const best = await withBenchmark(db(), (tx) => tx.benchmarkBest.findMany());
    expect(best).toEqual([{ family: FAMILY, cohort: "//", item: "better", bestCount: 11, bestMean: 0.9, restCount: 29, restMean: 0.4 }]);
  });

  it("whatever joins, leaves and is measured again, nobody can be told from what was published on any day", async () => {
    const profile = fc.constantFrom(ANYWHERE, RETAIL, ENERGY, { ...RETAIL, sizeBand: "10-49" as const });
    const day = fc.record({
      joining: fc.array(profile, { minLength: 5, maxLength: 45 }),
      leaving: fc.array(fc.nat(), { maxLength: 2 }),
      again: fc.array(fc.nat(), { maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 3, maxLength: 5 }), async (days) => {
        try {
          const shared: Shared[] = [];
          const gone = new Set<string>();
          const seenIn = new Map<number, string>();
          for (const [n, { joining, leaving, again }] of days.entries()) {
            shared.push(...(await makeShared(db(), shared.length, joining)));
            const stay = () => [...new Set(shared.map(({ organization }) => organization))].filter((organization) => !gone.has(organization));
            const measured = new Set(again.map((pick) => stay()[pick % stay().length]!));
            const closedAt = new Date(Date.now() + n * 60_000);
            shared.push(
              ...(await makeShared(
                db(),
                shared.length,
                [...measured].map((organization) => ({ ...ANYWHERE, organization, closedAt })),
              )),
            );
            for (const pick of leaving) {
              const one = shared[pick % shared.length]!;
              if (!gone.has(one.organization)) await leave(one);
              gone.add(one.organization);
            }
            if (n > 0) await nextDay();
            expect(await refresh()).toBe("made");
            for (const [cohort, inside] of Object.entries(await published())) {
              for (const at of inside) {
                expect(gone).not.toContain(shared[at]!.organization);
                seenIn.set(at, `${seenIn.get(at) ?? ""} ${n}:${cohort}`);
              }
            }
          }
          const places = [...seenIn.values()];
          for (const where of new Set(places)) expect(places.filter((each) => each === where).length, where).toBeGreaterThanOrEqual(11);
        } finally {
          await asOwner(db(), empty);
        }
      }),
      { numRuns: 8 },
    );
  });
});
