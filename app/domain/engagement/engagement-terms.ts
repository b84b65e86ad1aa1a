import type { Kind } from "../tenancy/profile-choices.ts";

/** Days an offer waits for an answer. */
export const OFFER_DAYS = 30;
/** An engagement with an end is agreed on for this long at most; it can be offered again. */
export const LONGEST_YEARS = 5;
const DAY = 24 * 60 * 60 * 1000;

/** What has become of an offer. */
export type OfferState = "open" | "accepted" | "declined" | "withdrawn" | "expired";
type Offer = { acceptedAt: Date | null; declinedAt: Date | null; withdrawnAt: Date | null; expiresAt: Date };

/** Whether an offer can still be answered, and if not, why. What was answered stays answered after it would have expired. */
export function offerState({ acceptedAt, declinedAt, withdrawnAt, expiresAt }: Offer, now: Date): OfferState {
  if (acceptedAt) return "accepted";
  if (declinedAt) return "declined";
  if (withdrawnAt) return "withdrawn";
  return expiresAt > now ? "open" : "expired";
}

/**
 * Until when an offer can be answered: for thirty days, and never longer than what it offers would last.
 * @param endsOn the last day of the engagement, "2027-06-30"; null: until it is ended
 */
export function offerExpiry(now: Date, endsOn: string | null): Date {
  const expiry = now.getTime() + OFFER_DAYS * DAY;
  return new Date(endsOn === null ? expiry : Math.min(expiry, Date.parse(`${endsOn}T00:00:00Z`) + DAY));
}

/** The day of a moment, in UTC: "2027-01-31". */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Its first moment. Days are stored as such: an engagement runs through its last day, in UTC. */
export function startOfDay(moment: Date): Date {
  return new Date(`${dayOf(moment)}T00:00:00Z`);
}

/** Whether an engagement lets anybody do anything: neither ended nor past its last day. */
export function isRunning({ endedAt, endsOn }: { endedAt: Date | null; endsOn: Date | null }, now: Date): boolean {
  return endedAt === null && (endsOn === null || endsOn >= startOfDay(now));
}

/** The kind of organisation that can accept what an organisation of this kind offers. */
export function otherKind(kind: Kind): Kind {
  return kind === "company" ? "consultancy" : "company";
}
