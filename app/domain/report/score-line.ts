/**
 * The geometry of the line, the product's own figure: a scale with five levels, the mark, the band behind it, the flag at
 * the gate, last period's ring. One function for pages, files and slides; units are those of the given width.
 */
export type ScoreLineInput = {
  /** 0..100, or null for "no score": then there is no mark. */
  score: number | null;
  /** 0..100, at most score..score wide; null: no band. */
  band?: { low: number; high: number } | null;
  /** The score at which the gated level ends, where a gate holds it back. */
  gateAt?: number | null;
  /** The score of the period before; null: there is none. */
  before?: number | null;
  /** The middle half of others, as a bar beneath; null: there are none. */
  middleHalf?: { low: number; high: number } | null;
  cuts: readonly number[];
  width: number;
};

export type ScoreLine = {
  /** Ends of the scale. */
  from: number;
  to: number;
  /** One tick a cut, and one at 100. */
  ticks: number[];
  /** Middle of each level, for its name. */
  levels: number[];
  mark: number | null;
  band: { x: number; width: number } | null;
  gate: number | null;
  /** Middle of the ring. */
  ring: number | null;
  middleHalf: { x: number; width: number } | null;
};

export function scoreLine({ score, band, gateAt, before, middleHalf, cuts, width }: ScoreLineInput): ScoreLine {
  const at = (value: number) => (Math.min(100, Math.max(0, value)) / 100) * width;
  const edges = [...cuts, 100];
  return {
    from: 0,
    to: width,
    ticks: edges.map(at),
    levels: cuts.map((cut, i) => (at(cut) + at(edges[i + 1]!)) / 2),
    mark: score === null ? null : at(score),
    band: band && band.high > band.low ? { x: at(band.low), width: at(band.high) - at(band.low) } : null,
    gate: gateAt == null ? null : at(gateAt),
    ring: before == null ? null : at(before),
    middleHalf: middleHalf ? { x: at(middleHalf.low), width: at(middleHalf.high) - at(middleHalf.low) } : null,
  };
}
