import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";
import { memberIn } from "./read-member.server.ts";

/** Makes another member an owner in one's own place; who hands over stays as an admin. */
export async function transferOwnership(db: Database, access: Access, id: string): Promise<"done" | "not-found" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const { role, isLeaving } = await lockOrganization(tx, access);
    const member = await memberIn(tx, organizationId, id);
    if (!member) return "not-found";
    if (role !== "owner" || isLeaving || id === access.memberId) return "not-allowed";
    await tx.member.updateMany({ where: { organizationId, id }, data: { role: "owner", revision: { increment: 1 } } });
    await tx.member.updateMany({ where: { organizationId, id: access.memberId! }, data: { role: "admin", revision: { increment: 1 } } });
    await recordEvent(tx, access, {
      action: "organization.ownership_transferred",
      object: { kind: "member", id, name: member.name },
      detail: { roleBefore: member.role, roleAfter: "owner" },
    });
    return "done";
  });
}
