import type { Language } from "#app/words/language.ts";
import { registeredEvidence } from "../evidence/registered-evidence.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { responseRowById } from "../responses/response-row.server.ts";
import { resultOfRow, type SubmittedResult } from "../responses/result-of-row.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { visibleResults } from "./visible-results.server.ts";

/** `period` is null where it was brought in; `isAnonymous`: of an anonymous cycle, so that its moment is the cycle's. */
export type OrganizationResult = SubmittedResult & { id: string; period: string | null; isAnonymous: boolean };

/** One result of an organisation; null for an id of none, of another organisation's, of one not submitted, and of what is not theirs to see. */
export async function readResult(db: Database, access: Access, id: string, now: Date, language: Language): Promise<OrganizationResult | null> {
  if (!isId(id)) return null;
  const found = await withTenant(db, { organizationId: access.organization.id }, async (tx) => {
    const where = await visibleResults(tx, access);
    const seen =
      where &&
      (await tx.response.findFirst({
        where: { ...where, id },
        select: { assessment: { select: { slug: true } }, cycle: { select: { period: true, isAnonymous: true } } },
      }));
    const row = seen && (await responseRowById(tx, id));
    return (
      row && {
        ...{ row, period: seen.cycle?.period ?? null, isAnonymous: seen.cycle?.isAnonymous ?? false },
        registered: await registeredEvidence(tx, access.organization.id, seen.assessment.slug),
      }
    );
  });
  const result = found && (await resultOfRow(db, found.row, now, language, found.registered));
  return result && { ...result, id, period: found.period, isAnonymous: found.isAnonymous };
}
