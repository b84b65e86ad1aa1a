import type { Logger } from "pino";
import type { Database } from "../db/open-database.server.ts";
import { remindOfEvidence } from "../evidence/remind-of-evidence.server.ts";
import { nudgeMail } from "./jobs-instance.server.ts";

type Reminding = { db: Database; now: Date; log: Pick<Logger, "error"> };
/** Reminds people of one kind of thing that is due, of each once. @returns how many it reminded of */
type Step = (reminding: Pick<Reminding, "db" | "now">) => Promise<number>;

/** What people are reminded of every day. Each step stands for itself: one that fails holds up no other. */
const STEPS: Record<string, Step> = {
  evidence: remindOfEvidence,
};

/** Reminds of what is due. Safe to repeat, and to do in two processes at once. @returns of how much each step reminded; null for one that failed */
export async function remindDaily({ db, now, log }: Reminding): Promise<Record<string, number | null>> {
  const reminded: Record<string, number | null> = {};
  for (const [name, step] of Object.entries(STEPS)) {
    try {
      reminded[name] = await step({ db, now });
    } catch (error) {
      log.error({ step: name, err: error }, "reminding failed");
      reminded[name] = null;
    }
  }
  if (Object.values(reminded).some((count) => count !== null && count > 0)) nudgeMail();
  return reminded;
}
