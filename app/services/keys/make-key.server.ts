import { createHmac } from "node:crypto";
import type { NewKey } from "#app/domain/access/key-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** Keys of an organisation that are not revoked. */
export const MOST_KEYS = 50;
/** Letters by which people tell keys apart; 30 of a key's 192 bits. */
const SHOWN = 8;

/**
 * Makes a key. It is given back to this form and no other: only its hash is kept, and whoever sends the form twice, of whose answers a browser shows the second, is given the same key.
 * `leaving`: none is made while the organisation waits to be erased; `used`: the same form made another one before, or one that was revoked since.
 * @param secret of the installation
 */
export async function makeKey(
  db: Database,
  access: Access,
  { once, name, scope }: NewKey,
  { now, secret }: { now: Date; secret: string },
): Promise<{ kind: "made"; key: string } | { kind: "not-allowed" | "leaving" | "used" | "full" }> {
  const organizationId = access.organization.id;
  const key = keyOf(secret, `${organizationId}:${access.person.personId}:${once}`);
  const keyHash = tokenHash(key);
  const prefix = key.slice(0, SHOWN);
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "keys.manage", now))) return { kind: "not-allowed" };
    const { eraseAfter } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { eraseAfter: true } });
    if (eraseAfter) return { kind: "leaving" };
    const before = await tx.apiKey.findFirst({ where: { organizationId, keyHash }, select: { name: true, scope: true, revokedAt: true } });
    if (before) return before.name === name && before.scope === scope && before.revokedAt === null ? { kind: "made", key } : { kind: "used" };
    if ((await tx.apiKey.count({ where: { organizationId, revokedAt: null } })) >= MOST_KEYS) return { kind: "full" };
    await tx.apiKey.createMany({ data: [{ name, prefix, keyHash, scope, createdBy: access.person.name, createdAt: now }] });
    await recordEvent(tx, access, { action: "api_key.made", object: { kind: "api_key", name }, detail: { key: prefix, scope } });
    return { kind: "made", key };
  });
}

/** Computed, so that it can be given again: of the form, whose number only the page that it stood on knew, and under a secret that the database does not know. */
function keyOf(secret: string, form: string): string {
  return `ph_${createHmac("sha256", secret).update(`api-key:${form}`).digest("base64url").slice(0, 32)}`;
}
