import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { Words } from "#app/words/say.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import type { Access } from "./find-access.server.ts";
import { listMembers } from "./list-members.server.ts";

/** All members of an organisation as CSV with a head in words and days of its time zone; written into the audit trail, for addresses leave the house. */
export async function exportMembers(db: Database, access: Access, { say }: Words): Promise<string> {
  const { rows } = await listMembers(db, access, { q: "", sort: "name" });
  const { id, name, timeZone } = access.organization;
  await withTenant(db, { organizationId: id }, (tx) => recordEvent(tx, access, { action: "members.exported", object: { kind: "organization", id, name } }));
  const head = [say("people:personName"), say("people:address"), say("people:role"), say("people:answersAs"), say("people:worksIn"), say("people:joined")];
  const lines = rows.map(({ name: person, address, role, respondentRole, workFunction, joinedAt }) => [
    person,
    address,
    say(`people:role_${role}`),
    respondentRole && say(`people:respondentRole_${respondentRole}`),
    workFunction && say(`people:workFunction_${workFunction}`),
    dayIn(timeZone, joinedAt),
  ]);
  return csvRows([head, ...lines], true);
}
