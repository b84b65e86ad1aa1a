import { isDeepStrictEqual } from "node:util";
import type { NewKpi } from "#app/domain/kpis/kpi-form.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { kpiIn, rowFromTerms, type StoredKpi } from "./kpi-row.server.ts";
import { tellNewOwner } from "./tell-new-owner.server.ts";

/** `taken`: that entry of the library is followed already; `used`: the same form made another one before; `full`: there are as many as one can follow. */
export type AddOutcome = { kind: "added"; id: string } | { kind: "taken" | "used" | "full" | "not-allowed" };

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
    const ownerId = terms.ownerId && (await tx.member.count({ where: { organizationId, id: terms.ownerId } })) > 0 ? terms.ownerId : null;
    const before = await kpiIn(tx, organizationId, once);
    if (before) return isDeepStrictEqual(saidOf(before), { ...terms, ownerId, libraryId }) ? { kind: "added", id: once } : { kind: "used" };
    if ((await tx.kpi.count({ where: { organizationId } })) >= MOST_KPIS) return { kind: "full" };
    const row = { ...rowFromTerms(terms), ownerId, id: once, libraryId, createdBy: access.person.name, createdAt: now };
    const { count } = await tx.kpi.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { kind: "taken" };
    await recordEvent(tx, access, { action: "kpi.added", object: { kind: "kpi", id: once, name: terms.name } });
    await tellNewOwner(tx, access, { id: once, name: terms.name, ownerId }, language);
    return { kind: "added", id: once };
  });
}

/** What the form of a new one says. */
function saidOf({ id: _, targets: __, archivedAt: ___, createdAt: ____, revision: _____, ...said }: StoredKpi): Omit<NewKpi, "once"> {
  return said;
}
