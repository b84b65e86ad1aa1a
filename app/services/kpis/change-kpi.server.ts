import type { KpiChange } from "#app/domain/kpis/kpi-form.ts";
import type { KpiTerms } from "#app/domain/kpis/kpi-terms.ts";
import type { TargetsChange } from "#app/domain/kpis/targets-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { kpiIn, rowFromTerms, type StoredKpi } from "./kpi-row.server.ts";
import { ownerNameIn } from "./read-kpi.server.ts";
import { tellNewOwner } from "./tell-new-owner.server.ts";

/** `conflict`: somebody else has changed it since it was looked at (`revision`), to what is saved now. */
export type ChangeOutcome = { kind: "done" | "not-found" | "not-allowed" } | { kind: "conflict"; now: StoredKpi & { ownerName: string | null } };

/** Changes what a KPI is, and tells its new owner, where that is somebody else. */
export function changeKpi(
  db: Database,
  access: Access,
  id: string,
  { revision, ...given }: KpiChange,
  { language, now }: { language: Language; now: Date },
): Promise<ChangeOutcome> {
  return change(db, access, id, now, async (tx, kpi) => {
    const organizationId = access.organization.id;
    const ownerId = given.ownerId && (await tx.member.count({ where: { organizationId, id: given.ownerId } })) > 0 ? given.ownerId : null;
    const terms = { ...given, ownerId };
    const name = async (owner: string | null) => ownerNameIn(tx, organizationId, owner);
    const detail = changesOf(noted(kpi, await name(kpi.ownerId)), noted(terms, await name(ownerId)));
    if (Object.keys(detail).length === 0 && kpi.ownerId === ownerId) return true;
    // A new owner has not been reminded of anything.
    const reminded = kpi.ownerId === ownerId ? {} : { remindedOf: null };
    const { count } = await tx.kpi.updateMany({
      where: { organizationId, id, revision },
      data: { ...rowFromTerms(terms), ...reminded, revision: { increment: 1 } },
    });
    if (count === 0) return false;
    await recordEvent(tx, access, { action: "kpi.changed", object: { kind: "kpi", id, name: terms.name }, detail });
    if (kpi.ownerId !== ownerId) await tellNewOwner(tx, access, { id, name: terms.name, ownerId }, language);
    return true;
  });
}

/** Sets the targets of a KPI, all at once. */
export function changeTargets(db: Database, access: Access, id: string, { revision, targets }: TargetsChange, now: Date): Promise<ChangeOutcome> {
  return change(db, access, id, now, async (tx, kpi) => {
    const said = (of: StoredKpi["targets"]) =>
      Object.keys(of)
        .sort()
        .map((quarter) => `${quarter} ${of[quarter]}`)
        .join(", ");
    const [before, after] = [said(kpi.targets), said(targets)];
    if (before === after) return true;
    const { count } = await tx.kpi.updateMany({
      where: { organizationId: access.organization.id, id, revision },
      data: { targets: { ...targets }, revision: { increment: 1 } },
    });
    if (count === 0) return false;
    await recordEvent(tx, access, {
      ...{ action: "kpi.targets_changed", object: { kind: "kpi", id, name: kpi.name } },
      detail: { targetsBefore: before || null, targetsAfter: after || null },
    });
    return true;
  });
}

/** Moves a KPI to the archive, or brings it back; one that is there already stays. */
export function archiveKpi(db: Database, access: Access, id: string, isArchived: boolean, now: Date): Promise<ChangeOutcome> {
  return change(db, access, id, now, async (tx, { name }) => {
    const { count } = await tx.kpi.updateMany({
      where: { organizationId: access.organization.id, id, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? now : null, revision: { increment: 1 } },
    });
    if (count > 0) await recordEvent(tx, access, { action: isArchived ? "kpi.archived" : "kpi.restored", object: { kind: "kpi", id, name } });
    return true;
  });
}

/** @param work false: the revision was not the one that is saved */
async function change(
  db: Database,
  access: Access,
  id: string,
  now: Date,
  work: (tx: Transaction, kpi: StoredKpi) => Promise<boolean>,
): Promise<ChangeOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "kpis.edit", now))) return { kind: "not-allowed" };
    const kpi = await kpiIn(tx, organizationId, id);
    if (!kpi) return { kind: "not-found" };
    if (await work(tx, kpi)) return { kind: "done" };
    return { kind: "conflict", now: { ...kpi, ownerName: await ownerNameIn(tx, organizationId, kpi.ownerId) } };
  });
}

/** What the audit trail says of a KPI. */
function noted({ name, unit, definition, higherIsBetter, cadence, baseline, baselineOn, anchors }: KpiTerms, owner: string | null) {
  return {
    ...{ name, unit: unit || null, definition, better: higherIsBetter ? "up" : "down", cadence, owner },
    baseline: baseline === null ? null : [baseline, baselineOn].filter((part) => part !== null).join(", "),
    anchors: anchors && `${anchors.worst}, ${anchors.middle}, ${anchors.best}`,
  };
}
