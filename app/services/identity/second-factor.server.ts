import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { qrCode } from "../responses/qr-code.server.ts";
import { cookiesFrom } from "./browser-headers.server.ts";
import { countedPassword, type PasswordOutcome, sessionHeaders } from "./confirm-password.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { refusalCode } from "./library-refusal.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

/** What an authenticator app reads, as a picture and as letters, and the codes for when it is lost. */
export type WaitingFactor = { qr: { size: number; path: string }; key: string; recoveryCodes: string[] };

export async function hasSecondFactor({ db }: Identity, { personId }: SignedIn): Promise<boolean> {
  return (await db.person.findUniqueOrThrow({ where: { id: personId }, select: { twoFactorEnabled: true } })).twoFactorEnabled;
}

/** Makes the secret of a second factor. It counts only once a code made from it was sent in. */
export function beginSecondFactor(identity: Identity, person: SignedIn, password: string, request: Request): Promise<PasswordOutcome> {
  return countedPassword(identity.limits, person, () =>
    identity.auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers: sessionHeaders(identity, request) }),
  );
}

/** What waits for its first code; null where nothing does. It is never shown again after that. */
export async function waitingFactor({ auth, db }: Identity, { personId, email }: SignedIn): Promise<WaitingFactor | null> {
  const waiting = await db.twoFactor.findFirst({ where: { userId: personId, verified: false }, select: { secret: true } });
  if (!waiting) return null;
  const { secretConfig } = await auth.$context;
  const address = createOTP(await symmetricDecrypt({ key: secretConfig, data: waiting.secret })).url("Pinhigh", email);
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: personId } });
  return { qr: qrCode(address), key: new URL(address).searchParams.get("secret")!.replaceAll(/(.{4})(?=.)/g, "$1 "), recoveryCodes: backupCodes };
}

/** Turns the second factor on with its first code; the session goes on under a new token. @returns its cookies, or null for a wrong code */
export async function confirmSecondFactor(identity: Identity, code: string, request: Request): Promise<Headers | null> {
  try {
    const { headers } = await identity.auth.api.verifyTOTP({ body: { code }, headers: sessionHeaders(identity, request), returnHeaders: true });
    return cookiesFrom(headers);
  } catch (error) {
    refusalCode(error);
    return null;
  }
}

/** New recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  identity: Identity,
  person: SignedIn,
  password: string,
  request: Request,
): Promise<Exclude<PasswordOutcome, { kind: "right" }> | { kind: "renewed"; recoveryCodes: string[] }> {
  let recoveryCodes: string[] = [];
  const outcome = await countedPassword(identity.limits, person, async () => {
    const renewed = await identity.auth.api.generateBackupCodes({ body: { password }, headers: sessionHeaders(identity, request) });
    recoveryCodes = renewed.backupCodes;
  });
  return outcome.kind === "right" ? { kind: "renewed", recoveryCodes } : outcome;
}

/** Turns the second factor off. */
export async function endSecondFactor(
  identity: Identity,
  person: SignedIn,
  password: string,
  request: Request,
): Promise<Exclude<PasswordOutcome, { kind: "right" }> | { kind: "ended"; cookies: Headers }> {
  let cookies = new Headers();
  const outcome = await countedPassword(identity.limits, person, async () => {
    const { headers } = await identity.auth.api.disableTwoFactor({ body: { password }, headers: sessionHeaders(identity, request), returnHeaders: true });
    cookies = cookiesFrom(headers);
  });
  return outcome.kind === "right" ? { kind: "ended", cookies } : outcome;
}
