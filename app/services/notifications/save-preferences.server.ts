import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { ALWAYS_BY_MAIL, NOTIFICATION_KINDS, type NotificationKind } from "./notification-kinds.server.ts";

/** Keeps which kinds a person wants by mail; every other kind they do not. What comes by mail anyway is no choice. */
export function savePreferences(db: Database, { personId }: { personId: string }, byMail: ReadonlySet<NotificationKind>): Promise<void> {
  return withPerson(db, { personId }, async (tx) => {
    for (const kind of NOTIFICATION_KINDS.filter((each) => !ALWAYS_BY_MAIL.has(each))) {
      const choice = { byMail: byMail.has(kind) };
      await tx.notificationPreference.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, ...choice },
        update: choice,
        select: { kind: true },
      });
    }
  });
}
