import { Form } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import { quarterChoices } from "#app/domain/board/board-quarters.ts";
import { INITIATIVE_STATES } from "#app/domain/board/initiative-state.ts";
import type { Board } from "./use-board.ts";
import { fetcherOf } from "./use-moves.ts";

type MoveFormProps = {
  card: BoardCard;
  board: Board;
  /** Tells two forms of one initiative on a page apart. */
  place: string;
};

/** Moves an initiative by choosing: works without a mouse and without script. */
export function MoveForm({ card: { id, title, language, state, startQuarter, revision }, board: { moves, current }, place }: MoveFormProps) {
  const { say } = useWords();
  const isMoving = moves.isMoving(id);
  return (
    <details className="text-sm">
      <summary data-move={id} className="inline-flex min-h-11 items-center text-accent">
        {say("board:move")}
        <span className="sr-only" lang={language ?? undefined}>
          {" "}
          {title}
        </span>
      </summary>
      <Form
        // Anew once it is somewhere else, so that the fields show it.
        key={`${revision} ${state} ${startQuarter}`}
        method="post"
        navigate={false}
        fetcherKey={fetcherOf(id)}
        preventScrollReset
        onSubmit={(event) => (isMoving ? event.preventDefault() : moves.sentByForm(id))}
        className="flex flex-col gap-y-3 pb-4"
      >
        <input type="hidden" name="intent" value="move" />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <SelectField
          id={`state-${place}-${id}`}
          name="state"
          label={say("board:moveTo")}
          value={state}
          options={INITIATIVE_STATES.map((value) => ({ value, label: say(`board:state_${value}`) }))}
        />
        <SelectField
          id={`quarter-${place}-${id}`}
          name="quarter"
          label={say("board:startsIn")}
          value={startQuarter}
          options={[{ value: "", label: say("board:noQuarter") }, ...quarterChoices(current, startQuarter).map((value) => ({ value, label: value }))]}
        />
        <button type="submit" aria-disabled={isMoving || undefined} className="button button-quiet self-start">
          {say("board:moveIt")}
        </button>
      </Form>
    </details>
  );
}
