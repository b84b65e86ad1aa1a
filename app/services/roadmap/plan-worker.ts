import { parentPort, workerData } from "node:worker_threads";
import loadHighs, { type Highs } from "highs";
import { planInPhases } from "./plan-in-phases.server.ts";
import type { PlanJob, WorkerMessage, WorkerSettings } from "./plan-messages.server.ts";
import { RequestReceiver } from "./sent-request.server.ts";

/**
 * The thread that plans: one job at a time, HiGHS loaded once. Bundled into a file of its own; the WebAssembly file
 * stays outside the bundle, so the server says where it is. An exception ends the thread; the server starts another.
 */
const { wasmFile }: WorkerSettings = workerData;
const receiver = new RequestReceiver();
let loaded: Promise<Highs> | undefined;

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", async ({ job, request, limits, cancel }: PlanJob) => {
  const flag = new Int32Array(cancel);
  const outcome = await planInPhases(receiver.receive(request), limits, () => (loaded ??= loadHighs({ locateFile: () => wasmFile })), {
    onProgress: (progress) => post({ type: "progress", job, progress }),
    onPlan: (best) => post({ type: "plan", job, outcome: best }),
    shouldStop: () => Atomics.load(flag, 0) === 1,
  });
  post({ type: "finished", job, outcome });
});
