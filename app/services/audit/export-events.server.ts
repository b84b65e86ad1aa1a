import type { AuditWishes } from "#app/domain/tenancy/audit-query.ts";
import { eventInWords } from "#app/domain/tenancy/event-in-words.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type AuditRow, listEvents } from "./list-events.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Events that are read at once; a trail of years never stands in memory as a whole. */
const AT_ONCE = 1_000;

/** The asked-for part of an audit trail as CSV, piece by piece; that it was taken is the newest line of the trail. */
export async function* exportEvents(db: Database, access: Access, wishes: AuditWishes, words: Words): AsyncGenerator<string> {
  const { id, name } = access.organization;
  await withTenant(db, { organizationId: id }, (tx) => recordEvent(tx, access, { action: "audit.exported", object: { kind: "organization", id, name } }));
  const { say } = words;
  yield csvRows([[say("audit:when"), say("audit:who"), say("audit:what"), say("audit:details"), say("audit:session"), "action", "object", "id"]], true);
  for (let after = wishes.after, isMore = true; isMore;) {
    const { rows, next } = await listEvents(db, access, { ...wishes, after }, words, AT_ONCE);
    if (rows.length > 0)
      yield csvRows(
        rows.map((row) => lineOf(row, words)),
        false,
      );
    after = next;
    isMore = next !== null;
  }
}

function lineOf(row: AuditRow, words: Words): (string | null)[] {
  const { who, what, details } = eventInWords(row, words);
  return [row.at.toISOString(), who, what, details.join("; "), row.sessionId, row.action, row.objectKind, row.objectId];
}
