import { Worker } from "node:worker_threads";
import type { FromSnapshotWorker, ToSnapshotWorker } from "./snapshot-messages.server.ts";

/** Where one snapshot is planned and counted, away from the thread that serves pages. */
export type SnapshotThread = {
  /** Sends what it is to know, and waits until it has taken in what was sent before: so one portion is read while another is taken in. */
  send(message: ToSnapshotWorker): Promise<void>;
  /** What it answered last. */
  answer(): Promise<FromSnapshotWorker>;
  end(): Promise<void>;
};
/** Starts one; aborting the signal rejects what waits for it. */
export type StartSnapshotThread = (signal?: AbortSignal) => SnapshotThread;

/** @param workerFile the bundled `snapshot-worker.ts`, absolute; read when there is a snapshot to make */
export function snapshotThreads({ workerFile }: { workerFile: string }): StartSnapshotThread {
  return (signal) => {
    const worker = new Worker(workerFile);
    // The signal outlives the snapshot: nothing of it stays there.
    const over = new AbortController();
    const ended = new Promise<never>((_, reject) => {
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the thread that makes a snapshot ended before it had one")));
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true, signal: over.signal });
      if (signal?.aborted) reject(signal.reason as Error);
    });
    // Thrown where it is waited for.
    ended.catch(() => undefined);
    let answered: Promise<FromSnapshotWorker> = Promise.resolve({ kind: "taken" });
    return {
      async send(message) {
        await answered;
        answered = Promise.race([new Promise<FromSnapshotWorker>((resolve) => worker.once("message", resolve)), ended]);
        answered.catch(() => undefined);
        worker.postMessage(message);
      },
      answer: () => answered,
      async end() {
        over.abort();
        await worker.terminate();
      },
    };
  };
}
