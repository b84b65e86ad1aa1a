import type { Transaction } from "../db/pass-door.server.ts";

/** Organisations that there have to be in the best quarter, and outside of it. */
const EACH_SIDE = 10;

/**
 * How the best quarter of every published cohort answered, and the others: those whose overall score is in the half point of the upper quartile
 * or above. Unlike the cohorts themselves these sides are no sums over blocks, for one who comes in may move the border. Therefore the means are
 * rounded to twentieths: of ten on a side the sum may be a quarter of the scale off, so that the difference of two such sums leaves a range as wide
 * as the scale for what one organisation answered. Only items that all of the cohort show, and whose means differ as they are shown.
 */
export async function compareBest(tx: Transaction, family: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM benchmark_best WHERE family = ${family}`;
  await tx.$executeRaw`
    INSERT INTO benchmark_best (family, cohort, item, best_count, best_mean, rest_count, rest_mean)
    WITH borders AS (
      SELECT cohort, n AS organizations, min(bin) AS border, split_part(cohort, '/', 1) AS industry, split_part(cohort, '/', 2) AS size_band,
        split_part(cohort, '/', 3) AS region
      FROM (SELECT c.cohort, c.n, b.at::int - 1 AS bin, sum(b.n) OVER (PARTITION BY c.cohort ORDER BY b.at) AS seen
        FROM benchmark_cohort c CROSS JOIN LATERAL unnest(c.bins) WITH ORDINALITY AS b(n, at)
        WHERE c.family = ${family} AND c.part = 'overall' AND c.n >= ${2 * EACH_SIDE}::int) counts
      WHERE seen >= 0.75 * n GROUP BY cohort, n),
    binned AS MATERIALIZED (
      SELECT m.industry, m.size_band, m.region, least(floor((c.scores->>'overall')::float8 * 2), 199)::int AS bin, i.key AS item, count(*) AS n,
        sum(round(i.value::float8 * 1e6)::int8) AS sum
      FROM benchmark_member m JOIN benchmark_contribution c ON c.id = m.contribution_id CROSS JOIN LATERAL jsonb_each(c.items) i
      WHERE m.family = ${family} AND m.block IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5),
    sides AS (
      SELECT k.cohort, b.item, k.organizations, sum(b.n) AS n,
        sum(b.n) FILTER (WHERE b.bin >= k.border) AS best_count, sum(b.sum) FILTER (WHERE b.bin >= k.border) AS best_sum,
        sum(b.n) FILTER (WHERE b.bin < k.border) AS rest_count, sum(b.sum) FILTER (WHERE b.bin < k.border) AS rest_sum
      FROM borders k JOIN binned b ON (k.industry = '' OR b.industry = k.industry) AND (k.size_band = '' OR b.size_band = k.size_band)
        AND (k.region = '' OR b.region = k.region)
      GROUP BY 1, 2, 3),
    means AS (
      SELECT cohort, item, best_count, rest_count, (round(best_sum / best_count / 5e4) / 20)::float8 AS best_mean, (round(rest_sum / rest_count / 5e4) / 20)::float8 AS rest_mean
      FROM sides WHERE n = organizations AND best_count >= ${EACH_SIDE}::int AND rest_count >= ${EACH_SIDE}::int)
    SELECT ${family}::text, cohort, item, best_count, best_mean, rest_count, rest_mean FROM means WHERE best_mean <> rest_mean`;
}
