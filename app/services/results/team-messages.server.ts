import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import type { TeamJob } from "./team-reckoning.ts";

/** What the thread that computes is sent: what to compute, then the responses, then that there are no more. */
export type ToTeamWorker = { kind: "job"; job: TeamJob } | { kind: "responses"; texts: string[] } | { kind: "compute" };
export type FromTeamWorker = { result: TeamResult };
