import { type Scope, scopeSchema } from "#app/domain/access/can.ts";
import { dayOf, type OfferState, offerState } from "#app/domain/engagement/engagement-terms.ts";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";

/** An offer as the holder of its link may see it. */
export type Offer = {
  id: string;
  state: OfferState;
  scopes: Scope[];
  /** The last day, "2027-06-30"; null: until one side ends it. */
  endsOn: string | null;
  expiresAt: Date;
  address: string;
  offeredBy: string;
  /** Of a consultancy's member who would work on it. */
  memberId: string | null;
  offerer: { id: string; name: string; kind: Kind; isLeaving: boolean };
};

const TOKEN = /^[\w-]{30}$/;

/** What an offer's token opens; null for a token of none. */
export async function readOffer(db: Database, token: string | undefined, now: Date): Promise<Offer | null> {
  if (!token || !TOKEN.test(token)) return null;
  const hash = tokenHash(token);
  return withToken(db, { tokenHash: hash }, (tx) => offerIn(tx, hash, now));
}

/** The same inside a door that the token has opened. */
export async function offerIn(tx: Transaction, hash: string, now: Date): Promise<Offer | null> {
  const found = await tx.engagementOffer.findUnique({
    where: { tokenHash: hash },
    select: {
      id: true,
      scopes: true,
      endsOn: true,
      expiresAt: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      address: true,
      offeredBy: true,
      memberId: true,
      organization: { select: { id: true, name: true, kind: true, eraseAfter: true } },
    },
  });
  if (!found) return null;
  const { id, address, offeredBy, memberId, expiresAt, organization } = found;
  return {
    id,
    address,
    offeredBy,
    memberId,
    expiresAt,
    state: offerState(found, now),
    scopes: found.scopes.map((scope) => scopeSchema.parse(scope)),
    endsOn: found.endsOn ? dayOf(found.endsOn) : null,
    offerer: { id: organization.id, name: organization.name, kind: organization.kind as Kind, isLeaving: organization.eraseAfter !== null },
  };
}
