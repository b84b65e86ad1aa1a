import { z } from "zod";
import { fitForSearch, LONGEST_SEARCH } from "../tenancy/people-query.ts";

export const CLIENT_SORTS = ["name", "score", "cycle", "end"] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];
/** Clients on a page. */
export const CLIENTS_A_PAGE = 25;

export type ClientsQuery = { q: string; sort: ClientSort; page: number };

const querySchema = z.object({
  q: z.string().trim().max(LONGEST_SEARCH).catch(""),
  sort: z.enum(CLIENT_SORTS).catch("name"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which clients an address asks for. What it does not say, or not well, is the beginning. */
export function readClientsQuery(query: URLSearchParams): ClientsQuery {
  const { q, ...rest } = querySchema.parse({ q: query.get("q") ?? "", sort: query.get("sort"), page: query.get("page") ?? 1 });
  return { ...rest, q: fitForSearch(q) };
}
