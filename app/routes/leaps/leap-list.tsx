import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Verdict } from "#app/domain/board/initiative-page-form.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Leap = {
  id: string;
  title: string;
  state: InitiativeState;
  leapOfFaith: string;
  refutedBy: string | null;
  measureOn: string | null;
  isOverdue: boolean;
  ownerName: string | null;
  verdict: Verdict | null;
  measured: string | null;
  decidedOn: string | null;
};

/** Leaps of faith, each with its initiative, and when it is measured or what the measurement showed. */
export function LeapList({ slug, leaps }: { slug: string; leaps: readonly Leap[] }) {
  const { say } = useWords();
  return (
    <ul className="mt-4 max-w-[48rem]">
      {leaps.map((leap) => (
        <li key={leap.id} className="border-t border-rule py-4 wrap-anywhere">
          <p className="text-lg whitespace-pre-line">{leap.leapOfFaith}</p>
          <p className="text-sm">
            <Link to={`${organizationPaths.initiative(slug, leap.id)}#bet`} className="inline-block py-0.5">
              {leap.title}
            </Link>
            <span className="text-quiet">
              {" · "}
              {say(`board:state_${leap.state}`)}
              {leap.ownerName !== null && ` · ${say("initiatives:ownedBy", { person: leap.ownerName })}`}
            </span>
          </p>
          {leap.refutedBy !== null && leap.verdict === null && (
            <p className="mt-1 whitespace-pre-line">{say("initiatives:refutedIf", { text: leap.refutedBy })}</p>
          )}
          <Standing leap={leap} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ leap: { verdict, decidedOn, measured, measureOn, isOverdue } }: { leap: Leap }) {
  const { say, language } = useWords();
  if (verdict !== null && decidedOn !== null)
    return (
      <>
        <p className="mt-1 font-semibold">
          {say("initiatives:decidedAs", { verdict: say(`initiatives:verdict_${verdict}`), day: displayDate(decidedOn, language) })}
        </p>
        <p className="whitespace-pre-line">{measured}</p>
      </>
    );
  if (measureOn === null) return <p className="mt-1 text-quiet">{say("initiatives:noMeasureDay")}</p>;
  const day = displayDate(measureOn, language);
  return <p className={`mt-1 ${isOverdue ? "font-semibold" : ""}`}>{say(isOverdue ? "initiatives:overdueSince" : "initiatives:dueOn", { day })}</p>;
}
