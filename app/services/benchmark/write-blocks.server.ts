import { randomUUID } from "node:crypto";
import type { BlockPlan } from "#app/domain/benchmark/blocks.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { Membership } from "./read-standing.server.ts";

/** Rows that are written at once. */
const AT_ONCE = 5_000;

/** Writes down who is in which block now; a block that is as it was keeps its name, and its rows are left alone. */
export async function writeBlocks(tx: Transaction, family: string, { blocks, spent }: BlockPlan, members: ReadonlyMap<string, Membership>): Promise<void> {
  const sizes = new Map<string, number>();
  for (const { block } of members.values()) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const changed: Record<string, string | null>[] = [];
  for (const block of blocks) {
    const earlier = new Set(block.map(({ id }) => members.get(id)?.block));
    const [only] = earlier;
    const name = earlier.size === 1 && only !== undefined && sizes.get(only) === block.length ? only : randomUUID();
    for (const { id, profile, circle } of block) {
      const was = members.get(id);
      if (was?.block === name && was.circle === circle) continue;
      changed.push({ id, industry: profile.industry, size_band: profile.sizeBand, region: profile.region, circle, block: name });
    }
  }
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    await tx.$executeRaw`INSERT INTO benchmark_member (contribution_id, family, industry, size_band, region, circle, block)
      SELECT id, ${family}, industry, size_band, region, circle, block
      FROM jsonb_to_recordset(${JSON.stringify(changed.slice(from, from + AT_ONCE))}::jsonb)
        AS m(id uuid, industry text, size_band text, region text, circle text, block uuid)
      ON CONFLICT (contribution_id) DO UPDATE SET block = excluded.block, circle = excluded.circle`;
  }
  for (let from = 0; from < spent.length; from += AT_ONCE) {
    const ids = spent.slice(from, from + AT_ONCE).map(({ id }) => id);
    await tx.$executeRaw`UPDATE benchmark_member SET block = NULL, spent_at = now() WHERE contribution_id = ANY (${ids}::uuid[])`;
  }
  // By then what was spent is too old to be shared again.
  await tx.$executeRaw`DELETE FROM benchmark_member WHERE family = ${family} AND spent_at < now() - interval '24 months'`;
}
