import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount } from "#app/domain/report/display.ts";
import { initiativeMap, type MapMark } from "#app/domain/scenarios/initiative-map.ts";
import type { ViewedInitiative } from "#app/services/scenarios/scenario-views.server.ts";

/** Letters of a title that fit beside the drawing: without a quarter after it, and with one, in bold. */
const FITS = { plain: 58, planned: 48 };

/** Impact against effort: drawn by the server, wide with every title at its mark, narrow with the numbers of the table. */
export function ImpactMap({ initiatives }: { initiatives: ViewedInitiative[] }) {
  const { say } = useWords();
  const label = say("views:mapLabel", { count: initiatives.length });
  return (
    <figure className="mt-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {(["inPlan", "notInPlan", "addsThere"] as const).map((key) => (
          <li key={key} className="flex items-center gap-2">
            <svg aria-hidden="true" width="20" height="24" viewBox="-10 -12 20 24" className="flex-none">
              {key === "addsThere" ? <Stroke x={0} from={-9} to={8} /> : <Mark isPlanned={key === "inPlan"} x={0} y={0} />}
            </svg>
            {say(`views:${key}`)}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-quiet lg:hidden">{say("views:mapNumbers")}</p>
      <div role="img" aria-label={label} className="mt-4">
        <Drawing initiatives={initiatives} width={300} left={34} beside={430} rowHeight={21} size={14} isNamed className="max-lg:hidden" />
        <Drawing initiatives={initiatives} width={220} left={32} beside={26} rowHeight={16} size={14} isNamed={false} className="max-w-[32rem] lg:hidden" />
      </div>
    </figure>
  );
}

type DrawingProps = {
  initiatives: ViewedInitiative[];
  /** Of the field, and of what stands left and right of it. */
  width: number;
  left: number;
  beside: number;
  rowHeight: number;
  size: number;
  isNamed: boolean;
  className: string;
};

/** Between the field and the labels. */
const GAP = 24;

function Drawing({ initiatives, width, left, beside, rowHeight, size, isNamed, className }: DrawingProps) {
  const { say, language } = useWords();
  const { marks, weeks, points, height } = initiativeMap(initiatives, { width, height: 320, rowHeight });
  const byId = new Map(initiatives.map((its) => [its.initiative, its]));
  const pairs = marks.map((mark): [MapMark, ViewedInitiative] => [mark, byId.get(mark.initiative)!]);
  // What is in the plan lies on top.
  const layers = [...pairs].sort(([, a], [, b]) => Number(a.starts !== null) - Number(b.starts !== null));
  const top = size * 2.4;
  return (
    <svg
      aria-hidden="true"
      viewBox={`${-left} ${-top} ${left + width + GAP + beside} ${top + height + size * 3.6}`}
      className={`h-auto w-full ${className}`}
      fontSize={size}
    >
      <text x={-left} y={-top + size} className="fill-quiet">
        {say("views:axisPoints")}
      </text>
      {points.map(({ value, at }) => (
        <g key={value}>
          <line x1={0} x2={width} y1={at} y2={at} className="stroke-rule" />
          <text x={-8} y={at + size / 3} textAnchor="end" className="fill-quiet">
            {displayAmount(value, language)}
          </text>
        </g>
      ))}
      {weeks.map(({ value, at }) => (
        <text key={value} x={at} y={height + size * 1.6} textAnchor="middle" className="fill-quiet">
          {displayAmount(value, language)}
        </text>
      ))}
      <text x={width / 2} y={height + size * 3.1} textAnchor="middle" className="fill-quiet">
        {say("views:axisWeeks")}
      </text>
      {pairs.map(([{ initiative, x, y, labelY }]) => (
        <path
          key={initiative}
          d={`M${x + 8} ${y} L${width + 6} ${labelY} H${width + GAP - 6}`}
          fill="none"
          className="stroke-quiet"
          strokeWidth={0.75}
          strokeDasharray="1 3"
        />
      ))}
      {layers.map(([{ initiative, x, y, besideY }, { starts }]) => (
        <g key={initiative}>
          {starts !== null && Math.abs(besideY - y) > 8 && <Stroke x={x} from={y} to={besideY} />}
          <Mark isPlanned={starts !== null} x={x} y={y} />
        </g>
      ))}
      {pairs.map(([{ initiative, labelY }, { number, title, language: lang, starts }]) => (
        <text key={initiative} x={width + GAP} y={labelY + size / 3} className="fill-ink" fontWeight={starts === null ? 400 : 600}>
          {isNamed ? (
            <>
              <tspan className="fill-quiet">{number}</tspan> <tspan lang={lang}>{cut(title, starts === null ? FITS.plain : FITS.planned)}</tspan>
              {starts !== null && (
                <tspan className="fill-accent" dx={6}>
                  {starts}
                </tspan>
              )}
            </>
          ) : (
            number
          )}
        </text>
      ))}
    </svg>
  );
}

const cut = (title: string, most: number) => (title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title);

/** Full and round in the plan, open and on its tip outside. */
function Mark({ isPlanned, x, y }: { isPlanned: boolean; x: number; y: number }) {
  if (isPlanned) return <circle cx={x} cy={y} r={5.5} className="fill-accent stroke-paper" strokeWidth={1.5} />;
  return <path d={`M${x} ${y - 6.5} l6.5 6.5 l-6.5 6.5 l-6.5 -6.5 z`} className="fill-paper stroke-ink" strokeWidth={1.5} />;
}

function Stroke({ x, from, to }: { x: number; from: number; to: number }) {
  return <path d={`M${x} ${from} V${to} M${x - 5} ${to} h10`} fill="none" className="stroke-accent" strokeWidth={2} />;
}
