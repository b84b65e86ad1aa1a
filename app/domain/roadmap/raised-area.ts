import type { PlanningInstance } from "./planning-instance.ts";
import type { RaisableItem } from "./raisable.ts";
import { StagedArea } from "./staged-area.ts";

/**
 * The objective above today's score, kept up to date while initiatives come and go: for every item the discounted sum,
 * over the quarters, of what finished initiatives raise it by, and for dimensions that carry one another what these then
 * count as. By the form of `raisable.ts`, which equals the true rescore. Initiatives go by number; an end of 0 means not
 * in the plan.
 */
export class RaisedArea {
  readonly #items: readonly RaisableItem[];
  readonly #itemsOf: readonly (readonly number[])[];
  readonly #quarters: number;
  readonly #weights: Float64Array;
  /** Sum of the weights from quarter q on, at index q-1. */
  readonly #rest: Float64Array;
  readonly #ends: Int8Array;
  readonly #areas: Float64Array;
  readonly #reached: Float64Array;
  readonly #sum: Float64Array;
  readonly #staged: StagedArea | null;
  #total = 0;

  constructor(instance: Pick<PlanningInstance, "items" | "stages" | "quarters" | "weights" | "candidates">) {
    this.#items = instance.items;
    this.#quarters = instance.quarters;
    this.#weights = Float64Array.from(instance.weights);
    this.#rest = Float64Array.from(instance.weights);
    for (let q = this.#quarters - 2; q >= 0; q--) this.#rest[q]! += this.#rest[q + 1]!;
    const itemsOf = instance.candidates.map(() => new Set<number>());
    instance.items.forEach((item, k) => item.parts.forEach((part) => part.forEach((r) => itemsOf[r.initiative]!.add(k))));
    this.#itemsOf = itemsOf.map((set) => [...set]);
    this.#ends = new Int8Array(instance.candidates.length);
    this.#areas = new Float64Array(instance.items.length);
    this.#reached = new Float64Array(this.#quarters);
    this.#sum = new Float64Array(this.#quarters);
    this.#staged = instance.stages.length === 0 ? null : new StagedArea(instance);
  }

  /** Points x quarters, discounted, above doing nothing. */
  get total(): number {
    return this.#staged === null ? this.#total : this.#total + this.#staged.area;
  }

  clear(): void {
    this.#ends.fill(0);
    this.#areas.fill(0);
    this.#total = 0;
    this.#staged?.clear();
  }

  /** Says in which quarter an initiative ends; 0 takes it out. */
  finish(initiative: number, end: number): void {
    this.#ends[initiative] = end;
    for (const k of this.#itemsOf[initiative]!) {
      const item = this.#items[k]!;
      if (item.stage !== undefined) {
        this.#staged!.raise(k, this.#gainsOf(item));
        continue;
      }
      const area = this.#areaOf(item);
      this.#total += area - this.#areas[k]!;
      this.#areas[k] = area;
    }
  }

  #areaOf(item: RaisableItem): number {
    const only = item.parts.length === 1 ? item.parts[0]! : null;
    if (only?.length === 1) {
      const end = this.#ends[only[0]!.initiative]!;
      return end === 0 ? 0 : Math.min(item.cap, only[0]!.amount) * this.#rest[end - 1]!;
    }
    const gains = this.#gainsOf(item);
    let area = 0;
    for (let q = 0; q < this.#quarters; q++) area += this.#weights[q]! * gains[q]!;
    return area;
  }

  /** What an item has gained by the end of each quarter; overwritten by the next call. */
  #gainsOf(item: RaisableItem): Float64Array {
    const sum = this.#sum.fill(0);
    for (const part of item.parts) {
      const reached = this.#reached.fill(0);
      let any = false;
      for (const { initiative, amount } of part) {
        const end = this.#ends[initiative]!;
        if (end === 0) continue;
        any = true;
        if (amount > reached[end - 1]!) reached[end - 1] = amount;
      }
      if (!any) continue;
      let best = 0;
      for (let q = 0; q < this.#quarters; q++) {
        best = Math.max(best, reached[q]!);
        sum[q]! += best;
      }
    }
    for (let q = 0; q < this.#quarters; q++) sum[q] = Math.min(item.cap, sum[q]!);
    return sum;
  }
}

/** The area with these initiatives finished, over one quarter that counts fully: its total is points of the mean overall score. */
export function areaAtTheEnd(instance: PlanningInstance, finished: (initiative: number) => boolean): RaisedArea {
  const area = new RaisedArea({ ...instance, quarters: 1, weights: [1] });
  instance.candidates.forEach((_, n) => {
    if (finished(n)) area.finish(n, 1);
  });
  return area;
}
