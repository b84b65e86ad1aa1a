import { randomUUID } from "node:crypto";
import { planBlocks } from "#app/domain/benchmark/blocks.ts";
import { cohortFrom } from "#app/domain/benchmark/cohort.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withBenchmark } from "../db/with-benchmark.server.ts";
import { compareBest } from "./compare-best.server.ts";
import { countCohorts } from "./count-cohorts.server.ts";
import { readStanding } from "./read-standing.server.ts";
import { writeBlocks } from "./write-blocks.server.ts";

/** `not-due`: the last snapshot is not a day old. `overtaken`: another process makes it, or somebody took back what was being read; it is due again. */
export type Refreshed = "made" | "not-due" | "overtaken";

/**
 * Makes the next snapshot of one family in one transaction: until it ends everybody sees the last one, and after a fault too.
 *
 * @param seed of the order in which results are let in and go; anything
 */
export async function refreshBenchmark(db: Database, family: string, seed: string = randomUUID()): Promise<Refreshed> {
  try {
    return await withBenchmark(db, async (tx) => {
      if (!(await claim(tx, family))) return "not-due";
      // Enough to count hundreds of thousands of half points without sorting millions of rows.
      await tx.$queryRaw`SELECT set_config('work_mem', '128MB', true)`;
      // What is too old goes, and with it what its organisation shared; the policy says when that is.
      await tx.$executeRaw`DELETE FROM benchmark_contribution WHERE family = ${family} AND closed_at < now() - interval '24 months'`;
      const { before, waiting, members } = await readStanding(tx, family, seed);
      const plan = planBlocks(before, await publishedCohorts(tx, family), waiting);
      await writeBlocks(tx, family, plan, members);
      await countCohorts(tx, family, plan.cohorts);
      await compareBest(tx, family);
      await tx.$executeRaw`UPDATE benchmark_snapshot SET organizations =
        (SELECT count(DISTINCT organization_id) FROM benchmark_contribution WHERE family = ${family}) WHERE family = ${family}`;
      return "made";
    });
  } catch (error) {
    if (isOvertaken(error)) return "overtaken";
    throw error;
  }
}

/** Takes the day's snapshot for this transaction, by the clock of the database. */
async function claim(tx: Transaction, family: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`INSERT INTO benchmark_snapshot AS s (family, taken_at, organizations) VALUES (${family}, now(), 0)
    ON CONFLICT (family) DO UPDATE SET taken_at = excluded.taken_at WHERE s.taken_at <= excluded.taken_at - interval '24 hours'`;
  return claimed === 1;
}

async function publishedCohorts(tx: Transaction, family: string) {
  const rows = await tx.benchmarkCohort.findMany({ where: { family, part: "overall" }, orderBy: { rank: "asc" }, select: { cohort: true } });
  return rows.map(({ cohort }) => cohortFrom(cohort));
}

/** PostgreSQL refuses a transaction whose rows another one has changed since it began. */
function isOvertaken(error: unknown): boolean {
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown; kind?: unknown } } } };
  const cause = meta?.driverAdapterError?.cause;
  return code === "P2034" || cause?.originalCode === "40001" || cause?.kind === "TransactionWriteConflict";
}
