import { z } from "zod";
import { RESULTS_A_PAGE } from "#app/domain/cycles/list-query.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { visibleResults } from "./visible-results.server.ts";

/** `score` and `level` are null where too little was answered; `period` is null where the result was brought in. */
export type ResultRow = { id: string; slug: string; period: string | null; submittedAt: Date; score: number | null; level: number | null; isOwn: boolean };

const scoreSchema = z.object({ overall: z.object({ score: z.number().nullable(), gatedLevel: z.number().nullable() }) });

/**
 * The results of an organisation that somebody may see, the latest first: from cycles and brought in. Whose each is stays unsaid, but for one's own.
 * @param most rows of a page
 * @returns the rows of the page, and how many there are on all pages; null where they may see none
 */
export async function listResults(db: Database, access: Access, page: number, most = RESULTS_A_PAGE): Promise<{ rows: ResultRow[]; total: number } | null> {
  const { organization, memberId } = access;
  const where = visibleResults(access);
  if (!where) return null;
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const found = await tx.response.findMany({
      where,
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * most,
      take: most,
      select: {
        id: true,
        memberId: true,
        submittedAt: true,
        assessment: { select: { slug: true } },
        cycle: { select: { period: true } },
        result: { select: { score: true } },
      },
    });
    const rows = found.map(({ id, memberId: whose, submittedAt, assessment, cycle, result }) => {
      const { overall } = scoreSchema.parse(result?.score);
      return {
        id,
        slug: assessment.slug,
        period: cycle?.period ?? null,
        submittedAt: submittedAt!,
        score: overall.score,
        level: overall.gatedLevel,
        isOwn: memberId !== null && whose === memberId,
      };
    });
    return { rows, total: await tx.response.count({ where }) };
  });
}
