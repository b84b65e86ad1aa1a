import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { MoveAnswer } from "#app/domain/board/move-answer.ts";
import { placeText } from "./place-text.ts";
import type { Board } from "./use-board.ts";
import { fetcherOf } from "./use-moves.ts";

/** What has become of the last move: said aloud, with the way back; where somebody else was there first, what is there now and the choice. */
export function MoveNews({ board }: { board: Board }) {
  const { say } = useWords();
  const { answer } = board.moves;
  return (
    <>
      {/* Always there, so that what is put into it is read out. */}
      <div role="status" className={answer && answer.kind !== "conflict" ? "mb-6 border-l-4 border-accent py-1 pl-4" : undefined}>
        {answer?.kind === "moved" && <p className="measure">{movedText(answer, board, say)}</p>}
        {answer?.kind === "refused" && <p className="measure">{say(`board:refused_${answer.why}`)}</p>}
      </div>
      {answer?.kind === "moved" && !answer.isPutBack && !isWhereItWas(answer) && <PutBack answer={answer} board={board} />}
      {answer?.kind === "conflict" && <Conflict answer={answer} board={board} />}
    </>
  );
}

type Moved = Extract<MoveAnswer, { kind: "moved" }>;
type Say = ReturnType<typeof useWords>["say"];

function movedText({ id, now }: Moved, { titleOf, warningsOf }: Board, say: Say): string {
  const said = say("board:moved", { title: titleOf(id), place: placeText(now, say) });
  const warnings = warningsOf(id).length;
  return warnings === 0 ? said : `${said} ${say("board:movedWarnings", { count: warnings })}`;
}

function isWhereItWas({ was, now }: Moved): boolean {
  return was.state === now.state && was.startQuarter === now.startQuarter;
}

function PutBack({ answer: { id, was, now }, board }: { answer: Moved; board: Board }) {
  const { say } = useWords();
  const fields = { intent: "put_back", id, revision: now.revision, state: was.state, quarter: was.startQuarter ?? "" };
  return (
    <Form
      method="post"
      navigate={false}
      fetcherKey={fetcherOf(id)}
      preventScrollReset
      onSubmit={() => board.moves.sentByForm(id)}
      className="no-print -mt-6 mb-6 border-l-4 border-accent pl-4"
    >
      {Object.entries({ ...fields, startedOn: was.startedOn ?? "", endedOn: was.endedOn ?? "" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button-plain">
        {say("board:putBack")}
      </button>
    </Form>
  );
}

function Conflict({ answer, board }: { answer: Extract<MoveAnswer, { kind: "conflict" }>; board: Board }) {
  const { say } = useWords();
  const { pathname, search } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [answer]);
  const { now, move } = answer;
  const wanted = { state: move.state ?? now.state, startQuarter: move.startQuarter === undefined ? now.startQuarter : move.startQuarter };
  const days = move.days ? { startedOn: move.days.startedOn ?? "", endedOn: move.days.endedOn ?? "" } : {};
  const fields = {
    intent: move.days ? "put_back" : "move",
    id: move.id,
    revision: now.revision,
    state: wanted.state,
    quarter: wanted.startQuarter ?? "",
    ...days,
  };
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="conflict" className="my-6 border-l-4 border-alert py-2 pl-4">
      <h2 id="conflict" className="text-lg wrap-anywhere">
        {say("board:conflictHeading", { title: board.titleOf(move.id) })}
      </h2>
      <p className="measure">{say("board:conflictText", { now: placeText(now, say), wanted: placeText(wanted, say) })}</p>
      <Form
        method="post"
        navigate={false}
        fetcherKey={fetcherOf(move.id)}
        preventScrollReset
        onSubmit={() => board.moves.sentByForm(move.id)}
        className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2"
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button">
          {say("board:moveAllTheSame")}
        </button>
        <Link to={pathname + search} reloadDocument className="inline-flex min-h-11 items-center">
          {say("board:leaveIt")}
        </Link>
      </Form>
    </div>
  );
}
