import { createHash } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type { Logger } from "pino";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanOutcome, PlanProgress, PlanRequest } from "#app/domain/roadmap/plan.ts";
import type { Database } from "../db/open-database.server.ts";
import type { PlanSolver } from "./solve-plan.server.ts";

/** A change of the planner that changes plans or their shape; part of the hash, so that older plans are not taken for new ones. */
const PLANNER_VERSION = 2;
const UNSTORED_FOR_MS = 60_000;
const KEPT_FOR_MS = 90 * 24 * 3600 * 1000;

export type PlanState = {
  hash: string;
  /** The best plan so far; the greedy one at first. */
  outcome: PlanOutcome;
  progress: PlanProgress | null;
  finished: boolean;
};

export type PlanDesk = {
  /** The plan for a request: from the store, or begun now; waits at most `waitMs` for it to be finished. */
  ask(request: PlanRequest, waitMs: number): Promise<PlanState>;
  /** A plan that was asked for before; null when there is none by that hash. */
  look(hash: string, waitMs: number): Promise<PlanState | null>;
};

/**
 * A plan goes into its row and comes out of it unchanged: plain JSON, written by this file alone and found only by a hash that
 * holds PLANNER_VERSION, so that no older shape is met. The database's type for JSON cannot say that; these two can.
 */
const asRow = (outcome: PlanOutcome) => outcome as unknown as Prisma.InputJsonValue;
const fromRow = (plan: Prisma.JsonValue) => plan as unknown as PlanOutcome;

type Job = { state: PlanState; done: Promise<void> };

/** Definitions and initiatives are content: large, and the same objects from the start of the server to its end. */
const contentHashes = new WeakMap<object, string>();

function contentHash(content: object): string {
  const hash = contentHashes.get(content) ?? sha256(content);
  contentHashes.set(content, hash);
  return hash;
}

function hashOf({ assessments, initiatives, settings }: PlanRequest): string {
  const answered = assessments.map(({ definition, answers }) => ({ definition: contentHash(definition), answers }));
  return sha256({ planner: PLANNER_VERSION, assessments: answered, initiatives: contentHash(initiatives), settings });
}

function sha256(value: object): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/**
 * Where pages ask for plans: each is computed once, shown from its first version on, and stored by the hash of
 * everything it depends on.
 */
export function createPlanDesk({ solver, db, log }: { solver: PlanSolver; db: Database; log: Logger }): PlanDesk {
  const jobs = new Map<string, Job>();

  async function stored(hash: string): Promise<PlanState | null> {
    const row = await db.plan.findUnique({ where: { requestHash: hash }, select: { plan: true } });
    return row ? { hash, outcome: fromRow(row.plan), progress: null, finished: true } : null;
  }

  function begin(hash: string, request: PlanRequest): Job {
    const outcome = firstPlan(request);
    const job: Job = { state: { hash, outcome, progress: null, finished: outcome.status === "impossible" }, done: Promise.resolve() };
    if (!job.state.finished) {
      jobs.set(hash, job);
      job.done = solve(job, request).then((isStored) => forget(hash, isStored));
    }
    return job;
  }

  /** What is not in the store stays to be asked about for a while, so that a page that waits for it learns that the search has ended. */
  function forget(hash: string, isStored: boolean): void {
    if (isStored) jobs.delete(hash);
    else setTimeout(() => jobs.delete(hash), UNSTORED_FOR_MS).unref();
  }

  /** @returns whether the plan was stored */
  async function solve(job: Job, request: PlanRequest): Promise<boolean> {
    const { hash } = job.state;
    try {
      const outcome = await solver.solve(request, {
        onProgress: (progress) => (job.state = { ...job.state, progress }),
        onPlan: (better) => (job.state = { ...job.state, outcome: better }),
      });
      job.state = { hash, outcome, progress: null, finished: true };
      const settled = outcome.status === "optimal" || (outcome.status === "feasible" && (outcome.stoppedBy === "time" || outcome.stoppedBy === "nodes"));
      if (settled) await store(hash, outcome);
      return settled;
    } catch (error) {
      // The first plan is valid, only not proven: it stands, and the page says that no proof was found.
      log.warn({ err: error }, "a plan was not improved");
      job.state = { ...job.state, progress: null, finished: true };
      return false;
    }
  }

  async function store(hash: string, outcome: PlanOutcome): Promise<void> {
    const plan = asRow(outcome);
    await db.plan.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_FOR_MS) } } });
    await db.plan.upsert({ where: { requestHash: hash }, create: { requestHash: hash, plan }, update: { plan }, select: { requestHash: true } });
  }

  async function waited(job: Job, waitMs: number): Promise<PlanState> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([job.done, new Promise((resolve) => (timer = setTimeout(resolve, waitMs)))]);
    clearTimeout(timer);
    return job.state;
  }

  return {
    async ask(request, waitMs) {
      const hash = hashOf(request);
      const known = await stored(hash);
      return known ?? waited(jobs.get(hash) ?? begin(hash, request), waitMs);
    },
    async look(hash, waitMs) {
      const job = jobs.get(hash);
      return job ? waited(job, waitMs) : stored(hash);
    },
  };
}
