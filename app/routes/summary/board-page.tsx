import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { DueList } from "#app/components/organization/due-list.tsx";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayChange, displayScore } from "#app/domain/report/display.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import { decisiveChange } from "#app/domain/trends/change-shape.ts";
import type { ChangedPart } from "#app/domain/trends/changed-parts.ts";
import type { Summary } from "#app/services/home/read-summary.server.ts";

/** Everything a board has to know of one result, on one page. */
export function BoardPage({ slug, summary }: { slug: string; summary: Summary }) {
  const words = useWords();
  const { dayOf } = useDays();
  const { say, language } = words;
  const { headline, names, overall, before, dimensions, changed, disputed, unknown, due, roadmap, made } = summary;
  const { level, gatedLevel, mean } = overall;
  const isHeld = level !== null && gatedLevel !== null && gatedLevel < level;
  return (
    <article className="board-page">
      <h1 className="mt-4 max-w-[40ch] text-2xl print:mt-0">{headline}</h1>
      <p className="mt-1 text-sm text-quiet print:text-xs">
        <UnbrokenPeriods text={`${names.title} · ${made.period}`} /> <span className="no-print">· {say("standing:printHint")}</span>
      </p>
      <ScoreLineFigure
        score={mean}
        before={before?.mean ?? null}
        gateAt={isHeld ? (names.levels[gatedLevel]?.cut ?? null) : null}
        levels={names.levels}
        label={scoreLineText(names.title, mean, { level, gatedLevel }, words)}
      />
      {changed && <p className="measure">{changed.sentence}</p>}
      <section className="mt-4">
        <h2 className="text-lg">{say("standing:partsHeading")}</h2>
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={say("standing:partsHeading")}>
          <table className="figures">
            <caption className="sr-only">{say("standing:partsHeading")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("standing:part")}</th>
                <th scope="col" className="figure">
                  {say("standing:score")}
                </th>
                <th scope="col">
                  <UnbrokenPeriods text={before ? say("standing:changeSince", { period: before.period }) : say("change:difference")} />
                </th>
              </tr>
            </thead>
            <tbody>
              {dimensions.map((part) => (
                <tr key={part.id}>
                  <th scope="row">{part.title}</th>
                  <td className="figure">{part.mean === null ? say("terms:noScore") : displayScore(part.mean, language)}</td>
                  <td>{changeOf(part.changed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="mt-4 grid gap-x-10 gap-y-4 md:grid-cols-2 print:grid-cols-2">
        <section>
          <h2 className="text-lg">{say("standing:disagree")}</h2>
          <Points texts={disputed} none={say("standing:disagreeNone")} />
        </section>
        <section>
          <h2 className="text-lg">{say("standing:unknown")}</h2>
          <Points
            texts={unknown.map(({ text, count }) => say("standing:unknownOf", { text, count, of: made.respondents }))}
            none={say("standing:unknownNone")}
          />
        </section>
      </div>
      {roadmap && (
        <section className="mt-4">
          <h2 className="text-lg">{say("standing:roadmap")}</h2>
          <RoadmapLines roadmap={roadmap} />
        </section>
      )}
      <section className="mt-4">
        <h2 className="text-lg">{say("standing:due")}</h2>
        <DueList slug={slug} due={{ ...due, openCycles: due.openCycles.slice(0, 2) }} />
      </section>
      <footer className="mt-4 border-t border-rule pt-2 text-xs wrap-anywhere text-quiet">
        <p>{say("standing:foot", { ...made, title: names.title, day: dayOf(made.closedAt) })}</p>
        <p>{say("standing:footRule")}</p>
      </footer>
    </article>
  );

  function changeOf(part: ChangedPart | null): string {
    if (!part) return say("standing:noChangeYet");
    const { change } = part;
    if (change === null) return say("change:verdict_notCommon");
    const difference = decisiveChange(change);
    if (change.verdict === "too_few" || difference === null) return say("change:verdict_tooSmall");
    return say("change:verdictWith", { verdict: say(`change:verdict_${change.verdict}`), points: displayChange(difference, language) });
  }
}

/** What was adopted and what it projected, where the initiatives are, and what has come of those that are done. */
function RoadmapLines({ roadmap: { all, counts, adoption, kept } }: { roadmap: NonNullable<Summary["roadmap"]> }) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  if (all === 0 && adoption === null) return <p>{say("standing:roadmapNone")}</p>;
  const score = (value: number) => displayScore(value, language);
  const { under_way: underWay, ...others } = counts;
  return (
    <ul className="mt-1 space-y-1 print:mt-0 print:space-y-0">
      <li>
        {adoption === null ? (
          say("standing:roadmapNoPlan")
        ) : (
          <UnbrokenPeriods
            text={say("standing:roadmapPlan", {
              ...{ name: adoption.name, first: adoption.firstQuarter, last: adoption.lastQuarter, day: dayOf(adoption.adoptedAt) },
              ...{ today: score(adoption.today), end: score(adoption.end) },
            })}
          />
        )}
      </li>
      <li>{say("standing:roadmapCounts", { underWay, ...others })}</li>
      <li>
        {kept === null ? say("standing:roadmapNotHeld") : say("standing:roadmapKept", { promised: score(kept.promised), realised: score(kept.realised) })}
      </li>
    </ul>
  );
}

function Points({ texts, none }: { texts: string[]; none: string }) {
  if (texts.length === 0) return <p>{none}</p>;
  return (
    <ol className="mt-1 list-decimal space-y-1 pl-5 print:mt-0 print:space-y-0">
      {texts.map((text) => (
        <li key={text}>
          <span className="board-line">{text}</span>
        </li>
      ))}
    </ol>
  );
}
