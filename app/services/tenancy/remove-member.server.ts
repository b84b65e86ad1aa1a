import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { endMembership } from "./end-membership.server.ts";
import type { Access } from "./find-access.server.ts";
import { isLastOwner, lockOrganization, mayGrant } from "./lock-organization.server.ts";
import { memberIn } from "./read-member.server.ts";

/** Removes a member. Only an owner removes an owner, and the last one stays. */
export async function removeMember(db: Database, access: Access, id: string): Promise<"done" | "not-found" | "not-allowed" | "last-owner"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const acting = await lockOrganization(tx, access);
    const member = await memberIn(tx, organizationId, id);
    if (!member) return "not-found";
    if (!mayGrant(acting, member.role)) return "not-allowed";
    if (await isLastOwner(tx, access, member.role)) return "last-owner";
    await endMembership(tx, organizationId, member);
    await recordEvent(tx, access, { action: "member.removed", object: { kind: "member", id, name: member.name }, detail: { roleBefore: member.role } });
    return "done";
  });
}
