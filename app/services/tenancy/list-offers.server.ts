import { type Scope, scopeSchema } from "#app/domain/access/can.ts";
import { dayOf } from "#app/domain/engagement/engagement-terms.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

/** An offer that waits for an answer, as who made it sees it. */
export type OfferRow = { id: string; address: string; scopes: Scope[]; endsOn: string | null; offeredBy: string; sentOn: string; expiresAt: Date };

/** The offers of an organisation that wait for an answer, the newest first; there are never many (offer-engagement). */
export async function listOffers(db: Database, { organization }: Access, now: Date): Promise<OfferRow[]> {
  const organizationId = organization.id;
  const found = await withTenant(db, { organizationId }, (tx) =>
    tx.engagementOffer.findMany({
      where: { organizationId, acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      select: { id: true, address: true, scopes: true, endsOn: true, offeredBy: true, sentAt: true, expiresAt: true },
      orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    }),
  );
  return found.map(({ scopes, endsOn, sentAt, ...offer }) => ({
    ...offer,
    scopes: scopes.map((scope) => scopeSchema.parse(scope)),
    endsOn: endsOn ? dayOf(endsOn) : null,
    sentOn: dayOf(sentAt),
  }));
}
