import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";

/** `score`: null where there is none; `questions`: how many name the pillar. */
type PillarCell = { score: number | null; questions: number };

/** With fewer questions than this one answer moves the figure by a third or more. */
const ENOUGH_QUESTIONS = 3;
const isThin = ({ score, questions }: PillarCell) => score !== null && questions < ENOUGH_QUESTIONS;
const isUnasked = ({ questions }: PillarCell) => questions === 0;
const isUnanswered = (cell: PillarCell) => cell.score === null && !isUnasked(cell);

/** The score of a pillar; or that there is none, told apart from a pillar that nothing was asked about. */
export function PillarFigure(cell: PillarCell) {
  const { say, language } = useWords();
  if (isUnasked(cell)) return <Unasked />;
  if (cell.score === null) return <span className="text-quiet">{say("portfolio:none")}</span>;
  return (
    <>
      {displayScore(cell.score, language)}
      {isThin(cell) && <span className="block text-xs font-normal text-quiet">{say("portfolio:fromQuestions", { count: cell.questions })}</span>}
    </>
  );
}

/** Stands where no question names the pillar. */
export function Unasked() {
  const { say } = useWords();
  return (
    <span className="text-quiet">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{say("portfolio:unasked")}</span>
    </span>
  );
}

/** What the marks in these cells mean, each only where it stands. */
export function MapNotes({ cells }: { cells: readonly PillarCell[] }) {
  const { say } = useWords();
  const notes = [
    cells.some(isUnasked) ? say("portfolio:unaskedNote") : "",
    cells.some(isUnanswered) ? say("portfolio:noneNote") : "",
    cells.some(isThin) ? say("portfolio:thinNote") : "",
  ].filter((note) => note !== "");
  return notes.length > 0 && <p className="measure mt-2 text-sm text-quiet">{notes.join(" ")}</p>;
}
