import { parentPort } from "node:worker_threads";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanJob, WorkerMessage } from "./plan-messages.server.ts";
import { RequestReceiver } from "./sent-request.server.ts";

/** The thread that makes first plans, bundled into a file of its own: without HiGHS, and never behind a proof. */
const receiver = new RequestReceiver();

parentPort?.on("message", ({ job, request }: PlanJob) => {
  const finished: WorkerMessage = { type: "finished", job, outcome: firstPlan(receiver.receive(request)) };
  parentPort?.postMessage(finished);
});
