import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { Line } from "react-chartjs-2";
import { displayScore } from "#app/domain/report/display.ts";
import type { Language } from "#app/words/language.ts";
import { chartTheme } from "./chart-theme.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

type ProjectionChartProps = { points: { name: string; score: number }[]; label: string; language: Language };

/** The projected score at the end of each quarter, beginning with today; 0..100. */
export default function ProjectionChart({ points, label, language }: ProjectionChartProps) {
  const scheme = useColourScheme();
  const theme = chartTheme();
  return (
    <Line
      key={scheme}
      role="img"
      aria-label={label}
      data={{
        labels: points.map((p) => p.name),
        datasets: [
          { data: points.map((p) => p.score), borderColor: theme.accent, backgroundColor: theme.accent, borderWidth: 2.5, pointRadius: 4, tension: 0 },
        ],
      }}
      options={{
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: { padding: { top: 28, right: 24 } },
        scales: {
          y: {
            min: 0,
            max: 100,
            ticks: { stepSize: 20, color: theme.quiet, font: { family: theme.font, size: 14 } },
            grid: { color: theme.rule },
            border: { display: false },
          },
          x: { offset: true, ticks: { color: theme.ink, font: { family: theme.font, size: 14 } }, grid: { display: false }, border: { color: theme.ink } },
        },
      }}
      plugins={[
        {
          id: "figures",
          // The chart keeps the plugin it was made with, so the figures come from its data, which follow the plan.
          afterDatasetsDraw(chart) {
            const { ctx } = chart;
            ctx.fillStyle = theme.ink;
            ctx.font = `600 14px ${theme.font}`;
            ctx.textAlign = "center";
            chart
              .getDatasetMeta(0)
              .data.forEach((point, i) => ctx.fillText(displayScore(Number(chart.data.datasets[0]!.data[i]), language), point.x, point.y - 12));
          },
        },
      ]}
    />
  );
}
