import { useWords } from "#app/components/words/use-words.tsx";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayAmount, displayCount, displayScore, displayShare } from "#app/domain/report/display.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";

/** So many stand on the page; the rest behind them. */
const FIRST = 5;

/** What to talk about first, and why; and what nobody can talk about before somebody has found it out. */
export function TeamAgenda({ figures, names }: { figures: TeamResult; names: TeamNames }) {
  const words = useWords();
  const { say, language } = words;
  const { agenda, findOut, respondents } = figures;
  const textOf = (id: string) => names.items.find((item) => item.id === id)!.text;
  return (
    <>
      <section className="mt-12 border-t border-rule pt-8">
        <h2 className="text-2xl">{say("team:talkFirst")}</h2>
        <p className="measure mt-2 text-quiet">{say(agenda.length === 0 ? "team:talkNothing" : "team:talkFirstText")}</p>
        <Agenda figures={figures} names={names} entries={agenda.slice(0, FIRST)} start={1} />
        {agenda.length > FIRST && (
          <details className="mt-2">
            <summary className="inline-flex min-h-11 items-center text-sm text-accent">
              {say("team:talkMore", { all: displayCount(agenda.length, language) })}
            </summary>
            <Agenda figures={figures} names={names} entries={agenda.slice(FIRST)} start={FIRST + 1} />
          </details>
        )}
      </section>
      {findOut.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">{say("team:findOut")}</h2>
          <p className="measure mt-2 text-quiet">{say("team:findOutText")}</p>
          <ul className="measure mt-3 space-y-3">
            {findOut.map(({ item, notSure, share }) => (
              <li key={item}>
                {textOf(item)}
                <span className="block text-sm text-quiet">
                  {say("team:notSure", {
                    people: displayCount(notSure, language),
                    total: displayCount(respondents, language),
                    share: displayShare(share, words),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type AgendaProps = { figures: TeamResult; names: TeamNames; entries: TeamResult["agenda"]; start: number };

function Agenda({ figures, names, entries, start }: AgendaProps) {
  const { say, language } = useWords();
  return (
    <ol className="mt-4 max-w-[52rem]" start={start}>
      {entries.map(({ item, weight, agreement, effect }, i) => {
        const band = figures.items.find(({ id }) => id === item)!.band;
        return (
          <li key={item} className="grid grid-cols-[2.5rem_1fr] border-t border-rule py-4">
            <span aria-hidden="true" className="font-serif text-xl text-accent tabular-nums">
              {start + i}
            </span>
            <div>
              <p className="font-semibold">{names.items.find(({ id }) => id === item)!.text}</p>
              <p className="mt-1 text-quiet">
                {say("team:why", {
                  band: band ? say(`team:band_${band}`) : say("team:noBand"),
                  agreement: displayAmount(agreement, language),
                  weight: displayAmount(weight, language),
                  points: displayScore(effect, language),
                })}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
