import type { PlanOutcome, PlanProgress } from "#app/domain/roadmap/plan.ts";
import type { SentRequest } from "./sent-request.server.ts";

/** What goes between the server's thread and a planning worker; plain JSON but for the cancel flag. */

export type PlanLimits = {
  /** Seconds until the proof is given up, the searches before it included. */
  readonly timeLimitSeconds: number;
  /** Branch-and-bound nodes until the proof is given up: reproducible, where a time is not. */
  readonly nodeLimit: number;
  /** Iterations of the local search before the proof. */
  readonly searchIterations: number;
  /** Reruns for robustness; 0 leaves it out. */
  readonly robustnessRuns: number;
  /** Iterations of the local search for each margin of a plan with 40 initiatives; 0 leaves margins out. */
  readonly marginIterations: number;
};

export type PlanJob = {
  readonly job: number;
  readonly request: SentRequest;
  readonly limits: PlanLimits;
  /** One Int32; 1 asks the worker to stop, also in the middle of HiGHS. */
  readonly cancel: SharedArrayBuffer;
};

export type WorkerSettings = { readonly wasmFile: string };

export type WorkerMessage =
  | { readonly type: "progress"; readonly job: number; readonly progress: PlanProgress }
  /** The best plan so far. */
  | { readonly type: "plan"; readonly job: number; readonly outcome: PlanOutcome }
  | { readonly type: "finished"; readonly job: number; readonly outcome: PlanOutcome };
