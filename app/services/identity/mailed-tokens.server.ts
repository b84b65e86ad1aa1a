import { createHash } from "node:crypto";
import { createEmailVerificationToken } from "better-auth/api";
import { verifyJWT } from "better-auth/crypto";
import { z } from "zod";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { newToken } from "../responses/respondent-token.server.ts";
import type { Auth } from "./create-auth.server.ts";

const HOUR_SECONDS = 60 * 60;
const ADDRESS_SECONDS = 24 * HOUR_SECONDS;
const RESET_SECONDS = HOUR_SECONDS;

type Somebody = { id: string; email: string };

/** A signed token that says: whoever holds it reads the mail of this person. The library redeems it (`verifyEmail`). */
export async function addressToken(auth: Auth, { id, email }: Somebody): Promise<string> {
  const { secret } = await auth.$context;
  return createEmailVerificationToken(secret, email, undefined, ADDRESS_SECONDS, { userId: id });
}

/** The same for an address that a person wants to change to; worthless once the present one has changed. */
export async function newAddressToken(auth: Auth, { id, email }: Somebody, newAddress: string): Promise<string> {
  const { secret } = await auth.$context;
  return createEmailVerificationToken(secret, email, newAddress, ADDRESS_SECONDS, { requestType: "change-email-verification", userId: id });
}

const payloadSchema = z.object({ email: z.email(), updateTo: z.email().optional(), userId: z.string() });

/** What one of the two says, to show it before it is redeemed; null for one that is forged, altered or too old. */
export async function readAddressToken(auth: Auth, token: string): Promise<{ personId: string; address: string; newAddress: string | null } | null> {
  const { secret } = await auth.$context;
  const payload = payloadSchema.safeParse(await verifyJWT(token, secret));
  if (!payload.success) return null;
  const { email, updateTo, userId } = payload.data;
  return { personId: userId, address: email, newAddress: updateTo ?? null };
}

/**
 * A token to set a new password with, which the library redeems (`resetPassword`). It is stored as the library stores it, by the
 * hash of its identifier, but in the transaction of the mail that carries it.
 */
export async function addResetToken(tx: Transaction, personId: string, now: Date): Promise<string> {
  const token = newToken();
  await tx.verification.createMany({
    data: [{ identifier: resetIdentifier(token), value: personId, expiresAt: new Date(now.getTime() + RESET_SECONDS * 1000) }],
  });
  return token;
}

/** Whose password a token would set; null for one that was used, has expired or never was. Uses nothing up. */
export async function personOfResetToken(db: Database, token: string, now: Date): Promise<{ name: string; address: string } | null> {
  const found = await db.verification.findFirst({ where: { identifier: resetIdentifier(token), expiresAt: { gt: now } }, select: { value: true } });
  const person = found && (await db.person.findUnique({ where: { id: found.value }, select: { name: true, email: true } }));
  return person ? { name: person.name, address: person.email } : null;
}

function resetIdentifier(token: string): string {
  return createHash("sha256").update(`reset-password:${token}`).digest("base64url");
}
