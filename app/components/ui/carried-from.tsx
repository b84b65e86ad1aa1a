import { useWords } from "#app/components/words/use-words.tsx";
import type { CarriedNote } from "#app/domain/report/carried-notes.ts";

/** Says that an answer was given in another assessment, and when; or that one given too long ago has to be given again. */
export function CarriedFrom({ note: { title, on, said } }: { note: CarriedNote }) {
  const { say } = useWords();
  return (
    <span className="block text-sm font-normal text-quiet">
      {said === null ? say("answers:carriedOver", { title, on }) : say("answers:carriedTooOld", { title, on, answer: said })}
    </span>
  );
}
