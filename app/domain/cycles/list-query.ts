import { z } from "zod";

export const CYCLES_A_PAGE = 25;
export const RESULTS_A_PAGE = 25;

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Which page of a list an address asks for; what cannot be read is the first. */
export function readPage(query: URLSearchParams): number {
  return pageSchema.parse(query.get("page") ?? 1);
}
