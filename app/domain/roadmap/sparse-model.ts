/** A linear program in the row-wise sparse arrays that solvers take. Infinity stands for no bound. */
export type SparseModel = {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  /** 1 for an integer column, else 0. */
  readonly integrality: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r holds entries rowStarts[r] .. rowStarts[r+1] - 1 of `indices` and `values`. */
  readonly rowStarts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

export type Entry = { readonly column: number; readonly value: number };

/** Gathers columns and rows one by one. Columns are numbered from 0 in the order they are made. */
export class ModelRows {
  readonly #cost: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  /** Adds a column and returns its number. */
  column(cost: number, lower: number, upper: number, integer: boolean): number {
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integer.push(integer ? 1 : 0);
    return this.#cost.push(cost) - 1;
  }

  addCost(column: number, cost: number): void {
    this.#cost[column]! += cost;
  }

  /** Adds `lower <= sum(value * column) <= upper`; entries of the same column are added up. */
  row(lower: number, upper: number, entries: readonly Entry[]): void {
    const sums = new Map<number, number>();
    for (const { column, value } of entries) sums.set(column, (sums.get(column) ?? 0) + value);
    for (const [column, value] of sums) {
      this.#indices.push(column);
      this.#values.push(value);
    }
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#starts.push(this.#indices.length);
  }

  finish(): SparseModel {
    return {
      numCols: this.#cost.length,
      numRows: this.#rowLower.length,
      colCost: Float64Array.from(this.#cost),
      colLower: Float64Array.from(this.#lower),
      colUpper: Float64Array.from(this.#upper),
      integrality: Int32Array.from(this.#integer),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowStarts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    };
  }
}
