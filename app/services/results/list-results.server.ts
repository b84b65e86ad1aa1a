import { Prisma } from "@prisma/client";
import { NO_PERIOD, RESULTS_A_PAGE, type ResultSort, type ResultsQuery } from "#app/domain/cycles/list-query.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { seenResults } from "./visible-results.server.ts";

/**
 * `score` (0 to 100, unrounded) and `level` are null where too little was answered; `period` is null where the result was brought in.
 * `submittedAt` is null in an anonymous cycle, where it is not kept; `who` is null there, for one's own, and where nobody in particular was asked.
 */
export type ResultRow = {
  id: string;
  slug: string;
  period: string | null;
  submittedAt: Date | null;
  score: number | null;
  level: number | null;
  isOwn: boolean;
  who: string | null;
};
/** What there is to choose from among all results that somebody may see: slugs, and periods with null for what was brought in. */
export type ResultChoices = { assessments: string[]; periods: (string | null)[] };

const COLUMNS: Record<ResultSort, Prisma.Sql> = {
  submitted: Prisma.sql`"submittedAt"`,
  score: Prisma.sql`score`,
  period: Prisma.sql`period`,
};

/**
 * The single results of an organisation that somebody may see, from cycles and brought in, in an order; what has no score, period or day
 * comes last in either. Whose each is is said in a named cycle, of which everybody was told so before they answered.
 * @param query without a `page`: all of them, for a file
 * @param most rows of a page
 * @returns the rows of the page, how many there are on all pages, and what there is to choose from; null where they may see none
 */
export async function listResults(
  db: Database,
  access: Access,
  { assessment, period, sort, isRising, page }: Omit<ResultsQuery, "page"> & { page?: number },
  most = RESULTS_A_PAGE,
): Promise<{ rows: ResultRow[]; total: number; choices: ResultChoices } | null> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const seen = await seenResults(tx, access);
    if (!seen) return null;
    const own = Prisma.sql`r.id = ANY(${seen.own}::uuid[])`;
    const visible = Prisma.sql`FROM response r
      JOIN assessment_version v ON v.hash = r.assessment_hash
      JOIN result s ON s.organization_id = r.organization_id AND s.response_id = r.id
      LEFT JOIN cycle y ON y.organization_id = r.organization_id AND y.id = r.cycle_id
      LEFT JOIN respondent d ON d.organization_id = r.organization_id AND d.id = r.respondent_id
      LEFT JOIN member m ON m.organization_id = d.organization_id AND m.id = d.member_id
      LEFT JOIN person p ON p.id = m.person_id
      WHERE r.organization_id = ${organizationId}::uuid AND r.submitted_at IS NOT NULL
        AND ${seen.others ? Prisma.sql`(${own} OR r.cycle_id IS NULL OR NOT y.is_anonymous)` : own}`;
    const ofAssessment = assessment === null ? Prisma.empty : Prisma.sql`AND v.slug = ${assessment}`;
    const ofPeriod = period === null ? Prisma.empty : period === NO_PERIOD ? Prisma.sql`AND y.period IS NULL` : Prisma.sql`AND y.period = ${period}`;
    const wanted = Prisma.sql`${visible} ${ofAssessment} ${ofPeriod}`;
    const order = Prisma.sql`${COLUMNS[sort]} ${isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`} NULLS LAST, "submittedAt" DESC NULLS LAST, id DESC`;
    const part = page ? Prisma.sql`LIMIT ${most} OFFSET ${(page - 1) * most}` : Prisma.empty;
    const rows = await tx.$queryRaw<ResultRow[]>`SELECT * FROM (SELECT r.id, v.slug, y.period,
      CASE WHEN y.is_anonymous THEN NULL ELSE r.submitted_at END AS "submittedAt",
      (s.score->'overall'->>'score')::float8 AS score, (s.score->'overall'->>'gatedLevel')::int AS level,
      ${own} AS "isOwn", CASE WHEN ${own} THEN NULL ELSE coalesce(p.name, d.address) END AS who ${wanted}) AS rows ORDER BY ${order} ${part}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${wanted}`;
    const kinds = await tx.$queryRaw<
      { slug: string; period: string | null }[]
    >`SELECT DISTINCT v.slug, y.period ${visible} ORDER BY y.period DESC NULLS LAST, v.slug`;
    const choices = { assessments: [...new Set(kinds.map(({ slug }) => slug))], periods: [...new Set(kinds.map(({ period: of }) => of))] };
    return { rows, total: count!.total, choices };
  });
}
