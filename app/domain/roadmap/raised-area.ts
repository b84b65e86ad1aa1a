import type { PlanningInstance } from "./planning-instance.ts";
import type { RaisableItem } from "./raisable.ts";
import { StagedArea } from "./staged-area.ts";

/**
 * The objective above today's score, kept up to date while initiatives come and go: for every item the discounted sum,
 * over the quarters, of what finished initiatives raise it by, and for dimensions that carry one another what these then
 * count as. By the form of `raisable.ts`, which equals the true rescore when nothing is valued otherwise. Initiatives go
 * by number; an end of 0 means not in the plan.
 *
 * With a target what counts in a quarter is the smaller of the limit and the sum over all items, so gains are kept by
 * quarter and added up anew, as in `staged-area.ts`.
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
  readonly #limit: number | null;
  /** With a limit: what each item without a stage has gained by the end of each quarter, item after item. */
  readonly #gains: Float64Array;
  #total = 0;
  /** The area within the limit; null when it has to be added up again. */
  #within: number | null = 0;

  constructor(instance: Pick<PlanningInstance, "items" | "stages" | "quarters" | "weights" | "candidates" | "limit">) {
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
    this.#limit = instance.limit;
    this.#gains = new Float64Array(instance.limit === null ? 0 : instance.items.length * this.#quarters);
  }

  /** Points x quarters, discounted, above doing nothing. */
  get total(): number {
    if (this.#limit !== null) return (this.#within ??= this.#addUp(this.#limit));
    return this.#staged === null ? this.#total : this.#total + this.#staged.area;
  }

  clear(): void {
    this.#ends.fill(0);
    this.#areas.fill(0);
    this.#gains.fill(0);
    this.#total = 0;
    this.#within = 0;
    this.#staged?.clear();
  }

  /** Points above today at the end of each quarter, at most the limit. */
  byQuarter(): number[] {
    const gains = this.#items.map((item) => (item.stage === undefined ? Float64Array.from(this.#gainsOf(item)) : null));
    return Array.from(this.#weights, (_, q) => {
      const raised = gains.reduce((sum, its) => sum + (its?.[q] ?? 0), this.#staged?.raisedIn(q) ?? 0);
      return Math.min(raised, this.#limit ?? Infinity);
    });
  }

  /** Says in which quarter an initiative ends; 0 takes it out. */
  finish(initiative: number, end: number): void {
    this.#ends[initiative] = end;
    this.#within = null;
    for (const k of this.#itemsOf[initiative]!) {
      const item = this.#items[k]!;
      if (item.stage !== undefined) {
        this.#staged!.raise(k, this.#gainsOf(item));
        continue;
      }
      if (this.#limit !== null) {
        this.#gains.set(this.#gainsOf(item), k * this.#quarters);
        continue;
      }
      const area = this.#areaOf(item);
      this.#total += area - this.#areas[k]!;
      this.#areas[k] = area;
    }
  }

  #addUp(limit: number): number {
    let area = 0;
    for (let q = 0; q < this.#quarters; q++) {
      let raised = this.#staged?.raisedIn(q) ?? 0;
      for (let at = q; at < this.#gains.length; at += this.#quarters) raised += this.#gains[at]!;
      area += this.#weights[q]! * Math.min(limit, raised);
    }
    return area;
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
