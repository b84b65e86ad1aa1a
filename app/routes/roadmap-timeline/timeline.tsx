import { Link } from "@remix-run/react";
import { MoveForm } from "#app/components/board/move-form.tsx";
import { quartersText } from "#app/components/board/place-text.ts";
import type { Board, LoadedRoadmap } from "#app/components/board/use-board.ts";
import { type DragSource, type DropTarget, useCardDrag } from "#app/components/board/use-card-drag.ts";
import { PILLAR_TONE } from "#app/components/ui/pillar-tone.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import type { Grouping } from "#app/domain/board/board-filter.ts";
import { barIn, timelineGroups } from "#app/domain/board/timeline-groups.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { LoadRows } from "./load-rows.tsx";

type TimelineProps = {
  slug: string;
  by: Grouping;
  /** The columns. */
  quarters: readonly string[];
  /** The rows: all but what was dropped. */
  shown: readonly BoardCard[];
  board: Board;
  roadmap: LoadedRoadmap;
};

/** The initiatives as bars over the quarters, in groups, and beneath them what each quarter takes of what there is. */
export function Timeline({ slug, by, quarters, shown, board, roadmap: { limits, mayEdit } }: TimelineProps) {
  const { say } = useWords();
  const { moves, current } = board;
  const drag = useCardDrag((id, quarter) => moves.move(id, { quarter }));
  return (
    <div className="relative mt-4 overflow-x-auto pb-2" tabIndex={0} role="region" aria-label={say("board:timelineTable")}>
      <table className="figures w-auto min-w-full">
        <caption className="sr-only">{say("board:timelineTable")}</caption>
        <thead>
          <tr>
            <th scope="col" className="min-w-[13rem]">
              {say("board:initiative")}
            </th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" aria-current={quarter === current ? "date" : undefined} className="min-w-[6.5rem]">
                {quarter}
                {quarter === current && <span className="block text-xs font-normal text-quiet">{say("board:thisQuarter")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {timelineGroups(shown, by, current).map(({ id, cards }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={quarters.length + 1} className="pt-6">
                <h2 className="text-lg">{say(`board:group_${id}`)}</h2>
              </th>
            </tr>
            {cards.map((card) => (
              <Row
                key={card.id}
                {...{ slug, card, quarters, board, mayEdit }}
                source={mayEdit && !moves.isMoving(card.id) ? drag.source(card.id) : null}
                target={drag.target}
                over={drag.over}
              />
            ))}
          </tbody>
        ))}
        <LoadRows quarters={quarters} cards={moves.cards} limits={limits} />
      </table>
    </div>
  );
}

type RowProps = {
  slug: string;
  card: BoardCard;
  quarters: readonly string[];
  board: Board;
  mayEdit: boolean;
  /** Null where it cannot be dragged now. */
  source: DragSource | null;
  target: (quarter: string) => DropTarget;
  /** The quarter that a card is held over. */
  over: string | null;
};

function Row({ slug, card, quarters, board, mayEdit, source, target, over }: RowProps) {
  const { say } = useWords();
  const { id, title, language, state, pillars } = card;
  const warnings = board.warningsOf(id);
  const tone = pillars[0] ? PILLAR_TONE[pillars[0]] : "text-quiet";
  return (
    <tr>
      <th scope="row" className="font-normal">
        <div {...source} className={source ? "cursor-grab" : undefined}>
          <Link
            to={organizationPaths.initiative(slug, id)}
            draggable={false}
            lang={language ?? undefined}
            className="inline-block py-0.5 font-semibold wrap-anywhere"
          >
            {title}
          </Link>
          <span className="block text-xs text-quiet">{quartersText(card, say)}</span>
        </div>
        {warnings.length > 0 && (
          <ul aria-label={say("board:warningsOfCard")} className="mt-1 border-l-2 border-alert pl-2 text-xs">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
        {mayEdit && <MoveForm card={card} board={board} place="row" />}
      </th>
      {quarters.map((quarter) => {
        const bar = barIn(card, quarter, quarters[0]!);
        return (
          <td key={quarter} data-quarter={quarter} {...target(quarter)} className={`bar-cell ${over === quarter ? "bg-wash" : ""}`}>
            {bar && (
              <div {...source} className={`border-t-8 border-current bg-wash px-2 py-1 text-xs ${tone} ${source ? "cursor-grab" : ""}`}>
                <span className="text-ink">
                  {bar === "goes_on"
                    ? say("board:goesOn")
                    : bar === "begins"
                      ? say(`board:state_${state}`)
                      : say("board:beganBefore", { state: say(`board:state_${state}`) })}
                </span>
              </div>
            )}
          </td>
        );
      })}
    </tr>
  );
}
