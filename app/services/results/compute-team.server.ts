import { Worker } from "node:worker_threads";
import { type TeamResult, teamResultSchema } from "#app/domain/agreement/team-result-shape.ts";
import type { FromTeamWorker, ToTeamWorker } from "./team-messages.server.ts";
import type { TeamJob } from "./team-reckoning.server.ts";

/**
 * Computes what a team scored, on a thread of its own, so that nobody waits for it.
 * @param portions the responses as texts, read while they are taken in
 * @throws what went wrong there, or the signal's reason once it is aborted
 */
export type ComputeTeam = (job: TeamJob, portions: AsyncIterable<string[]>, signal?: AbortSignal) => Promise<TeamResult>;

/** @param workerFile the bundled `team-worker.ts`, absolute; read when there is something to compute */
export function teamComputer({ workerFile }: { workerFile: string }): ComputeTeam {
  return async (job, portions, signal) => {
    signal?.throwIfAborted();
    const worker = new Worker(workerFile);
    // The signal outlives what is computed: nothing of it stays there.
    const over = new AbortController();
    const send = (message: ToTeamWorker) => worker.postMessage(message);
    try {
      const answered = answerOf(worker, signal, over.signal);
      // What goes wrong while the portions are still read is thrown where it is waited for.
      answered.catch(() => undefined);
      send({ kind: "job", job });
      for await (const texts of portions) {
        signal?.throwIfAborted();
        send({ kind: "responses", texts });
      }
      send({ kind: "compute" });
      return teamResultSchema.parse((await answered).result);
    } finally {
      over.abort();
      await worker.terminate();
    }
  };
}

function answerOf(worker: Worker, signal: AbortSignal | undefined, over: AbortSignal): Promise<FromTeamWorker> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that computes a team's result ended before it had one")));
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true, signal: over });
  });
}
