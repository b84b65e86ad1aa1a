import type { Logger } from "pino";
import { removeOldEvents } from "../audit/remove-old-events.server.ts";
import { removeOldRequests } from "../api/remove-old-requests.server.ts";
import { removeBroughtVersions } from "../content/remove-unused-versions.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { removeLeftFiles } from "../files/remove-left-files.server.ts";
import { removeUnfinishedResponses } from "../responses/remove-unfinished-responses.server.ts";
import { eraseDueOrganizations } from "../tenancy/erase-due-organizations.server.ts";

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

type Tidying = { db: Database; now: Date; log: Pick<Logger, "error">; signal?: AbortSignal };
/** Removes one kind of thing that is kept no longer. @returns how many it removed */
type Step = (tidying: Pick<Tidying, "db" | "now" | "signal">) => Promise<number>;

/** What is done every day. Each step stands for itself: one that fails holds up no other. */
const STEPS: Record<string, Step> = {
  sessions: async ({ db, now }) => (await db.session.deleteMany({ where: { expiresAt: { lt: now } } })).count,
  verifications: async ({ db, now }) => (await db.verification.deleteMany({ where: { expiresAt: { lt: now } } })).count,
  usedCodes: async ({ db, now }) => (await db.usedCode.deleteMany({ where: { usedAt: { lt: before(now, HOUR_MS) } } })).count,
  mails: async ({ db, now }) => {
    const old = { lt: before(now, 30 * DAY_MS) };
    return (await db.mail.deleteMany({ where: { OR: [{ sentAt: old }, { failedAt: old }] } })).count;
  },
  unfinishedResponses: ({ db, now }) => removeUnfinishedResponses(db, now),
  auditEvents: ({ db }) => removeOldEvents(db),
  idempotentRequests: ({ db }) => removeOldRequests(db),
  leftFiles: ({ db }) => removeLeftFiles(db),
  organizations: ({ db, now, signal }) => eraseDueOrganizations(db, now, signal),
  // What organisations that have just gone referred to goes with them.
  broughtVersions: ({ db, now }) => removeBroughtVersions(db, now),
};

/** Removes what is kept no longer. Safe to repeat. @returns how much each step removed; null for one that failed */
export async function tidyUp({ log, ...tidying }: Tidying): Promise<Record<string, number | null>> {
  const removed: Record<string, number | null> = {};
  for (const [name, step] of Object.entries(STEPS)) {
    try {
      removed[name] = await step(tidying);
    } catch (error) {
      log.error({ step: name, err: error }, "tidying up failed");
      removed[name] = null;
    }
  }
  return removed;
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
