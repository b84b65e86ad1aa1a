import { isAgreed } from "#app/domain/agreement/consensus.ts";
import { answerText } from "#app/domain/report/answer-text.ts";
import { wordsIn } from "../words/words-in.server.ts";
import type { TeamItemOfCycle } from "./read-team-item.server.ts";

/** Everything that the page of one question of a team's result shows. */
export function teamItemPage({ cycle, state, stored, names, item, question, own, notes, language }: TeamItemOfCycle) {
  const isShown = state === "shown" && stored !== null;
  const { id, period, isAnonymous } = cycle;
  return {
    cycle: { id, period, isAnonymous, isShown, shortTitle: names.shortTitle, part: names.dimensions.find((d) => d.id === item.dimension)!.title },
    item: names.items.find((name) => name.id === item.id)!,
    figures: isShown ? stored.figures.items.find((figures) => figures.id === item.id)! : null,
    respondents: stored?.respondents ?? 0,
    question,
    agreed:
      own && isAgreed(own.answer)
        ? { answer: answerText(item, own.answer, wordsIn(language)), reason: own.reason, setBy: own.setBy, setAt: own.setAt.toISOString() }
        : null,
    revision: own?.revision ?? 0,
    notes: isShown ? notes : { comments: [], evidence: [], pages: 1 },
  };
}
