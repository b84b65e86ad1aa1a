import { z } from "zod";
import { fitForSearch, LONGEST_SEARCH } from "../tenancy/people-query.ts";
import { EVIDENCE_STATES, type EvidenceState } from "./evidence-state.ts";

export const EVIDENCE_SORTS = ["question", "expiry", "title", "newest"] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];
/** Entries on a page. */
export const EVIDENCE_A_PAGE = 25;

/** `state` is null for all. */
export type EvidenceQuery = { q: string; sort: EvidenceSort; state: EvidenceState | null; page: number };

const querySchema = z.object({
  q: z.string().trim().max(LONGEST_SEARCH).catch(""),
  sort: z.enum(EVIDENCE_SORTS).catch("question"),
  state: z.enum(EVIDENCE_STATES).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which part of the register an address asks for. What it does not say, or not well, is the beginning. */
export function readEvidenceQuery(query: URLSearchParams): EvidenceQuery {
  const { q, ...rest } = querySchema.parse({ q: query.get("q") ?? "", sort: query.get("sort"), state: query.get("state"), page: query.get("page") ?? 1 });
  return { ...rest, q: fitForSearch(q) };
}
