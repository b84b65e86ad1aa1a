import { createHash } from "node:crypto";
import type { Logger } from "pino";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { isUnproven, type PlanOutcome, type PlanProgress, type PlanRequest } from "#app/domain/roadmap/plan.ts";
import { planOutcomeSchema } from "#app/domain/roadmap/plan-outcome-schema.ts";
import type { Database } from "../db/open-database.server.ts";
import type { FirstPlanner } from "./plan-first.server.ts";
import { PlannerClosedError, type PlanSolver } from "./solve-plan.server.ts";

/** A change of the planner that changes plans or their shape; part of the hash, so that older plans are not taken for new ones. */
const PLANNER_VERSION = 4;
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
  /**
   * The plan for a request: from the store, or begun now. Waits for the first plan, and at most `waitMs` in all for the
   * finished one. When the signal of everybody who waits for a first plan is aborted, it is given up.
   *
   * @throws PlannerBusyError when too many first plans are under way; the signal's reason when aborted
   */
  ask(request: PlanRequest, waitMs: number, signal?: AbortSignal): Promise<PlanState>;
  /** A plan that was asked for before; null when there is none by that hash. */
  look(hash: string, waitMs: number): Promise<PlanState | null>;
};

type Job = {
  readonly hash: string;
  /** Null until there is a first plan. */
  state: PlanState | null;
  /** Rejects when there will be no first plan. */
  first: Promise<void>;
  /** Never rejects. */
  done: Promise<void>;
  /** How many wait for the first plan. */
  waiting: number;
  readonly nobodyWaits: AbortController;
};

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
 * everything it depends on. Nothing is computed on the thread that serves pages.
 */
export function createPlanDesk({ first, solver, db, log }: { first: FirstPlanner; solver: PlanSolver; db: Database; log: Logger }): PlanDesk {
  const jobs = new Map<string, Job>();

  async function stored(hash: string): Promise<PlanState | null> {
    const row = await db.plan.findUnique({ where: { requestHash: hash }, select: { plan: true } });
    return row ? { hash, outcome: planOutcomeSchema.parse(row.plan), progress: null, finished: true } : null;
  }

  function begin(hash: string, request: PlanRequest): Job {
    const nobodyWaits = new AbortController();
    const begun = first.plan(request, nobodyWaits.signal).then((outcome) => {
      job.state = { hash, outcome, progress: null, finished: outcome.status === "impossible" && !isUnproven(outcome) };
      return job.state;
    });
    const done = begun.then(
      async (state) => forget(job, state.finished ? false : await solve(job, state, request)),
      () => drop(job),
    );
    const job: Job = { hash, state: null, first: begun.then(() => undefined), done, waiting: 0, nobodyWaits };
    jobs.set(hash, job);
    return job;
  }

  function drop(job: Job): void {
    if (jobs.get(job.hash) === job) jobs.delete(job.hash);
  }

  /** What is not in the store stays to be asked about for a while, so that a page that waits for it learns that the search has ended. */
  function forget(job: Job, isStored: boolean): void {
    if (isStored) drop(job);
    else setTimeout(() => drop(job), UNSTORED_FOR_MS).unref();
  }

  /** @returns whether the plan was stored */
  async function solve(job: Job, begun: PlanState, request: PlanRequest): Promise<boolean> {
    const { hash } = job;
    let state = begun;
    const know = (more: Partial<PlanState>) => (job.state = state = { ...state, ...more });
    try {
      const outcome = await solver.solve(request, {
        onProgress: (progress) => know({ progress }),
        onPlan: (better) => know({ outcome: better }),
      });
      know({ outcome, progress: null, finished: true });
      const settled = outcome.status === "optimal" || (outcome.status === "feasible" && (outcome.stoppedBy === "time" || outcome.stoppedBy === "nodes"));
      if (settled) await store(hash, outcome);
      return settled;
    } catch (error) {
      // The first plan is valid, only not proven: it stands, and the page says that no proof was found.
      if (!(error instanceof PlannerClosedError)) log.warn({ err: error }, "a plan was not improved");
      know({ progress: null, finished: true });
      return false;
    }
  }

  async function store(hash: string, outcome: PlanOutcome): Promise<void> {
    const plan = outcome;
    await db.plan.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_FOR_MS) } } });
    await db.plan.upsert({ where: { requestHash: hash }, create: { requestHash: hash, plan }, update: { plan }, select: { requestHash: true } });
  }

  /** Waits for the first plan as long as the signal lets it; the last to leave takes the job away when it has none yet. */
  async function firstOf(job: Job, signal: AbortSignal | undefined): Promise<void> {
    job.waiting += 1;
    try {
      await unlessAborted(job.first, signal);
    } finally {
      job.waiting -= 1;
      if (job.waiting === 0 && !job.state) {
        drop(job);
        job.nobodyWaits.abort();
      }
    }
  }

  async function finishedWithin(job: Job, waitMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([job.done, new Promise((resolve) => (timer = setTimeout(resolve, waitMs)))]);
    clearTimeout(timer);
  }

  return {
    async ask(request, waitMs, signal) {
      const until = performance.now() + waitMs;
      const hash = hashOf(request);
      const known = await stored(hash);
      if (known) return known;
      signal?.throwIfAborted();
      const job = jobs.get(hash) ?? begin(hash, request);
      await firstOf(job, signal);
      await finishedWithin(job, until - performance.now());
      return job.state!;
    },
    async look(hash, waitMs) {
      const job = jobs.get(hash);
      if (!job) return stored(hash);
      await finishedWithin(job, waitMs);
      return job.state;
    },
  };
}

/** The same promise, but rejecting with the signal's reason as soon as that is aborted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    signal.addEventListener("abort", leave, { once: true });
    const settled = () => signal.removeEventListener("abort", leave);
    promise.then(resolve, reject).then(settled, settled);
  });
}
