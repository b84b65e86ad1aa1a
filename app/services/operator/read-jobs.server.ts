import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { type FailedJob, listFailedJobs, listQueues, type QueueRow } from "./list-jobs.server.ts";

/** How every queue stands, and what failed of late. */
export function readJobs(db: Database): Promise<{ queues: QueueRow[]; failed: FailedJob[] }> {
  return withOperator(db, async (tx) => ({ queues: await listQueues(tx), failed: await listFailedJobs(tx) }));
}
