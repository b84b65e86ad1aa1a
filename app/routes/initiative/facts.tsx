import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { type InitiativeState, lastQuarterOf } from "#app/domain/board/initiative-state.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type FactsProps = {
  slug: string;
  initiative: {
    id: string;
    libraryId: string | null;
    state: InitiativeState;
    startQuarter: string | null;
    startedOn: string | null;
    endedOn: string | null;
    createdBy: string;
    createdAt: string;
  };
  /** How many it takes; null for one that the library has no more. */
  quarters: number | null;
  mayEdit: boolean;
};

/** Where an initiative stands, when it is worked on, and since when it is there. */
export function Facts({ slug, initiative, quarters, mayEdit }: FactsProps) {
  const { say, language } = useWords();
  const { state, startQuarter, startedOn, endedOn, createdBy } = initiative;
  const day = displayDate(initiative.createdAt, language);
  const last = lastQuarterOf(startQuarter, quarters ?? 1);
  return (
    <>
      <p className="mt-4">
        <strong>{say(`board:state_${state}`)}</strong>
        {quarters !== null && (
          <span>
            {" · "}
            {startQuarter !== null && last !== null
              ? quarters === 1
                ? say("initiatives:inOneQuarter", { quarter: startQuarter })
                : say("initiatives:inQuarters", { first: startQuarter, last })
              : say("initiatives:takes", { count: quarters })}
          </span>
        )}
      </p>
      <p className="measure text-sm text-quiet">
        {createdBy ? say("initiatives:addedBy", { day, person: createdBy }) : say("initiatives:addedOnly", { day })}{" "}
        {startedOn && say("initiatives:startedOn", { day: displayDate(startedOn, language) })}{" "}
        {endedOn && say("initiatives:endedOn", { day: displayDate(endedOn, language) })}
      </p>
      {quarters === null && <p className="measure mt-4 font-semibold">{say("initiatives:goneFromLibrary")}</p>}
      {mayEdit && initiative.libraryId === null && (
        <p>
          <Link to={organizationPaths.initiativeTerms(slug, initiative.id)} className="inline-flex min-h-11 items-center">
            {say("initiatives:edit")}
          </Link>
        </p>
      )}
    </>
  );
}
