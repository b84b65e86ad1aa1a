import { useWords } from "#app/components/words/use-words.tsx";
import type { TeamGap, TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import { gapLine, reachOf } from "#app/domain/report/gap-line.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { gapText } from "#app/domain/report/team-sentences.ts";
import { ScrollTable } from "./scroll-table.tsx";

/** Where role groups see different things: for each pair a sentence, then every part as a drawn interval with its figures. */
export function TeamGaps({ figures, names }: { figures: TeamResult; names: TeamNames }) {
  const words = useWords();
  const { say, language } = words;
  const { gaps, draws, seed } = figures;
  const reach = reachOf(gaps.flatMap(({ overall, dimensions }) => [overall, ...dimensions]));
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("team:gaps")}</h2>
      {gaps.length === 0 && <p className="measure mt-2">{say("team:gapsNone")}</p>}
      {gaps.map((gap) => (
        <Pair key={`${gap.a} ${gap.b}`} gap={gap} names={names} reach={reach} />
      ))}
      {gaps.length > 0 && <p className="measure mt-4 text-sm text-quiet">{say("team:gapHow", { draws: displayCount(draws, language), seed: String(seed) })}</p>}
    </section>
  );
}

function Pair({ gap, names, reach }: { gap: TeamGap; names: TeamNames; reach: number }) {
  const words = useWords();
  const { say } = words;
  const [a, b] = [say(`team:role_${gap.a}`), say(`team:role_${gap.b}`)];
  const caption = say("team:gapTable", { a, b });
  const head = [
    { id: "part", title: say("team:part") },
    { id: "drawing", title: `${b} ← → ${a}` },
    { id: "difference", title: say("team:difference"), isFigure: true },
    { id: "interval", title: say("team:intervalColumn"), isFigure: true },
    { id: "clear", title: say("team:isClear") },
  ];
  const rows = [
    { id: "overall", title: say("team:overall"), of: gap.overall, clear: null },
    ...gap.dimensions.map((d) => ({ id: d.id, title: names.dimensions.find(({ id }) => id === d.id)!.title, of: d, clear: d.clear })),
  ];
  return (
    <div className="mt-6">
      <h3 className="text-lg">{say("team:gapOf", { a, b })}</h3>
      <p className="measure mt-1">{gapText(gap, words)}</p>
      <ScrollTable caption={caption} head={head} className="min-w-[40rem]">
        {rows.map(({ id, title, of, clear }) => (
          <GapRow key={id} title={title} of={of} clear={clear} {...{ a, b, reach }} />
        ))}
      </ScrollTable>
      <p className="mt-1 text-sm text-quiet">{say("team:gapScale", { a, b, reach })}</p>
    </div>
  );
}

type GapRowProps = { title: string; of: TeamGap["overall"]; clear: boolean | null; a: string; b: string; reach: number };

function GapRow({ title, of: { difference, interval }, clear, a, b, reach }: GapRowProps) {
  const { say, language } = useWords();
  if (difference === null) {
    return (
      <tr>
        <th scope="row">{title}</th>
        <td colSpan={4} className="text-quiet">
          {say("terms:noScore")}
        </td>
      </tr>
    );
  }
  const shown = displayScore(difference, language);
  const [low, high] = [interval?.low ?? difference, interval?.high ?? difference].map((end) => displayScore(end, language)) as [string, string];
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="w-1/2">
        <Drawing label={say("team:gapDrawing", { part: title, a, b, difference: shown, low, high })} {...{ difference, interval, reach }} />
      </td>
      <td className="figure">{shown}</td>
      <td className="figure">{say("team:range", { low, high })}</td>
      <td>{clear === null ? "" : say(clear ? "team:clear" : "team:unclear")}</td>
    </tr>
  );
}

const WIDTH = 240;

function Drawing({ label, ...of }: { label: string; difference: number; interval: TeamGap["overall"]["interval"]; reach: number }) {
  const { zero, mark, bar } = gapLine({ ...of, width: WIDTH });
  return (
    <svg viewBox={`-6 0 ${WIDTH + 12} 20`} role="img" aria-label={label} className="block h-5 w-full min-w-40">
      <line x1={0} x2={WIDTH} y1={10} y2={10} className="stroke-rule" />
      <line x1={zero} x2={zero} y1={1} y2={19} className="stroke-ink" />
      {bar && <rect x={bar.x} y={7} width={bar.width} height={6} className="fill-accent opacity-40" />}
      {bar && [bar.x, bar.x + bar.width].map((x) => <line key={x} x1={x} x2={x} y1={5} y2={15} className="stroke-accent" strokeWidth={1.5} />)}
      <circle cx={mark} cy={10} r={4.5} className="fill-accent" />
    </svg>
  );
}
