import type { NewEvidence } from "#app/domain/evidence/evidence-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import type { CheckedFile } from "./check-file.server.ts";
import { memberName } from "./evidence-owners.server.ts";
import { dayColumn, dayText } from "./evidence-row.server.ts";
import { hasRoom, storeFile } from "./store-file.server.ts";

/** `owner-gone`: who was chosen has left meanwhile; `full`: the files of the organisation leave no room for this one. */
export type Refused = "not-allowed" | "owner-gone" | "full";

/**
 * Adds an evidence to a question of an assessment. The same form sent twice (`once`) adds one. Whoever adds it knows of its last day: reminders begin with
 * the next one that is due.
 */
export async function addEvidence(
  db: Database,
  access: Access,
  slug: string,
  { once: id, item, title, link, owner, expires }: NewEvidence,
  file: CheckedFile | null,
  now: Date,
): Promise<{ kind: "added"; id: string } | { kind: Refused }> {
  const { organization, person } = access;
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "evidence.edit", now))) return { kind: "not-allowed" };
    const ownerName = await memberName(tx, organizationId, owner);
    if (owner !== null && ownerName === null) return { kind: "owner-gone" };
    if (!(await hasRoom(tx, organizationId, file))) return { kind: "full" };
    const said = { assessmentSlug: slug, itemId: item, title, link, ownerId: owner, expiresOn: dayColumn(expires) };
    const { count } = await tx.evidence.createMany({
      data: [{ id, ...said, remindedOf: dayColumn(dayText(now)), addedBy: person.name, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { kind: "added", id };
    if (file) await storeFile(tx, organizationId, id, file);
    const detail = { assessment: slug, item, ...(link === null ? {} : { link }), ...(file ? { file: file.name } : {}), owner: ownerName, expires };
    await recordEvent(tx, access, { action: "evidence.added", object: { kind: "evidence", id, name: title }, detail });
    return { kind: "added", id };
  });
}
