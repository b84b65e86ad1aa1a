import { KEY_SCOPES, type KeyScope } from "#app/domain/access/key-form.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  scope: KeyScope;
  createdBy: string;
  createdAt: Date;
  lastUsedOn: Date | null;
  revokedAt: Date | null;
};

/** Revoked ones that are still listed. */
const MOST_LISTED = 100;

/** The keys of an organisation, those that work first, then the latest. */
export async function listKeys(db: Database, { organization }: Access): Promise<KeyRow[]> {
  const organizationId = organization.id;
  const rows = await withTenant(db, { organizationId }, (tx) =>
    tx.apiKey.findMany({
      where: { organizationId },
      orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
      take: MOST_LISTED,
      select: { id: true, name: true, prefix: true, scope: true, createdBy: true, createdAt: true, lastUsedOn: true, revokedAt: true },
    }),
  );
  return rows.map(({ scope, ...row }) => ({ ...row, scope: KEY_SCOPES.find((known) => known === scope) ?? "read" }));
}
