import { Fragment } from "react";
import type { CatalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { type Audience, AUDIENCE_TITLES, PILLAR_TITLES } from "#app/domain/assessment/vocabulary.ts";
import { displayShare, inWords } from "#app/domain/report/display.ts";

/** What it takes, whom it is for and which pillars it is about, in two lines. */
export function AssessmentFacts({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      <p className="mt-2 text-sm">
        {entry.questions} questions, {entry.minutes} minutes, for {audienceInWords(entry.audience)}
      </p>
      <p className="text-sm text-quiet">
        Pillars:{" "}
        {entry.pillars.map(({ id, share }, i) => (
          <Fragment key={id}>
            {i > 0 && ", "}
            <span className="whitespace-nowrap">
              {PILLAR_TITLES[id]} {displayShare(share)}
            </span>
          </Fragment>
        ))}
      </p>
    </>
  );
}

/** "executives, managers and people who meet customers". */
export function audienceInWords(audience: readonly Audience[]): string {
  return inWords(audience.map((who) => AUDIENCE_TITLES[who].toLowerCase()));
}
