import { paths } from "#app/paths.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { evenTime } from "./even-time.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { languageOf } from "./language-of.server.ts";
import { addResetToken } from "./mailed-tokens.server.ts";

/** Mails a link to set a new password to whoever has an account with the address; outcome and time are the same where nobody has. */
export function requestReset({ auth, db, limits, origin }: Identity, address: string, now: Date): Promise<void> {
  return evenTime(async () => {
    const { password: passwords } = await auth.$context;
    await passwords.hash(address);
    const mayMail = (await limits.take("mails", address)) === null;
    await db.$transaction(async (tx) => {
      const person = await tx.person.findUnique({ where: { email: address }, select: { id: true, language: true } });
      if (!person || !mayMail) return;
      const link = origin + paths.resetPassword(await addResetToken(tx, person.id, now));
      await queueMail(tx, { kind: "reset_password", address, language: languageOf(person), values: { link } });
    });
  });
}
