import { displayAmount, displayScore, displayShare } from "#app/domain/report/display.ts";
import type { PlannedView } from "#app/domain/report/plan-view.ts";

const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

const TONE: Record<string, string> = {
  people: "text-people",
  process: "text-process",
  content: "text-content",
  technology: "text-technology",
  kpis: "text-kpis",
};

/** One initiative of the plan: its gain in one line, everything else opened on demand. */
export function PlannedInitiative({ item }: { item: PlannedView }) {
  const effort = item.effort.reduce((sum, e) => sum + e.likely, 0);
  return (
    <li className="border-t border-rule py-4">
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[1fr_7rem]">
        <div>
          <h3 className="text-lg">{item.title}</h3>
          <p className="text-sm">
            {item.pillars.map((p, i) => (
              <span key={p.id}>
                {i > 0 && ", "}
                <span className={`font-semibold ${TONE[p.id]}`}>{p.title}</span>
              </span>
            ))}
            <span className="text-quiet">
              {" "}
              · {item.startQuarter === item.endQuarter ? `Q${item.startQuarter}` : `Q${item.startQuarter} to Q${item.endQuarter}`} · {displayAmount(effort)}{" "}
              {effort === 1 ? "person-week" : "person-weeks"}
              {item.robust !== null && ` · in the plan in ${displayShare(item.robust)} of reruns`}
            </span>
          </p>
        </div>
        <p className="font-serif text-xl text-accent tabular-nums sm:text-right">
          +{displayScore(item.gain)}
          <span className="ml-2 font-sans text-xs text-quiet sm:ml-0 sm:block">points</span>
        </p>
      </div>
      <p className="measure mt-2">{item.problem}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">
          Open this initiative<span className="sr-only">: {item.title}</span>
        </summary>
        <Details item={item} />
      </details>
    </li>
  );
}

function Details({ item }: { item: PlannedView }) {
  const { cost } = item;
  return (
    <dl className="grid max-w-[56rem] gap-x-10 gap-y-4 pb-4 sm:grid-cols-2 [&_dt]:font-semibold">
      <div className="sm:col-span-2">
        <dt>Why it is in the plan</dt>
        {item.raises.length > 0 ? (
          <dd>
            <ul className="mt-1 space-y-2">
              {item.raises.map((raise) => (
                <li key={raise.question} className="border-l-2 border-rule pl-3">
                  {raise.question}
                  <span className="block text-quiet">
                    From “{raise.from}” to “{raise.to}”{raise.points > 0 && `: +${displayScore(raise.points)} by itself`}
                  </span>
                </li>
              ))}
            </ul>
            {item.gain < 0.05 && <p className="mt-1 text-quiet">Its own gain is small or shared with another initiative; others in the plan rest on it.</p>}
          </dd>
        ) : (
          <dd>It raises no answer itself: other initiatives in the plan rest on it.</dd>
        )}
      </div>
      <div>
        <dt>Done when</dt>
        <dd>{item.done}</dd>
      </div>
      <div>
        <dt>Rests on</dt>
        <dd>{item.requires.length === 0 ? "Nothing: it can start at once." : item.requires.join("; ")}</dd>
      </div>
      <div>
        <dt>Effort in person-weeks (low, likely, high)</dt>
        <dd>
          <ul>
            {item.effort.map((e) => (
              <li key={e.pool} className="tabular-nums">
                {e.pool}: {displayAmount(e.low)}, <strong>{displayAmount(e.likely)}</strong>, {displayAmount(e.high)}
              </li>
            ))}
          </ul>
          <p className="text-sm text-quiet">{item.effortReason}</p>
        </dd>
      </div>
      <div>
        <dt>Cost</dt>
        <dd>
          {cost.high === 0 ? "No money" : `${money.format(cost.low)} to ${money.format(cost.high)}, likely ${money.format(cost.likely)}`}
          {cost.free && <p className="text-sm text-quiet">Free form: {cost.free}</p>}
        </dd>
      </div>
      <div>
        <dt>Try first</dt>
        <dd>{item.pilot}</dd>
      </div>
      <div>
        <dt>By hand, before there is technology</dt>
        <dd>{item.byHand}</dd>
      </div>
      <div>
        <dt>Chance of success: {displayShare(item.chance.value)}</dt>
        <dd>{item.chance.reason}</dd>
      </div>
      <div>
        <dt>Usually owned by</dt>
        <dd>{item.owner}</dd>
      </div>
      <div>
        <dt>What we believe</dt>
        <dd>{item.hypothesis}</dd>
      </div>
      <div>
        <dt>What would refute it</dt>
        <dd>{item.refutedBy}</dd>
      </div>
      <div>
        <dt>KPIs that would show it</dt>
        <dd>
          <ul>
            {item.kpis.map((kpi) => (
              <li key={kpi.title}>
                {kpi.title}
                <span className="block text-sm text-quiet">{kpi.formula}</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>First steps</dt>
        <dd>
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
