import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { refreshBenchmark } from "#app/services/benchmark/refresh-benchmark.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import { type Database, openDatabase } from "#app/services/db/open-database.server.ts";
import { JOB_SCHEMA } from "#app/services/db/prepare-jobs.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { alike, FAMILY, makeShared, readOut } from "../factories/sharing.ts";
import { asOwner } from "../setup/as-owner.ts";
import { launchProduct, type Product } from "../setup/start-product.ts";
import { type Lasting, lastingDatabases } from "./fault-databases.ts";

const databases = await lastingDatabases();
const startThread = snapshotThreads({ workerFile: path.resolve("build/worker/snapshot-worker.js") });
/** An advisory lock that the product waits for in the middle of a snapshot. */
const PAUSE = 20_261_130;

let lasting: Lasting | undefined;
let product: Product | undefined;
afterEach(async () => {
  await product?.stop("SIGKILL");
  await lasting?.remove();
});

async function withData<T>({ settings }: Lasting, work: (db: Database) => Promise<T>): Promise<T> {
  const settingsOf = { databaseUrl: settings.env?.["DATABASE_URL"], dataDirectory: settings.dataDirectory!, migrations: "prisma/migrations" };
  const database = await openDatabase(settingsOf, new Date());
  try {
    return await work(database.client);
  } finally {
    await database.close();
  }
}

/** All that a snapshot writes. */
const snapshotOf = (db: Database) =>
  asOwner(db, async (tx) => ({
    snapshot: await tx.benchmarkSnapshot.findMany(),
    cohorts: await tx.benchmarkCohort.findMany({ orderBy: [{ cohort: "asc" }, { part: "asc" }] }),
    best: await tx.benchmarkBest.findMany({ orderBy: [{ cohort: "asc" }, { item: "asc" }] }),
    members: await tx.benchmarkMember.findMany({ orderBy: { contributionId: "asc" } }),
  }));

/** Asks for a snapshot that is due, as the hour does. */
const askFor = (db: Database) => asOwner(db, (tx) => tx.$executeRawUnsafe(`INSERT INTO ${JOB_SCHEMA}.job (name) VALUES ('refresh-benchmarks')`));

/**
 * Has the next snapshot stop where its cohorts are written and its best quarters are not. An embedded database says so by a file and goes no further;
 * PostgreSQL waits for a lock.
 */
const pauseInTheMiddle = (db: Database, isEmbedded: boolean) =>
  asOwner(db, async (tx) => {
    const pause = isEmbedded
      ? "EXECUTE format('COPY (SELECT 1) TO %L', current_setting('data_directory') || '/middle'); LOOP END LOOP;"
      : `PERFORM pg_advisory_xact_lock(${PAUSE});`;
    await tx.$executeRawUnsafe(`CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN ${pause} RETURN NULL; END $$`);
    await tx.$executeRawUnsafe("CREATE TRIGGER pause BEFORE DELETE ON benchmark_best FOR EACH STATEMENT EXECUTE FUNCTION pause()");
  });

/** Lets the product come to the middle of a snapshot and ends it there. */
async function killInTheMiddle({ settings }: Lasting): Promise<void> {
  const url = settings.env?.["DATABASE_URL"];
  if (url === undefined) {
    const middle = path.join(settings.dataDirectory!, "postgres", "middle");
    // It may come there before it says that it is ready.
    product = await launchProduct(settings);
    await expect.poll(() => existsSync(middle), { timeout: 180_000 }).toBe(true);
    await product.stop("SIGKILL");
    rmSync(middle);
    return;
  }
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [PAUSE]);
    product = await launchProduct(settings);
    const waiting = () =>
      holder.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted", [PAUSE]).then(({ rowCount }) => rowCount);
    await expect.poll(waiting, { timeout: 180_000 }).toBe(1);
    await product.stop("SIGKILL");
  } finally {
    await holder.end();
  }
}

describe.each(databases)("kill -9 in the middle of a benchmark's snapshot, on $name", ({ name, make }) => {
  it("leaves the last one whole, and the next one is made of what there is then", async () => {
    const there = (lasting = await make());
    const before = await withData(there, async (db) => {
      const items = (at: number) => ({ one: at < 15 ? 0.2 : 0.8 });
      const shared = await makeShared(
        db,
        0,
        alike(33).map((one, at) => ({ ...one, items: items(at) })),
      );
      expect(await refreshBenchmark(db, FAMILY, { startThread })).toBe("made");
      // The next one is without eleven and with eleven others.
      await withTenant(db, { organizationId: shared[4]!.organization }, async (tx) => {
        await tx.organization.updateMany({ where: { id: shared[4]!.organization }, data: { benchmarkConsentAt: null } });
        await tx.benchmarkContribution.deleteMany();
      });
      await makeShared(db, 33, alike(11));
      await asOwner(db, (tx) => tx.$executeRaw`UPDATE benchmark_snapshot SET taken_at = taken_at - interval '24 hours'`);
      await pauseInTheMiddle(db, name === "embedded");
      await askFor(db);
      return snapshotOf(db);
    });
    expect([before.cohorts.length, before.members.length]).toEqual([3, 33]);
    await killInTheMiddle(there);
    await withData(there, async (db) => {
      expect(await snapshotOf(db)).toEqual(before);
      await asOwner(db, (tx) => tx.$executeRaw`DROP TRIGGER pause ON benchmark_best`);
      expect(await refreshBenchmark(db, FAMILY, { startThread })).toBe("made");
      const after = await snapshotOf(db);
      expect(after.snapshot).toMatchObject([{ family: FAMILY, organizations: 43 }]);
      // Twenty-two of those who stayed, and the eleven who came.
      const everybody = readOut(after.cohorts);
      expect([everybody.length, everybody.includes(4), everybody.slice(22)]).toEqual([33, false, [33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43]]);
      expect(after.members).toHaveLength(44);
    });
  }, 480_000);
});
