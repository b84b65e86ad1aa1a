import type { ReactNode } from "react";
import { PILLAR_TONE } from "#app/components/ui/pillar-tone.ts";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import type { PlannedView } from "#app/domain/report/plan-view.ts";
import { InitiativeDetails } from "./initiative-details.tsx";
import { isPrerequisiteOnly } from "./roadmap-page.ts";

/** One initiative of the plan: its gain in one line, everything else opened on demand. */
export function PlannedInitiative({ item, reasons }: { item: PlannedView; reasons?: ReactNode }) {
  const words = useWords();
  const { say, language } = words;
  const lang = item.language;
  const effort = item.effort.reduce((sum, e) => sum + e.likely, 0);
  const { firstQuarter: first, lastQuarter: last } = item;
  const facts = [
    first === last ? first : say("roadmap:quarters", { first, last }),
    say("roadmap:personWeeks", { count: effort, amount: displayAmount(effort, language) }),
    ...(item.robust === null ? [] : [say("roadmap:inReruns", { share: displayShare(item.robust, words) })]),
  ];
  return (
    <li className="border-t border-rule py-4">
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[1fr_7rem]">
        <div>
          <h3 className="text-lg" lang={lang}>
            {item.title}
          </h3>
          <p className="text-sm">
            {item.pillars.map((pillar, i) => (
              <span key={pillar}>
                {i > 0 && ", "}
                <span className={`font-semibold ${PILLAR_TONE[pillar]}`}>{say(`terms:${pillar}`)}</span>
              </span>
            ))}
            <span className="text-quiet"> · {facts.join(" · ")}</span>
          </p>
        </div>
        {isPrerequisiteOnly(item) ? (
          <p className="text-quiet sm:text-right">{say("roadmap:prerequisite")}</p>
        ) : (
          <p className="font-serif text-xl text-accent tabular-nums sm:text-right">
            +{displayScore(item.gain, language)}
            <span className="ml-2 font-sans text-xs text-quiet sm:ml-0 sm:block">{say("roadmap:points")}</span>
          </p>
        )}
      </div>
      <p className="measure mt-2" lang={lang}>
        {item.problem}
      </p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">
          <Rich
            text={say("roadmap:openInitiative", { title: item.title })}
            marks={{
              title: (text) => (
                <span className="sr-only" lang={lang}>
                  {text}
                </span>
              ),
            }}
          />
        </summary>
        <InitiativeDetails item={item} reasons={reasons} />
      </details>
    </li>
  );
}
