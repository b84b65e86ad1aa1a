import type { EvidenceChange } from "#app/domain/evidence/evidence-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { type StagedFile, withStagedFile } from "../files/stage-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import type { Refused } from "./add-evidence.server.ts";
import type { CheckedFile } from "./check-file.server.ts";
import { memberName } from "./evidence-owners.server.ts";
import { dayColumn, dayText, type EvidenceDetail, evidenceIn } from "./evidence-row.server.ts";
import { hasRoom, removeFile, storeFile } from "./store-file.server.ts";

export type ChangeOutcome = { kind: "changed" | "not-found" } | { kind: Refused } | { kind: "conflict"; now: EvidenceDetail };

/**
 * Changes an evidence: what is said of it, and its file where one comes with it or a link takes its place.
 * @returns a conflict, with what somebody else has saved, when it is not what it was when it was looked at (`revision`); of two who save at once one gets that
 */
export async function changeEvidence(
  db: Database,
  access: Access,
  id: string,
  change: EvidenceChange,
  sent: CheckedFile | null,
  now: Date,
): Promise<ChangeOutcome> {
  const organizationId = access.organization.id;
  const changeTo = async (tx: Transaction, file: StagedFile | null): Promise<ChangeOutcome> => {
    if (!(await stillMay(tx, access, "evidence.edit", now))) return { kind: "not-allowed" };
    const before = await evidenceIn(tx, organizationId, id);
    if (!before) return { kind: "not-found" };
    if (before.revision !== change.revision) return { kind: "conflict", now: before };
    const ownerName = await memberName(tx, organizationId, change.owner);
    if (change.owner !== null && ownerName === null) return { kind: "owner-gone" };
    if (!(await hasRoom(tx, organizationId, file, id))) return { kind: "full" };
    await save(tx, access, before, { ...change, ownerName }, file, now);
    return { kind: "changed" };
  };
  return withStagedFile(db, organizationId, sent, (file) => withTenant(db, { organizationId }, (tx) => changeTo(tx, file)));
}

async function save(
  tx: Transaction,
  access: Access,
  before: EvidenceDetail,
  { item, title, link, owner, ownerName, expires }: EvidenceChange & { ownerName: string | null },
  file: StagedFile | null,
  now: Date,
): Promise<void> {
  const organizationId = access.organization.id;
  const { id } = before;
  const keptFile = link === null ? (before.file?.name ?? null) : null;
  const detail = changesOf(
    { item: before.item, title: before.title, link: before.link, file: before.file?.name ?? null, owner: before.owner?.name ?? null, expires: before.expires },
    { item, title, link, file: file?.name ?? keptFile, owner: ownerName, expires },
  );
  const isHanded = owner !== (before.owner?.id ?? null);
  if (Object.keys(detail).length === 0 && !isHanded && file === null) return;
  // A new last day, and a new owner, begin their reminders anew.
  const reminded = expires === before.expires && !isHanded ? {} : { remindedOf: dayColumn(dayText(now)) };
  await tx.evidence.updateMany({
    where: { organizationId, id, revision: before.revision },
    data: { itemId: item, title, link, ownerId: owner, expiresOn: dayColumn(expires), ...reminded, revision: { increment: 1 } },
  });
  if (file) await storeFile(tx, organizationId, id, file);
  else if (link !== null) await removeFile(tx, organizationId, id);
  const replaced: Record<string, string> = file && before.file?.name === file.name ? { file: file.name } : {};
  await recordEvent(tx, access, { action: "evidence.changed", object: { kind: "evidence", id, name: title }, detail: { ...detail, ...replaced } });
}
