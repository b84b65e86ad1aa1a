import type { Logger } from "pino";
import type { Database } from "../db/open-database.server.ts";
import { remindOfInitiatives } from "../board/remind-of-initiatives.server.ts";
import { remindOfLeaps } from "../board/remind-of-leaps.server.ts";
import { remindOfEvidence } from "../evidence/remind-of-evidence.server.ts";
import { remindOfReadings } from "../kpis/remind-of-readings.server.ts";

type Reminding = { db: Database; now: Date; log: Pick<Logger, "error">; signal: AbortSignal };
/** Reminds people of one kind of thing. @returns how many reminders went out */
type Step = (reminding: Pick<Reminding, "db" | "now" | "signal">) => Promise<number>;

/** What people are reminded of. Each step stands for itself: one that fails holds up no other. */
const STEPS: Record<string, Step> = {
  evidence: remindOfEvidence,
  initiatives: remindOfInitiatives,
  leaps: remindOfLeaps,
  kpiReadings: ({ db, now, signal }) => remindOfReadings(db, now, signal),
};

/** Sends the reminders that are due. Safe to repeat. @returns how many went out by step; null for one that failed */
export async function sendReminders({ log, ...reminding }: Reminding): Promise<Record<string, number | null>> {
  const sent: Record<string, number | null> = {};
  for (const [name, step] of Object.entries(STEPS)) {
    try {
      sent[name] = await step(reminding);
    } catch (error) {
      log.error({ step: name, err: error }, "reminding failed");
      sent[name] = null;
    }
  }
  return sent;
}
