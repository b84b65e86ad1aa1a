import { type Item, optionsOf } from "../assessment/definition.ts";
import type { CompiledItem } from "../scoring/compile.ts";
import { type Fraction, fraction, toNumber } from "../scoring/exact.ts";
import { agreementBand } from "./agreement-band.ts";
import { shownCount } from "./evidence-shown.ts";
import { expectedVariance } from "./expected-variance.ts";
import type { ItemTally } from "./item-tally.ts";
import type { PeopleIn } from "./populations.ts";
import { SMALLEST_GROUP, type TeamItem, type Withheld } from "./team-result-shape.ts";

export type ItemFigures = {
  readonly shown: TeamItem;
  /** s^2 / sigma_E^2, exact; null below five raters and when the item is withheld. */
  readonly disagreement: Fraction | null;
  /** Upper less lower quartile of the item value, in `unit`-ths: each the smallest value that a quarter, or three, reach. */
  readonly spread: number;
};

/**
 * What a team's answers to one item come to (method, section 5). Agreement is `r_wg = max(0, 1 - s^2 / sigma_E^2)`, with
 * s^2 over n - 1 (James, Demaree & Wolf 1984) and sigma_E^2 by `expectedVariance`. Exact until each last division.
 *
 * @param isNamed whether everybody sees whose each answer is, and so may see how many have evidence
 */
export function itemFigures(compiled: CompiledItem, tally: ItemTally, unit: number, isNamed: boolean): ItemFigures {
  const { item } = compiled;
  const n = tally.states.answered;
  const { reference, top, bottom } = expectedVariance(item);
  const withheld = withheldBecause(tally.answered);
  const head = { id: item.id, dimension: item.dimension, states: { ...tally.states }, withheld, reference };
  if (withheld !== null) {
    const nothing = { evidenced: null, distribution: null, mean: null, variance: null, agreement: null, band: null };
    return { shown: { ...head, ...nothing, agreementReason: n < SMALLEST_GROUP ? "too_few_raters" : null }, disagreement: null, spread: 0 };
  }
  const { sum, squares } = sumsOf(tally.values);
  // n (n - 1) s^2 in squared unit-ths.
  const spread = BigInt(n) * squares - sum * sum;
  const pairs = BigInt(n) * BigInt(n - 1) * BigInt(unit) * BigInt(unit);
  const disagreement = fraction(spread * BigInt(bottom), pairs * BigInt(top));
  const agreement = Math.max(0, 1 - toNumber(disagreement));
  return {
    shown: {
      ...head,
      evidenced: isNamed ? tally.evidenced.all : shownCount(tally.answered, tally.evidenced),
      distribution: distributionOf(item, tally.chosen),
      mean: toNumber(fraction(sum, BigInt(n) * BigInt(unit))),
      variance: toNumber(fraction(spread, pairs)),
      agreement,
      band: agreementBand(agreement),
      agreementReason: null,
    },
    disagreement,
    spread: reachedBy(tally.values, n, 3) - reachedBy(tally.values, n, 1),
  };
}

/** Why a figure that these people make is not shown of a whole team. */
export function withheldBecause({ all, asked, byLink, ...added }: PeopleIn): Withheld | null {
  const isFew = (people: number) => people > 0 && people < SMALLEST_GROUP;
  if (all === 0) return "no_scores";
  if (all < SMALLEST_GROUP) return "too_few";
  if (isFew(asked)) return "too_few_asked";
  if (isFew(byLink)) return "too_few_by_link";
  return Object.values(added).some(isFew) ? "too_few_new" : null;
}

function sumsOf(values: ReadonlyMap<number, number>): { sum: bigint; squares: bigint } {
  let [sum, squares] = [0n, 0n];
  for (const [x, count] of values) {
    sum += BigInt(x) * BigInt(count);
    squares += BigInt(x) * BigInt(x) * BigInt(count);
  }
  return { sum, squares };
}

/** The smallest value that so many quarters of the n answers do not exceed. */
function reachedBy(values: ReadonlyMap<number, number>, n: number, quarters: number): number {
  let seen = 0;
  const sorted = [...values].sort(([a], [b]) => a - b);
  return sorted.find(([, count]) => (seen += count) * 4 >= quarters * n)![0];
}

function distributionOf(item: Item, chosen: ReadonlyMap<string, number>): TeamItem["distribution"] {
  return choicesOf(item)?.map((option) => ({ option, count: chosen.get(option) ?? 0 })) ?? null;
}

function choicesOf(item: Item): string[] | null {
  switch (item.kind) {
    case "scale":
      return Array.from({ length: item.max - item.min + 1 }, (_, i) => String(item.min + i));
    case "shift":
      return item.positions.map((_, i) => String(i));
    case "number":
      return null;
    default:
      return optionsOf(item).map((option) => option.id);
  }
}
