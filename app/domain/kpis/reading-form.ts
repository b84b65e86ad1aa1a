import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { isPastDay, revisionSchema } from "./kpi-form.ts";
import { LONGEST_NOTE, READING_SOURCES, type ReadingSource } from "./kpi-terms.ts";
import { plainText } from "./plain-text.ts";
import { typedReading } from "./reading-value.ts";

const entered = z.string().max(4_000);
const newSchema = z.strictObject({ intent: z.literal("add-reading"), on: entered, value: entered, note: entered });
const changeSchema = z.strictObject({ revision: revisionSchema, value: entered, note: entered });
const removalSchema = z.strictObject({ intent: z.literal("remove-reading"), on: z.iso.date(), revision: revisionSchema });
const undoSchema = z.strictObject({ intent: z.literal("restore-reading"), on: entered, value: entered, note: entered, source: z.enum(READING_SOURCES) });

export type NewReading = { on: string; value: number; note: string | null };
export type ReadingChange = { value: number; note: string | null; revision: number };
export type ReadingRemoval = { on: string; revision: number };

/** Reads a reading of a day until today, in the organisation's time zone. */
export function readNewReading(fields: Record<string, string>, today: string, words: Words): FormReading<NewReading> {
  const parsed = newSchema.safeParse(fields);
  if (!parsed.success) return formChanged(words);
  return readReading(parsed.data, today, words);
}

/** Reads a change of a reading, whose day stays; `revision` is the one that was looked at. */
export function readReadingChange(fields: Record<string, string>, words: Words): FormReading<ReadingChange> {
  const parsed = changeSchema.safeParse(fields);
  if (!parsed.success) return formChanged(words);
  const { value, note, problems } = figureAndNote(parsed.data, words);
  return problems.length > 0 ? { problems } : { values: { value: value!, note, revision: parsed.data.revision } };
}

/** Which reading is to be removed; null for what the page does not send. */
export function readRemoval(fields: Record<string, string>): ReadingRemoval | null {
  const parsed = removalSchema.safeParse(fields);
  return parsed.success ? { on: parsed.data.on, revision: parsed.data.revision } : null;
}

/** A reading that was removed, to be put back as it was; null for what the page does not send. */
export function readUndo(fields: Record<string, string>, today: string, words: Words): (NewReading & { source: ReadingSource }) | null {
  const parsed = undoSchema.safeParse(fields);
  const { values } = parsed.success ? readReading(parsed.data, today, words) : {};
  return parsed.success && values ? { ...values, source: parsed.data.source } : null;
}

function formChanged({ say }: Words): { problems: FieldProblems } {
  return { problems: [{ field: "value", message: say("kpis:formChanged") }] };
}

function readReading(given: { on: string; value: string; note: string }, today: string, words: Words): FormReading<NewReading> {
  const problems: FieldProblems = [];
  const on = given.on.trim();
  if (!isPastDay(on, today)) problems.push({ field: "on", message: words.say("kpis:dayUnfit") });
  const figure = figureAndNote(given, words);
  problems.push(...figure.problems);
  return problems.length > 0 ? { problems } : { values: { on, value: figure.value!, note: figure.note } };
}

function figureAndNote(given: { value: string; note: string }, { say }: Words): { value: number | null; note: string | null; problems: FieldProblems } {
  const problems: FieldProblems = [];
  const value = typedReading(given.value);
  if (value === null) problems.push({ field: "value", message: given.value.trim() === "" ? say("kpis:valueMissing") : say("kpis:notANumber") });
  const note = plainText(LONGEST_NOTE).safeParse(given.note);
  if (!note.success) problems.push({ field: "note", message: say("kpis:noteUnfit", { most: LONGEST_NOTE }) });
  return { value, note: (note.success && note.data) || null, problems };
}
