import { randomBytes } from "node:crypto";
import type { KeyScope } from "#app/domain/access/key-form.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** Keys of an organisation that are not revoked. */
export const MOST_KEYS = 50;
/** Letters by which people tell keys apart; 30 of a key's 192 random bits. */
const SHOWN = 8;

/** Makes a key. It is given back this once: only its hash is kept. `leaving`: none is made while the organisation waits to be erased. */
export async function makeKey(
  db: Database,
  access: Access,
  { name, scope }: { name: string; scope: KeyScope },
  now: Date,
): Promise<{ kind: "made"; key: string } | { kind: "not-allowed" | "leaving" | "full" }> {
  const organizationId = access.organization.id;
  const key = `ph_${randomBytes(24).toString("base64url")}`;
  const prefix = key.slice(0, SHOWN);
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "keys.manage", now))) return { kind: "not-allowed" };
    const { eraseAfter } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { eraseAfter: true } });
    if (eraseAfter) return { kind: "leaving" };
    if ((await tx.apiKey.count({ where: { organizationId, revokedAt: null } })) >= MOST_KEYS) return { kind: "full" };
    await tx.apiKey.createMany({ data: [{ name, prefix, keyHash: tokenHash(key), scope, createdBy: access.person.name, createdAt: now }] });
    await recordEvent(tx, access, { action: "api_key.made", object: { kind: "api_key", name }, detail: { key: prefix, scope } });
    return { kind: "made", key };
  });
}
