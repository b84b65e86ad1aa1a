import type { KeyScope } from "#app/domain/access/key-form.ts";
import { database } from "../db/database-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { problem } from "./problem.server.ts";

/** A program that came with a key. */
export type KeyAccess = { keyId: string; name: string; prefix: string; organizationId: string };

const BEARER = /^Bearer ([\w-]{16,100})$/i;

/**
 * The key of a request, allowed to do what is asked for.
 * @throws Response 401 without a key that works, 403 for a key that only reads where something is written
 */
export async function requireApiKey(request: Request, needed: KeyScope, now: Date): Promise<KeyAccess> {
  const secret = BEARER.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (!secret) throw refused("no-key", "Send a key of your organisation: Authorization: Bearer <key>.");
  const found = await findKey(database(), secret);
  if (!found || found.revokedAt) throw refused("unknown-key", "This key is unknown or revoked.");
  if (needed === "write" && found.scope !== "write") throw problem(403, "read-only-key", "This key may only read.");
  const { id: keyId, name, prefix, organizationId } = found;
  await noteUse(database(), { keyId, organizationId, lastUsedOn: found.lastUsedOn }, now);
  return { keyId, name, prefix, organizationId };
}

function findKey(db: Database, secret: string) {
  const keyHash = tokenHash(secret);
  return withToken(db, { tokenHash: keyHash }, (tx) =>
    tx.apiKey.findUnique({
      where: { keyHash },
      select: { id: true, organizationId: true, name: true, prefix: true, scope: true, revokedAt: true, lastUsedOn: true },
    }),
  );
}

/** The day alone, so that it is written once a day. */
async function noteUse(
  db: Database,
  { keyId, organizationId, lastUsedOn }: { keyId: string; organizationId: string; lastUsedOn: Date | null },
  now: Date,
): Promise<void> {
  const today = new Date(now.toISOString().slice(0, 10));
  if (lastUsedOn && lastUsedOn >= today) return;
  await withTenant(db, { organizationId }, (tx) => tx.apiKey.updateMany({ where: { organizationId, id: keyId }, data: { lastUsedOn: today } }));
}

function refused(code: string, detail: string): Response {
  return problem(401, code, detail, undefined, { "WWW-Authenticate": "Bearer" });
}
