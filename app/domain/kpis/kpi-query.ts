import { z } from "zod";
import { fitForSearch, LONGEST_SEARCH } from "../tenancy/people-query.ts";

export const KPI_SORTS = ["name", "latest", "due"] as const;
export type KpiSort = (typeof KPI_SORTS)[number];
export const KPIS_A_PAGE = 25;
/** Entries of the library on a page of it. */
export const LIBRARY_A_PAGE = 20;
/** Readings on a page of a KPI. */
export const READINGS_A_PAGE = 40;

export type KpiQuery = { q: string; sort: KpiSort; archived: boolean; page: number };

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);
const searchSchema = z.string().trim().max(LONGEST_SEARCH).catch("");
const querySchema = z.object({ q: searchSchema, sort: z.enum(KPI_SORTS).catch("name"), page: pageSchema });

/** Which part of a list of KPIs an address asks for. What it does not say, or not well, is the beginning. */
export function readKpiQuery(query: URLSearchParams): KpiQuery {
  const { q, ...rest } = querySchema.parse({ q: query.get("q") ?? "", sort: query.get("sort"), page: query.get("page") ?? 1 });
  return { ...rest, q: fitForSearch(q), archived: query.get("archived") === "yes" };
}

/** What is looked for in the library, and which of it was chosen. */
export function readLibraryQuery(query: URLSearchParams): { q: string; page: number; from: string | null } {
  return {
    q: fitForSearch(searchSchema.parse(query.get("q") ?? "")),
    page: pageSchema.parse(query.get("page") ?? 1),
    from: z.string().max(64).nullable().catch(null).parse(query.get("from")),
  };
}

/** Which page of a KPI's readings an address asks for. */
export function readReadingsPage(query: URLSearchParams): number {
  return pageSchema.parse(query.get("page") ?? 1);
}
