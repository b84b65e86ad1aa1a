/**
 * Two lists that are in use elsewhere, reckoned with what a plan knows (decision 0033). Each looks at an initiative by
 * itself; neither decides anything here.
 */

/** RICE, after Intercom. */
export type RiceInputs = {
  /** Questions whose answer it would raise. At least 0. */
  readonly reach: number;
  /** Points of the overall score for each of those questions, by the true rescore. At least 0. */
  readonly impact: number;
  /** Chance of success, 0..1. */
  readonly confidence: number;
  /** Likely person-weeks, all pools together. At least 0; 0 where none is given. */
  readonly effort: number;
};

/** WSJF, after the Scaled Agile Framework. The first three are points of the valued score, at least 0. */
export type WsjfInputs = {
  /** What it raises by itself. */
  readonly value: number;
  /** What the discounted curve loses when it ends a quarter later than it could. */
  readonly timeCriticality: number;
  /** What the initiatives that rest on it add to it. */
  readonly enables: number;
  /** Likely person-weeks, all pools together. At least 0; 0 where none is given. */
  readonly jobSize: number;
};

/**
 * Reach x impact x confidence / effort: expected points for each person-week.
 * Source: Sean McBride, "RICE: Simple prioritization for product managers", Intercom, 2016.
 *
 * @returns null where no effort is known
 */
export function rice({ reach, impact, confidence, effort }: RiceInputs): number | null {
  return perWeek(reach * impact * confidence, effort);
}

/** The numerator of WSJF: what each quarter of waiting is said to cost, in points. */
export function costOfDelay({ value, timeCriticality, enables }: WsjfInputs): number {
  return value + timeCriticality + enables;
}

/**
 * Cost of delay / job size, in points for each person-week.
 * Source: Scaled Agile Framework, "Weighted Shortest Job First", after Don Reinertsen, "The Principles of Product
 * Development Flow", 2009.
 *
 * @returns null where no job size is known
 */
export function wsjf(inputs: WsjfInputs): number | null {
  return perWeek(costOfDelay(inputs), inputs.jobSize);
}

function perWeek(points: number, weeks: number): number | null {
  return weeks > 0 ? points / weeks : null;
}

export type Placed<Row> = Row & {
  readonly quotient: number | null;
  /** 1 for the largest quotient; equal ones share a place. Null without a quotient. */
  readonly place: number | null;
};

/** Smaller differences are rounding. */
const SAME = 1e-9;

/** The rows by their quotient, largest first, ties by id; those without one last. The order of the rows given does not matter. */
export function placedBy<Row extends { readonly initiative: string }>(rows: readonly Row[], quotientOf: (row: Row) => number | null): Placed<Row>[] {
  const byId = (a: Row, b: Row) => (a.initiative < b.initiative ? -1 : a.initiative > b.initiative ? 1 : 0);
  const known = rows.map((row) => ({ ...row, quotient: quotientOf(row) }));
  const inOrder = known.sort((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1) || byId(a, b));
  const placed: Placed<Row>[] = [];
  for (const [k, row] of inOrder.entries()) {
    const before = placed[k - 1];
    const isSame = before?.quotient != null && row.quotient !== null && before.quotient - row.quotient <= SAME;
    placed.push({ ...row, place: row.quotient === null ? null : isSame ? before.place : k + 1 });
  }
  return placed;
}
