import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { findLink } from "./find-link.server.ts";

export type RefusalView = { organization: string; isRefused: boolean };

/** Whether the address of a personal link gets mails of its organisation; null for every other token. */
export function readRefusal(db: Database, token: string): Promise<RefusalView | null> {
  return atAddress(db, token, async (tx, { organizationId, addressHash, organization }) => ({
    organization,
    isRefused: (await tx.mailRefusal.count({ where: { organizationId, addressHash } })) > 0,
  }));
}

/**
 * Keeps the organisation of a personal link from writing to its address again, in this cycle and in all others; as often as it is asked
 * for. The link itself still answers. @returns null for every other token
 */
export function refuseMails(db: Database, token: string, now: Date): Promise<RefusalView | null> {
  return atAddress(db, token, async (tx, { addressHash, organization }) => {
    await tx.mailRefusal.createMany({ data: [{ addressHash, refusedAt: now }], skipDuplicates: true });
    return { organization, isRefused: true };
  });
}

async function atAddress(
  db: Database,
  token: string,
  work: (tx: Transaction, at: { organizationId: string; addressHash: string; organization: string }) => Promise<RefusalView>,
): Promise<RefusalView | null> {
  const link = await findLink(db, token);
  if (link?.kind !== "personal") return null;
  const { organizationId, id } = link;
  return withTenant(db, { organizationId }, async (tx) => {
    const respondent = await tx.respondent.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { address: true, organization: { select: { name: true } } },
    });
    if (!respondent?.address) return null;
    return work(tx, { organizationId, addressHash: tokenHash(respondent.address.toLowerCase()), organization: respondent.organization.name });
  });
}
