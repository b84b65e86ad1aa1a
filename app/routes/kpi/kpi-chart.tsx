import { useLoaderData } from "@remix-run/react";
import { RunChartFigure } from "#app/components/kpis/run-chart-figure.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type InitiativeMark, initiativeMarks } from "#app/domain/kpis/initiative-marks.ts";
import { displayReading, signalsInWords } from "#app/domain/kpis/kpi-in-words.ts";
import { medianOf, runSignals } from "#app/domain/kpis/run-signals.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { loader } from "./route.tsx";

/** The run chart, and what in it is seldom chance alone. Shown where there is a reading. */
export function KpiChart() {
  const words = useWords();
  const { say, language } = words;
  const { kpi, charted, milestones, initiatives } = useLoaderData<typeof loader>();
  const values = charted.map(({ value }) => value);
  const median = medianOf(values)!;
  const said = displayReading(median, kpi.unit, words);
  const [from, to] = [charted[0]!, charted.at(-1)!].map(({ on }) => displayDate(on, language)) as [string, string];
  const label = say("kpis:chartLabel", { kpi: kpi.name, count: charted.length, from, to, median: said });
  // Of one day a milestone comes first.
  const marked = initiativeMarks(initiatives).map((mark) => ({
    id: `${mark.initiative.id} ${mark.kind}`,
    on: mark.on,
    title: markInWords(mark),
    initiative: null,
  }));
  const marks = marked.length === 0 ? { milestones } : { milestones: [...milestones, ...marked], marksHeading: say("kpis:marksHeading") };
  const signals = signalsInWords(
    runSignals(values),
    charted.map(({ on }) => on),
    words,
  );
  function markInWords({ initiative: { title }, kind, quarter }: InitiativeMark): string {
    if (quarter === null) return say(`kpis:initiative_${kind}`, { title, quarter: "" });
    return say(kind === "begins" ? "kpis:initiative_begins" : "kpis:initiative_began_in", { title, quarter });
  }
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("kpis:chartHeading")}</h2>
      <p className="measure mt-2 text-quiet">{say("kpis:chartText", { median: said })}</p>
      <RunChartFigure readings={charted} median={median} targets={kpi.targets} {...marks} unit={kpi.unit} label={label} />
      <h3 className="mt-6 text-lg">{say("kpis:signalsHeading")}</h3>
      {signals.map((sentence) => (
        <p key={sentence} className="measure mt-1">
          {sentence}
        </p>
      ))}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("kpis:signalsHow")}</summary>
        <p className="measure text-sm text-quiet">{say("kpis:signalsHowText")}</p>
      </details>
    </section>
  );
}
