import type { z } from "zod";
import { isPastDay } from "#app/domain/kpis/kpi-form.ts";
import { answerOnce, type KeptAnswer } from "../api/answer-once.server.ts";
import { problem, problemBody } from "../api/problem.server.ts";
import type { KeyAccess } from "../api/require-api-key.server.ts";
import type { readingBodySchema } from "../api/schemas.server.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { requireKpiIn } from "./api-kpis.server.ts";
import { dateOf } from "./kpi-row.server.ts";
import { organizationDayIn } from "./organization-day.server.ts";

/**
 * Adds a reading for a program, once for its idempotency key. That a day has one already is an answer too, which is kept.
 * @throws Response 404 for an id of no KPI of the key's organisation, 422 for a day after today
 */
export function postReading(
  db: Database,
  access: KeyAccess,
  kpiId: string,
  { key, reading }: { key: string; reading: z.output<typeof readingBodySchema> },
  now: Date,
): Promise<KeptAnswer> {
  const { organizationId } = access;
  return answerOnce(db, access, { key, asked: { operation: "addReading", kpiId, reading } }, now, async (tx) => {
    const { name } = await requireKpiIn(tx, organizationId, kpiId);
    const { on, value, note = null } = reading;
    if (!isPastDay(on, await organizationDayIn(tx, organizationId, now)))
      throw problem(422, "invalid-input", "The input does not have the expected form.", [{ field: "on", message: "is a day from 1990 until today" }]);
    const row = { kpiId, on: dateOf(on), value, note, source: "api", enteredBy: access.name, enteredAt: now };
    const { count } = await tx.kpiReading.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { status: 409, body: problemBody(409, "reading-exists", "There is a reading of that day already.") };
    const actor = { person: { personId: null, name: access.name, sessionId: null }, actsFor: null };
    await recordEvent(tx, actor, {
      ...{ action: "kpi_reading.added", object: { kind: "kpi", id: kpiId, name } },
      detail: { day: on, value, key: access.prefix },
    });
    return { status: 201, body: { on, value, note, source: "api", enteredAt: now.toISOString() } };
  });
}
