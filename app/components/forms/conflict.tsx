import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "#app/components/words/use-words.tsx";

type ConflictProps = {
  /** What differs, in words. */
  rows: readonly { field: string; savedNow: string; yours: string }[];
  /** The id of the form that still holds what was entered, over the revision that is saved now. */
  form: string;
  /** The page as it is saved. */
  back: string;
};

/** Two people have changed one thing: both values, and the choice between them. Nothing is lost before it is made. */
export function Conflict({ rows, form, back }: ConflictProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [rows]);
  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="conflict" className="my-6 border-l-4 border-alert py-2 pl-4">
      <h2 id="conflict" className="text-lg">
        {say("organizations:conflictHeading")}
      </h2>
      <p>{say("organizations:conflictText")}</p>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={say("organizations:conflictTable")}>
        <table className="figures mt-3 max-w-[42rem]">
          <caption className="sr-only">{say("organizations:conflictTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("organizations:field")}</th>
              <th scope="col">{say("organizations:savedNow")}</th>
              <th scope="col">{say("organizations:yours")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, savedNow, yours }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{savedNow}</td>
                <td>{yours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <button type="submit" form={form} className="button">
          {say("organizations:keepYours")}
        </button>
        <Link to={back} reloadDocument className="inline-flex min-h-11 items-center">
          {say("organizations:keepTheirs")}
        </Link>
      </p>
    </div>
  );
}
