import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { Line } from "react-chartjs-2";
import type { RunChartFigureProps } from "#app/components/kpis/run-chart-figure.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import { daysOfQuarter } from "#app/domain/kpis/reading-period.ts";
import { dayOf, daysApart, numberOf, runChart } from "#app/domain/kpis/run-chart.ts";
import { displayDate, displayMonth } from "#app/domain/report/display.ts";
import { chartTheme } from "./chart-theme.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

Chart.register(LinearScale, LineController, LineElement, PointElement, Tooltip);

/** Pixels beside the lines, for the figures of the scale. */
const SCALE_WIDTH = 64;

/** The same as the server's drawing, on a canvas whose points say their figures. */
export default function RunChart({ unit, label, ...input }: RunChartFigureProps) {
  const words = useWords();
  const { say, language } = words;
  const scheme = useColourScheme();
  const theme = chartTheme();
  const { readings, median, targets } = input;
  // Days along and the scale's own figures upwards, as the server has them.
  const geometry = runChart(input, { left: 0, right: 1, top: 0, bottom: 1 });
  const longest = Math.max(...geometry.dates.map(({ day }) => displayMonth(day, language).length));
  const [first, last] = [numberOf(geometry.from), numberOf(geometry.to)];
  const font = { family: theme.font, size: 14 };
  return (
    <Line
      key={`${scheme} ${language} ${JSON.stringify(input)}`}
      role="img"
      aria-label={label}
      data={{
        datasets: [
          {
            data: readings.map(({ on, value }) => ({ x: numberOf(on), y: value })),
            // The first and the last point stand on the edges.
            clip: false,
            ...{ borderColor: theme.accent, backgroundColor: theme.accent, borderWidth: 2.5, pointRadius: 4, pointHoverRadius: 6, tension: 0 },
          },
          {
            data: [first, last].map((x) => ({ x, y: median })),
            ...{ borderColor: theme.quiet, borderDash: [8, 5], borderWidth: 1.5, pointRadius: 0, pointHitRadius: 0 },
          },
          ...Object.entries(targets).map(([quarter, y]) => ({
            data: [daysOfQuarter(quarter).first, daysOfQuarter(quarter).last].map((day) => ({ x: Math.min(Math.max(numberOf(day), first), last), y })),
            ...{ borderColor: theme.ink, borderWidth: 3.5, pointRadius: 0, pointHitRadius: 0 },
          })),
        ],
      }}
      options={{
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: ["mousemove", "mouseout", "click", "touchstart", "touchmove"],
        interaction: { mode: "nearest", intersect: false },
        layout: { padding: { top: 28, right: 16 } },
        plugins: {
          tooltip: {
            filter: ({ datasetIndex }) => datasetIndex === 0,
            displayColors: false,
            callbacks: {
              title: ([point]) => (point ? displayDate(dayOf(point.parsed.x ?? 0), language) : ""),
              label: ({ parsed }) => displayReading(parsed.y ?? 0, unit, words),
            },
          },
        },
        scales: {
          y: {
            min: geometry.ticks[0]!.value,
            max: geometry.ticks.at(-1)!.value,
            afterBuildTicks: (axis) => (axis.ticks = geometry.ticks.map(({ value }) => ({ value }))),
            ticks: { color: theme.quiet, font, callback: (value) => displayReading(Number(value), "", words) },
            grid: { color: theme.rule },
            border: { display: false },
          },
          x: {
            type: "linear",
            min: first,
            max: last,
            afterBuildTicks: (axis) => {
              const room = axis.chart.width - SCALE_WIDTH;
              axis.ticks = daysApart(geometry.dates, (font.size * (0.5 * longest + 1)) / room).map(({ day }) => ({ value: numberOf(day) }));
            },
            ticks: { color: theme.quiet, font, maxRotation: 0, autoSkip: false, callback: (value) => displayMonth(dayOf(Number(value)), language) },
            grid: { display: false },
            border: { color: theme.ink },
          },
        },
      }}
      plugins={[
        {
          id: "marks",
          afterDatasetsDraw({ ctx, chartArea, scales }) {
            ctx.font = `600 14px ${theme.font}`;
            ctx.fillStyle = ctx.strokeStyle = theme.ink;
            ctx.textAlign = "center";
            for (const [place, { on }] of geometry.milestones.entries()) {
              const x = scales["x"]!.getPixelForValue(numberOf(on));
              ctx.setLineDash([2, 3]);
              ctx.beginPath();
              ctx.moveTo(x, chartArea.top - 8);
              ctx.lineTo(x, chartArea.bottom);
              ctx.stroke();
              ctx.fillText(String(place + 1), x, chartArea.top - 12);
            }
            ctx.setLineDash([]);
            ctx.font = `14px ${theme.font}`;
            ctx.fillStyle = theme.quiet;
            ctx.textAlign = "right";
            const place = [say("kpis:chartMedian"), chartArea.right, scales["y"]!.getPixelForValue(median) - 6] as const;
            // Set off from the line of readings where that runs behind it.
            ctx.strokeStyle = theme.paper;
            ctx.lineWidth = 4;
            ctx.strokeText(...place);
            ctx.fillText(...place);
          },
        },
      ]}
    />
  );
}
