import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";

/** Changes what somebody is called and the language they are written to in. */
export async function editProfile(db: Database, { personId }: { personId: string }, { name, language }: { name: string; language: Language }): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { name, language } });
}
