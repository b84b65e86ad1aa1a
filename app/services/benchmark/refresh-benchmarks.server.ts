import type { Logger } from "pino";
import type { Database } from "../db/open-database.server.ts";
import { withBenchmark } from "../db/with-benchmark.server.ts";
import { refreshBenchmark } from "./refresh-benchmark.server.ts";
import type { StartSnapshotThread } from "./snapshot-thread.server.ts";

export type Refreshing = { db: Database; startThread: StartSnapshotThread; log: Pick<Logger, "error">; signal: AbortSignal };

/**
 * Makes the next snapshot of every family of results whose last one is a day old. Safe to repeat, and for several processes at once. One that
 * fails holds up no other, and is due again the next time.
 * @returns how many were made
 */
export async function refreshBenchmarks({ db, startThread, log, signal }: Refreshing): Promise<number> {
  const families = await withBenchmark(
    db,
    (tx) => tx.$queryRaw<{ family: string }[]>`SELECT family FROM benchmark_contribution UNION SELECT family FROM benchmark_snapshot ORDER BY 1`,
  );
  let made = 0;
  for (const { family } of families) {
    if (signal.aborted) break;
    try {
      if ((await refreshBenchmark(db, family, { startThread, signal })) === "made") made += 1;
    } catch (error) {
      if (signal.aborted) break;
      log.error({ family, err: error }, "a benchmark could not be made anew");
    }
  }
  return made;
}
