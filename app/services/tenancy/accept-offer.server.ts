import { can, roleSchema } from "#app/domain/access/can.ts";
import { type OfferState, startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import type { Language } from "#app/words/language.ts";
import { betweenTenants, type Enter } from "../db/between-tenants.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";
import { lockSides, recordOnBothSides, type Side, sidesOf } from "./engagement-sides.server.ts";
import type { Access } from "./find-access.server.ts";
import type { Sending } from "./offer-engagement.server.ts";
import { type Offer, offerIn } from "./read-offer.server.ts";

export type Acceptance =
  | { outcome: "engaged"; engagementId: string }
  /** Answered before, taken back or too old; or one side waits to be erased; or the two are bound already; or they cannot be. */
  | { outcome: Exclude<OfferState, "open"> | "not-found" | "not-allowed" | "same-kind" | "leaving" | "engaged-already" };

/**
 * Accepts an offer for an organisation of the other kind. One transaction: the token shows the offer, both organisations are held, the
 * offer is redeemed by one statement where it was made, and the engagement is made in the client's. Whatever fails, or ends the
 * process, leaves an offer that is still open.
 */
export async function acceptOffer(db: Database, access: Access, token: string, { now, language }: Pick<Sending, "now" | "language">): Promise<Acceptance> {
  const hash = tokenHash(token);
  return betweenTenants(db, { tokenHash: hash }, async (tx, enter) => {
    const offer = await offerIn(tx, hash, now);
    if (!offer) return { outcome: "not-found" };
    if (offer.state !== "open") return { outcome: offer.state };
    const sides = sidesOf(offer.offerer, access.organization);
    if (!sides) return { outcome: "same-kind" };
    const held = await lockSides(tx, enter, sides);
    if (!held || !(await mayManage(tx, enter, access))) return { outcome: "not-allowed" };
    if (held.client.isLeaving || held.consultancy.isLeaving) return { outcome: "leaving" };
    await enter(held.client.id);
    if (await isEngaged(tx, held.client.id, held.consultancy.id, now)) return { outcome: "engaged-already" };
    const refused = await redeem(tx, enter, offer, now);
    if (refused) return { outcome: refused };
    return { outcome: "engaged", engagementId: await engage(tx, enter, access, offer, { ...held, language }) };
  });
}

/** Read anew now that both are held: whoever was removed or lowered while this waited has lost it. */
async function mayManage(tx: Transaction, enter: Enter, { organization, memberId }: Access): Promise<boolean> {
  if (memberId === null) return false;
  await enter(organization.id);
  const member = await tx.member.findUnique({ where: { organizationId_id: { organizationId: organization.id, id: memberId } }, select: { role: true } });
  return member !== null && can({ kind: "member", role: roleSchema.parse(member.role) }, "engagements.manage");
}

async function isEngaged(tx: Transaction, clientId: string, consultancyId: string, now: Date): Promise<boolean> {
  const running = { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(now) } }] };
  return (await tx.engagement.count({ where: { organizationId: clientId, consultancyId, ...running } })) > 0;
}

/** One statement decides who was first; null for them, else what the offer has become. */
async function redeem(tx: Transaction, enter: Enter, { id, offerer }: Offer, now: Date): Promise<Exclude<OfferState, "open"> | null> {
  await enter(offerer.id);
  const organizationId = offerer.id;
  const { count } = await tx.engagementOffer.updateMany({
    where: { organizationId, id, acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (count === 1) return null;
  const left = await tx.engagementOffer.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { declinedAt: true, withdrawnAt: true } });
  if (!left || left.withdrawnAt) return "withdrawn";
  return left.declinedAt ? "declined" : "accepted";
}

type Held = { client: Side; consultancy: Side; language: Language };

/** The engagement, who works on it, and what both trails say. */
async function engage(tx: Transaction, enter: Enter, access: Access, offer: Offer, { client, consultancy, language }: Held) {
  await enter(client.id);
  const { id } = await tx.engagement.create({
    data: { consultancyId: consultancy.id, scopes: offer.scopes, endsOn: offer.endsOn ? new Date(offer.endsOn) : null },
    select: { id: true },
  });
  await enter(consultancy.id);
  const memberId = offer.offerer.id === consultancy.id ? offer.memberId : access.memberId;
  // Whoever made a consultancy's offer may have left since; then its managers assign somebody.
  const member = memberId
    ? await tx.member.findUnique({ where: { organizationId_id: { organizationId: consultancy.id, id: memberId } }, select: { id: true, personId: true } })
    : null;
  if (member) {
    const assignment = { organizationId: client.id, engagementId: id, consultancyId: consultancy.id, memberId: member.id, personId: member.personId };
    await tx.engagementAssignment.createMany({ data: [assignment] });
  }
  const detail = { offeredBy: offer.offeredBy, scopes: offer.scopes.join(" "), endsOn: offer.endsOn };
  const notice = { kind: "engagement_started", language } as const;
  await recordOnBothSides(tx, enter, access, { client, consultancy }, { action: "engagement.started", engagementId: id, detail }, notice);
  return id;
}
