import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/** Has a mail that has failed sent again from the beginning; nudge the mails afterwards. @returns false for one that is not, or has not failed */
export async function retryMail(db: Database, mailId: string, now: Date): Promise<boolean> {
  const { count } = await withOperator(db, (tx) =>
    tx.mail.updateMany({ where: { id: mailId, failedAt: { not: null } }, data: { failedAt: null, problem: null, attempts: 0, dueAt: now } }),
  );
  return count > 0;
}
