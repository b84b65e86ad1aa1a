import type { Transaction } from "../db/pass-door.server.ts";
import type { ResultsPortion } from "./snapshot-messages.server.ts";

/**
 * Pages of a table that are read at once: a few thousand rows. A row of its own for each would take longer than the whole snapshot, and one text of
 * all of them would keep the thread that serves pages.
 */
const RESULT_PAGES = 800;
const MEMBER_PAGES = 100;

/** Who is in the blocks of a family, or was: a line of id, block, circle and profile each. */
export async function* readMembers(tx: Transaction, family: string): AsyncGenerator<string> {
  for (const [from, to] of await portionsOf(tx, "benchmark_member", MEMBER_PAGES)) {
    const [{ rows }] = await tx.$queryRaw<[{ rows: string | null }]>`
      SELECT string_agg(concat_ws(chr(31), contribution_id, coalesce(block::text, ''), coalesce(circle, ''),
        concat_ws('/', coalesce(industry, ''), coalesce(size_band, ''), coalesce(region, ''))), chr(10)) AS rows
      FROM benchmark_member WHERE family = ${family} AND ctid >= ${from}::text::tid AND ctid < ${to}::text::tid`;
    if (rows !== null) yield rows;
  }
}

/**
 * What is shared in a family, from one end of its table to the other: a line of id, organisation, closing (seconds), number and profile
 * each, with what it says. The names of parts and items are read of the first of those that say the same ones.
 */
export async function* readResults(tx: Transaction, family: string): AsyncGenerator<ResultsPortion> {
  for (const [from, to] of await portionsOf(tx, "benchmark_contribution", RESULT_PAGES)) {
    yield* await tx.$queryRaw<ResultsPortion[]>`
      SELECT alike.rows, alike.packed, ARRAY(SELECT key FROM jsonb_object_keys(first.scores) key ORDER BY key COLLATE "C") AS parts,
        ARRAY(SELECT key FROM jsonb_object_keys(first.items) key ORDER BY key COLLATE "C") AS items
      FROM (SELECT min(ctid) AS at, encode(string_agg(substring(packed FROM 17), ''), 'base64') AS packed,
          string_agg(concat_ws(chr(31), id, organization_id, extract(epoch FROM closed_at), number,
            concat_ws('/', coalesce(industry, ''), coalesce(size_band, ''), coalesce(region, ''))), chr(10)) AS rows
        FROM benchmark_contribution WHERE family = ${family} AND ctid >= ${from}::text::tid AND ctid < ${to}::text::tid
        GROUP BY substring(packed FOR 16)) alike
      JOIN benchmark_contribution first ON first.ctid = alike.at`;
  }
}

/** Of each result the consultancies that know it, hashed: those that were let see results on any day since it was closed. */
export async function readKnown(tx: Transaction, family: string): Promise<[id: string, consultancies: string[]][]> {
  const rows = await tx.$queryRaw<{ id: string; names: string[] }[]>`
    SELECT c.id, array_agg(DISTINCT encode(sha256(e.consultancy_id::text::bytea), 'hex')) AS names
    FROM engagement e JOIN benchmark_contribution c ON c.organization_id = e.organization_id
    WHERE c.family = ${family} AND 'see_results' = ANY (e.scopes)
      AND (e.ended_at IS NULL OR e.ended_at >= c.closed_at) AND (e.ends_on IS NULL OR e.ends_on >= c.closed_at::date)
    GROUP BY c.id`;
  return rows.map(({ id, names }) => [id, names]);
}

/** The pages of a table in portions: the first of each, and of the next. The transaction sees nothing that is written behind the last one. */
async function portionsOf(tx: Transaction, table: "benchmark_member" | "benchmark_contribution", pages: number): Promise<[from: string, to: string][]> {
  const [{ all }] = await tx.$queryRaw<[{ all: number }]>`
    SELECT (pg_relation_size(${table}::text::regclass) / current_setting('block_size')::int)::int AS all`;
  return Array.from({ length: Math.ceil(all / pages) }, (_, i) => [`(${i * pages},0)`, `(${(i + 1) * pages},0)`]);
}
