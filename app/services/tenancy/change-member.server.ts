import type { Role } from "#app/domain/access/can.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import type { MemberChange } from "#app/domain/tenancy/member-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { staysAsked } from "../cycles/stays-asked.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "./find-access.server.ts";
import { isLastOwner, lockOrganization, mayGrant } from "./lock-organization.server.ts";
import { type Member, memberIn } from "./read-member.server.ts";

export type MemberOutcome = { kind: "done" | "not-found" | "not-allowed" | "last-owner" } | { kind: "conflict"; now: Member };

/** Changes what a member may do and answers as. Only an owner makes or unmakes owners, and the last one stays one. */
export async function changeMember(
  db: Database,
  access: Access,
  id: string,
  { revision, role, respondentRole, workFunction }: Omit<MemberChange, "intent">,
  language: Language,
): Promise<MemberOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const acting = await lockOrganization(tx, access);
    const member = await memberIn(tx, organizationId, id);
    if (!member) return { kind: "not-found" };
    if (!mayGrant(acting, member.role, role)) return { kind: "not-allowed" };
    const after = { role, respondentRole, workFunction };
    const detail = changesOf({ role: member.role, respondentRole: member.respondentRole, workFunction: member.workFunction }, after);
    if (Object.keys(detail).length === 0) return { kind: "done" };
    if (member.revision !== revision) return { kind: "conflict", now: member };
    if (role !== "owner" && (await isLastOwner(tx, access, member.role))) return { kind: "last-owner" };
    await staysAsked(tx, organizationId, id);
    await tx.member.updateMany({ where: { organizationId, id, revision }, data: { ...after, revision: { increment: 1 } } });
    await recordEvent(tx, access, { action: "member.changed", object: { kind: "member", id, name: member.name }, detail });
    if (role !== member.role && id !== access.memberId) await tellOfRole(tx, access, member, role, language);
    return { kind: "done" };
  });
}

/** Tells somebody that what they may do has changed, in the transaction in which it does. */
export async function tellOfRole(tx: Transaction, { organization }: Access, { personId }: Member, role: Role, language: Language): Promise<void> {
  const { name, slug } = organization;
  await notify(tx, { kind: "role_changed", personIds: [personId], values: { organization: name, role }, path: paths.organization(slug), language });
}
