import type { PlanningInstance } from "./planning-instance.ts";
import { LOAD_TOLERANCE } from "./planning-instance.ts";
import { RaisedArea } from "./raised-area.ts";

/**
 * A plan in the making: start quarters, what is left of every capacity, and the discounted area it raises. Changes one
 * initiative at a time in a few microseconds; the searches are built on it. Initiatives go by number.
 */
export class Draft {
  readonly instance: PlanningInstance;
  /** Start quarter 1..Q, 0 when not in the plan. */
  readonly starts: Int8Array;
  readonly #left: Float64Array[];
  readonly #area: RaisedArea;

  constructor(instance: PlanningInstance, area: RaisedArea = new RaisedArea(instance)) {
    this.instance = instance;
    this.starts = new Int8Array(instance.candidates.length);
    this.#left = instance.capacity.map((row) => Float64Array.from(row));
    this.#area = area;
    area.clear();
  }

  /** Sum over quarters of discount^(q-1) times the points raised above today. */
  get raised(): number {
    return this.#area.total;
  }

  has(n: number): boolean {
    return this.starts[n] !== 0;
  }

  /** Last quarter of work; only meaningful for an initiative in the plan. */
  endOf(n: number): number {
    return this.starts[n]! + this.instance.candidates[n]!.duration - 1;
  }

  /** First quarter the prerequisites allow; Infinity when one of them is not in the plan. */
  readyAt(n: number): number {
    let ready = 1;
    for (const p of this.instance.candidates[n]!.requires) {
      if (!this.has(p)) return Infinity;
      ready = Math.max(ready, this.endOf(p) + 1);
    }
    return ready;
  }

  /** Whether capacity and budget are left for it in all its quarters, and it ends within the plan. */
  fits(n: number, start: number): boolean {
    const { duration, load } = this.instance.candidates[n]!;
    if (start + duration - 1 > this.instance.quarters) return false;
    for (let r = 0; r < load.length; r++) {
      const need = load[r]! - LOAD_TOLERANCE;
      if (need <= 0) continue;
      const left = this.#left[r]!;
      for (let q = start; q < start + duration; q++) if (left[q - 1]! < need) return false;
    }
    return true;
  }

  /** How much of a resource is left in a quarter, below 0 when more was put than there is. */
  leftOf(resource: number, quarter: number): number {
    return this.#left[resource]![quarter - 1]!;
  }

  /** The earliest quarter from `from` on where it fits, or 0. A plan gains nothing by starting later than it can. */
  earliestFit(n: number, from: number): number {
    const last = this.instance.quarters - this.instance.candidates[n]!.duration + 1;
    for (let start = from; start <= last; start++) if (this.fits(n, start)) return start;
    return 0;
  }

  /** Puts an initiative that is not in the plan there; does not ask whether it fits. */
  put(n: number, start: number): void {
    this.starts[n] = start;
    this.#use(n, start, -1);
    this.#area.finish(n, this.endOf(n));
  }

  /** Takes an initiative out; does not ask who depends on it. */
  take(n: number): void {
    const start = this.starts[n]!;
    this.#area.finish(n, 0);
    this.starts[n] = 0;
    this.#use(n, start, 1);
  }

  /** Replaces the whole plan. */
  become(starts: ArrayLike<number>): void {
    for (let n = 0; n < this.starts.length; n++) {
      if (this.starts[n] === starts[n]) continue;
      if (this.has(n)) this.take(n);
      if (starts[n] !== 0) this.put(n, starts[n]!);
    }
  }

  #use(n: number, start: number, sign: 1 | -1): void {
    const { duration, load } = this.instance.candidates[n]!;
    for (let r = 0; r < load.length; r++) {
      const left = this.#left[r]!;
      for (let q = start; q < start + duration; q++) left[q - 1]! += sign * load[r]!;
    }
  }
}

/** What a plan raises above today, discounted, in points x quarters. */
export function raisedBy(instance: PlanningInstance, starts: ArrayLike<number>): number {
  const draft = new Draft(instance);
  draft.become(starts);
  return draft.raised;
}

/** What a plan raises the valued score above today, at the end of each quarter. */
export function raisedByQuarter({ candidates, ...instance }: PlanningInstance, starts: ArrayLike<number>): number[] {
  const area = new RaisedArea({ ...instance, candidates });
  candidates.forEach((c, n) => area.finish(n, starts[n] ? starts[n] + c.duration - 1 : 0));
  return area.byQuarter();
}

/** Start quarters by id, as a plan is shown, checked and stored. */
export function startsById({ candidates }: PlanningInstance, starts: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(candidates.flatMap((c, n) => (starts[n] ? [[c.id, starts[n]]] : [])));
}
