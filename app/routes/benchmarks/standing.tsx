import { Link } from "@remix-run/react";
import { DistributionFigure } from "#app/components/benchmark/distribution-figure.tsx";
import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { ScrollTable } from "#app/components/team/scroll-table.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { ShownComparison } from "#app/services/benchmark/benchmark-page.server.ts";
import { PartTable } from "./part-table.tsx";

const NO_LEVEL = { level: null, gatedLevel: null };

/** Where one stands among others, as far as there are enough of them. */
export function Standing({ slug, shown }: { slug: string; shown: ShownComparison }) {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { title, version, period, takenAt, chosen, cohorts, isOwnLeftOut, isOwnStillIn } = shown;
  const why = cohorts.find(({ key }) => key === chosen.key)!;
  const asked = { title, version, period };
  return (
    <>
      <p className="measure mt-2 text-quiet">
        {chosen.isPublished && takenAt ? say("benchmarks:basis", { ...asked, cohort: chosen.title, day: dayOf(takenAt) }) : say("benchmarks:basisNone", asked)}{" "}
        {isOwnLeftOut && say("benchmarks:leftOut")}
        {isOwnStillIn && say("benchmarks:stillIn")}
      </p>
      {!chosen.isPublished && (
        <p className="measure mt-4">
          {why.isCounted && say(why.isOwnMissing ? "benchmarks:soFarOwnOut" : "benchmarks:soFarOwnIn")}{" "}
          {say(why.isCounted ? "benchmarks:soFarText" : "benchmarks:keptBackText")}
        </p>
      )}
      <nav aria-label={say("benchmarks:whichCohort")} className="no-print mt-6">
        <p className="font-semibold">{say("benchmarks:whichCohort")}</p>
        <p className="measure text-sm">{say("benchmarks:cohortsText")}</p>
        <ul className="mt-2">
          {cohorts.map((cohort) => (
            <li key={cohort.key}>
              {cohort.why === null ? (
                <Link
                  to={organizationPaths.benchmarksOf(slug, shown.slug, cohort.key)}
                  aria-current={cohort.key === chosen.key ? "page" : undefined}
                  className="inline-flex min-h-8 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                >
                  {cohort.title}
                </Link>
              ) : (
                <span className="inline-flex min-h-8 items-center text-quiet">{say("benchmarks:notYet", { cohort: cohort.title, why: cohort.why })}</span>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {chosen.isPublished && <Overall shown={shown} />}
      {chosen.isPublished && <PartTable shown={shown} />}
      {chosen.isPublished && <Best shown={shown} />}
    </>
  );
}

function Overall({ shown: { parts, levels, ends, ownInterval } }: { shown: ShownComparison }) {
  const words = useWords();
  const { say, language } = words;
  const { own, n, claim, bars, here, middleHalf } = parts[0]!;
  const score = (value: number) => displayScore(value, language);
  const half = middleHalf && { low: score(middleHalf.low), high: score(middleHalf.high) };
  const line = scoreLineText(say("benchmarks:you"), own, NO_LEVEL, words);
  const rank = claim?.kind === "quartile" || claim?.kind === "percentile" ? claim : null;
  return (
    <>
      <ScoreLineFigure
        score={own}
        band={ownInterval}
        middleHalf={middleHalf}
        levels={levels}
        ends={ends}
        label={half ? say("benchmarks:lineMiddle", { line, ...half }) : line}
      />
      <p className="measure text-sm">
        {half && say("benchmarks:middleHalf", { n, ...half })}{" "}
        {ownInterval && say("benchmarks:ownInterval", { low: score(ownInterval.low), high: score(ownInterval.high) })}
      </p>
      {rank && (
        <section className="mt-8">
          <h2 className="text-xl">{say("benchmarks:rankHeading")}</h2>
          <ScoreLineFigure
            score={rank.kind === "percentile" ? rank.rank : null}
            band={rank.interval}
            levels={([1, 2, 3, 4] as const).map((quarter) => ({ name: say(`benchmarks:quarter_${quarter}`), cut: (quarter - 1) * 25 }))}
            ends={{ from: say("benchmarks:bottom"), to: say("benchmarks:top") }}
            label={say("benchmarks:rankLabel", { low: Math.round(rank.interval.low), high: Math.round(rank.interval.high) })}
          />
        </section>
      )}
      {bars && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("benchmarks:distributionHeading", { n })}</h2>
          <DistributionFigure bars={bars} here={here} label={say("terms:chart", { label: say("benchmarks:barLabel") })} hereLabel={say("benchmarks:here")} />
          <details>
            <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("benchmarks:distributionTable")}</summary>
            <ScrollTable
              caption={say("benchmarks:distributionTable")}
              head={[
                { id: "score", title: say("benchmarks:scoreColumn") },
                { id: "others", title: say("benchmarks:othersColumn"), isFigure: true },
              ]}
              className="max-w-[24rem]"
            >
              {bars.map((count, i) => (
                <tr key={i * 5}>
                  <th scope="row" className="font-normal">
                    {say("benchmarks:barRange", { from: i * 5, to: (i + 1) * 5 })}
                    {i === here && <strong> {say("benchmarks:here")}</strong>}
                  </th>
                  <td className="figure">{displayCount(count, language)}</td>
                </tr>
              ))}
            </ScrollTable>
          </details>
        </section>
      )}
    </>
  );
}

function Best({ shown: { best, isOwnLeftOut: isOwnIn } }: { shown: ShownComparison }) {
  const { say, language } = useWords();
  const mean = (value: number) => displayCount(Math.round(value * 100), language);
  const side = ({ n, mean: value }: { n: number; mean: number }) => say("benchmarks:meanOf", { mean: mean(value), n });
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("benchmarks:bestHeading")}</h2>
      {best.length === 0 ? (
        <p className="measure mt-2">{say("benchmarks:bestNone")}</p>
      ) : (
        <>
          <p className="measure mt-2">
            {say("benchmarks:bestText")} {isOwnIn && say("benchmarks:bestOwnIn")}
          </p>
          <ScrollTable
            caption={say("benchmarks:bestTable")}
            head={[
              { id: "question", title: say("benchmarks:question") },
              { id: "best", title: say("benchmarks:bestColumn"), isFigure: true },
              { id: "rest", title: say("benchmarks:restColumn"), isFigure: true },
              { id: "own", title: say("benchmarks:ownColumn"), isFigure: true },
            ]}
            className="min-w-[40rem]"
          >
            {best.map((item) => (
              <tr key={item.item}>
                <th scope="row" className="font-normal">
                  {item.text}
                </th>
                <td className="figure">{side(item.best)}</td>
                <td className="figure">{side(item.rest)}</td>
                <td className="figure">{item.own === null ? say("benchmarks:notShown") : mean(item.own)}</td>
              </tr>
            ))}
          </ScrollTable>
        </>
      )}
    </section>
  );
}
