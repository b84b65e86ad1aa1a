import type { ReactNode } from "react";
import { InitiativeCard } from "#app/components/board/initiative-card.tsx";
import type { Board, LoadedRoadmap } from "#app/components/board/use-board.ts";
import { useCardDrag } from "#app/components/board/use-card-drag.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import { type BoardQuery, isAskedFor } from "#app/domain/board/board-filter.ts";
import { hasEnded, INITIATIVE_STATES, type InitiativeState } from "#app/domain/board/initiative-state.ts";

type ColumnsProps = { slug: string; query: BoardQuery; board: Board; roadmap: LoadedRoadmap };

/** The initiatives in a column for each state; on a phone one beneath the other, what has ended folded away. */
export function Columns({ slug, query, board, roadmap }: ColumnsProps) {
  const { say } = useWords();
  const { moves, current } = board;
  const drag = useCardDrag((id, state) => moves.move(id, { state: state as InitiativeState }));
  const shown = moves.cards.filter((card) => isAskedFor(query, card, current));
  const list = (cards: readonly BoardCard[], place: string, className?: string) =>
    cards.length === 0 ? (
      <p className="border-t border-rule py-3 text-sm text-quiet">{say("board:noneHere")}</p>
    ) : (
      <ul className={className}>
        {cards.map((card) => (
          <InitiativeCard
            key={card.id}
            {...{ slug, card, board, roadmap, place }}
            drag={roadmap.mayEdit && !moves.isMoving(card.id) ? drag.source(card.id) : null}
          />
        ))}
      </ul>
    );
  return (
    <div className="mt-6 grid gap-x-6 gap-y-8 md:grid-cols-3">
      {INITIATIVE_STATES.map((state) => {
        const cards = shown.filter((card) => card.state === state);
        const heading = say("board:column", { state: say(`board:state_${state}`), count: cards.length });
        const column = (children: ReactNode, className: string) => (
          <section
            key={`${state} ${className}`}
            data-column={state}
            aria-label={heading}
            {...drag.target(state)}
            className={`min-w-0 border-t-2 border-ink pt-2 ${className} ${drag.over === state ? "bg-wash outline-2 outline-offset-4 outline-accent" : ""}`}
          >
            {children}
          </section>
        );
        const title = (className: string) => <h2 className={`font-sans text-base ${className}`}>{heading}</h2>;
        const whole = (className?: string) => (
          <>
            {title("pb-2")}
            {list(cards, "column", className)}
          </>
        );
        if (!hasEnded(state)) return column(whole(), "");
        // Most of what a roadmap holds in the end is done: two cards side by side.
        const isWide = state === "done";
        return [
          column(whole(isWide ? "grid grid-cols-2 gap-x-6" : undefined), `max-md:hidden ${isWide ? "md:col-span-2" : ""}`),
          column(
            <details>
              <summary className="flex min-h-11 items-center">{title("")}</summary>
              {list(cards, "folded")}
            </details>,
            "md:hidden",
          ),
        ];
      })}
    </div>
  );
}
