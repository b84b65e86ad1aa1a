import { parentPort } from "node:worker_threads";
import type { FromTeamWorker, ToTeamWorker } from "./team-messages.server.ts";
import { TeamReckoning } from "./team-reckoning.ts";

/** The thread that computes what a team scored: one team, then it is ended. An exception ends it too. Bundled into a file of its own. */
let reckoning: TeamReckoning | undefined;

parentPort?.on("message", (message: ToTeamWorker) => {
  if (message.kind === "job") reckoning = new TeamReckoning(message.job);
  else if (message.kind === "responses") for (const text of message.texts) reckoning!.add(text);
  else {
    const answer: FromTeamWorker = { result: reckoning!.result() };
    parentPort?.postMessage(answer);
  }
});
