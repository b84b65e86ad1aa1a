import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import { linesOf } from "#app/domain/report/lines-of.ts";
import { scoreLine } from "#app/domain/report/score-line.ts";

export type ScoreLineProps = {
  score: number | null;
  band?: { low: number; high: number } | null;
  gateAt?: number | null;
  /** The score of the period before, drawn as a ring. */
  before?: number | null;
  /** The middle half of others, drawn as a bar beneath. */
  middleHalf?: { low: number; high: number } | null;
  levels: readonly { name: string; cut: number }[];
  ends?: { from: string; to: string };
  /** What the figure says, in words. */
  label: string;
};

/** The line at full size, drawn by the server without script: once for wide screens, once for phones. */
export function ScoreLineFigure(props: ScoreLineProps) {
  const { ends, label } = props;
  return (
    <figure className="my-6">
      <div role="img" aria-label={label}>
        <Drawing {...props} width={1000} size={18} className="max-sm:hidden" />
        <Drawing {...props} width={300} size={14} className="sm:hidden" />
      </div>
      {ends && (
        <figcaption className="mt-1 flex justify-between gap-4 text-sm text-quiet">
          <span>{ends.from}</span>
          <span className="text-right">{ends.to}</span>
        </figcaption>
      )}
    </figure>
  );
}

type DrawingProps = ScoreLineProps & { width: number; size: number; className: string };

/** Band, scale, flag, mark with its number, level names; `size` is the height of the letters. */
function Drawing({ score, band, gateAt, before, middleHalf, levels, width, size, className }: DrawingProps) {
  const { language } = useWords();
  const cuts = levels.map((l) => l.cut);
  const line = scoreLine({ score, band: band ?? null, gateAt: gateAt ?? null, before: before ?? null, middleHalf: middleHalf ?? null, cuts, width });
  const y = size * 3.4;
  const step = size * 1.25;
  const reached = score === null ? -1 : cuts.filter((cut) => score >= cut).length - 1;
  const anchor = line.mark === null ? "middle" : line.mark < size * 2 ? "start" : line.mark > width - size * 2 ? "end" : "middle";
  const names = levels.map((level) => linesOf(level.name, (width / levels.length / size) * 2));
  const height = y + size * 2.8 + step * Math.max(...names.map((lines) => lines.length));
  return (
    <svg aria-hidden="true" viewBox={`-14 0 ${width + 28} ${height}`} className={`w-full ${className}`} fontSize={size}>
      {line.band && <rect x={line.band.x} y={y - size * 0.55} width={line.band.width} height={size * 1.1} className="fill-accent opacity-25" />}
      {line.middleHalf && <rect x={line.middleHalf.x} y={y + size * 0.5} width={line.middleHalf.width} height={size * 0.3} className="fill-ink" />}
      <line x1={line.from} x2={line.to} y1={y} y2={y} className="stroke-ink" strokeWidth={1.5} />
      {line.ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={y - size * 0.45} y2={y + size * 0.45} className="stroke-ink" strokeWidth={1.5} />
      ))}
      {line.gate !== null && (
        <g className="fill-alert stroke-alert">
          <line x1={line.gate} x2={line.gate} y1={y - size * 1.7} y2={y + size * 0.7} strokeWidth={2} />
          <path d={`M${line.gate} ${y - size * 1.7} l${-size * 0.9} ${size * 0.35} l${size * 0.9} ${size * 0.35} z`} />
        </g>
      )}
      {line.ring !== null && <circle cx={line.ring} cy={y} r={size * 0.4} className="fill-paper stroke-ink" strokeWidth={2} />}
      {line.mark !== null && (
        <>
          <path d={`M${line.mark} ${y - 1} l${-size * 0.55} ${-size} h${size * 1.1} z`} className="fill-accent" />
          <text x={line.mark} y={y - size * 1.4} textAnchor={anchor} className="fill-accent" fontWeight={700} fontSize={size * 1.2}>
            {displayScore(score!, language)}
          </text>
        </>
      )}
      <g className="fill-quiet" textAnchor="middle" fontSize={size * (width > 500 ? 0.85 : 0.95)}>
        {line.ticks.map((x, i) => (
          <text key={x} x={x} y={y + size * 1.5}>
            {cuts[i] ?? 100}
          </text>
        ))}
      </g>
      {levels.map((level, i) => (
        <text
          key={level.name}
          y={y + size * 2.4}
          textAnchor="middle"
          className={i === reached ? "fill-ink" : "fill-quiet"}
          fontWeight={i === reached ? 600 : 400}
          fontSize={width > 500 ? size : size * 0.95}
        >
          {names[i]!.map((words) => (
            <tspan key={words} x={line.levels[i]} dy={step}>
              {words}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

const WIDTH = 1000;

type SmallScoreLineProps = {
  score: number | null;
  cuts: readonly number[];
  label: string;
  tone?: string;
  middleHalf?: { low: number; high: number } | null;
};

/** The line as a small multiple: scale, mark, the middle half of others; its number stands beside it as text. */
export function SmallScoreLine({ score, cuts, label, tone = "fill-accent", middleHalf = null }: SmallScoreLineProps) {
  const line = scoreLine({ score, cuts, middleHalf, width: WIDTH });
  return (
    <svg viewBox="-14 0 1028 60" role="img" aria-label={label} className="block h-6 w-full overflow-visible" preserveAspectRatio="none">
      {line.middleHalf && <rect x={line.middleHalf.x} y={37} width={line.middleHalf.width} height={14} className="fill-ink opacity-40" />}
      <line x1={0} x2={WIDTH} y1={44} y2={44} className="stroke-quiet" strokeWidth={2} />
      {line.ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={32} y2={56} className="stroke-quiet" strokeWidth={2} />
      ))}
      {line.mark !== null && <rect x={line.mark - 7} y={8} width={14} height={40} className={tone} />}
    </svg>
  );
}
