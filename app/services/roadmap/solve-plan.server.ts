import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { PlanOutcome, PlanProgress, PlanRequest, StoppedBy } from "#app/domain/roadmap/plan.ts";
import type { PlanJob, PlanLimits, WorkerMessage, WorkerSettings } from "./plan-messages.server.ts";
import { RequestSender } from "./sent-request.server.ts";

export type PlanSolverSettings = Partial<PlanLimits> & {
  /** The bundled `plan-worker.ts`, absolute; read when the first plan is asked for, or at `start`. */
  readonly workerFile: string;
  /** Threads; default 1. */
  readonly poolSize?: number;
  /** Requests that may wait while all threads work; one more is refused. Default 16. */
  readonly maxWaiting?: number;
  /** Seconds beyond the time limit, for the reruns and for HiGHS to notice that it should end, before a thread is ended. Default 60. */
  readonly graceSeconds?: number;
  /** Plans after which a thread is replaced: the solver's memory only grows. Default 50. */
  readonly plansPerThread?: number;
  /** highs.wasm; default: the one of the installed package. */
  readonly wasmFile?: string;
};

export type SolveOptions = {
  /** Any number of times, from phase `greedy` to phase `done`. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** The best plan so far, without robustness: within milliseconds the greedy one, then each better or better proven. */
  readonly onPlan?: (outcome: PlanOutcome) => void;
  /** Aborting rejects with the signal's reason and stops the thread's work. */
  readonly signal?: AbortSignal;
};

export type PlanSolver = {
  /** Starts the threads ahead of the first request, which then need not wait for that. */
  start(): void;
  /**
   * The best plan within the limits, with robustness and margins. When the thread crashes or does not answer in time, the best plan
   * it had reported, as `feasible`.
   *
   * @throws PlannerBusyError when too many requests wait; the signal's reason when aborted; PlannerCrashError when the
   *   thread ended before it had any plan; PlannerClosedError when the solver is closed
   */
  solve(request: PlanRequest, options?: SolveOptions): Promise<PlanOutcome>;
  /** Ends all threads; what is running or waiting is rejected. */
  close(): Promise<void>;
};

export class PlannerBusyError extends Error {
  override name = "PlannerBusyError";
}

export class PlannerCrashError extends Error {
  override name = "PlannerCrashError";
}

/** The product is being ended: nothing went wrong. */
export class PlannerClosedError extends Error {
  override name = "PlannerClosedError";
}

/** Proofs of 40 initiatives over 8 quarters took 0 to 1,000 nodes and 1 to 20 seconds; what the time stops may differ by machine. */
const DEFAULT_LIMITS: PlanLimits = { timeLimitSeconds: 20, nodeLimit: 20_000, searchIterations: 4000, robustnessRuns: 200, marginIterations: 150 };
/** How long a cancelled thread may take to stop by itself before it is ended. */
const CANCEL_GRACE_MS = 5_000;

type Task = {
  readonly job: Omit<PlanJob, "request">;
  readonly request: PlanRequest;
  readonly options: SolveOptions;
  best: PlanOutcome | null;
  settled: boolean;
  resolve(outcome: PlanOutcome): void;
  reject(reason: unknown): void;
};

/** One thread and what it works on; `worker` is undefined until needed and after it has ended. */
type Slot = { worker: Worker | undefined; sender: RequestSender; plans: number; task: Task | undefined; timer: NodeJS.Timeout | undefined };

/** Threads that plan, reused from plan to plan and replaced when they crash. */
export function createPlanSolver(settings: PlanSolverSettings): PlanSolver {
  const limits = { ...DEFAULT_LIMITS, ...definedLimits(settings) };
  const slots = Array.from({ length: settings.poolSize ?? 1 }, (): Slot => ({
    worker: undefined,
    sender: new RequestSender(),
    plans: 0,
    task: undefined,
    timer: undefined,
  }));
  const plansPerThread = settings.plansPerThread ?? 50;
  const waiting: Task[] = [];
  let jobs = 0;
  let closed = false;

  function solve(request: PlanRequest, options: SolveOptions = {}): Promise<PlanOutcome> {
    if (closed) return Promise.reject(new PlannerClosedError("the planner is closed"));
    if (options.signal?.aborted) return Promise.reject(options.signal.reason);
    const free = slots.some((slot) => !slot.task);
    if (!free && waiting.length >= (settings.maxWaiting ?? 16)) {
      return Promise.reject(new PlannerBusyError("too many plans are being computed"));
    }
    return new Promise((resolve, reject) => {
      const job = { job: ++jobs, limits, cancel: new SharedArrayBuffer(4) };
      const settle = () => {
        task.settled = true;
        options.signal?.removeEventListener("abort", abort);
      };
      const task: Task = {
        job,
        request,
        options,
        best: null,
        settled: false,
        resolve: (outcome) => void (task.settled || (settle(), resolve(outcome))),
        reject: (reason) => void (task.settled || (settle(), reject(reason))),
      };
      const abort = () => cancel(task);
      options.signal?.addEventListener("abort", abort);
      waiting.push(task);
      dispatch();
    });
  }

  function dispatch(): void {
    for (const slot of slots) {
      if (slot.task || closed) continue;
      const task = waiting.shift();
      if (!task) return;
      slot.task = task;
      slot.worker ??= startWorker(slot);
      slot.worker.ref();
      const job: PlanJob = { ...task.job, request: slot.sender.send(task.request) };
      slot.worker.postMessage(job);
      slot.timer = setTimeout(() => giveUp(slot, "time"), (limits.timeLimitSeconds + (settings.graceSeconds ?? 60)) * 1000);
    }
  }

  function startWorker(slot: Slot): Worker {
    const wasmFile = settings.wasmFile ?? createRequire(import.meta.url).resolve("highs/runtime");
    const workerData: WorkerSettings = { wasmFile };
    const worker = new Worker(settings.workerFile, { workerData });
    slot.plans = 0;
    slot.sender = new RequestSender();
    worker.on("message", (message: WorkerMessage) => receive(slot, worker, message));
    worker.on("error", (error) => slot.worker === worker && giveUp(slot, "crash", error));
    worker.on("exit", () => slot.worker === worker && giveUp(slot, "crash"));
    return worker;
  }

  function receive(slot: Slot, worker: Worker, message: WorkerMessage): void {
    const { task } = slot;
    if (slot.worker !== worker || !task || task.job.job !== message.job) return;
    if (message.type === "finished") {
      release(slot);
      if (++slot.plans >= plansPerThread) retire(slot);
      task.resolve(message.outcome);
      dispatch();
    } else if (message.type === "plan") {
      task.best = message.outcome;
      if (!task.settled) task.options.onPlan?.(message.outcome);
    } else if (!task.settled) {
      task.options.onProgress?.(message.progress);
    }
  }

  function retire(slot: Slot): void {
    void slot.worker?.terminate();
    slot.worker = undefined;
  }

  function release(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.task = undefined;
    slot.worker?.unref();
  }

  /** Ends the thread and hands out the best plan it had reported, or rejects when there is none. */
  function giveUp(slot: Slot, because: StoppedBy, error?: unknown): void {
    const { task, worker } = slot;
    slot.worker = undefined;
    release(slot);
    void worker?.terminate();
    if (task?.best) task.resolve(task.best.status === "feasible" ? { ...task.best, stoppedBy: because } : task.best);
    else task?.reject(new PlannerCrashError("the planner ended before it had a plan", { cause: error }));
    dispatch();
  }

  function cancel(task: Task): void {
    task.reject(task.options.signal?.reason);
    const queued = waiting.indexOf(task);
    if (queued !== -1) {
      waiting.splice(queued, 1);
      return;
    }
    Atomics.store(new Int32Array(task.job.cancel), 0, 1);
    const slot = slots.find((s) => s.task === task);
    if (!slot) return;
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => giveUp(slot, "cancelled"), CANCEL_GRACE_MS);
  }

  async function close(): Promise<void> {
    closed = true;
    const reason = new PlannerClosedError("the planner is closed");
    for (const task of waiting.splice(0)) task.reject(reason);
    await Promise.all(
      slots.map(async (slot) => {
        const { task, worker } = slot;
        slot.worker = undefined;
        release(slot);
        task?.reject(reason);
        await worker?.terminate();
      }),
    );
  }

  function start(): void {
    for (const slot of slots) {
      if (closed || slot.worker) continue;
      slot.worker = startWorker(slot);
      slot.worker.unref();
    }
  }

  return { start, solve, close };
}

function definedLimits(given: Partial<PlanLimits>): Partial<PlanLimits> {
  const { timeLimitSeconds, nodeLimit, searchIterations, robustnessRuns, marginIterations } = given;
  return Object.fromEntries(
    Object.entries({ timeLimitSeconds, nodeLimit, searchIterations, robustnessRuns, marginIterations }).filter(([, value]) => value !== undefined),
  );
}
