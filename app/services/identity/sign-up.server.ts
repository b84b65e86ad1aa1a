import type { Language } from "#app/words/language.ts";
import { paths } from "#app/paths.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { evenTime } from "./even-time.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { isTaken } from "./is-taken.server.ts";
import { languageOf } from "./language-of.server.ts";
import { addressToken } from "./mailed-tokens.server.ts";

/** `back`: the page of ours that led here, to which the links in the mails lead back; null for none. */
type SignUpFrom = { language: Language; back: string | null };
type NewPerson = { name: string; address: string; password: string };

/**
 * Makes a person who still has to show that the address is theirs, and mails them how. For an address that has an account, whoever owns
 * it is told by mail and nothing changes; the outcome and its time are the same, so nobody learns who has one.
 */
export function signUp({ auth, db, limits, origin }: Identity, { name, address, password }: NewPerson, { language, back }: SignUpFrom): Promise<void> {
  return evenTime(async () => {
    const { password: passwords } = await auth.$context;
    const hash = await passwords.hash(password);
    const mayMail = (await limits.take("mails", address)) === null;
    const tellOwner = () => tellOfSignUp({ auth, db, limits, origin }, address, { mayMail, back });
    if (await db.person.findUnique({ where: { email: address }, select: { id: true } })) return tellOwner();
    try {
      await db.$transaction(async (tx) => {
        const { id } = await tx.person.create({ data: { name, email: address, language }, select: { id: true } });
        await tx.credential.create({ data: { userId: id, accountId: id, providerId: "credential", password: hash }, select: { id: true } });
        if (!mayMail) return;
        const link = origin + paths.verifyAddress(await addressToken(auth, { id, email: address }), back);
        await queueMail(tx, { kind: "verify_address", address, language, values: { link } });
      });
    } catch (error) {
      // Somebody else signed up with it in this very moment.
      if (!isTaken(error)) throw error;
      await tellOwner();
    }
  });
}

async function tellOfSignUp({ db, origin }: Identity, address: string, { mayMail, back }: { mayMail: boolean; back: string | null }): Promise<void> {
  await db.$transaction(async (tx) => {
    const owner = await tx.person.findUnique({ where: { email: address }, select: { language: true } });
    if (!owner || !mayMail) return;
    await queueMail(tx, { kind: "address_known", address, language: languageOf(owner), values: { link: origin + paths.signInFor(back) } });
  });
}
