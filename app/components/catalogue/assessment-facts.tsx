import { Fragment } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { CatalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { displayShare } from "#app/domain/report/display.ts";
import { audienceInWords } from "./audience-in-words.ts";

/** What it takes, whom it is for and which pillars it is about, in two lines. */
export function AssessmentFacts({ entry: { questions, minutes, audience, pillars } }: { entry: CatalogueEntry }) {
  const words = useWords();
  const { say } = words;
  return (
    <>
      <p className="mt-2 text-sm">{say("catalogue:takes", { questions, minutes, audience: audienceInWords(audience, words) })}</p>
      <p className="text-sm text-quiet">
        {say("catalogue:pillars")}{" "}
        {pillars.map(({ id, share }, i) => (
          <Fragment key={id}>
            {i > 0 && ", "}
            <span className="whitespace-nowrap">
              {say(`terms:${id}`)} {displayShare(share, words)}
            </span>
          </Fragment>
        ))}
      </p>
    </>
  );
}
