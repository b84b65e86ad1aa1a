import type { BoardCard } from "#app/domain/board/board-card.ts";
import { type InitiativeState, lastQuarterOf } from "#app/domain/board/initiative-state.ts";
import type { Say } from "#app/words/say.ts";

/** In which quarters an initiative is worked on: "2027-Q1 to 2027-Q2". */
export function quartersText({ startQuarter, work }: Pick<BoardCard, "startQuarter" | "work">, say: Say): string {
  if (startQuarter === null) return say("board:noQuarter");
  const last = lastQuarterOf(startQuarter, work?.quarters ?? 1)!;
  return last === startQuarter ? startQuarter : say("board:quarters", { first: startQuarter, last });
}

/** Where an initiative is: "Planned, 2027-Q1". */
export function placeText({ state, startQuarter }: { state: InitiativeState; startQuarter: string | null }, say: Say): string {
  return say("board:place", { state: say(`board:state_${state}`), quarter: startQuarter ?? say("board:noQuarter") });
}
