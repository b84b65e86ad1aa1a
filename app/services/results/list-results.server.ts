import { z } from "zod";
import { RESULTS_A_PAGE } from "#app/domain/cycles/list-query.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { ownIds, visibleResults } from "./visible-results.server.ts";

/**
 * `score` and `level` are null where too little was answered; `period` is null where the result was brought in. `submittedAt` is null in an
 * anonymous cycle, where it is not kept; `who` is null there, for one's own, and where nobody in particular was asked.
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

const scoreSchema = z.object({ overall: z.object({ score: z.number().nullable(), gatedLevel: z.number().nullable() }) });

/**
 * The single results of an organisation that somebody may see, the latest first: from cycles and brought in. Whose each is is said in a
 * named cycle, of which everybody was told so before they answered.
 * @param most rows of a page
 * @returns the rows of the page, and how many there are on all pages; null where they may see none
 */
export async function listResults(db: Database, access: Access, page: number, most = RESULTS_A_PAGE): Promise<{ rows: ResultRow[]; total: number } | null> {
  return withTenant(db, { organizationId: access.organization.id }, async (tx) => {
    const where = await visibleResults(tx, access);
    if (!where) return null;
    const found = await tx.response.findMany({
      where,
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * most,
      take: most,
      select: {
        id: true,
        submittedAt: true,
        respondent: { select: { address: true, member: { select: { person: { select: { name: true } } } } } },
        assessment: { select: { slug: true } },
        cycle: { select: { period: true, isAnonymous: true } },
        result: { select: { score: true } },
      },
    });
    const own = await ownIds(
      tx,
      access,
      found.map(({ id }) => id),
    );
    const rows = found.map(({ id, submittedAt, respondent, assessment, cycle, result }) => {
      const { overall } = scoreSchema.parse(result?.score);
      return {
        id,
        slug: assessment.slug,
        period: cycle?.period ?? null,
        submittedAt: cycle?.isAnonymous ? null : submittedAt,
        score: overall.score,
        level: overall.gatedLevel,
        isOwn: own.has(id),
        who: own.has(id) ? null : (respondent?.member?.person.name ?? respondent?.address ?? null),
      };
    });
    return { rows, total: await tx.response.count({ where }) };
  });
}
