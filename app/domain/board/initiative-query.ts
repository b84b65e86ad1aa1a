import { z } from "zod";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { fitForSearch, LONGEST_SEARCH } from "../tenancy/people-query.ts";

/** Initiatives of the library on a page of it. */
export const INITIATIVES_A_PAGE = 20;
export const LEAP_FILTERS = ["open", "decided"] as const;
/** Leaps of faith on a page. */
export const LEAPS_A_PAGE = 20;
export type LeapQuery = { q: string; show: (typeof LEAP_FILTERS)[number] | null; page: number };
export type InitiativeLibraryQuery = { q: string; pillar: Pillar | null; page: number };

const querySchema = z.object({
  q: z.string().trim().max(LONGEST_SEARCH).catch(""),
  pillar: z.enum(PILLARS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What is looked for in the library, or that the form of one's own is wanted (`own`). What an address does not say, or not well, is the beginning. */
export function readInitiativeQuery(query: URLSearchParams): InitiativeLibraryQuery & { own: boolean } {
  const { q, ...rest } = querySchema.parse({ q: query.get("q") ?? "", pillar: query.get("pillar"), page: query.get("page") ?? 1 });
  return { ...rest, q: fitForSearch(q), own: query.get("own") === "yes" };
}

/** Which leaps of faith an address asks for: by words, on which page; `show` null: all of them. What it does not say, or not well, is the beginning. */
export function readLeapQuery(query: URLSearchParams): LeapQuery {
  const { q, page } = querySchema.parse({ q: query.get("q") ?? "", pillar: null, page: query.get("page") ?? 1 });
  return { q: fitForSearch(q), page, show: LEAP_FILTERS.find((filter) => filter === query.get("show")) ?? null };
}
