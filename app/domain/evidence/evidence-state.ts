/** Days before the last one from which an evidence is said to expire. */
export const EXPIRES_SOON_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;

export const EVIDENCE_STATES = ["holds", "expires", "expired"] as const;
/** Whether it holds, holds and expires within 30 days, or is over. */
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/**
 * How an evidence stands on a day. It holds through its last day.
 * @param expires its last day (ISO date); null: it has none
 * @param today ISO date
 */
export function evidenceState(expires: string | null, today: string): EvidenceState {
  if (expires === null) return "holds";
  if (expires < today) return "expired";
  return expires <= dayAfter(today, EXPIRES_SOON_DAYS) ? "expires" : "holds";
}

/** The day that is a number of days after another (ISO dates, in UTC). */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
