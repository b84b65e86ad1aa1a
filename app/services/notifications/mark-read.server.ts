import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";

/** Notes down that a person has read a notification of theirs, or all of them (null). Nothing happens to one that is not theirs. */
export function markRead(db: Database, person: { personId: string }, notificationId: string | null, now: Date): Promise<void> {
  return withPerson(db, person, async (tx) => {
    const which = notificationId === null ? {} : { id: notificationId };
    await tx.notification.updateMany({ where: { personId: person.personId, readAt: null, ...which }, data: { readAt: now } });
  });
}
