import type { OfferState } from "#app/domain/engagement/engagement-terms.ts";
import { betweenTenants } from "../db/between-tenants.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { offerIn } from "./read-offer.server.ts";

/**
 * Declines an offer, once and for good. Holding its link is enough: nobody should have to make an account to say no. The trail of who
 * made the offer names whoever was signed in, and else nobody: that the link was used does not say by whom.
 * @param person who is signed in; null for nobody
 * @returns what the offer is now; null for a token of none
 */
export async function declineOffer(db: Database, token: string, person: SignedIn | null, now: Date): Promise<Exclude<OfferState, "open"> | null> {
  const hash = tokenHash(token);
  return betweenTenants(db, { tokenHash: hash }, async (tx, enter) => {
    const offer = await offerIn(tx, hash, now);
    if (!offer) return null;
    if (offer.state !== "open") return offer.state;
    await enter(offer.offerer.id);
    const { count } = await tx.engagementOffer.updateMany({
      where: { organizationId: offer.offerer.id, id: offer.id, acceptedAt: null, declinedAt: null, withdrawnAt: null },
      data: { declinedAt: now },
    });
    if (count === 0) return "accepted";
    await tx.auditEvent.createMany({
      data: [
        {
          ...(person ? { personId: person.personId, sessionId: person.sessionId } : {}),
          actorName: person?.name ?? "",
          action: "engagement_offer.declined",
          objectKind: "engagement_offer",
          objectId: offer.id,
          objectName: offer.address,
        },
      ],
    });
    return "declined";
  });
}
