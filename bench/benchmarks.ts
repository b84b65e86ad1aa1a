import path from "node:path";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";
import { claimOf } from "#app/domain/benchmark/claim.ts";
import { quantileOf } from "#app/domain/benchmark/histogram.ts";
import { refreshBenchmark } from "#app/services/benchmark/refresh-benchmark.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import { openDatabase, type OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { inTurn, median, medianRatio, type Report } from "./figure.ts";
import { freshDatabase, NO_POSTGRES } from "./fresh-database.ts";

const ORGANIZATIONS = 1_000_000;
const PARTS = 12;
const ITEMS = 35;
const FAMILY = "invented@1";
const REFRESHES = 3;
const ROUNDS = 7;
const LOOKUPS = 200;
const startThread = snapshotThreads({ workerFile: path.resolve("build/worker/snapshot-worker.js") });
const SIZES = { million: 1_000_000, tenMillion: 10_000_000 };

/** The snapshot of a million organisations, against one scan that reads the same scores and items. */
export function benchRefresh(): Promise<Report> {
  return withDatabase(async (database, owner) => {
    // Without the rows that the keys of these refer to, of which the snapshot reads none.
    await owner.query("SET session_replication_role = replica");
    await owner.query(
      `INSERT INTO benchmark_contribution (organization_id, id, cycle_id, number, family, closed_at, industry, size_band, region, scores, items)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, $1, now(), (ARRAY['retail', 'energy', 'manufacturing', 'education', 'logistics'])[1 + n % 5],
         (ARRAY['1-9', '10-49', '50-249', '250-999'])[1 + n % 4], (ARRAY['africa', 'europe', 'worldwide'])[1 + n % 3],
         (SELECT jsonb_object_agg(CASE p WHEN 1 THEN 'overall' ELSE 'dimension:part-' || p END, round((100 * random())::numeric, 6)) FROM generate_series(1, $2::int) p WHERE n > 0),
         (SELECT jsonb_object_agg('item-' || i, round(random()::numeric, 6)) FROM generate_series(1, $3::int) i WHERE n > 0)
       FROM generate_series(1, $4::int) n`,
      [FAMILY, PARTS, ITEMS, ORGANIZATIONS],
    );
    await owner.query("VACUUM ANALYZE benchmark_contribution");
    const timed = async (work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work();
      return (performance.now() - begun) / 1000;
    };
    const refresh = async () => {
      await owner.query("UPDATE benchmark_snapshot SET taken_at = taken_at - interval '1 day'");
      return timed(async () => {
        const outcome = await refreshBenchmark(database.client, FAMILY, { startThread });
        if (outcome !== "made") throw new Error(outcome);
      });
    };
    const first = await refresh();
    await owner.query("VACUUM ANALYZE benchmark_member");
    const scan = () =>
      timed(() =>
        owner.query(`SELECT sum((SELECT sum(value::float8) FROM jsonb_each(scores))), sum((SELECT sum(value::float8) FROM jsonb_each(items)))
          FROM benchmark_contribution`),
      );
    const delays: IntervalHistogram[] = [];
    const watched = async () => {
      // Another one each time: one that is switched on again counts the pause as a delay.
      const its = monitorEventLoopDelay({ resolution: 1 });
      its.enable();
      const seconds = await refresh();
      its.disable();
      delays.push(its);
      return seconds;
    };
    const longest = (of: (delay: IntervalHistogram) => number) => Math.max(...delays.map(of)) / 1e6;
    const rounds = await inTurn(REFRESHES, { scan, refresh: watched });
    return {
      figures: [
        { what: "a snapshot, against one scan of its scores and items", value: medianRatio(rounds.refresh, rounds.scan), unit: "x", reach: { atMost: 3 } },
        { what: "a snapshot", value: median(rounds.refresh), unit: "s", reach: null },
        { what: "the first one, which forms all blocks", value: first, unit: "s", reach: null },
        { what: "one scan", value: median(rounds.scan), unit: "s", reach: null },
        { what: "event loop delay of the main thread meanwhile, p99", value: longest((delay) => delay.percentile(99)), unit: "ms", reach: { atMost: 50 } },
        { what: "the same, longest", value: longest((delay) => delay.max), unit: "ms", reach: null },
      ],
      notes: [
        `PostgreSQL; ${ORGANIZATIONS.toLocaleString("en")} invented organisations of 60 profiles, ${PARTS} scores and ${ITEMS} items each. The scan reads every score and item once, as JSON; the snapshot reads them packed, and plans the blocks too.`,
      ],
    };
  });
}

/** What a page asks: where a score stands among a million others and among ten million, against counting them. */
export function benchLookup(): Promise<Report> {
  return withDatabase(async (database, owner) => {
    for (const [name, organizations] of Object.entries(SIZES)) await makeCohort(owner, name, organizations);
    const score = 61.8;
    const find = (family: string) =>
      withTenant(database.client, { organizationId: "00000000-0000-4000-8000-000000000001" }, (tx) =>
        tx.benchmarkCohort.findUniqueOrThrow({ where: { family_cohort_part: { family, cohort: "//", part: "overall" } } }),
      );
    const lookup = (family: string) => async () => {
      const begun = performance.now();
      for (let i = 0; i < LOOKUPS; i += 1) claimOf(await find(family), score);
      return (performance.now() - begun) / LOOKUPS;
    };
    const exactly = () =>
      owner.query<{ median: number }>(`SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY score) AS median, count(*) FILTER (WHERE score < $1) FROM million`, [
        score,
      ]);
    const exact = async () => {
      const begun = performance.now();
      await exactly();
      return performance.now() - begun;
    };
    const things = { million: lookup("million"), tenMillion: lookup("tenMillion"), exact };
    await inTurn(1, things);
    const rounds = await inTurn(ROUNDS, things);
    const distance = Math.abs(quantileOf(await find("million"), 0.5)! - (await exactly()).rows[0]!.median);
    return {
      figures: [
        { what: "lookup among 10 million, against 1 million", value: medianRatio(rounds.tenMillion, rounds.million), unit: "x", reach: { atMost: 1.5 } },
        { what: "exact percentile, against a lookup among 1 million", value: medianRatio(rounds.exact, rounds.million), unit: "x", reach: { atLeast: 50 } },
        { what: "distance of the median from the exact one", value: distance, unit: "points", reach: { atMost: 0.5 } },
        { what: "a lookup among 10 million", value: median(rounds.tenMillion), unit: "ms", reach: null },
      ],
      notes: ["PostgreSQL; through the tenant's door, with the claim that is made of it. Invented scores, counted into half points by SQL."],
    };
  });
}

/** Scores one by one, and the cohort that is made of them. */
async function makeCohort(owner: pg.Client, name: string, organizations: number): Promise<void> {
  await owner.query(`CREATE UNLOGGED TABLE "${name}" AS SELECT round((100 * random())::numeric, 6)::float8 AS score FROM generate_series(1, ${organizations})`);
  await owner.query("INSERT INTO benchmark_snapshot VALUES ($1, now(), $2)", [name, organizations]);
  await owner.query(
    `INSERT INTO benchmark_cohort SELECT $1, '//', 'overall', 0, sum(n), array_agg(n ORDER BY bin), sum(sum), sum(squares)
     FROM (SELECT least(floor(score * 2), 199) AS bin, count(*)::int AS n, sum(score) AS sum, sum(score * score) AS squares FROM "${name}" GROUP BY 1) counts`,
    [name],
  );
}

async function withDatabase(work: (database: OpenDatabase, owner: pg.Client) => Promise<Report>): Promise<Report> {
  const fresh = await freshDatabase();
  if (!fresh) return NO_POSTGRES;
  const owner = new pg.Client({ connectionString: fresh.url });
  try {
    const database = await openDatabase({ databaseUrl: fresh.url, dataDirectory: "unused", migrations: "prisma/migrations" }, new Date());
    try {
      await owner.connect();
      return await work(database, owner);
    } finally {
      await owner.end();
      await database.close();
    }
  } finally {
    await fresh.drop();
  }
}
