import { LOAD_TOLERANCE, type PlanningInstance } from "./planning-instance.ts";
import { ModelRows, type SparseModel } from "./sparse-model.ts";
import type { StartList } from "./pins.ts";
import { addStages, type StageRaises } from "./stage-model.ts";
import { stepsOf } from "./steps.ts";
import { addTarget, type TargetRaise } from "./target-model.ts";

/**
 * The plan as a mixed-integer program (method, section 8), maximised, without the constant of today's score.
 *
 * - `x[i,s]`, binary: initiative i starts in quarter s; none for a start that prerequisites, horizon, a pin or a
 *   capacity alone rule out.
 * - `z[i]`, binary: initiative i is in the plan, the sum of its x; 1 for a pin. It adds nothing to the model but lets
 *   branch and bound decide "at all or not" before "when", which closes the gap several times faster.
 * - `y[k,l,q]` in 0..1: a step of an item is reached by the end of q; `y <= sum of x of finished initiatives that
 *   promise it`. A step is one rise of a part from one promised amount to the next, so amounts never count twice; where
 *   only one initiative promises a step, its x stand in for y.
 * - `g[k,q]` in 0..cap: what an item is raised by, only where the promises together could exceed its cap.
 * - `z[d,q]`: what a dimension that is carried or carries counts as above today; see `stage-model.ts`.
 * - `u[q]`, only with a target: how much of the way to it counts, at most all of it and at most what is raised; see
 *   `target-model.ts`. The costs are then its own.
 * - Capacity and budget: the loads at work in a quarter; prerequisites: started by t at most as often as the
 *   prerequisite has finished before t, for every t.
 */
export type PlanModel = SparseModel & {
  /** Initiative and start quarter of each leading, binary column. */
  readonly starts: readonly { readonly initiative: number; readonly start: number }[];
  /** Reads start quarters (0: not in the plan) from column values. */
  readonly read: (values: ArrayLike<number>) => StartList;
  /** Column values of a plan, all columns, for a warm start. */
  readonly valuesOf: (starts: StartList) => Float64Array;
};

export function planModel(instance: PlanningInstance): PlanModel {
  const { candidates, quarters, capacity, weights, limit } = instance;
  const model = new ModelRows();
  const starts: { initiative: number; start: number }[] = [];
  /** Each fills a column after x from those before it; in the order of columns. */
  const followers: ((values: Float64Array) => void)[] = [];
  const columns = candidates.map(() => new Map<number, number>());
  candidates.forEach((c, initiative) => {
    if (!c.relevant || c.standing.kind !== "free") return;
    const first = c.pin || c.standing.earliest;
    const last = c.pin || quarters - c.duration + 1;
    for (let start = first; start <= last; start++) {
      if (!fitsAlone(initiative, start)) continue;
      columns[initiative]!.set(start, model.column(0, 0, 1, true));
      starts.push({ initiative, start });
    }
  });
  const startedBy = (i: number, s: number) => [...columns[i]!].flatMap(([start, column]) => (start <= s ? [column] : []));
  const finishedBy = (i: number, q: number) => startedBy(i, q - candidates[i]!.duration + 1);

  candidates.forEach((c, i) => {
    if (!c.relevant) return;
    const all = startedBy(i, quarters);
    const z = model.column(0, c.pin === null ? 0 : 1, 1, true);
    model.row(0, 0, [{ column: z, value: -1 }, ...all.map((column) => ({ column, value: 1 }))]);
    followers.push((values) => void (values[z] = all.reduce((sum, column) => sum + values[column]!, 0)));
    for (const p of c.requires) {
      for (let t = 1; t <= quarters; t++) {
        const started = startedBy(i, t).map((column) => ({ column, value: 1 }));
        if (started.length === 0) continue;
        model.row(-Infinity, 0, [...started, ...finishedBy(p, t - 1).map((column) => ({ column, value: -1 }))]);
      }
    }
  });
  capacity.forEach((row, r) => {
    row.forEach((available, index) => {
      const q = index + 1;
      const atWork = starts.flatMap(({ initiative, start }, column) => {
        const { load, duration } = candidates[initiative]!;
        return load[r]! > 0 && start <= q && q < start + duration ? [{ column, value: load[r]! }] : [];
      });
      if (atWork.length > 0) model.row(-Infinity, available, atWork);
    });
  });

  const ofTarget = weights.map((): TargetRaise[] => []);
  /** What a column that stands for points of the score is worth in a quarter: in the objective, or on the way to the target. */
  const pay = (column: number, q: number, points: number, whole = false) => {
    if (limit === null) model.addCost(column, weights[q - 1]! * points);
    else ofTarget[q - 1]!.push({ column, value: points, whole });
  };
  const ofStages: StageRaises[] = instance.stages.map(() => weights.map(() => []));
  for (const item of instance.items) {
    const steps = stepsOf(item).filter((step) => step.by.some((i) => columns[i]!.size > 0));
    const capped = steps.reduce((sum, step) => sum + step.amount, 0) > item.cap * (1 + 1e-12);
    for (let q = 1; q <= quarters; q++) {
      const ofStage = item.stage === undefined ? null : ofStages[item.stage]![q - 1]!;
      const raised: { column: number; value: number }[] = [];
      for (const { amount, by } of steps) {
        const reached = by.flatMap((i) => finishedBy(i, q));
        if (reached.length === 0) continue;
        if (by.length === 1) {
          for (const column of reached) raised.push({ column, value: amount });
          continue;
        }
        const y = model.column(0, 0, 1, false);
        model.row(-Infinity, 0, [{ column: y, value: 1 }, ...reached.map((column) => ({ column, value: -1 }))]);
        followers.push(
          (values) =>
            void (values[y] = Math.min(
              1,
              reached.reduce((sum, c) => sum + values[c]!, 0),
            )),
        );
        raised.push({ column: y, value: amount });
      }
      if (raised.length === 0) continue;
      if (!capped) {
        if (ofStage) ofStage.push(...raised);
        else for (const { column, value } of raised) pay(column, q, value, true);
        continue;
      }
      const g = model.column(0, 0, item.cap, false);
      if (ofStage) ofStage.push({ column: g, value: 1 });
      else pay(g, q, 1);
      model.row(-Infinity, 0, [{ column: g, value: 1 }, ...raised.map(({ column, value }) => ({ column, value: -value }))]);
      followers.push((values) => {
        values[g] = Math.min(
          item.cap,
          raised.reduce((sum, r) => sum + r.value * values[r.column]!, 0),
        );
      });
    }
  }
  followers.push(...addStages(model, instance, ofStages, pay));
  if (limit !== null) followers.push(...addTarget(model, weights, limit, ofTarget));
  const sparse = model.finish();
  return { ...sparse, starts, read, valuesOf };

  function fitsAlone(initiative: number, start: number): boolean {
    const { load, duration } = candidates[initiative]!;
    return capacity.every((row, r) => row.slice(start - 1, start - 1 + duration).every((available) => load[r]! <= available + LOAD_TOLERANCE));
  }

  function read(values: ArrayLike<number>): StartList {
    const list = candidates.map(() => 0);
    starts.forEach(({ initiative, start }, column) => {
      if (values[column]! > 0.5) list[initiative] = start;
    });
    return list;
  }

  function valuesOf(plan: StartList): Float64Array {
    const values = new Float64Array(sparse.numCols);
    starts.forEach(({ initiative, start }, column) => {
      values[column] = plan[initiative] === start ? 1 : 0;
    });
    for (const follow of followers) follow(values);
    return values;
  }
}
