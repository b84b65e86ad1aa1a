/** How a bar is filled; each also differs without colour. */
export type BarFill = "solid" | "hatched" | "outlined" | "dotted";

const WIDTH = 200;
const HEIGHT = 14;
const FILL: Record<BarFill, string> = {
  solid: "fill-accent stroke-accent",
  hatched: "fill-none stroke-ink",
  outlined: "fill-none stroke-quiet",
  dotted: "fill-none stroke-quiet",
};

/** A count beside its figure, as a part of all. */
export function CountBar({ count, of, fill = "solid" }: { count: number; of: number; fill?: BarFill }) {
  const width = of === 0 ? 0 : (count / of) * (WIDTH - 2);
  const lines = fill === "hatched" ? Array.from({ length: Math.floor(width / 6) }, (_, i) => 1 + 6 * (i + 1)) : [];
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-3.5 w-full max-w-[14rem] min-w-16" preserveAspectRatio="xMinYMid">
      <line x1={0.5} x2={0.5} y1={0} y2={HEIGHT} className="stroke-quiet" />
      {count > 0 && <rect x={1} y={2} width={width} height={HEIGHT - 4} className={FILL[fill]} strokeDasharray={fill === "dotted" ? "2 3" : undefined} />}
      {lines.map((x) => (
        <line key={x} x1={x} x2={x - 4} y1={2} y2={HEIGHT - 2} className="stroke-ink" />
      ))}
    </svg>
  );
}
