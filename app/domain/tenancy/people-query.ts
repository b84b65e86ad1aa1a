import { z } from "zod";

export const PEOPLE_SORTS = ["name", "role", "joined"] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];
export const LONGEST_SEARCH = 100;
export const PAGE_SIZE = 25;

export type PeopleQuery = { q: string; sort: PeopleSort; page: number };

const querySchema = z.object({
  q: z.string().trim().max(LONGEST_SEARCH).catch(""),
  sort: z.enum(PEOPLE_SORTS).catch("name"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which part of a list of people an address asks for. What it does not say, or not well, is the beginning. */
export function readPeopleQuery(query: URLSearchParams): PeopleQuery {
  const { q, ...rest } = querySchema.parse({ q: query.get("q") ?? "", sort: query.get("sort"), page: query.get("page") ?? 1 });
  return { ...rest, q: fitForSearch(q) };
}

/** A text that a database can look for: without halves of characters and control characters. */
export function fitForSearch(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, "");
}
