import type { PlanningInstance } from "./planning-instance.ts";
import type { Stage } from "./raisable.ts";

/**
 * The part of the objective that comes from dimensions which are carried or carry: what they count as above today,
 * discounted and summed over the quarters. Gains are added up anew per stage and not kept as differences, so that they
 * do not drift however often a search changes them.
 */
export class StagedArea {
  readonly #stages: readonly Stage[];
  readonly #quarters: number;
  readonly #weights: readonly number[];
  /** Numbers of the items of each stage. */
  readonly #itemsOf: readonly (readonly number[])[];
  readonly #stageOf: readonly (number | undefined)[];
  /** What each item has gained by the end of each quarter, item after item. */
  readonly #gains: Float64Array;
  /** Own score of each stage at the end of each quarter, stage after stage. */
  readonly #own: Float64Array;
  readonly #counts: Float64Array;
  #area: number | null = 0;

  constructor({ stages, items, quarters, weights }: Pick<PlanningInstance, "stages" | "items" | "quarters" | "weights">) {
    this.#stages = stages;
    this.#quarters = quarters;
    this.#weights = weights;
    this.#stageOf = items.map((item) => item.stage);
    this.#itemsOf = stages.map((_, s) => items.flatMap((item, k) => (item.stage === s ? [k] : [])));
    this.#gains = new Float64Array(items.length * quarters);
    this.#own = new Float64Array(stages.length * quarters);
    this.#counts = new Float64Array(stages.length);
    this.clear();
  }

  /** Points x quarters, discounted, above today. */
  get area(): number {
    this.#area ??= this.#addUp();
    return this.#area;
  }

  clear(): void {
    this.#gains.fill(0);
    this.#stages.forEach((stage, s) => this.#own.fill(stage.today, s * this.#quarters, (s + 1) * this.#quarters));
    this.#area = 0;
  }

  /** Says what an item of a stage has gained by the end of each quarter, in points of its dimension. */
  raise(item: number, gains: Float64Array): void {
    const [stage, quarters] = [this.#stageOf[item]!, this.#quarters];
    this.#gains.set(gains, item * quarters);
    for (let q = 0; q < quarters; q++) {
      let own = this.#stages[stage]!.today;
      for (const k of this.#itemsOf[stage]!) own += this.#gains[k * quarters + q]!;
      this.#own[stage * quarters + q] = own;
    }
    this.#area = null;
  }

  #addUp(): number {
    let area = 0;
    for (let q = 0; q < this.#quarters; q++) area += this.#weights[q]! * this.raisedIn(q);
    return area;
  }

  /** Points above today at the end of the quarter with this index, 0..Q-1. */
  raisedIn(index: number): number {
    const counts = this.#counts;
    let raised = 0;
    for (let s = 0; s < this.#stages.length; s++) {
      const { carrier, worth, counts: today } = this.#stages[s]!;
      const own = this.#own[s * this.#quarters + index]!;
      const counted = carrier === null ? own : Math.min(own, counts[carrier]!);
      counts[s] = counted;
      raised += worth * (counted - today);
    }
    return raised;
  }
}
