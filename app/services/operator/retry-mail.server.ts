import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { recordOperatorEvent } from "./record-operator-event.server.ts";

/**
 * Has a mail that has failed sent again from the beginning, and writes down who wanted it; nudge the mails afterwards.
 * @returns false for one that is not, or has not failed
 */
export function retryMail(db: Database, operator: SignedIn, mailId: string, now: Date): Promise<boolean> {
  return withOperator(db, async (tx) => {
    const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { kind: true } });
    if (!mail) return false;
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, failedAt: { not: null } },
      data: { failedAt: null, problem: null, attempts: 0, dueAt: now },
    });
    if (count === 0) return false;
    await recordOperatorEvent(tx, operator, { action: "mail.retried", object: { id: mailId, name: mail.kind } });
    return true;
  });
}
