import { z } from "zod";
import { displayReading } from "#app/domain/kpis/kpi-in-words.ts";
import type { ReadingSource } from "#app/domain/kpis/kpi-terms.ts";
import { readNewReading, readRemoval, readUndo } from "#app/domain/kpis/reading-form.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { archiveKpi } from "./change-kpi.server.ts";
import { addReading, removeReading } from "./change-readings.server.ts";
import { organizationDay } from "./organization-day.server.ts";
import { requireKpi } from "./require-kpi.server.ts";

/** A reading that was removed, as the form that puts it back holds it. */
export type Removed = { on: string; value: string; note: string; source: ReadingSource; sentence: string };
/** What became of what a KPI's page sent: done (which its next page says), refused with what was entered, or removed. */
export type KpiPageOutcome = { done: string } | { problems: FieldProblems; fields: Record<string, string> } | { notice: string } | { removed: Removed };

const intentSchema = z.enum(["add-reading", "remove-reading", "restore-reading", "archive", "restore"]);

/**
 * What the page of a KPI can do: add a reading, remove one and put it back, and move the KPI to the archive and out of it.
 * @throws Response 400 for what its forms do not send; 403 for who may not; 404 for an id of none, and of another organisation's
 */
export async function changeKpiPage(db: Database, access: Access, id: string, request: Request, now: Date, words: Words): Promise<KpiPageOutcome> {
  const fields = await readFields(request, words);
  const intent = intentSchema.safeParse(fields["intent"]);
  if (!intent.success) throw badRequest(words.say("refusals:otherFields"));
  if (intent.data === "archive" || intent.data === "restore") {
    if (Object.keys(fields).length > 1) throw badRequest(words.say("refusals:otherFields"));
    const { kind } = await archiveKpi(db, access, id, intent.data === "archive", now);
    refuse(kind);
    return { done: intent.data === "archive" ? "archived" : "restored" };
  }
  if (intent.data === "remove-reading") return remove(db, access, id, fields, now, words);
  const today = await organizationDay(db, access, now);
  if (intent.data === "restore-reading") {
    const reading = readUndo(fields, today, words);
    if (!reading) return { notice: words.say("kpis:undoUnfit") };
    const { kind } = await addReading(db, access, id, reading, now);
    refuse(kind);
    return kind === "added" ? { done: "back" } : { notice: words.say("kpis:backTaken") };
  }
  const { values, problems } = readNewReading(fields, today, words);
  if (problems) return { problems, fields: { ...fields } };
  const { kind } = await addReading(db, access, id, { ...values, source: "hand" }, now);
  refuse(kind);
  if (kind === "added") return { done: "added" };
  return { problems: [{ field: "on", message: words.say("kpis:readingTaken") }], fields: { ...fields } };
}

async function remove(db: Database, access: Access, id: string, fields: Record<string, string>, now: Date, words: Words): Promise<KpiPageOutcome> {
  const removal = readRemoval(fields);
  if (!removal) throw badRequest(words.say("refusals:otherFields"));
  const outcome = await removeReading(db, access, id, removal, now);
  refuse(outcome.kind);
  if (outcome.kind !== "removed") return { notice: words.say(outcome.kind === "changed" ? "kpis:changedSince" : "kpis:alreadyRemoved") };
  const { on, value, note, source } = outcome.reading;
  const { unit } = await requireKpi(access, id);
  const sentence = words.say("kpis:removed", { day: displayDate(on, words.language), value: displayReading(value, unit, words) });
  return { removed: { on, value: String(value), note: note ?? "", source, sentence } };
}

function refuse(outcome: string): void {
  if (outcome === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
}
