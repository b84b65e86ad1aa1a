import { setTimeout as delay } from "node:timers/promises";
import PgBoss from "pg-boss";
import type { Logger } from "pino";
import { JOB_QUEUES, JOB_SCHEMA, type JobQueue } from "../db/prepare-jobs.server.ts";
import type { RunStatements } from "../db/statement-runner.server.ts";
import { StartProblem } from "../env/read-environment.server.ts";
import { createPatientStatements } from "./patient-statements.server.ts";

/** What a job does; it comes to an end early once `signal` is aborted. */
export type JobWork = Record<JobQueue, (signal: AbortSignal) => Promise<unknown>>;
export type JobSettings = { statements: RunStatements; work: JobWork; log: Pick<Logger, "error"> };
export type JobRunner = {
  /** Asks for the mails that are due to be sent now; call it after the commit that queued one. */
  nudgeMail(): void;
  /** Asks for what cycles wait for to be done now; call it after the commit that made something due. */
  nudgeCycles(): void;
  /** Asks for the results of closed cycles to be computed now; call it after the commit that closed one. */
  nudgeResults(): void;
  /** Asks for the scenarios that wait to be planned now; call it after the commit that made one wait. */
  nudgePlans(): void;
  /** Asks for the daily tidying to be done now; one that waits already is enough. */
  tidyNow(): Promise<void>;
  /** Lets what runs come to an end, within seconds. */
  stop(): Promise<void>;
};

/** When each is due by itself (cron, in UTC), and how often it is looked whether another process or a stop left one to do. */
const SCHEDULE: Record<JobQueue, { cron: string; pollingIntervalSeconds: number }> = {
  "deliver-mails": { cron: "* * * * *", pollingIntervalSeconds: 20 },
  "run-cycles": { cron: "* * * * *", pollingIntervalSeconds: 20 },
  "daily-tidying": { cron: "17 3 * * *", pollingIntervalSeconds: 60 },
  "publish-results": { cron: "* * * * *", pollingIntervalSeconds: 20 },
  // Every hour, for the day begins at another hour in each time zone; each reminder goes out once all the same.
  "daily-reminders": { cron: "7 * * * *", pollingIntervalSeconds: 60 },
  // Every hour it is looked whether a day has passed; on demand never, or two looks would tell who came in between.
  "plan-scenarios": { cron: "* * * * *", pollingIntervalSeconds: 20 },
  "refresh-benchmarks": { cron: "41 * * * *", pollingIntervalSeconds: 60 },
};
const STOP_WITHIN_MS = 6_000;

/**
 * Starts doing the jobs of the database's queue: each by one process, one at a time.
 * @throws StartProblem when it cannot
 */
export async function startJobs({ statements, work, log }: JobSettings): Promise<JobRunner> {
  const stopping = new AbortController();
  const patient = createPatientStatements(statements);
  const boss = new PgBoss({
    db: { executeSql: patient.run },
    schema: JOB_SCHEMA,
    migrate: false,
    cronWorkerIntervalSeconds: 10,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 1,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue has a problem"));
  const report = (error: unknown) => log.error({ err: error }, "a job could not be asked for");

  const workOn = (queue: JobQueue) =>
    boss.work(queue, { batchSize: 1, pollingIntervalSeconds: SCHEDULE[queue].pollingIntervalSeconds }, async () => {
      try {
        await work[queue](stopping.signal);
      } catch (error) {
        log.error({ job: queue, err: error }, "a job failed");
        throw error;
      }
    });

  try {
    await boss.start();
    for (const queue of JOB_QUEUES) await boss.schedule(queue, SCHEDULE[queue].cron);
    // Mails and cycles that another process left go on at once, and one that never runs at night tidies up when it starts.
    await boss.send("deliver-mails", {});
    await boss.send("run-cycles", {});
    await boss.send("daily-tidying", {}, { singletonHours: 20 });
    await boss.send("publish-results", {});
    await boss.send("plan-scenarios", {});
    const mailWorker = await workOn("deliver-mails");
    const cycleWorker = await workOn("run-cycles");
    const tidyWorker = await workOn("daily-tidying");
    const resultWorker = await workOn("publish-results");
    await workOn("daily-reminders");
    await workOn("refresh-benchmarks");
    const planWorker = await workOn("plan-scenarios");
    return {
      nudgeMail: () => void boss.send("deliver-mails", {}).then(() => boss.notifyWorker(mailWorker), report),
      nudgeCycles: () => void boss.send("run-cycles", {}).then(() => boss.notifyWorker(cycleWorker), report),
      nudgeResults: () => void boss.send("publish-results", {}).then(() => boss.notifyWorker(resultWorker), report),
      nudgePlans: () => void boss.send("plan-scenarios", {}).then(() => boss.notifyWorker(planWorker), report),
      tidyNow: async () => {
        await boss.send("daily-tidying", {});
        boss.notifyWorker(tidyWorker);
      },
      stop: async () => {
        stopping.abort();
        // Without waiting for its timers, which nothing depends on.
        await Promise.race([boss.stop({ timeout: STOP_WITHIN_MS }).catch(report), delay(STOP_WITHIN_MS + 500)]);
        await patient.stop();
      },
    };
  } catch (error) {
    await patient.stop();
    throw new StartProblem(`The job queue did not start: ${(error as Error).message}`);
  }
}
