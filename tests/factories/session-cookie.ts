import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Database } from "#app/services/db/open-database.server.ts";
import { sessionCookieName } from "#app/services/identity/create-auth.server.ts";
import { hashPassword } from "#app/services/identity/hash-password.server.ts";
import { TEST_SECRET } from "../setup/start-product.ts";

export type MadePerson = { personId: string; name: string; email: string };
export type PersonSettings = { name?: string; email?: string; password?: string; verified?: boolean; operator?: boolean };

/** Makes a person as signing up does; verified unless said otherwise, and with a password only where one is given (hashing takes its time). */
export async function makePerson(db: Database, settings: PersonSettings = {}): Promise<MadePerson> {
  const { name = "Aino Example", email = `person-${randomUUID()}@example.com`, password, verified = true, operator = false } = settings;
  const { id } = await db.person.create({
    data: { name, email, emailVerified: verified, operatorSince: operator ? new Date() : null },
    select: { id: true },
  });
  if (password !== undefined) {
    await db.credential.create({ data: { userId: id, accountId: id, providerId: "credential", password: await hashPassword(password) } });
  }
  return { personId: id, name, email };
}

/**
 * Signs somebody in directly in the database.
 * @param origin the product's public origin: with https the cookie has another name
 * @returns the `Cookie` header of their browser, and the session's id
 */
export async function sessionCookie(
  db: Database,
  { personId }: { personId: string },
  { origin = "http://localhost", secret = TEST_SECRET }: { origin?: string; secret?: string } = {},
): Promise<{ cookie: string; sessionId: string }> {
  const token = randomBytes(24).toString("base64url");
  const { id } = await db.session.create({
    data: { token, userId: personId, expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000), ipAddress: "", userAgent: "" },
    select: { id: true },
  });
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return { cookie: `${sessionCookieName(origin)}=${encodeURIComponent(`${token}.${signature}`)}`, sessionId: id };
}
