import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import { isDatabaseGone } from "../db/is-database-gone.server.ts";
import type { RunStatements } from "../db/statement-runner.server.ts";

const RETRY_AFTER_MS = 1_000;
const STOP_WITHIN_MS = 1_500;

/**
 * The statements of the job queue: while the database is gone they wait for it. pg-boss does not look whether noting down the
 * end of a job has worked, and an error there would end the process. For the same reason one that comes after `stop` never ends.
 */
export function createPatientStatements(run: RunStatements): { run: RunStatements; stop(): Promise<void> } {
  let isStopped = false;
  const underWay = new Set<Promise<unknown>>();

  const once: RunStatements = async (sql, values) => {
    const statement = run(sql, values);
    underWay.add(statement);
    try {
      return await statement;
    } finally {
      underWay.delete(statement);
    }
  };

  return {
    run: async (sql, values) => {
      for (;;) {
        if (isStopped) return new Promise(() => undefined);
        try {
          return await once(sql, values);
        } catch (error) {
          if (!isStopped && !isDatabaseGone(error)) throw error;
        }
        await delay(RETRY_AFTER_MS, undefined, { ref: false });
      }
    },
    stop: async () => {
      const late = AbortSignal.timeout(STOP_WITHIN_MS);
      // One that has ended may be followed by another: a job that was still fetched is noted down as done.
      while (underWay.size > 0 && !late.aborted) {
        await Promise.race([Promise.allSettled(underWay), delay(STOP_WITHIN_MS, undefined, { ref: false })]);
        await nextTurn();
      }
      isStopped = true;
    },
  };
}
