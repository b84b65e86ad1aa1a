import { displayShare } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";
import type { Words } from "#app/words/say.ts";

/** How far a search is known to have come: null while it waits for its turn. */
export type SearchKnown = PlanProgress | null | "lost touch";

/** What is said of a plan while a better one is searched for. */
export function searchText(known: SearchKnown, words: Words): string {
  const { say } = words;
  if (known === "lost touch") return say("roadmap:lostTouch");
  if (known === null) return say("roadmap:waitsForItsTurn");
  if (known.phase === "robustness" || known.phase === "margins" || known.phase === "done") return say("roadmap:settled");
  const how = known.phase === "proving" ? say("roadmap:stillOpen", { share: displayShare(known.gap, words) }) : say("roadmap:tryingChanges");
  return `${say("roadmap:bestSoFar")} ${how}`;
}

/** What is said of a plan once the search has ended. Only that no plan promises more can be proven, never the result. */
export function endText({ status, stoppedBy, gap }: Pick<PlanView, "status" | "stoppedBy" | "gap">, words: Words): string {
  const { say } = words;
  if (status === "optimal") return say("roadmap:proven");
  const share = displayShare(gap, words);
  return stoppedBy === "time" || stoppedBy === "nodes" ? say("roadmap:noneBetter", { share }) : say("roadmap:brokenOff", { share });
}
