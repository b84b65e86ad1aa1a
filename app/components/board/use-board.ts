import { useWords } from "#app/components/words/use-words.tsx";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import { type BoardWarning, checkBoard } from "#app/domain/board/check-board.ts";
import type { MoveAnswer } from "#app/domain/board/move-answer.ts";
import type { PlanLimits } from "#app/domain/board/quarter-load.ts";
import { onCard, warningSentence } from "#app/domain/board/warning-sentence.ts";
import { quarterName } from "#app/domain/kpis/reading-period.ts";
import { useMoves } from "./use-moves.ts";

export type LoadedRoadmap = { today: string; cards: BoardCard[]; limits: PlanLimits | null; titles: Record<string, string>; mayEdit: boolean };

/** A roadmap as a page shows it: its cards with the moves that are on their way, and what does not fit about that. */
export function useBoard({ today, cards, limits, titles }: LoadedRoadmap, reply: MoveAnswer | undefined) {
  const words = useWords();
  const moves = useMoves(cards, reply);
  const warnings = checkBoard(moves.cards, limits);
  const titleOf = (id: string) => moves.cards.find((card) => card.id === id)?.title ?? "";
  const named = {
    ofRow: titleOf,
    ofPlan: (planId: string) => moves.cards.find((card) => card.planId === planId)?.title ?? titles[planId] ?? planId,
  };
  const ofCard = (id: string) => warnings.filter(({ initiatives }) => initiatives.includes(id));
  return {
    ...{ moves, titleOf, current: quarterName(today) },
    sentences: warnings.map((warning) => warningSentence(warning, named, words)),
    warningsOf: (id: string) => ofCard(id).map((warning: BoardWarning) => onCard(warning, named, words)),
  };
}
export type Board = ReturnType<typeof useBoard>;
