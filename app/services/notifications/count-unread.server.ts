import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";

/** How many notifications a person has not read yet. */
export function countUnread(db: Database, person: { personId: string }): Promise<number> {
  return withPerson(db, person, (tx) => tx.notification.count({ where: { personId: person.personId, readAt: null } }));
}
