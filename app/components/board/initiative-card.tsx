import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import { hasEnded } from "#app/domain/board/initiative-state.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { MoveForm } from "./move-form.tsx";
import { PillarNames } from "./pillar-names.tsx";
import { quartersText } from "./place-text.ts";
import type { Board, LoadedRoadmap } from "./use-board.ts";
import type { DragSource } from "./use-card-drag.ts";

type InitiativeCardProps = {
  slug: string;
  card: BoardCard;
  board: Board;
  roadmap: Pick<LoadedRoadmap, "today" | "mayEdit">;
  /** Null where it cannot be dragged now. */
  drag: DragSource | null;
  /** Tells two cards of one initiative on a page apart. */
  place: string;
};

/** An initiative on the board: what it is, when, whose, how far, and what does not fit about it. */
export function InitiativeCard({ slug, card, board, roadmap: { today, mayEdit }, drag, place }: InitiativeCardProps) {
  const { say, language } = useWords();
  const { id, title, isOwn, pillars, ownerName, dueOn, endedOn, state, steps } = card;
  const isOverdue = dueOn !== null && dueOn < today && !hasEnded(state);
  const warnings = board.warningsOf(id);
  return (
    <li {...drag} className={`border-t border-rule py-3 ${drag ? "cursor-grab" : ""}`}>
      <h3 className="text-base leading-snug wrap-anywhere">
        {/* The card is dragged, not its link. */}
        <Link to={organizationPaths.initiative(slug, id)} draggable={false} lang={card.language ?? undefined} className="inline-block py-0.5">
          {title}
        </Link>
      </h3>
      <p className="text-sm">
        <PillarNames pillars={pillars} />
        {isOwn && <span className="text-quiet"> · {say("board:own")}</span>}
      </p>
      <ul className="text-sm text-quiet">
        <li>{quartersText(card, say)}</li>
        <li className="wrap-anywhere">{ownerName === null ? say("board:nobody") : say("board:ownedBy", { person: ownerName })}</li>
        {dueOn !== null && (
          <li className={isOverdue ? "font-semibold text-alert" : undefined}>
            {say(isOverdue ? "board:overdue" : "board:due", { day: displayDate(dueOn, language) })}
          </li>
        )}
        {endedOn !== null && <li>{say("board:endedOn", { day: displayDate(endedOn, language) })}</li>}
        {steps.all > 0 && <li>{say("board:steps", steps)}</li>}
      </ul>
      {warnings.length > 0 && (
        <ul aria-label={say("board:warningsOfCard")} className="mt-1 border-l-2 border-alert pl-2 text-sm">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {mayEdit && <MoveForm card={card} board={board} place={place} />}
    </li>
  );
}
