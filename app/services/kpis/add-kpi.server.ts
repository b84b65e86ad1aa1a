import type { NewKpi } from "#app/domain/kpis/kpi-form.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { rowFromTerms } from "./kpi-row.server.ts";
import { tellNewOwner } from "./tell-new-owner.server.ts";

/** `taken`: that entry of the library is followed already; `full`: there are as many as one can follow. */
export type AddOutcome = { kind: "added"; id: string } | { kind: "taken" | "full" | "not-allowed" };

/** KPIs of an organisation; more are a catalogue, and nobody reads them. */
export const MOST_KPIS = 500;

/** Begins to follow a KPI, and tells its owner, where that is somebody else. The same form sent twice makes one. */
export async function addKpi(
  db: Database,
  access: Access,
  { once, libraryId, ...terms }: NewKpi,
  { language, now }: { language: Language; now: Date },
): Promise<AddOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "kpis.edit", now))) return { kind: "not-allowed" };
    if ((await tx.kpi.count({ where: { organizationId } })) >= MOST_KPIS) return { kind: "full" };
    const ownerId = terms.ownerId && (await tx.member.count({ where: { organizationId, id: terms.ownerId } })) > 0 ? terms.ownerId : null;
    const row = { ...rowFromTerms(terms), ownerId, id: once, libraryId, createdBy: access.person.name, createdAt: now };
    const { count } = await tx.kpi.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) {
      const own = await tx.kpi.findUnique({ where: { organizationId_id: { organizationId, id: once } }, select: { id: true } });
      return own ? { kind: "added", id: once } : { kind: "taken" };
    }
    await recordEvent(tx, access, { action: "kpi.added", object: { kind: "kpi", id: once, name: terms.name } });
    await tellNewOwner(tx, access, { id: once, name: terms.name, ownerId }, language);
    return { kind: "added", id: once };
  });
}
