import type { Words } from "../../words/say.ts";
import { displayAmount } from "../report/display.ts";
import { displayMoney } from "../report/display-money.ts";
import type { BoardWarning } from "./check-board.ts";

/** @param ofRow the title of a card by its id @param ofPlan of an initiative as plans have it */
export type Titles = { ofRow: (id: string) => string; ofPlan: (id: string) => string };

/** A warning as it stands above the board, with the initiative that it is about. */
export function warningSentence(warning: BoardWarning, titles: Titles, words: Words): string {
  const { say } = words;
  if (warning.kind === "capacity" || warning.kind === "budget") return onCard(warning, titles, words);
  return say("board:warningOf", { title: titles.ofRow(warning.initiatives[0]!), warning: onCard(warning, titles, words) });
}

/** The same on the card of an initiative. */
export function onCard(warning: BoardWarning, { ofPlan }: Titles, { say, language }: Words): string {
  switch (warning.kind) {
    case "prerequisite":
      return say(`board:prerequisite_${warning.why}`, { required: ofPlan(warning.requires) });
    case "horizon":
      return say(`board:horizon_${warning.side}`, { quarter: warning.quarter });
    case "capacity": {
      const { pool, quarter, used, available } = warning;
      const figures = { used: displayAmount(used, language), available: displayAmount(available, language) };
      return say("board:overCapacity", { pool: say(`terms:${pool}`), quarter, ...figures, count: used });
    }
    case "budget": {
      const { quarter, used, available } = warning;
      return say("board:overBudget", { quarter, used: displayMoney(used, language), available: displayMoney(available, language) });
    }
  }
}
