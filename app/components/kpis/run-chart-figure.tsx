import { lazy, Suspense, useSyncExternalStore } from "react";
import { MarksList } from "#app/components/charts/marks-list.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import { daysApart, type RunChartInput, runChart } from "#app/domain/kpis/run-chart.ts";
import { displayMonth } from "#app/domain/report/display.ts";

const RunChart = lazy(() => import("#app/components/charts/run-chart.tsx"));
const never = () => () => undefined;

export type RunChartFigureProps = RunChartInput & {
  unit: string;
  /** What the figure says, in words. */ label: string;
  /** Over the list of marks, where not all of them are milestones. */ marksHeading?: string;
};

/** A run chart: drawn by the server once for wide screens and once for phones, and by the browser where it has script, so that points can be asked for their figures. */
export function RunChartFigure({ marksHeading, ...props }: RunChartFigureProps) {
  const { say } = useWords();
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { milestones } = runChart(props, { left: 0, right: 1, top: 0, bottom: 1 });
  const label =
    milestones.length === 0
      ? props.label
      : say(marksHeading === undefined ? "marks:inLabel" : "marks:inLabelOfAll", { label: props.label, count: milestones.length });
  const drawn = (
    <div role="img" aria-label={label}>
      <Drawing {...props} width={1000} height={380} size={17} className="max-sm:hidden" />
      <Drawing {...props} width={340} height={260} size={13} className="sm:hidden" />
    </div>
  );
  return (
    <figure className="mt-4">
      {/* Of one height either way, so that nothing moves. */}
      <div className="relative aspect-[340/260] sm:aspect-[1000/380]">
        {hydrated ? (
          <Suspense fallback={drawn}>
            {/* Out of the flow: a canvas that was wide once would keep the page from becoming narrow. */}
            <div className="absolute inset-0">
              <RunChart {...props} label={label} />
            </div>
          </Suspense>
        ) : (
          drawn
        )}
      </div>
      {milestones.length > 0 && (
        <figcaption>
          <MarksList marks={milestones} {...(marksHeading === undefined ? {} : { heading: marksHeading })} />
        </figcaption>
      )}
    </figure>
  );
}

type DrawingProps = Omit<RunChartFigureProps, "marksHeading"> & { width: number; height: number; size: number; className: string };

/** Scale, median, targets, milestones, the line of readings; `size` is the height of the letters. */
function Drawing({ unit, width, height, size, className, ...input }: DrawingProps) {
  const words = useWords();
  const label = (value: number) => displayReading(value, "", words);
  const { ticks: scale } = runChart(input, { left: 0, right: 1, top: 0, bottom: 1 });
  const left = size * (0.8 + 0.55 * Math.max(...scale.map(({ value }) => label(value).length)));
  const plot = { left, right: width - size, top: size * 2.6, bottom: height - size * 2.2 };
  const { points, median, targets, milestones, ticks, dates } = runChart(input, plot);
  const longest = Math.max(...dates.map(({ day }) => displayMonth(day, words.language).length));
  // At an edge a label stands beside its day, up to half its width nearer to the next one.
  const shown = daysApart(dates, size * 0.85 * (0.5 * longest * 1.5 + 1));
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className={`w-full ${className}`} fontSize={size}>
      {unit !== "" && (
        <text x={0} y={size} className="fill-quiet" fontSize={size * 0.85}>
          {unit}
        </text>
      )}
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={y} y2={y} className="stroke-rule" />
          <text x={plot.left - size * 0.5} y={y + size * 0.3} textAnchor="end" className="fill-quiet" fontSize={size * 0.85}>
            {label(value)}
          </text>
        </g>
      ))}
      {shown.map(({ day, x }) => (
        <g key={day} className="fill-quiet">
          <line x1={x} x2={x} y1={plot.bottom} y2={plot.bottom + size * 0.5} className="stroke-quiet" />
          <text
            x={x}
            y={plot.bottom + size * 1.6}
            textAnchor={x > plot.right - size * 4 ? "end" : x < plot.left + size * 4 ? "start" : "middle"}
            fontSize={size * 0.85}
          >
            {displayMonth(day, words.language)}
          </text>
        </g>
      ))}
      {milestones.map(({ id, x }, place) => (
        <g key={id}>
          <line x1={x} x2={x} y1={plot.top - size * 0.6} y2={plot.bottom} className="stroke-ink" strokeDasharray="2 3" />
          <text x={x} y={plot.top - size * 0.9} textAnchor="middle" className="fill-ink" fontWeight={600}>
            {place + 1}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={median} y2={median} className="stroke-quiet" strokeDasharray="8 5" strokeWidth={1.5} />
      <text
        x={plot.right}
        y={median - size * 0.4}
        textAnchor="end"
        className="fill-quiet stroke-paper"
        strokeWidth={4}
        paintOrder="stroke"
        fontSize={size * 0.85}
      >
        {words.say("kpis:chartMedian")}
      </text>
      {targets.map(({ quarter, x1, x2, y }) => (
        <line key={quarter} x1={x1} x2={x2} y1={y} y2={y} className="stroke-ink" strokeWidth={3.5} />
      ))}
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" className="stroke-accent" strokeWidth={2.5} />
      {points.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={size * 0.25} className="fill-accent" />
      ))}
    </svg>
  );
}
