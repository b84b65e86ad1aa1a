/** What the pages of engagements can say that was done, after they were redirected to. */
const DONE = ["started", "sent", "withdrawn", "ended", "assigned", "unassigned"] as const;
export type WhatWasDone = (typeof DONE)[number];

/** What an address says was done; null for nothing, and for what is never done. */
export function whatWasDone(query: URLSearchParams): WhatWasDone | null {
  return DONE.find((done) => done === query.get("done")) ?? null;
}
