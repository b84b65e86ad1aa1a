import type { PlanningInstance } from "./planning-instance.ts";
import type { Entry, ModelRows } from "./sparse-model.ts";

/** What raises a stage's own score by the end of each quarter: columns with points of the dimension. */
export type StageRaises = Entry[][];

/**
 * Adds to the model what dimensions that are carried or carry count as. For each and each quarter a column z, in points
 * of the dimension above what it counts as today, paid by the worth of a point:
 *
 * - `z <= own score - what it counts as today`, the own score with everything that raises it;
 * - `z <= z of the carrier + what that counts as today - what this one counts as today`.
 *
 * A maximum takes the smaller of both, which is what min() means. Returns what fills these columns from those before.
 */
export function addStages(
  model: ModelRows,
  { stages, weights }: PlanningInstance,
  raises: readonly StageRaises[],
  pay: (column: number, quarter: number, points: number) => void,
): ((values: Float64Array) => void)[] {
  const columns: number[][] = [];
  const followers: ((values: Float64Array) => void)[] = [];
  stages.forEach(({ today, counts, worth, carrier }, s) => {
    columns.push(
      weights.map((_, index) => {
        const z = model.column(0, 0, 100, false);
        pay(z, index + 1, worth);
        const own = raises[s]![index]!;
        model.row(-Infinity, today - counts, [{ column: z, value: 1 }, ...own.map(({ column, value }) => ({ column, value: -value }))]);
        const above = carrier === null ? null : { column: columns[carrier]![index]!, slack: stages[carrier]!.counts - counts };
        if (above) {
          model.row(-Infinity, above.slack, [
            { column: z, value: 1 },
            { column: above.column, value: -1 },
          ]);
        }
        followers.push((values) => {
          const reached = own.reduce((sum, { column, value }) => sum + value * values[column]!, today - counts);
          values[z] = above ? Math.min(reached, above.slack + values[above.column]!) : reached;
        });
        return z;
      }),
    );
  });
  return followers;
}
