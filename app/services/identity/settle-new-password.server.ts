import type { Database } from "../db/open-database.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { languageOf } from "./language-of.server.ts";

/**
 * What a new password takes with it: every link to reset the old one and every second step still under way (all of them wait in
 * `verification` under the person's id), and a word to the person. Their sessions end where the password is set.
 * @param provesAddress whether it was set by a link that was mailed
 */
export async function settleNewPassword(db: Database, personId: string, { provesAddress }: { provesAddress: boolean }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.verification.deleteMany({ where: { value: personId } });
    if (provesAddress) await tx.person.update({ where: { id: personId }, data: { emailVerified: true }, select: { id: true } });
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true, language: true } });
    await queueMail(tx, { kind: "password_changed", address: person.email, language: languageOf(person), values: {} });
  });
}
