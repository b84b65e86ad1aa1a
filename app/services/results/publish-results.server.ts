import type { Logger } from "pino";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import type { ComputeTeam } from "./compute-team.server.ts";
import { publishResult } from "./publish-result.server.ts";

export type Publishing = { db: Database; compute: ComputeTeam; log: Pick<Logger, "error">; signal: AbortSignal };

/**
 * Computes and stores the result of every cycle for which that is due: it was closed, and nobody has done it since. Safe to repeat, and for
 * several processes at once. One that fails holds up no other, and is due again the next time.
 * @returns how many results were stored
 */
export async function publishResults({ db, compute, log, signal }: Publishing): Promise<number> {
  const due = await withOperator(db, (tx) =>
    tx.cycle.findMany({ where: { isResultDue: true, closedAt: { not: null } }, orderBy: { closedAt: "asc" }, select: { organizationId: true, id: true } }),
  );
  let stored = 0;
  for (const { organizationId, id: cycleId } of due) {
    if (signal.aborted) break;
    try {
      if ((await publishResult(db, { organizationId, cycleId }, { compute, signal })) === "stored") stored += 1;
    } catch (error) {
      if (signal.aborted) break;
      log.error({ cycle: cycleId, err: error }, "a team's result could not be computed");
    }
  }
  return stored;
}
