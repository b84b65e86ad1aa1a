import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";
import { Bar } from "react-chartjs-2";
import type { DistributionProps } from "#app/components/benchmark/distribution-figure.tsx";
import { chartTheme } from "./chart-theme.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** The same as the server's drawing, sharp at every size. */
export default function DistributionCanvas({ bars, here, label, hereLabel }: DistributionProps) {
  const scheme = useColourScheme();
  const theme = chartTheme();
  const font = { family: theme.font, size: 14 };
  const step = 100 / bars.length;
  return (
    <Bar
      key={`${scheme} ${label} ${JSON.stringify(bars)}`}
      role="img"
      aria-label={label}
      data={{
        labels: bars.map((_, i) => String(i * step)),
        datasets: [
          {
            data: [...bars],
            backgroundColor: bars.map((_, i) => (i === here ? theme.accent : theme.quiet)),
            barPercentage: 1,
            categoryPercentage: 0.9,
          },
        ],
      }}
      options={{
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: { padding: { top: 28 } },
        scales: {
          y: { beginAtZero: true, ticks: { precision: 0, color: theme.quiet, font }, grid: { color: theme.rule }, border: { display: false } },
          x: { ticks: { color: theme.ink, font, maxRotation: 0, autoSkipPadding: 12 }, grid: { display: false }, border: { color: theme.ink } },
        },
      }}
      plugins={[
        {
          id: "here",
          afterDatasetsDraw({ ctx, chartArea, scales }) {
            if (here === null) return;
            const [x, y] = [scales["x"]!.getPixelForValue(here), scales["y"]!.getPixelForValue(bars[here]!)];
            ctx.font = `600 14px ${theme.font}`;
            ctx.fillStyle = theme.accent;
            ctx.textAlign = x < chartArea.left + 60 ? "left" : x > chartArea.right - 60 ? "right" : "center";
            ctx.fillText(`▼ ${hereLabel}`, x, y - 6);
          },
        },
      ]}
    />
  );
}
