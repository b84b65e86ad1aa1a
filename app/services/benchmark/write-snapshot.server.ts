import type { Transaction } from "../db/pass-door.server.ts";
import type { Snapshot } from "./snapshot-messages.server.ts";

/** Puts a snapshot in the place of the last one. */
export async function writeSnapshot(tx: Transaction, family: string, { members, spent, cohorts, best, organizations }: Snapshot): Promise<void> {
  for (const rows of members) {
    await tx.$executeRaw`INSERT INTO benchmark_member (contribution_id, family, industry, size_band, region, circle, block)
      SELECT id, ${family}, industry, size_band, region, circle, block
      FROM jsonb_to_recordset(${rows}::jsonb) AS m(id uuid, industry text, size_band text, region text, circle text, block uuid)
      ON CONFLICT (contribution_id) DO UPDATE SET block = excluded.block, circle = excluded.circle`;
  }
  for (const ids of spent) {
    await tx.$executeRaw`UPDATE benchmark_member SET block = NULL, spent_at = now() WHERE contribution_id = ANY (${ids}::uuid[])`;
  }
  // By then what was spent is too old to be shared again.
  await tx.$executeRaw`DELETE FROM benchmark_member WHERE family = ${family} AND spent_at < now() - interval '24 months'`;
  await tx.$executeRaw`DELETE FROM benchmark_cohort WHERE family = ${family}`;
  for (const rows of cohorts) {
    await tx.$executeRaw`INSERT INTO benchmark_cohort (family, cohort, part, rank, n, bins, sum, squares)
      SELECT ${family}, cohort, part, rank, n, bins, sum, squares
      FROM jsonb_to_recordset(${rows}::jsonb) AS c(cohort text, part text, rank int, n int, bins int[], sum float8, squares float8)`;
  }
  await tx.$executeRaw`DELETE FROM benchmark_best WHERE family = ${family}`;
  for (const rows of best) {
    await tx.$executeRaw`INSERT INTO benchmark_best (family, cohort, item, best_count, best_mean, rest_count, rest_mean)
      SELECT ${family}, cohort, item, "bestCount", "bestMean", "restCount", "restMean"
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS b(cohort text, item text, "bestCount" int, "bestMean" float8, "restCount" int, "restMean" float8)`;
  }
  await tx.$executeRaw`UPDATE benchmark_snapshot SET organizations = ${organizations}::int WHERE family = ${family}`;
}
