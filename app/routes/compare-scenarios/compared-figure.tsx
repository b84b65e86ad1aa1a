import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore } from "#app/domain/report/display.ts";
import { comparedCurves } from "#app/domain/scenarios/compared-curves.ts";
import type { ComparedScenario } from "#app/services/scenarios/compare-scenarios.server.ts";

type Pair = { one: ComparedScenario; other: ComparedScenario };
/** Letters of a name that fit at the end of its curve. */
const FITS = 26;
const HEIGHT = 240;
/** Room for the first mark beside the scale. */
const INSET = 18;

/** Two plans' projected scores in one drawing, made by the server: told apart by line, mark and the name at its end. */
export function ComparedFigure({ one, other }: Pair) {
  const { say } = useWords();
  const { low, high } = drawn({ one, other }, 1, 1);
  const hasValued = [one, other].some(({ target, isTargetOfScore }) => target !== null && !isTargetOfScore);
  return (
    <figure className="mt-8">
      <figcaption>
        <h2 className="text-xl">{say("scenarios:curves")}</h2>
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {[one, other].map(({ id, name }, k) => (
            <li key={`${id} ${k}`} className="flex min-w-0 items-start gap-2">
              <svg aria-hidden="true" width="44" height="24" viewBox="-2 -12 44 24" className="flex-none">
                <Line k={k} points="0,0 40,0" />
                <Mark k={k} x={20} y={0} />
              </svg>
              <span className="min-w-0 wrap-anywhere">{name}</span>
            </li>
          ))}
        </ul>
      </figcaption>
      <div role="img" aria-label={say("scenarios:curvesLabel")} className="mt-3">
        <Drawing one={one} other={other} width={480} beside={280} size={15} isNamed className="max-w-[60rem] max-lg:hidden" />
        <Drawing one={one} other={other} width={206} beside={68} size={14} isNamed={false} className="max-w-[34rem] lg:hidden" />
      </div>
      <p className="measure mt-2 text-sm text-quiet">
        {say("scenarios:curvesScale", { low, high })} {hasValued && say("scenarios:curvesValued")}
      </p>
    </figure>
  );
}

function drawn({ one, other }: Pair, width: number, apart: number) {
  const curves = [one, other].map(({ firstQuarter, today, curve, target }) => ({ firstQuarter, today, target, scores: curve.map(({ score }) => score) }));
  return comparedCurves(curves, { width, height: HEIGHT, apart });
}

type DrawingProps = Pair & { width: number; beside: number; size: number; isNamed: boolean; className: string };

function Drawing({ one, other, width, beside, size, isNamed, className }: DrawingProps) {
  const { say, language } = useWords();
  const { ticks, quarters, curves, labels, targets } = drawn({ one, other }, width - INSET, size * 1.5);
  const names = [one.name, other.name];
  const every = Math.ceil((quarters.length * size * 5) / width);
  const cut = (name: string) => (name.length > FITS ? `${name.slice(0, FITS - 1).trimEnd()}…` : name);
  return (
    <svg
      aria-hidden="true"
      viewBox={`-30 ${-size} ${30 + width + 16 + beside} ${HEIGHT + size * 3.5}`}
      className={`h-auto w-full ${className}`}
      fontSize={size}
    >
      {ticks.map(({ score, y }) => (
        <g key={score}>
          <line x1={0} x2={width} y1={y} y2={y} className="stroke-rule" />
          <text x={-8} y={y + size / 3} textAnchor="end" className="fill-quiet">
            {score}
          </text>
        </g>
      ))}
      {quarters.map(({ name, x, isToday }, i) =>
        (quarters.length - 1 - i) % every === 0 ? (
          <text key={name} x={x + INSET} y={HEIGHT + size * 1.9} textAnchor="middle" className="fill-ink">
            {isToday ? say("scenarios:curvesToday") : name}
          </text>
        ) : null,
      )}
      {targets.map(({ score, y, of }) => (
        <g key={score}>
          <line x1={0} x2={width} y1={y} y2={y} className="stroke-ink" strokeWidth={1.25} strokeDasharray="1 4" />
          <text x={4} y={y - 5} className="fill-ink">
            {of.length > 1 || !isNamed
              ? say("scenarios:curvesTarget", { score: displayAmount(score, language) })
              : say("scenarios:curvesTargetOf", { score: displayAmount(score, language), name: cut(names[of[0]!]!) })}
          </text>
        </g>
      ))}
      {/* The first lies on top: its line is whole, its marks are small. */}
      {[1, 0].map((k) => (
        <g key={k} transform={`translate(${INSET} 0)`}>
          <Line k={k} points={curves[k]!.map(({ x, y }) => `${x},${y}`).join(" ")} />
          {curves[k]!.map(({ x, y }) => (
            <Mark key={x} k={k} x={x} y={y} />
          ))}
        </g>
      ))}
      {curves.map((points, k) => {
        const end = points.at(-1)!;
        return (
          <g key={k}>
            {Math.abs(labels[k]! - end.y) > 3 || end.x < width - INSET ? (
              <path
                d={`M${end.x + INSET + 9} ${end.y} L${width + 10} ${labels[k]!}`}
                fill="none"
                className="stroke-quiet"
                strokeWidth={0.75}
                strokeDasharray="1 3"
              />
            ) : null}
            <Mark k={k} x={width + 28} y={labels[k]!} />
            <text x={width + 41} y={labels[k]! + size / 3} className={k === 0 ? "fill-accent" : "fill-ink"} fontWeight={600}>
              {displayScore(end.score, language)}
              {isNamed && (
                <tspan dx={6} fontWeight={400}>
                  {cut(names[k]!)}
                </tspan>
              )}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The first line is whole, the second of dashes. */
function Line({ k, points }: { k: number; points: string }) {
  return (
    <polyline
      points={points}
      fill="none"
      className={k === 0 ? "stroke-accent" : "stroke-ink"}
      strokeWidth={2.5}
      {...(k === 0 ? {} : { strokeDasharray: "7 5" })}
    />
  );
}

/** The marks of the second are open and larger, so that they stay visible around those of the first. */
function Mark({ k, x, y }: { k: number; x: number; y: number }) {
  if (k === 0) return <circle cx={x} cy={y} r={4.5} className="fill-accent" />;
  return <rect x={x - 7} y={y - 7} width={14} height={14} className="fill-paper stroke-ink" strokeWidth={2} />;
}
