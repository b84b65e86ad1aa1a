import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Definition, Item } from "#app/domain/assessment/definition.ts";

/**
 * The scores a second time, written from the method (sections 1 to 4) and not from `app/domain/scoring`: plain
 * rational arithmetic, no regard for speed. Where the two differ, one of them is wrong.
 */

export class Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
  constructor(top: bigint, bottom: bigint = 1n) {
    let [a, b] = [top, bottom];
    while (b) [a, b] = [b, a % b];
    const common = a === 0n ? 1n : a < 0n ? -a : a;
    this.top = top / common;
    this.bottom = bottom / common;
  }
  /** From the decimal digits of a number, not from its binary value. */
  static decimal(value: number): Ratio {
    const [whole = "0", part = ""] = String(value).split(".");
    return new Ratio(BigInt(whole + part), 10n ** BigInt(part.length));
  }
  add(other: Ratio) {
    return new Ratio(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  sub(other: Ratio) {
    return this.add(new Ratio(-other.top, other.bottom));
  }
  mul(other: Ratio) {
    return new Ratio(this.top * other.top, this.bottom * other.bottom);
  }
  div(other: Ratio) {
    return new Ratio(this.top * other.bottom, this.bottom * other.top);
  }
  atLeast(other: Ratio) {
    return this.top * other.bottom >= other.top * this.bottom;
  }
  get isZero() {
    return this.top === 0n;
  }
  /** The nearest double: sixty decimals, and one more digit when the division does not come out. */
  toDouble() {
    const digits = 10n ** 60n;
    const scaled = this.top * digits;
    const text = (scaled / this.bottom).toString().padStart(61, "0");
    const tail = scaled % this.bottom === 0n ? "" : "1";
    return Number(`${text.slice(0, -60)}.${text.slice(-60)}${tail}`);
  }
}

const zero = new Ratio(0n);
const one = new Ratio(1n);
const hundred = new Ratio(100n);
const whole = (n: number) => new Ratio(BigInt(n));
const sumOf = (terms: Ratio[]) => terms.reduce((sum, term) => sum.add(term), zero);

/** x in [0, 1] of what was chosen (section 2). */
export function valueOf(item: Item, value: unknown): Ratio {
  if (item.kind === "scale") {
    const x = whole((value as number) - item.min).div(whole(item.max - item.min));
    return item.reverse ? one.sub(x) : x;
  }
  if (item.kind === "single") {
    for (const option of item.options) if (option.id === value) return Ratio.decimal(option.value);
    throw new Error("no such option");
  }
  if (item.kind === "shift") return whole(value as number).div(whole(item.positions.length - 1));
  if (item.kind === "number") return readingValue(item.anchors, Ratio.decimal(value as number));
  if (item.kind === "ranking") {
    const places = value as string[];
    const worth = places.map((id, p) => Ratio.decimal(item.options.find((option) => option.id === id)!.value).mul(whole(places.length - p)));
    return sumOf(worth).div(sumOf(places.map((_, p) => whole(p + 1))));
  }
  const chosen = new Set(value as string[]);
  if (item.options.some((option) => option.all && chosen.has(option.id))) return one;
  const sum = sumOf(item.options.filter((option) => chosen.has(option.id)).map((option) => Ratio.decimal(option.value)));
  return sum.atLeast(one) ? one : sum;
}

/** Straight lines between anchors, level outside, and at last to the nearer thousandth, the upper one when both are as near. */
function readingValue(anchors: { at: number; value: number }[], reading: Ratio): Ratio {
  const points = anchors.map(({ at, value }) => ({ at: Ratio.decimal(at), value: Ratio.decimal(value) }));
  const next = points.findIndex(({ at }) => !reading.atLeast(at));
  const [low, high] = [points[next - 1] ?? points.at(next)!, points.at(next)!];
  const share = low === high || next === -1 ? zero : reading.sub(low.at).div(high.at.sub(low.at));
  const value = next === -1 ? points.at(-1)!.value : low.value.add(share.mul(high.value.sub(low.value)));
  const doubled = value.mul(whole(2000)).add(one);
  return new Ratio(doubled.top / (doubled.bottom * 2n), 1000n);
}

type Row = { item: Item; weight: Ratio; x: Ratio | null; applicable: boolean };

function partOf(rows: Row[]) {
  const all = sumOf(rows.map((row) => row.weight));
  const applicable = sumOf(rows.filter((row) => row.applicable).map((row) => row.weight));
  const said = rows.filter((row) => row.x !== null);
  const answered = sumOf(said.map((row) => row.weight));
  const score = answered.isZero ? null : hundred.mul(sumOf(said.map((row) => row.weight.mul(row.x!)))).div(answered);
  const coverage = applicable.isZero ? null : answered.div(applicable);
  const outside = all.isZero ? zero : all.sub(applicable).div(all);
  const published = coverage !== null && coverage.atLeast(new Ratio(3n, 4n)) && new Ratio(2n, 5n).atLeast(outside);
  return { score, coverage, published };
}

/** What an item counts as, 0..1; null where it was not answered. */
export type OracleValue = (item: Item, answer: Answer) => Ratio | null;
const asAnswered: OracleValue = (item, answer) => (answer.state === "answered" ? valueOf(item, answer.value) : null);

/** @param xOf what else an answer may count as: nothing shows it, or it is the mean of several */
export function oracleScore(definition: Definition, answers: Answers, xOf: OracleValue = asAnswered) {
  const rows = definition.items.map((item): Row => {
    const answer: Answer = answers[item.id] ?? { state: "blank" };
    return {
      item,
      weight: Ratio.decimal(item.weight),
      x: xOf(item, answer),
      applicable: answer.state !== "not_applicable",
    };
  });
  const dimensions = definition.dimensions.map((d) => ({
    dimension: d,
    ...partOf(rows.filter((row) => row.item.dimension === d.id)),
  }));
  const pillars = ["people", "process", "content", "technology", "kpis"].map((id) => ({
    id,
    ...partOf(rows.filter((row) => row.item.pillars.some((pillar) => pillar === id))),
  }));

  /** The dimension itself, the one that carries it, the one that carries that, and so on. */
  const chainOf = (id: string): typeof dimensions => {
    const found = dimensions.find((d) => d.dimension.id === id)!;
    return found.dimension.carriedBy === undefined ? [found] : [found, ...chainOf(found.dimension.carriedBy)];
  };
  const isPublished = (id: string) => chainOf(id).every((d) => d.published);
  const counted = dimensions
    .filter((d) => isPublished(d.dimension.id))
    .map((d) => ({ ...d, counts: chainOf(d.dimension.id).reduce((low, { score }) => (score!.atLeast(low) ? low : score!), d.score!) }));
  const weights = counted.map((d) => Ratio.decimal(d.dimension.weight));
  const overall = counted.length === 0 ? null : sumOf(counted.map((d, i) => weights[i]!.mul(d.counts))).div(sumOf(weights));

  /** Critical dimensions more than ten points under the cut of a level. */
  const below = (level: number) =>
    counted.filter((d) => d.dimension.critical && !d.counts.atLeast(whole(definition.levels[level - 1]!.cut - 10))).map((d) => d.dimension.id);
  const reached = overall === null ? [] : [1, 2, 3, 4, 5].filter((l) => overall.atLeast(whole(definition.levels[l - 1]!.cut)));
  const level = reached.at(-1) ?? null;
  const gatedLevel = reached.filter((l) => l === 1 || below(l).length === 0).at(-1) ?? null;

  const shown = (part: { score: Ratio | null; coverage: Ratio | null; published: boolean }) => ({
    score: part.score?.toDouble() ?? null,
    coverage: part.coverage?.toDouble() ?? null,
    published: part.published,
  });
  return {
    overall: {
      score: overall?.toDouble() ?? null,
      level,
      gatedLevel,
      heldBackBy: level !== null && gatedLevel !== null && gatedLevel < level ? below(gatedLevel + 1) : [],
      leftOut: dimensions.filter((d) => !isPublished(d.dimension.id)).map((d) => d.dimension.id),
    },
    dimensions: dimensions.map((d) => {
      const { id, carriedBy } = d.dimension;
      const carried = carriedBy === undefined ? {} : { counts: counted.find((c) => c.dimension.id === id)?.counts.toDouble() ?? null };
      return { id, ...shown({ ...d, published: isPublished(id) }), ...carried };
    }),
    pillars: pillars.map((p) => ({ id: p.id, ...shown(p) })),
  };
}
