import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";
import { Bar } from "react-chartjs-2";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import { chartTheme, pillarPattern } from "./chart-theme.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Scores of the pillars as bars, 0..100, each in its own colour and pattern with its figure at the end. */
export default function PillarChart({ pillars, label }: { pillars: { id: Pillar; score: number }[]; label: string }) {
  const { say, language } = useWords();
  const scheme = useColourScheme();
  const theme = chartTheme();
  return (
    <Bar
      key={`${scheme} ${language}`}
      role="img"
      aria-label={say("terms:chart", { label })}
      data={{
        labels: pillars.map((p) => say(`terms:${p.id}`)),
        datasets: [
          {
            data: pillars.map((p) => p.score),
            backgroundColor: pillars.map((p) => pillarPattern(p.id, theme.colour(p.id), theme.paper)),
            borderColor: pillars.map((p) => theme.colour(p.id)),
            borderWidth: 1.5,
            barPercentage: 0.7,
          },
        ],
      }}
      options={{
        indexAxis: "y",
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: { padding: { right: 44 } },
        scales: {
          x: {
            min: 0,
            max: 100,
            ticks: { stepSize: 20, color: theme.quiet, font: { family: theme.font, size: 14 } },
            grid: { color: theme.rule },
            border: { display: false },
          },
          y: { ticks: { color: theme.ink, font: { family: theme.font, size: 15 } }, grid: { display: false }, border: { color: theme.ink } },
        },
      }}
      plugins={[
        {
          id: "figures",
          // The chart keeps the plugin it was made with, so the figures come from its data.
          afterDatasetsDraw(chart) {
            const { ctx } = chart;
            ctx.fillStyle = theme.ink;
            ctx.font = `600 15px ${theme.font}`;
            ctx.textBaseline = "middle";
            chart.getDatasetMeta(0).data.forEach((bar, i) => ctx.fillText(displayScore(Number(chart.data.datasets[0]!.data[i]), language), bar.x + 8, bar.y));
          },
        },
      ]}
    />
  );
}
