import { parentPort } from "node:worker_threads";
import type { FromSnapshotWorker, ToSnapshotWorker } from "./snapshot-messages.server.ts";
import { SnapshotReckoning } from "./snapshot-reckoning.server.ts";

/** The thread that makes the snapshot of a benchmark: one, then it is ended. An exception ends it too. Bundled into a file of its own. */
const reckoning = new SnapshotReckoning();

function answer(message: FromSnapshotWorker): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", (message: ToSnapshotWorker) => {
  if (message.kind === "make") return answer({ kind: "made", snapshot: reckoning.make(message) });
  if (message.kind === "members") reckoning.addMembers(message.rows);
  else reckoning.addResults(message);
  answer({ kind: "taken" });
});
