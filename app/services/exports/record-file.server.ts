import { isDemoVisitor } from "#app/domain/demo/demo-cast.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

type Taken = "results.exported" | "cycles.exported" | "kpis.exported" | "kpi_readings.exported" | "evidence.exported" | "roadmap.exported";

/** Writes down that a list that somebody sees was taken as a file; `of` is what it belongs to, where that is not the organisation. Visitors of the demonstration leave nothing behind. */
export async function recordFile(db: Database, access: Access, action: Taken, of?: { kind: string; id: string; name: string }): Promise<void> {
  if (isDemoVisitor(access.person.personId)) return;
  const { id, name } = access.organization;
  await withTenant(db, { organizationId: id }, (tx) => recordEvent(tx, access, { action, object: of ?? { kind: "organization", id, name } }));
}
