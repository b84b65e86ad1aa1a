import type { JobRunner } from "./start-jobs.server.ts";

let bound: JobRunner | undefined;

/** Binds the job runner; the server calls it once, before it listens. */
export function bindJobs(runner: JobRunner): void {
  bound = runner;
}

/** Has the mails that are due sent now. Call it after the commit that queued one; where no jobs run they wait for a process that does them. */
export function nudgeMail(): void {
  bound?.nudgeMail();
}

/** Has what cycles wait for done now. Call it after the commit that made something due; where no jobs run it waits for a process that does them. */
export function nudgeCycles(): void {
  bound?.nudgeCycles();
}

/** Has the results of closed cycles computed now. Call it after the commit that closed one; where no jobs run they wait likewise. */
export function nudgeResults(): void {
  bound?.nudgeResults();
}

/** Has the scenarios that wait planned now. Call it after the commit that made one wait; where no jobs run they wait likewise. */
export function nudgePlans(): void {
  bound?.nudgePlans();
}

/** Has the daily tidying done now. Where no jobs run it is left to its schedule. */
export async function tidyNow(): Promise<void> {
  await bound?.tidyNow();
}
