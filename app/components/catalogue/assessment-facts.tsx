import type { CatalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { type Audience, AUDIENCE_TITLES, PILLAR_TITLES } from "#app/domain/assessment/vocabulary.ts";
import { displayShare, inWords } from "#app/domain/report/display.ts";

/** What it takes, whom it is for and what it is about, in two lines. */
export function AssessmentFacts({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      <p className="mt-2 text-sm">
        {entry.questions} questions, {entry.minutes} minutes, for {audienceInWords(entry.audience)}
      </p>
      <p className="text-sm text-quiet">Speaks about {inWords(entry.pillars.map(({ id, share }) => `${PILLAR_TITLES[id]} (${displayShare(share)})`))}</p>
    </>
  );
}

export function audienceInWords(audience: readonly Audience[]): string {
  return inWords(audience.map((who) => AUDIENCE_TITLES[who]));
}
