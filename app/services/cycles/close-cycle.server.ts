import { organizationPaths } from "#app/organization-paths.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordByItself, recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

const CLOSING = { assessmentSlug: true, period: true, closesAt: true, organization: { select: { name: true, slug: true } } } as const;

/**
 * Closes a cycle: what was submitted stays, and nothing can be answered in it any more. Whoever submits at this moment comes before it or
 * after it, since both hold the organisation. Its figures are due from then on.
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
    const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: CLOSING });
    if (!cycle) return "not-found";
    if (!(await markClosed(tx, organizationId, id, now))) return "already-closed";
    const name = `${cycle.period}: ${assessmentTitle(cycle.assessmentSlug, language)}`;
    await recordEvent(tx, access, { action: "cycle.closed", object: { kind: "cycle", id, name } });
    await tellClosed(tx, organizationId, { id, ...cycle }, language, person.personId);
    return "closed";
  });
}

/** Closes a cycle whose time has come, once. @param tx inside of the organisation, which is held @returns whether this call did */
export async function closeDue(tx: Transaction, organizationId: string, id: string, now: Date): Promise<boolean> {
  const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: CLOSING });
  if (!cycle?.closesAt || cycle.closesAt > now || !(await markClosed(tx, organizationId, id, cycle.closesAt))) return false;
  const name = `${cycle.period}: ${assessmentTitle(cycle.assessmentSlug, SOURCE_LANGUAGE)}`;
  await recordByItself(tx, { action: "cycle.closed_by_itself", object: { kind: "cycle", id, name } });
  await tellClosed(tx, organizationId, { id, ...cycle }, SOURCE_LANGUAGE);
  return true;
}

async function markClosed(tx: Transaction, organizationId: string, id: string, closedAt: Date): Promise<boolean> {
  const { count } = await tx.cycle.updateMany({
    where: { organizationId, id, closedAt: null },
    data: { closedAt, nextReminderAt: null, hasInvited: true, isResultDue: true, revision: { increment: 1 } },
  });
  return count === 1;
}

type Closed = { id: string; assessmentSlug: string; period: string; organization: { name: string; slug: string } };

async function tellClosed(tx: Transaction, organizationId: string, { id, assessmentSlug, period, organization }: Closed, language: Language, except?: string) {
  const others = await tx.member.findMany({ where: { organizationId }, select: { personId: true } });
  await notify(tx, {
    kind: "cycle_closed",
    personIds: others.map(({ personId }) => personId).filter((personId) => personId !== except),
    values: { organization: organization.name, assessment: assessmentTitle(assessmentSlug, language), period },
    path: organizationPaths.cycle(organization.slug, id),
    language,
  });
}
