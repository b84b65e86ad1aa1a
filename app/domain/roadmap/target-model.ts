import type { Entry, ModelRows } from "./sparse-model.ts";

/** What the way to the target is divided into, so that a near target is not lost in the solver's tolerances. */
const WHOLE_WAY = 100;
/** A way shorter than this, in points, is none: noise of floating point. */
const SHORTEST_WAY = 1e-9;

/** Points of the valued score for each unit of a column; `whole` when that is 0 or 1 in every plan. */
export type TargetRaise = Entry & { readonly whole: boolean };

/**
 * Adds to the model what counts with a target: for each quarter a column u, in hundredths of the way from today to the
 * target, at most all of them and at most what is raised. A maximum takes the smaller one, which is what min() means.
 *
 * A column of 0 or 1 that alone raises more than the way raises all of it and no more, which says the same of whole
 * numbers and leaves less between them. Returns what fills these columns from those before.
 *
 * @param limit points from today to the target, at least 0
 * @param raised by quarter, columns with points of the valued score
 */
export function addTarget(
  model: ModelRows,
  weights: readonly number[],
  limit: number,
  raised: readonly (readonly TargetRaise[])[],
): ((values: Float64Array) => void)[] {
  if (limit < SHORTEST_WAY) return [];
  return weights.map((weight, index) => {
    const sums = new Map<number, number>();
    const isWhole = new Set(raised[index]!.flatMap(({ column, whole }) => (whole ? [column] : [])));
    for (const { column, value } of raised[index]!) sums.set(column, (sums.get(column) ?? 0) + value);
    const its = [...sums].map(([column, points]) => ({
      column,
      value: (WHOLE_WAY / limit) * (isWhole.has(column) ? Math.min(points, limit) : points),
    }));
    const u = model.column((weight * limit) / WHOLE_WAY, 0, WHOLE_WAY, false);
    model.row(-Infinity, 0, [{ column: u, value: 1 }, ...its.map(({ column, value }) => ({ column, value: -value }))]);
    return (values) => {
      values[u] = Math.min(
        WHOLE_WAY,
        its.reduce((sum, { column, value }) => sum + value * values[column]!, 0),
      );
    };
  });
}
