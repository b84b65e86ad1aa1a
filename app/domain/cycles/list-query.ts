import { z } from "zod";
import type { CycleState } from "./cycle-state.ts";

export const CYCLES_A_PAGE = 25;
export const RESULTS_A_PAGE = 25;

export const RESULT_SORTS = ["submitted", "score", "period"] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];
/** `standing`: those that are open first, then those that are planned, then the latest. */
export const CYCLE_SORTS = ["standing", "title", "period", "opened"] as const;
export type CycleSort = (typeof CYCLE_SORTS)[number];
export const CYCLE_STATES = ["open", "planned", "closed"] as const satisfies readonly CycleState[];
/** In the place of a period: of results that were brought in, and are of none. */
export const NO_PERIOD = "brought-in";

/** What a list is ordered by. `isRising`: from the lowest, the earliest or the first letter. */
export type ListOrder<Sort extends string> = { sort: Sort; isRising: boolean };
/** `assessment` is a slug; null: of every assessment, and of every period. */
export type ResultsQuery = ListOrder<ResultSort> & { assessment: string | null; period: string | null; page: number };
export type CyclesQuery = ListOrder<CycleSort> & { assessment: string | null; state: CycleState | null; page: number };

/** How a column is ordered when it is chosen first. */
const RISES_AT_FIRST: Record<ResultSort | CycleSort, boolean> = { submitted: false, score: true, period: false, standing: true, title: true, opened: false };

const slugSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .nullable()
  .catch(null);
const periodSchema = z
  .union([z.literal(NO_PERIOD), z.string().regex(/^\d{4}-Q[1-4]$/)])
  .nullable()
  .catch(null);
const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Which results an address asks for. What it does not say, or not well, is the beginning: all of them, the latest first. */
export function readResultsQuery(query: URLSearchParams): ResultsQuery {
  return {
    assessment: slugSchema.parse(query.get("assessment")),
    period: periodSchema.parse(query.get("period")),
    ...readOrder(query, RESULT_SORTS),
    page: readPage(query),
  };
}

/** Which cycles an address asks for; as with results, those that are open first. */
export function readCyclesQuery(query: URLSearchParams): CyclesQuery {
  return {
    assessment: slugSchema.parse(query.get("assessment")),
    state: z.enum(CYCLE_STATES).nullable().catch(null).parse(query.get("state")),
    ...readOrder(query, CYCLE_SORTS),
    page: readPage(query),
  };
}

/** The other way round for the column that a list is ordered by already; for another, as that begins. */
export function orderAfterClick<Sort extends ResultSort | CycleSort>({ sort, isRising }: ListOrder<Sort>, column: Sort): ListOrder<Sort> {
  return { sort: column, isRising: column === sort ? !isRising : RISES_AT_FIRST[column] };
}

/** The query of an address that asks for this; what is the beginning anyway is left out, with the question mark where nothing is left. */
export function listSearch({ sort, isRising, page, ...filters }: ResultsQuery | CyclesQuery): string {
  const usual: string = "state" in filters ? CYCLE_SORTS[0] : RESULT_SORTS[0];
  const isUsual = sort === usual && isRising === RISES_AT_FIRST[sort];
  const wished = Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
  const order: [string, string][] = isUsual ? [] : Object.entries(orderFields({ sort, isRising }));
  const text = new URLSearchParams([...wished, ...order, ...(page > 1 ? [["page", String(page)] as [string, string]] : [])]).toString();
  return text === "" ? "" : `?${text}`;
}

/** An order as the fields of an address. */
export function orderFields({ sort, isRising }: ListOrder<string>): { sort: string; order: string } {
  return { sort, order: isRising ? "rising" : "falling" };
}

function readOrder<Sort extends ResultSort | CycleSort>(query: URLSearchParams, sorts: readonly [Sort, ...Sort[]]): ListOrder<Sort> {
  const sort = sorts.find((known) => known === query.get("sort")) ?? sorts[0];
  const order = query.get("order");
  return { sort, isRising: order === "rising" || (order !== "falling" && RISES_AT_FIRST[sort]) };
}

export function readPage(query: URLSearchParams): number {
  return pageSchema.parse(query.get("page") ?? 1);
}
