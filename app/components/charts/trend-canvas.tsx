import { Chart, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { Line } from "react-chartjs-2";
import type { TrendPoint } from "#app/domain/change/team-change-shape.ts";
import { DASHES, LINES, trendChart } from "#app/domain/trends/trend-chart.ts";
import { chartTheme } from "./chart-theme.ts";
import { useColourScheme } from "./use-colour-scheme.ts";

Chart.register(LinearScale, LineController, LineElement, PointElement);

const MARKS = { measured: "circle", returning: "rect", constantMix: "triangle" } as const;

type TrendCanvasProps = { periods: string[]; points: TrendPoint[]; milestones: string[]; label: string };

/** The same lines on a canvas, sharp at every size. */
export default function TrendCanvas({ periods, points, milestones, label }: TrendCanvasProps) {
  const scheme = useColourScheme();
  const theme = chartTheme();
  const places = trendChart({ periods, points, milestones, width: 1, height: 100 });
  return (
    <Line
      key={`${scheme} ${label}`}
      role="img"
      aria-label={label}
      data={{
        datasets: LINES.map((line) => ({
          data: points.map((point, i) => ({ x: places.quarters[i]!, y: point[line] })),
          borderColor: line === "measured" ? theme.accent : theme.ink,
          backgroundColor: line === "measured" ? theme.accent : theme.paper,
          borderDash: DASHES[line],
          borderWidth: 2.5,
          pointStyle: MARKS[line],
          pointRadius: line === "measured" ? 4.5 : 9,
          pointBorderWidth: line === "measured" ? 1 : 2,
          spanGaps: false,
        })),
      }}
      options={{
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: { padding: { top: 20, right: 8 } },
        scales: {
          y: { min: 0, max: 100, ticks: { stepSize: 20, color: theme.quiet, font: { family: theme.font, size: 14 } }, grid: { color: theme.rule } },
          x: {
            type: "linear",
            min: 0,
            max: 1,
            afterBuildTicks: (axis) => {
              axis.ticks = places.quarters.map((value) => ({ value }));
            },
            ticks: {
              maxRotation: 0,
              autoSkipPadding: 12,
              color: theme.ink,
              font: { family: theme.font, size: 14 },
              callback: (value) => periods[places.quarters.indexOf(Number(value))] ?? "",
            },
            grid: { display: false },
          },
        },
      }}
      plugins={[
        {
          id: "milestones",
          afterDraw({ ctx, chartArea, scales }) {
            ctx.save();
            ctx.strokeStyle = ctx.fillStyle = theme.ink;
            ctx.setLineDash([1, 3]);
            ctx.textAlign = "center";
            ctx.font = `14px ${theme.font}`;
            places.milestones.forEach((place, i) => {
              const x = scales["x"]!.getPixelForValue(place);
              ctx.beginPath();
              ctx.moveTo(x, chartArea.top);
              ctx.lineTo(x, chartArea.bottom);
              ctx.stroke();
              ctx.fillText(String(i + 1), x, chartArea.top - 5);
            });
            ctx.restore();
          },
        },
      ]}
    />
  );
}
