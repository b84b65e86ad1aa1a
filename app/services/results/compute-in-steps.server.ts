import { setImmediate as letOthers } from "node:timers/promises";
import type { ComputeTeam } from "./compute-team.server.ts";
import { TeamReckoning } from "./team-reckoning.ts";

/** The same on this thread, with a pause after each of many steps: for a few people, where starting a thread would take longer than the work. */
export const computeInSteps: ComputeTeam = async (job, portions, signal) => {
  const reckoning = new TeamReckoning(job);
  for await (const texts of portions) for (const text of texts) reckoning.add(text);
  const steps = reckoning.steps();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await letOthers();
    signal?.throwIfAborted();
  }
};
