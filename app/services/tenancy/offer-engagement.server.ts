import type { Prisma } from "@prisma/client";
import { can } from "#app/domain/access/can.ts";
import { offerExpiry, startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import type { OfferTerms } from "#app/domain/engagement/offer-form.ts";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

/** Mails to strangers that an organisation can cause in 24 hours. */
export const MOST_OFFERS_A_DAY = 30;
/** That wait for an answer at a time. */
const MOST_WAITING = 100;
const DAY = 24 * 60 * 60 * 1000;

/** What a mail needs: when it is, in which language it speaks, and where its link leads. */
export type Sending = { now: Date; language: Language; origin: string };
export type OfferOutcome = "sent" | "too-many" | "offered-already" | "not-allowed";

/**
 * Offers an engagement by mail: a company to a consultancy, a consultancy to a client. The token stands in the mail and nowhere else.
 * A consultancy's offer names the member who makes it as the one who will work on it.
 */
export async function offerEngagement(
  db: Database,
  access: Access,
  { address, scopes, endsOn }: OfferTerms,
  { now, language, origin }: Sending,
): Promise<OfferOutcome> {
  const { organization, person, memberId } = access;
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const { actor, isLeaving } = await lockOrganization(tx, access);
    if (isLeaving || !actor || !can(actor, "engagements.manage")) return "not-allowed";
    const open = { acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: now } };
    const count = (where: Prisma.EngagementOfferWhereInput) => tx.engagementOffer.count({ where: { organizationId: organization.id, ...where } });
    if ((await count({ address, ...open })) > 0) return "offered-already";
    const since = new Date(now.getTime() - DAY);
    if ((await count({ sentAt: { gt: since } })) >= MOST_OFFERS_A_DAY || (await count(open)) >= MOST_WAITING) return "too-many";
    const token = newToken();
    const { id } = await tx.engagementOffer.create({
      data: {
        address,
        scopes,
        endsOn: endsOn === null ? null : startOfDay(new Date(endsOn)),
        tokenHash: tokenHash(token),
        offeredBy: person.name,
        memberId: organization.kind === "consultancy" ? memberId : null,
        sentAt: now,
        expiresAt: offerExpiry(now, endsOn),
      },
      select: { id: true },
    });
    const link = `${origin}${paths.engagementOffer(token)}`;
    await queueMail(tx, { kind: "engagement_offer", address, language, values: { organization: organization.name, offeredBy: person.name, link } });
    await recordEvent(tx, access, {
      action: "engagement_offer.sent",
      object: { kind: "engagement_offer", id, name: address },
      detail: { scopes: scopes.join(" "), endsOn },
    });
    return "sent";
  });
}
