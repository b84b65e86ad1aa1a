import { lazy, Suspense } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";

const DistributionCanvas = lazy(() => import("#app/components/charts/distribution-canvas.tsx"));

export type DistributionProps = {
  /** How many in each step of the scale from 0 to 100, all as wide. */
  bars: readonly number[];
  /** In which of them one stands oneself; null: in none. */
  here: number | null;
  label: string;
  hereLabel: string;
};

/** How others are spread, drawn by the server, and anew by script once that is there. */
export function DistributionFigure(props: DistributionProps) {
  return (
    <AfterHydration className="mt-4 h-64 max-w-[48rem]" before={<Drawn {...props} />}>
      {() => (
        <Suspense fallback={<Drawn {...props} />}>
          <DistributionCanvas {...props} />
        </Suspense>
      )}
    </AfterHydration>
  );
}

function Drawn(props: DistributionProps) {
  return (
    <div role="img" aria-label={props.label} className="mt-4 h-64 max-w-[48rem]">
      <Drawing {...props} width={760} size={15} className="max-sm:hidden" />
      <Drawing {...props} width={300} size={15} className="sm:hidden" />
    </div>
  );
}

function Drawing({ bars, here, hereLabel, width, size, className }: DistributionProps & { width: number; size: number; className: string }) {
  const height = 190;
  const most = Math.max(1, ...bars);
  const step = width / bars.length;
  const at = here === null ? null : (here + 0.5) * step;
  return (
    <svg aria-hidden="true" viewBox={`-14 -30 ${width + 28} ${height + 60}`} className={`h-full w-full ${className}`} fontSize={size}>
      {bars.map((count, i) => {
        const tall = (count / most) * height;
        return (
          <rect
            key={i * step}
            x={i * step + step * 0.05}
            y={height - tall}
            width={step * 0.9}
            height={tall}
            className={i === here ? "fill-accent" : "fill-quiet"}
          />
        );
      })}
      <line x1={0} x2={width} y1={height} y2={height} className="stroke-ink" />
      {[0, 20, 40, 60, 80, 100].map((score) => (
        <text key={score} x={(score / 100) * width} y={height + size * 1.4} textAnchor="middle" className="fill-ink">
          {score}
        </text>
      ))}
      {at !== null && (
        <text
          x={at}
          y={height - (bars[here!]! / most) * height - 6}
          textAnchor={at < 60 ? "start" : at > width - 60 ? "end" : "middle"}
          className="fill-accent"
          fontWeight={600}
        >
          ▼ {hereLabel}
        </text>
      )}
    </svg>
  );
}
