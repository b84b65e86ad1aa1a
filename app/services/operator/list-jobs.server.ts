import { Prisma } from "@prisma/client";
import type { Transaction } from "../db/pass-door.server.ts";
import { JOB_QUEUES, type JobQueue } from "../db/prepare-jobs.server.ts";

export type QueueRow = {
  queue: JobQueue;
  /** Asked for and not begun. */
  waiting: number;
  running: number;
  failed: number;
  /** Null: the queue remembers none. */
  lastDone: Date | null;
};
export type FailedJob = { id: string; queue: string; failedAt: Date; reason: string | null };

const MOST_FAILED = 50;
/** The queue moves what has ended into its archive after an hour, and forgets it a day later. */
const JOBS = Prisma.sql`(SELECT id, name, state, completed_on, output FROM pgboss.job UNION ALL SELECT id, name, state, completed_on, output FROM pgboss.archive) j`;

/** How every queue stands. @param tx inside the operator's door */
export async function listQueues(tx: Transaction): Promise<QueueRow[]> {
  const rows = await tx.$queryRaw<QueueRow[]>`SELECT name AS queue, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS running, count(*) FILTER (WHERE state = 'failed')::int AS failed,
      max(completed_on) FILTER (WHERE state = 'completed') AS "lastDone"
    FROM ${JOBS} WHERE name IN (${Prisma.join([...JOB_QUEUES])}) GROUP BY name`;
  return JOB_QUEUES.map((queue) => rows.find((row) => row.queue === queue) ?? { queue, waiting: 0, running: 0, failed: 0, lastDone: null });
}

/** The last jobs that failed and why, the newest first. @param tx inside the operator's door */
export async function listFailedJobs(tx: Transaction): Promise<FailedJob[]> {
  return tx.$queryRaw<FailedJob[]>`SELECT id::text AS id, name AS queue, completed_on AS "failedAt", left(output ->> 'message', 300) AS reason
    FROM ${JOBS} WHERE state = 'failed' AND completed_on IS NOT NULL ORDER BY completed_on DESC, id LIMIT ${MOST_FAILED}`;
}
