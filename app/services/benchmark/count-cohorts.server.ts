import { type Cohort, cohortKey } from "#app/domain/benchmark/cohort.ts";
import { BINS } from "#app/domain/benchmark/histogram.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/**
 * The figures of every cohort that is published, anew from all that is in blocks; of a part only where all of a cohort have it. Counted in
 * whole millionths, so that the same results give the same figures to the last digit.
 *
 * @param cohorts in the order in which they were accepted
 */
export async function countCohorts(tx: Transaction, family: string, cohorts: readonly Cohort[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM benchmark_cohort WHERE family = ${family}`;
  const accepted = JSON.stringify(
    cohorts.map((cohort, rank) => ({ cohort: cohortKey(cohort), rank, industry: cohort.industry, size_band: cohort.sizeBand, region: cohort.region })),
  );
  // By profile first, for there are few of those; a cohort is some of them. Once, and kept: the planner takes the members of this transaction for
  // few, and would count again for every profile of every cohort.
  await tx.$executeRaw`
    INSERT INTO benchmark_cohort (family, cohort, part, rank, n, bins, sum, squares)
    WITH binned AS MATERIALIZED (
      SELECT m.industry, m.size_band, m.region, s.key AS part, least(floor(s.value::float8 * 2), ${BINS - 1}::int)::int AS bin, count(*) AS n,
        sum(round(s.value::float8 * 1e6)::int8) AS sum, sum(round(s.value::float8 * 1e6)::int8 * round(s.value::float8 * 1e6)::int8) AS squares
      FROM benchmark_member m JOIN benchmark_contribution c ON c.id = m.contribution_id CROSS JOIN LATERAL jsonb_each(c.scores) s
      WHERE m.family = ${family} AND m.block IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5),
    profiles AS (SELECT industry, size_band, region, count(*) AS n FROM benchmark_member WHERE family = ${family} AND block IS NOT NULL GROUP BY 1, 2, 3),
    inside AS (
      SELECT k.cohort, k.rank, concat_ws('/', coalesce(p.industry, ''), coalesce(p.size_band, ''), coalesce(p.region, '')) AS profile,
        sum(p.n) OVER (PARTITION BY k.cohort) AS organizations
      FROM jsonb_to_recordset(${accepted}::jsonb) AS k(cohort text, rank int, industry text, size_band text, region text)
      JOIN profiles p ON (k.industry IS NULL OR p.industry = k.industry) AND (k.size_band IS NULL OR p.size_band = k.size_band)
        AND (k.region IS NULL OR p.region = k.region)),
    counted AS (
      SELECT i.cohort, i.rank, i.organizations, b.part, b.bin, sum(b.n) AS n, sum(b.sum) AS sum, sum(b.squares) AS squares
      FROM binned b JOIN inside i ON i.profile = concat_ws('/', coalesce(b.industry, ''), coalesce(b.size_band, ''), coalesce(b.region, ''))
      GROUP BY 1, 2, 3, 4, 5)
    SELECT ${family}::text, cohort, part, rank, sum(n),
      (SELECT array_agg(coalesce(n, 0) ORDER BY at) FROM generate_series(0, ${BINS - 1}::int) at
        LEFT JOIN unnest(array_agg(bin), array_agg(n::int)) AS has(bin, n) ON has.bin = at),
      (sum(sum) / 1e6)::float8, (sum(squares) / 1e12)::float8
    FROM counted GROUP BY cohort, rank, organizations, part HAVING sum(n) = organizations`;
}
