import { isDeepStrictEqual } from "node:util";
import type { NewEvidence } from "#app/domain/evidence/evidence-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { type StagedFile, withStagedFile } from "../files/stage-file.server.ts";
import type { CheckedFile } from "./check-file.server.ts";
import { memberName } from "./evidence-owners.server.ts";
import { dayColumn, dayText } from "./evidence-row.server.ts";
import { hasRoom, storeFile } from "./store-file.server.ts";

/** `owner-gone`: who was chosen has left meanwhile; `full`: the files of the organisation leave no room for this one. */
export type Refused = "not-allowed" | "owner-gone" | "full";
/** `used`: the same form added another one before. */
export type AddOutcome = { kind: "added"; id: string } | { kind: Refused | "used" };

const SAID = {
  ...{ assessmentSlug: true, itemId: true, title: true, link: true, ownerId: true, expiresOn: true },
  file: { select: { name: true, sha256: true } },
} as const;

/**
 * Adds an evidence to a question of an assessment. The same form sent twice (`once`) adds one. Whoever adds it knows of its last day: reminders begin with
 * the next one that is due.
 */
export async function addEvidence(
  db: Database,
  access: Access,
  slug: string,
  { once: id, item, title, link, owner, expires }: NewEvidence,
  sent: CheckedFile | null,
  now: Date,
): Promise<AddOutcome> {
  const { organization, person } = access;
  const organizationId = organization.id;
  const add = async (tx: Transaction, file: StagedFile | null): Promise<AddOutcome> => {
    if (!(await stillMay(tx, access, "evidence.edit", now))) return { kind: "not-allowed" };
    const ownerName = await memberName(tx, organizationId, owner);
    if (owner !== null && ownerName === null) return { kind: "owner-gone" };
    const said = { assessmentSlug: slug, itemId: item, title, link, ownerId: owner, expiresOn: dayColumn(expires) };
    const before = await tx.evidence.findUnique({ where: { organizationId_id: { organizationId, id } }, select: SAID });
    if (before)
      return isDeepStrictEqual(before, { ...said, file: file && { name: file.name, sha256: file.sha256 } }) ? { kind: "added", id } : { kind: "used" };
    if (!(await hasRoom(tx, organizationId, file))) return { kind: "full" };
    await tx.evidence.createMany({ data: [{ id, ...said, remindedOf: dayColumn(dayText(now)), addedBy: person.name, createdAt: now }] });
    if (file) await storeFile(tx, organizationId, id, file);
    const detail = { assessment: slug, item, ...(link === null ? {} : { link }), ...(file ? { file: file.name } : {}), owner: ownerName, expires };
    await recordEvent(tx, access, { action: "evidence.added", object: { kind: "evidence", id, name: title }, detail });
    return { kind: "added", id };
  };
  return withStagedFile(db, organizationId, sent, (file) => withTenant(db, { organizationId }, (tx) => add(tx, file)));
}
