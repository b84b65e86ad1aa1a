import { paths } from "#app/paths.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { browserHeaders } from "./browser-headers.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { languageOf } from "./language-of.server.ts";
import { refusalCode } from "./library-refusal.server.ts";
import { addressToken, readAddressToken } from "./mailed-tokens.server.ts";
import { signIn, type SignInOutcome } from "./sign-in.server.ts";

/**
 * Takes an address as shown to be its person's and signs them in. It asks for the password as well: else somebody could sign up
 * with another's address and a password of their own, and wait until the other opens the link.
 * @param network where the request comes from (networkOf)
 */
export async function verifyAddress(
  identity: Identity,
  { token, password }: { token: string; password: string },
  request: Request,
  network: string,
): Promise<SignInOutcome | { kind: "link-dead" }> {
  const said = await readAddressToken(identity.auth, token);
  if (!said || said.newAddress !== null) return { kind: "link-dead" };
  const first = await signIn(identity, { address: said.address, password }, request, network);
  if (first.kind !== "unverified") return first;
  try {
    await identity.auth.api.verifyEmail({ query: { token }, headers: browserHeaders(request) });
  } catch (error) {
    refusalCode(error);
    return { kind: "link-dead" };
  }
  return signIn(identity, { address: said.address, password }, request, network);
}

/** Mails the link to verify an address again, to somebody who knows the password. @param back the page of ours that it leads to in the end; null for none */
export async function resendVerification({ auth, db, limits, origin }: Identity, address: string, back: string | null): Promise<void> {
  if ((await limits.take("mails", address)) !== null) return;
  const person = await db.person.findUnique({ where: { email: address, emailVerified: false }, select: { id: true, email: true, language: true } });
  if (!person) return;
  const link = origin + paths.verifyAddress(await addressToken(auth, person), back);
  await queueMail(db, { kind: "verify_address", address, language: languageOf(person), values: { link } });
}
