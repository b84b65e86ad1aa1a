import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/**
 * Closes a cycle: what was submitted stays, and nothing can be answered in it any more. Whoever submits at this moment comes before it or
 * after it, since both hold the organisation.
 * @returns "already-closed" where somebody has just done the same; "not-found" for an id of none, and of another organisation's
 */
export async function closeCycle(
  db: Database,
  access: Access,
  id: string,
  { language, now }: { language: Language; now: Date },
): Promise<"closed" | "already-closed" | "not-found" | "not-allowed"> {
  const { organization, person } = access;
  const organizationId = organization.id;
  if (!isId(id)) return "not-found";
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return "not-allowed";
    const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { assessmentSlug: true, period: true } });
    if (!cycle) return "not-found";
    const { count } = await tx.cycle.updateMany({
      where: { organizationId, id, closedAt: null },
      data: { closedAt: now, isResultDue: true, revision: { increment: 1 } },
    });
    if (count === 0) return "already-closed";
    const { period } = cycle;
    const title = assessmentTitle(cycle.assessmentSlug, language);
    await recordEvent(tx, access, { action: "cycle.closed", object: { kind: "cycle", id, name: `${period}: ${title}` } });
    const others = await tx.member.findMany({ where: { organizationId, personId: { not: person.personId } }, select: { personId: true } });
    await notify(tx, {
      kind: "cycle_closed",
      personIds: others.map(({ personId }) => personId),
      values: { organization: organization.name, assessment: title, period },
      path: paths.cycle(organization.slug, id),
      language,
    });
    return "closed";
  });
}
