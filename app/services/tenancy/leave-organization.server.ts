import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { endMembership } from "./end-membership.server.ts";
import type { Access } from "./find-access.server.ts";
import { isLastOwner, lockOrganization } from "./lock-organization.server.ts";

/** Ends one's own membership, also while the organisation waits to be erased. The last owner cannot: nobody could let others in or erase it. */
export async function leaveOrganization(db: Database, access: Access): Promise<"done" | "not-a-member" | "last-owner"> {
  const { organization, memberId, person } = access;
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const { role } = await lockOrganization(tx, access);
    if (!role || !memberId) return "not-a-member";
    if (await isLastOwner(tx, access, role)) return "last-owner";
    // Written first: a trail in which somebody leaves is written by somebody who is there.
    await recordEvent(tx, access, { action: "member.left", object: { kind: "member", id: memberId, name: person.name }, detail: { roleBefore: role } });
    await endMembership(tx, organization.id, { id: memberId });
    return "done";
  });
}
