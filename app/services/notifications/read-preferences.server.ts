import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { ALWAYS_BY_MAIL, NOTIFICATION_KINDS, type NotificationKind, NOTIFICATIONS } from "./notification-kinds.server.ts";

/** Which kinds a person gets by mail too: what they chose, else the kind's default. `isAlways`: it comes whatever they chose. */
export function readPreferences(db: Database, { personId }: { personId: string }): Promise<{ kind: NotificationKind; byMail: boolean; isAlways: boolean }[]> {
  return withPerson(db, { personId }, async (tx) => {
    const chosen = await tx.notificationPreference.findMany({ where: { personId }, select: { kind: true, byMail: true } });
    const byKind = new Map(chosen.map(({ kind, byMail }) => [kind, byMail]));
    return NOTIFICATION_KINDS.map((kind) => {
      const isAlways = ALWAYS_BY_MAIL.has(kind);
      return { kind, byMail: isAlways || (byKind.get(kind) ?? NOTIFICATIONS[kind].byMail), isAlways };
    });
  });
}
