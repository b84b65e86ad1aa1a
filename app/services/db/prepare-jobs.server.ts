import PgBoss from "pg-boss";
import { StartProblem } from "../env/read-environment.server.ts";
import type { RunStatements } from "./statement-runner.server.ts";

/** Where the job queue keeps its tables. */
export const JOB_SCHEMA = "pgboss";
export const JOB_QUEUES = [
  "deliver-mails",
  "run-cycles",
  "publish-results",
  "daily-tidying",
  "daily-reminders",
  "refresh-benchmarks",
  "plan-scenarios",
] as const;
export type JobQueue = (typeof JOB_QUEUES)[number];

/** How a job stands and why it failed, and not what it was asked with. */
const OPERATOR_SEES = "id, name, state, completed_on, output";
/** The one that the library makes for its schedules. */
const SCHEDULING_QUEUE = "__pgboss__send-it";
/** The number after the migrations' one: of several processes that start at once the others wait. */
const ADVISORY_LOCK = 72707370;

/**
 * Makes the tables of the job queue, or brings them up to date, as the database's user; afterwards the application's role may
 * work with them and owns none (decision 0016).
 * @throws StartProblem when they cannot be made
 */
export async function prepareJobs(run: RunStatements): Promise<void> {
  await run(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
  try {
    const boss = new PgBoss({ db: { executeSql: run }, schema: JOB_SCHEMA, supervise: false, schedule: false });
    await boss.start();
    // One that waits is enough, however often it is asked for; what failed is due again by its schedule.
    for (const name of JOB_QUEUES) await boss.createQueue(name, { name, policy: "short", retryLimit: 0 });
    await boss.createQueue(SCHEDULING_QUEUE);
    await boss.stop({ graceful: false });
    await run(`GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO pinhigh_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO pinhigh_app;
      GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO pinhigh_operator;
      GRANT SELECT (${OPERATOR_SEES}) ON ${JOB_SCHEMA}.job, ${JOB_SCHEMA}.archive TO pinhigh_operator`);
  } catch (error) {
    throw new StartProblem(`The tables of the job queue could not be made: ${(error as Error).message}`);
  } finally {
    await run(`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`);
  }
}
