import { lazy, Suspense } from "react";
import { MarksList } from "#app/components/charts/marks-list.tsx";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { TrendPoint } from "#app/domain/change/team-change-shape.ts";
import { type Mark as Milestone, milestonesWithin } from "#app/domain/milestones/milestones-within.ts";
import { DASHES, type Line, LINES, trendChart, trendSpan } from "#app/domain/trends/trend-chart.ts";

const TrendCanvas = lazy(() => import("#app/components/charts/trend-canvas.tsx"));

export type TrendFigureProps = { title: string; periods: string[]; points: TrendPoint[]; milestones: Milestone[] };

const NAMES = { measured: "change:asMeasured", returning: "change:returningOnly", constantMix: "change:sameMix" } as const;

/** A trend with its three lines and what happened on the way: drawn by the server, and anew by script once that is there. */
export function TrendFigure({ title, periods, points, milestones }: TrendFigureProps) {
  const { say } = useWords();
  const there = LINES.filter((line) => points.some((point) => point[line] !== null));
  const shown = milestonesWithin(milestones, trendSpan(periods));
  const plain = say("terms:chart", { label: title });
  const label = shown.length === 0 ? plain : say("marks:inLabel", { label: plain, count: shown.length });
  const canvas = { periods, points, milestones: shown.map(({ on }) => on), label };
  return (
    <figure className="my-6">
      <figcaption className="font-serif text-lg font-semibold">{title}</figcaption>
      <ul className="mt-2 flex flex-wrap gap-x-6 text-sm">
        {there.map((line) => (
          <li key={line} className="flex items-center gap-2">
            <svg aria-hidden="true" width="44" height="20" viewBox="-2 -4 44 20">
              <line
                x1={0}
                x2={40}
                y1={6}
                y2={6}
                className={line === "measured" ? "stroke-accent" : "stroke-ink"}
                strokeWidth={2.5}
                strokeDasharray={DASHES[line].join(" ")}
              />
              <Mark line={line} x={20} y={6} />
            </svg>
            {say(NAMES[line])}
          </li>
        ))}
      </ul>
      <AfterHydration className="mt-2 h-72" before={<TrendDrawing {...canvas} />}>
        {() => (
          <Suspense fallback={<TrendDrawing {...canvas} />}>
            <TrendCanvas {...canvas} />
          </Suspense>
        )}
      </AfterHydration>
      <MarksList marks={shown} />
    </figure>
  );
}

type Drawn = { periods: string[]; points: TrendPoint[]; milestones: string[]; label: string };

function TrendDrawing({ label, ...drawn }: Drawn) {
  return (
    <div role="img" aria-label={label} className="h-72">
      <Drawing {...drawn} width={900} size={15} className="max-sm:hidden" />
      <Drawing {...drawn} width={280} size={15} className="sm:hidden" />
    </div>
  );
}

function Drawing({ periods, points, milestones, width, size, className }: Omit<Drawn, "label"> & { width: number; size: number; className: string }) {
  const height = 200;
  const chart = trendChart({ periods, points, milestones, width, height });
  const every = Math.ceil((periods.length * size * 5) / width);
  return (
    <svg aria-hidden="true" viewBox={`-32 -20 ${width + 42} ${height + 50}`} className={`h-full w-full ${className}`} fontSize={size}>
      {[0, 20, 40, 60, 80, 100].map((score) => (
        <g key={score}>
          <line x1={0} x2={width} y1={height - score * 2} y2={height - score * 2} className="stroke-rule" />
          <text x={-6} y={height - score * 2 + size / 3} textAnchor="end" className="fill-quiet">
            {score}
          </text>
        </g>
      ))}
      {chart.milestones.map((x, i) => (
        <g key={`${milestones[i]} ${i}`} className="fill-ink stroke-ink">
          <line x1={x} x2={x} y1={0} y2={height} strokeDasharray="1 3" />
          <text x={x} y={-5} textAnchor="middle" stroke="none">
            {i + 1}
          </text>
        </g>
      ))}
      {LINES.toReversed().map((line) =>
        chart.lines[line].map((piece) => (
          <g key={`${line} ${piece[0]!.x}`}>
            <polyline
              points={piece.map(({ x, y }) => `${x},${y}`).join(" ")}
              fill="none"
              className={line === "measured" ? "stroke-accent" : "stroke-ink"}
              strokeWidth={2.5}
              strokeDasharray={DASHES[line].join(" ")}
            />
            {piece.map(({ x, y }) => (
              <Mark key={x} line={line} x={x} y={y} />
            ))}
          </g>
        )),
      )}
      {periods.map((period, i) =>
        (periods.length - 1 - i) % every === 0 ? (
          <text key={period} x={chart.quarters[i]} y={height + size * 1.5} textAnchor="middle" className="fill-ink">
            {period}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** The marks of the later lines are open and larger, so that they stay visible around those of the first. */
function Mark({ line, x, y }: { line: Line; x: number; y: number }) {
  if (line === "measured") return <circle cx={x} cy={y} r={4.5} className="fill-accent" />;
  if (line === "returning") return <rect x={x - 7} y={y - 7} width={14} height={14} className="fill-paper stroke-ink" strokeWidth={2} />;
  return <path d={`M${x} ${y - 10} l9 16 h-18 z`} className="fill-paper stroke-ink" strokeWidth={2} />;
}
