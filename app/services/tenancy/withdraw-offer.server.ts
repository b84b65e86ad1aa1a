import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

/** Takes an offer back. "not-open" for one that was answered, withdrawn before or has expired; "not-found" also for another organisation's. */
export async function withdrawOffer(db: Database, access: Access, id: string, now: Date): Promise<"withdrawn" | "not-open" | "not-found"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const { count } = await tx.engagementOffer.updateMany({
      where: { organizationId, id, acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      data: { withdrawnAt: now },
    });
    const offer = await tx.engagementOffer.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { address: true } });
    if (!offer) return "not-found";
    if (count === 0) return "not-open";
    await recordEvent(tx, access, { action: "engagement_offer.withdrawn", object: { kind: "engagement_offer", id, name: offer.address } });
    return "withdrawn";
  });
}
