import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { type AuditEntry, recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { initiativeIn, type StoredInitiative, titleIn } from "./initiative-row.server.ts";

export type Refused = { kind: "not-found" | "not-allowed" };
type Note = (action: AuditEntry["action"], detail?: AuditEntry["detail"]) => Promise<void>;
export type Within = { tx: Transaction; organizationId: string; initiative: StoredInitiative; note: Note };

/** Changes something of an initiative, for who still may, while the organisation is held. `note` writes into the trail what was done to it. */
export function changeWithin<Outcome>(
  db: Database,
  access: Access,
  id: string,
  now: Date,
  work: (within: Within) => Promise<Outcome>,
): Promise<Refused | Outcome> {
  const organizationId = access.organization.id;
  return withTenant<Refused | Outcome>(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    const initiative = await initiativeIn(tx, organizationId, id);
    if (!initiative) return { kind: "not-found" };
    const object = { kind: "initiative", id, name: titleIn(initiative, SOURCE_LANGUAGE) };
    return work({ tx, organizationId, initiative, note: (action, detail) => recordEvent(tx, access, { action, object, ...(detail ? { detail } : {}) }) });
  });
}
