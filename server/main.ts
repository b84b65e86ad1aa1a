import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import express, { type RequestHandler } from "express";
import pino from "pino";
import type { ViteDevServer } from "vite";
import { CACHE_CONTROL, type CacheRule } from "#app/services/access/route-registry.server.ts";
import { planScenarios } from "#app/services/scenarios/plan-scenarios.server.ts";
import { refreshBenchmarks } from "#app/services/benchmark/refresh-benchmarks.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import { type Database, openDatabase } from "#app/services/db/open-database.server.ts";
import { bindDemo } from "#app/services/demo/demo-instance.server.ts";
import { deliverMails } from "#app/services/email/deliver-mails.server.ts";
import { createMailTransport } from "#app/services/email/mail-transport.server.ts";
import { type Environment, readEnvironment, StartProblem } from "#app/services/env/read-environment.server.ts";
import { createScanner } from "#app/services/evidence/scan-file.server.ts";
import { bindScanner } from "#app/services/evidence/scanner-instance.server.ts";
import { bindPublicOrigin, publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { sessionSecret } from "#app/services/env/session-secret.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { createAccountLimits } from "#app/services/identity/account-limits.server.ts";
import { bindAuth } from "#app/services/identity/auth-instance.server.ts";
import { createAuth } from "#app/services/identity/create-auth.server.ts";
import { bindAccountLimits } from "#app/services/identity/identity-instance.server.ts";
import { bindJobs, nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { runCycles } from "#app/services/cycles/run-cycles.server.ts";
import { type JobRunner, type JobWork, startJobs } from "#app/services/jobs/start-jobs.server.ts";
import { sendReminders } from "#app/services/jobs/send-reminders.server.ts";
import { tidyUp } from "#app/services/jobs/tidy-up.server.ts";
import { teamComputer } from "#app/services/results/compute-team.server.ts";
import { publishResults } from "#app/services/results/publish-results.server.ts";
import { computeChanges } from "#app/services/changes/compute-changes.server.ts";
import { bindPlanDesk } from "#app/services/roadmap/plan-desk-instance.server.ts";
import { createPlanDesk } from "#app/services/roadmap/plan-desk.server.ts";
import { createFirstPlanner } from "#app/services/roadmap/plan-first.server.ts";
import { createPlanSolver, type PlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { createApplication } from "./application.ts";
import { FILES_AT_ONCE } from "./files-at-once.ts";
import { listen, stopListening } from "./listen.ts";
import { RATE_LIMITS } from "./rate-limits.ts";

const PLAN_SECONDS = 20;
const STOP_WITHIN_MS = 10_000;
/** Less than a browser waits for an answer. */
const SCAN_WITHIN_MS = 20_000;

export type MainOptions = { vite?: ViteDevServer; contentDirectory?: string | undefined };

/**
 * Starts the product from the folder it stands in and prints its address.
 * Ends with one line and exit code 1 when it cannot.
 */
export async function main({ vite, contentDirectory = "content" }: MainOptions = {}): Promise<void> {
  try {
    await start(readEnvironment(process.env), contentDirectory, vite);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`Pinhigh did not start. ${error.message}`);
    process.exit(1);
  }
}

async function start(env: Environment, contentDirectory: string, vite: ViteDevServer | undefined): Promise<void> {
  const log = pino({ level: env.logLevel, base: null });
  const catalog = requireContent(contentDirectory);
  const database = await openDatabase({ ...env, migrations: "prisma/migrations" }, new Date());
  const secret = sessionSecret(env);
  const first = createFirstPlanner({ workerFile: path.resolve("build/worker/first-plan-worker.js") });
  const solver = createPlanSolver({ workerFile: path.resolve("build/worker/plan-worker.js"), timeLimitSeconds: PLAN_SECONDS });
  let jobs: JobRunner | undefined;
  let isListening = () => {};
  const listening = new Promise<void>((resolve) => (isListening = resolve));
  try {
    await storeVersions(database.client, catalog);
    bindCatalog(catalog);
    bindDatabase(database);
    bindDemo(env.demoWorkspace);
    bindScanner(createScanner({ command: env.scanCommand, timeLimitMs: SCAN_WITHIN_MS, log }));
    bindPlanDesk(createPlanDesk({ first, solver, db: database.client, log }));
    jobs = await startJobs({ statements: database.statements, work: jobWork({ env, db: database.client, log, secret, solver, listening }), log });
    bindJobs(jobs);
    const app = createApplication({
      ...env,
      origin: publicOrigin,
      limits: RATE_LIMITS,
      files: FILES_AT_ONCE,
      pool: database.pool,
      log,
      isReady: () =>
        database.client.$queryRaw`SELECT 1`.then(
          () => true,
          () => false,
        ),
      build: vite ? () => vite.ssrLoadModule("virtual:remix/server-build") as never : await import("virtual:remix/server-build"),
      assets: vite ? [vite.middlewares as RequestHandler] : builtAssets(),
      mode: vite ? "development" : "production",
    });
    const server = await listen(app, env.port, env.host);
    const { port } = server.address() as AddressInfo;
    const address = env.port === 0 ? `http://localhost:${port}` : env.appUrl;
    bindPublicOrigin(address);
    bindSessionSecret(secret);
    isListening();
    bindAuth(createAuth({ db: database.client, origin: address, secret }));
    bindAccountLimits(createAccountLimits({ pool: database.pool, secret }));
    first.start();
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      const late = setTimeout(() => process.exit(1), STOP_WITHIN_MS + 2_000);
      await Promise.all([stopListening(server, STOP_WITHIN_MS - 2_000), jobs?.stop()]);
      await Promise.all([first.close(), solver.close()]);
      await database.close();
      clearTimeout(late);
      process.exit(0);
    };
    // A terminal's Ctrl+C and the signal of whoever started the process may both arrive.
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => (stopping ??= stop()));
    // Last: whoever reads this line may end the process the next moment.
    console.log(`Pinhigh is ready at ${address}`);
  } catch (error) {
    await jobs?.stop();
    await Promise.all([first.close(), solver.close()]);
    await database.close();
    throw error;
  }
}

type JobWorkSettings = { env: Environment; db: Database; log: pino.Logger; secret: string; solver: PlanSolver; listening: Promise<void> };

function jobWork({ env, db, log, secret, solver, listening }: JobWorkSettings): JobWork {
  const transport = createMailTransport(env);
  let isListening = false;
  void listening.then(() => (isListening = true));
  const compute = teamComputer({ workerFile: path.resolve("build/worker/team-worker.js") });
  const startThread = snapshotThreads({ workerFile: path.resolve("build/worker/snapshot-worker.js") });
  return {
    "deliver-mails": (signal) => deliverMails({ db, transport, log, signal }),
    "run-cycles": async (signal) => {
      // Their mails hold links, which need the address and the secret.
      if (!isListening) await Promise.race([listening, new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }))]);
      const { done } = await runCycles({ db, secret, now: new Date(), log, signal });
      if (done > 0) nudgeMail();
    },
    "daily-tidying": (signal) => tidyUp({ db, now: new Date(), log, signal }),
    "publish-results": async (signal) => {
      if ((await publishResults({ db, compute, log, signal })) > 0) nudgeMail();
      await computeChanges({ db, log, signal });
    },
    "plan-scenarios": (signal) => planScenarios({ db, solver, log, signal }).finally(nudgeMail),
    "refresh-benchmarks": (signal) => refreshBenchmarks({ db, startThread, log, signal }),
    "daily-reminders": (signal) => sendReminders({ db, now: new Date(), log, signal }).finally(nudgeMail),
  };
}

function requireContent(directory: string) {
  const loaded = loadContent(directory);
  if ("catalog" in loaded) return loaded.catalog;
  const [first] = loaded.problems;
  throw new StartProblem(
    `The content has ${loaded.problems.length} problem(s); the first: ${first?.file}:${first?.line} ${first?.message}. Run npm run content:check.`,
  );
}

/** File names of built assets hold a hash of their content, so they never change. */
function builtAssets(): RequestHandler[] {
  return [immutableAssets(), express.static("build/client", { ...keptAs("public"), index: false, redirect: false }) as RequestHandler];
}

function keptAs(rule: CacheRule) {
  return { cacheControl: false, setHeaders: (response: ServerResponse) => void response.setHeader("Cache-Control", CACHE_CONTROL[rule]) };
}

function immutableAssets(): RequestHandler {
  const router = express.Router();
  router.use("/assets", express.static("build/client/assets", { ...keptAs("immutable"), redirect: false, fallthrough: false }));
  return router;
}
