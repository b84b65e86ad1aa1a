import type { Logger } from "pino";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { computeChange } from "./compute-change.server.ts";

export type Computing = { db: Database; log: Pick<Logger, "error">; signal: AbortSignal };

/**
 * Computes every change that is asked for. Safe to repeat, and for several processes at once. One that fails holds up no other, and is due again
 * the next time.
 * @returns how many were stored
 */
export async function computeChanges({ db, log, signal }: Computing): Promise<number> {
  const due = await withOperator(db, (tx) =>
    tx.cycleChange.findMany({ where: { isDue: true }, select: { organizationId: true, fromCycleId: true, toCycleId: true } }),
  );
  let stored = 0;
  for (const pair of due) {
    if (signal.aborted) break;
    try {
      if ((await computeChange(db, pair, signal)) === "stored") stored += 1;
    } catch (error) {
      if (signal.aborted) break;
      log.error({ from: pair.fromCycleId, to: pair.toCycleId, err: error }, "what changed between two cycles could not be computed");
    }
  }
  return stored;
}
