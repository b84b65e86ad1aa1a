import { randomUUID } from "node:crypto";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withBenchmark } from "../db/with-benchmark.server.ts";
import { readKnown, readMembers, readResults } from "./read-standing.server.ts";
import type { Snapshot } from "./snapshot-messages.server.ts";
import type { SnapshotThread, StartSnapshotThread } from "./snapshot-thread.server.ts";
import { writeSnapshot } from "./write-snapshot.server.ts";

/** `not-due`: the last snapshot is not a day old. `overtaken`: another process makes it, or somebody took back what was being read; it is due again. */
export type Refreshed = "made" | "not-due" | "overtaken";

export type Refresh = {
  startThread: StartSnapshotThread;
  /** Of the order in which results are let in and go; anything. */
  seed?: string;
  signal?: AbortSignal;
};

/**
 * Makes the next snapshot of one family in one transaction: until it ends everybody sees the last one, and after a fault too. It is planned and
 * counted on a thread of its own; this one hands on what is read.
 *
 * @throws the signal's reason once it is aborted
 */
export async function refreshBenchmark(db: Database, family: string, { startThread, seed = randomUUID(), signal }: Refresh): Promise<Refreshed> {
  try {
    return await withBenchmark(db, async (tx) => {
      if (!(await claim(tx, family))) return "not-due";
      // What is too old goes, and with it what its organisation shared; the policy says when that is.
      await tx.$executeRaw`DELETE FROM benchmark_contribution WHERE family = ${family} AND closed_at < now() - interval '24 months'`;
      const thread = startThread(signal);
      try {
        await writeSnapshot(tx, family, await makeSnapshot(tx, family, { thread, seed }));
      } finally {
        await thread.end();
      }
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

async function makeSnapshot(tx: Transaction, family: string, { thread, seed }: { thread: SnapshotThread; seed: string }): Promise<Snapshot> {
  for await (const rows of readMembers(tx, family)) await thread.send({ kind: "members", rows });
  for await (const portion of readResults(tx, family)) await thread.send({ kind: "results", ...portion });
  const known = await readKnown(tx, family);
  const cohorts = await tx.benchmarkCohort.findMany({ where: { family, part: "overall" }, orderBy: { rank: "asc" }, select: { cohort: true } });
  await thread.send({ kind: "make", published: cohorts.map(({ cohort }) => cohort), known, seed });
  const answer = await thread.answer();
  if (answer.kind !== "made") throw new Error("a snapshot was asked for and not made");
  return answer.snapshot;
}

/** PostgreSQL refuses a transaction whose rows another one has changed since it began. */
function isOvertaken(error: unknown): boolean {
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: unknown; kind?: unknown } } } };
  const cause = meta?.driverAdapterError?.cause;
  return code === "P2034" || cause?.originalCode === "40001" || cause?.kind === "TransactionWriteConflict";
}
