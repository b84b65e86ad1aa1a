import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import type { ProfileChange } from "#app/domain/tenancy/organization-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";
import { type Profile, profileIn } from "./read-profile.server.ts";

/**
 * Changes what an organisation says of itself.
 * @returns a conflict, with what somebody else has saved, when the profile is not what it was when it was looked at (`revision`)
 */
export async function changeProfile(
  db: Database,
  access: Access,
  { revision, ...profile }: ProfileChange,
): Promise<{ kind: "changed" } | { kind: "conflict"; now: Profile }> {
  const { id } = access.organization;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { kind: _kind, revision: _revision, ...before } = await profileIn(tx, id);
    const detail = changesOf(before, profile);
    // What somebody else has saved in the same words is no conflict, and no change.
    if (Object.keys(detail).length === 0) return { kind: "changed" };
    const { count } = await tx.organization.updateMany({ where: { id, revision }, data: { ...profile, revision: { increment: 1 } } });
    if (count === 0) return { kind: "conflict", now: await profileIn(tx, id) };
    await recordEvent(tx, access, { action: "organization.changed", object: { kind: "organization", id, name: profile.name }, detail });
    return { kind: "changed" };
  });
}
