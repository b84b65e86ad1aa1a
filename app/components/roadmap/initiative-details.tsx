import type { ReactNode } from "react";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";
import type { PlannedView } from "#app/domain/report/plan-view.ts";
import type { RaiseView } from "#app/domain/report/raises.ts";
import { TitlesInLanguages } from "./titles-in-languages.tsx";

/** Everything about an initiative: why it is in the plan (`reasons`, where more is known than its gain), what it takes, how to begin, and how one would see that it works. */
export function InitiativeDetails({ item, reasons }: { item: PlannedView; reasons?: ReactNode }) {
  const words = useWords();
  const { say, language } = words;
  const lang = item.language;
  const { cost } = item;
  const amount = (weeks: number) => displayAmount(weeks, language);
  const money = (euro: number) => displayMoney(euro, language);
  return (
    <dl className="grid max-w-[56rem] gap-x-10 gap-y-4 pb-4 sm:grid-cols-2 [&_dt]:font-semibold">
      <div className="sm:col-span-2">
        <dt>{say("roadmap:whyInPlan")}</dt>
        <dd>
          {reasons ?? (
            <>
              <Rises rises={item.raises} />
              {item.gain < 0.05 && <WhyWithoutGain item={item} />}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{say("roadmap:doneWhen")}</dt>
        <dd lang={lang}>{item.done}</dd>
      </div>
      <div>
        <dt>{say("roadmap:restsOn")}</dt>
        <dd>{item.requires.length === 0 ? say("roadmap:restsOnNothing") : <TitlesInLanguages titles={item.requires} />}</dd>
      </div>
      <div>
        <dt>{say("roadmap:effort")}</dt>
        <dd>
          <ul>
            {item.effort.map(({ pool, low, likely, high }) => (
              <li key={pool} className="tabular-nums">
                <Rich
                  text={say("roadmap:effortOf", { pool: say(`terms:${pool}`), low: amount(low), likely: amount(likely), high: amount(high) })}
                  marks={{ likely: (text) => <strong>{text}</strong> }}
                />
              </li>
            ))}
          </ul>
          <p className="text-sm text-quiet" lang={lang}>
            {item.effortReason}
          </p>
        </dd>
      </div>
      <div>
        <dt>{say("roadmap:cost")}</dt>
        <dd>
          {cost.high === 0 ? say("roadmap:noMoney") : say("roadmap:costRange", { low: money(cost.low), high: money(cost.high), likely: money(cost.likely) })}
          {cost.free && (
            <p className="text-sm text-quiet">
              <Rich text={say("roadmap:freeForm", { form: cost.free })} marks={{ form: (text) => <span lang={lang}>{text}</span> }} />
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{say("roadmap:tryFirst")}</dt>
        <dd lang={lang}>{item.pilot}</dd>
      </div>
      <div>
        <dt>{say("roadmap:byHand")}</dt>
        <dd lang={lang}>{item.byHand}</dd>
      </div>
      <div>
        <dt>{say("roadmap:chance", { share: displayShare(item.chance.value, words) })}</dt>
        <dd lang={lang}>{item.chance.reason}</dd>
      </div>
      <div>
        <dt>{say("roadmap:owner")}</dt>
        <dd lang={lang}>{item.owner}</dd>
      </div>
      <div>
        <dt>{say("roadmap:hypothesis")}</dt>
        <dd lang={lang}>{item.hypothesis}</dd>
      </div>
      <div>
        <dt>{say("roadmap:refutedBy")}</dt>
        <dd lang={lang}>{item.refutedBy}</dd>
      </div>
      <div>
        <dt>{say("roadmap:kpis")}</dt>
        <dd>
          <ul>
            {item.kpis.map((kpi) => (
              <li key={kpi.title} lang={kpi.language}>
                {kpi.title}
                <span className="block text-sm text-quiet">{kpi.formula}</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{say("roadmap:checklist")}</dt>
        <dd lang={lang}>
          <ol className="list-decimal pl-5">
            {item.checklist.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </dd>
      </div>
    </dl>
  );
}

/** The answers it raises; where there are several assessments, each with those that ask it. */
function Rises({ rises }: { rises: RaiseView[] }) {
  const { say, language } = useWords();
  if (rises.length === 0) return null;
  return (
    <ul className="mt-1 space-y-2">
      {rises.map(({ question, from, to, points, assessments }) => (
        <li key={`${question} ${assessments.join(" ")}`} className="border-l-2 border-rule pl-3">
          {question}
          {assessments.length > 0 && (
            <span className="block text-quiet">{say("roadmap:askedIn", { count: assessments.length, assessments: inWords(assessments, language) })}</span>
          )}
          <span className="block text-quiet">
            {points > 0 ? say("roadmap:risePoints", { from, to, points: displayScore(points, language) }) : say("roadmap:rise", { from, to })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function WhyWithoutGain({ item }: { item: PlannedView }) {
  const { say } = useWords();
  const { neededBy } = item;
  if (neededBy.length === 0) return <p className="mt-1 text-quiet">{say("roadmap:smallGain")}</p>;
  return (
    <p className="mt-1">
      <Rich
        text={say("roadmap:neededBy", { count: neededBy.length, initiatives: neededBy.map(({ title }) => title).join("; ") })}
        marks={{ titles: () => <TitlesInLanguages titles={neededBy} /> }}
      />
    </p>
  );
}
