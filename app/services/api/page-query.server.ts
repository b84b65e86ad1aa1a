import { z } from "zod";
import { problem } from "./problem.server.ts";

const MOST = 200;
const querySchema = z.object({ limit: z.coerce.number().int().min(1).max(MOST).default(100), cursor: z.string().max(200).optional() });

/**
 * Which page of a list a request asks for. A cursor is what the page before gave as `next`; what it holds is nobody's business.
 * @param keySchema what the last entry of a page is found by
 * @throws Response 422 for a limit outside of 1 to 200 and a cursor that no page gave
 */
export function readPageQuery(request: Request, keySchema: z.ZodType<string>): { limit: number; after: string | null } {
  const search = new URL(request.url).searchParams;
  const parsed = querySchema.safeParse(Object.fromEntries(["limit", "cursor"].flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : []))));
  const key = keySchema.safeParse(Buffer.from(parsed.data?.cursor ?? "", "base64url").toString());
  if (!parsed.success) throw invalid("limit", `is a whole number from 1 to ${MOST}`);
  if (parsed.data.cursor !== undefined && !key.success) throw invalid("cursor", "is not one that a page gave as next");
  return { limit: parsed.data.limit, after: parsed.data.cursor === undefined ? null : key.data! };
}

/** Entries of a page, of which one more was read to know whether there is another page. */
export function pageOf<Entry>(read: readonly Entry[], limit: number, keyOf: (entry: Entry) => string): { items: Entry[]; next: string | null } {
  const items = read.slice(0, limit);
  return { items, next: read.length > limit ? Buffer.from(keyOf(items.at(-1)!)).toString("base64url") : null };
}

function invalid(field: string, message: string): Response {
  return problem(422, "invalid-input", "The input does not have the expected form.", [{ field, message }]);
}
