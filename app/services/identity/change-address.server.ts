import { paths } from "#app/paths.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { confirmPassword, type PasswordOutcome, sessionHeaders } from "./confirm-password.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { isTaken } from "./is-taken.server.ts";
import { languageOf } from "./language-of.server.ts";
import { refusalCode } from "./library-refusal.server.ts";
import { newAddressToken, readAddressToken } from "./mailed-tokens.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

/**
 * Mails a link to the address that a person wants to change to; nothing changes before it is confirmed there. An address that
 * somebody else has is told so by mail, and the person here sees no difference.
 */
export async function requestAddressChange(
  identity: Identity,
  person: SignedIn,
  { address, password }: { address: string; password: string },
  request: Request,
): Promise<PasswordOutcome> {
  const { auth, db, limits, origin } = identity;
  const outcome = await confirmPassword(identity, person, password, request);
  if (outcome.kind !== "right" || (await limits.take("mails", address)) !== null) return outcome;
  const link = origin + paths.confirmAddress(await newAddressToken(auth, { id: person.personId, email: person.email }, address));
  await db.$transaction(async (tx) => {
    const owner = await tx.person.findUnique({ where: { email: address }, select: { language: true } });
    const self = await tx.person.findUniqueOrThrow({ where: { id: person.personId }, select: { language: true } });
    if (!owner) await queueMail(tx, { kind: "change_address", address, language: languageOf(self), values: { link } });
    else await queueMail(tx, { kind: "address_known", address, language: languageOf(owner), values: { link: origin + paths.signIn } });
  });
  return outcome;
}

/** The address that a link would change to; null for a link that is dead or another person's. */
export async function newAddressIn({ auth }: Identity, person: SignedIn, token: string): Promise<string | null> {
  const said = await readAddressToken(auth, token);
  return said && said.personId === person.personId && said.address === person.email ? said.newAddress : null;
}

/**
 * Changes a person's address by the link that came to the new one. The old one is told, and every link that was mailed there
 * is worthless from then on. @returns false for a link that is dead
 */
export async function confirmAddressChange(identity: Identity, person: SignedIn, token: string, request: Request): Promise<boolean> {
  const { auth, db } = identity;
  const address = await newAddressIn(identity, person, token);
  if (address === null) return false;
  try {
    await auth.api.verifyEmail({ query: { token }, headers: sessionHeaders(identity, request) });
  } catch (error) {
    // Somebody signed up with it in the meantime.
    if (!isTaken(error)) refusalCode(error);
    return false;
  }
  await db.$transaction(async (tx) => {
    await tx.verification.deleteMany({ where: { value: person.personId } });
    const { language } = await tx.person.findUniqueOrThrow({ where: { id: person.personId }, select: { language: true } });
    await queueMail(tx, { kind: "address_changed", address: person.email, language: languageOf({ language }), values: { address } });
  });
  return true;
}
