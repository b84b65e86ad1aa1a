import { guessedColumns, type ImportForm, LONGEST_IMPORT, readImportForm, readMapping, separatorOf } from "#app/domain/kpis/import-form.ts";
import { type ImportedReading, type ReadRow, type RowProblem, readRows } from "#app/domain/kpis/import-rows.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type Counts, foreseeImport, importableKpis, importReadings, type ReadingFate } from "./import-readings.server.ts";
import { organizationDay } from "./organization-day.server.ts";
import { parseCsv } from "./parse-csv.server.ts";

/** Rows that a preview shows: those with a problem first. */
const MOST_SHOWN = 200;

export type PreviewRow = {
  line: number;
  kpi: string | null;
  cells: string[];
  on: string | null;
  value: number | null;
  before: number | null;
  fate: ReadingFate | null;
  /** Would replace something else than was shown before. */
  isOvertaken: boolean;
  problem: RowProblem | null;
};
/** Where an import has come to: the columns are chosen, or everything can be looked at; `wrong` rows keep all of it from being imported. */
export type ImportStep = {
  fields: Record<string, string>;
  problems: FieldProblems;
  columns: string[];
  /** `overtaken`: how many would replace something else than was shown before; nothing has been imported then. */
  preview: { rows: PreviewRow[]; total: number; wrong: number; overtaken: number; counts: Counts } | null;
};
export type ImportOutcome = { step: ImportStep } | { imported: Counts };

/**
 * One step of an import: reading the text, choosing its columns, looking at what will change, and doing that. The text travels with the
 * form, so that nothing is kept of what is not confirmed, and is read anew at each step.
 * @throws Response 400 for what the form does not send, 403 for who may not any more
 */
export async function importPage(db: Database, access: Access, request: Request, now: Date, words: Words): Promise<ImportOutcome> {
  const { say } = words;
  const { isUtf8, ...form } = await sentForm(request, words);
  const shown = Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const refuse = (message: string, columns: string[] = []): ImportOutcome => ({
    step: {
      fields: { ...shown, content: form.content.length > LONGEST_IMPORT || !isUtf8 ? "" : form.content.replaceAll("\u0000", "") },
      problems: [{ field: "text", message }],
      columns,
      preview: null,
    },
  });
  if (!isUtf8) return refuse(say("kpiImport:notUtf8"));
  // A page cannot hold it, so that it would be gone in the next step.
  const nullAt = form.content.indexOf("\u0000");
  if (nullAt !== -1) return refuse(say("kpiImport:nulls", { line: form.content.slice(0, nullAt).split(/\r\n|\r|\n/).length }));
  if (form.content.trim() === "") return refuse(say("kpiImport:contentMissing"));
  if (form.content.length > LONGEST_IMPORT) return refuse(say("kpiImport:tooLong", { most: LONGEST_IMPORT / 1_000 }));
  const separator = form.separator ?? separatorOf(form.content);
  const parsed = parseCsv(form.content, separator);
  if (parsed.problem) return refuse(say(`kpiImport:${parsed.problem}`));
  const { titles, rows } = parsed;
  const kpis = await importableKpis(db, access);
  if (form.intent === "read") {
    const guessed = guessedColumns(titles);
    return { step: { fields: { ...guessed, ...shown, separator }, problems: [], columns: titles, preview: null } };
  }
  const { values, problems } = readMapping(
    form,
    titles.length,
    kpis.map(({ id }) => id),
    words,
  );
  const fields = { ...shown, separator };
  if (problems) return { step: { fields, problems, columns: titles, preview: null } };
  const read = readRows(rows, values, kpis, await organizationDay(db, access, now));
  const readings = read.flatMap(({ reading }) => reading ?? []);
  let seen: ReadonlySet<string> | null = null;
  if (form.intent === "confirm" && readings.length === read.length) {
    seen = new Set((form.seen ?? "").split(","));
    const outcome = await importReadings(db, access, readings, seen, now);
    if (outcome.kind === "imported") return { imported: outcome.counts };
    if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  }
  const { marks, ...preview } = await previewOf(db, access, { read, readings, seen }, kpis);
  return { step: { fields: { ...fields, seen: marks.join() }, problems: [], columns: titles, preview } };
}

async function previewOf(
  db: Database,
  access: Access,
  { read, readings, seen }: { read: readonly ReadRow[]; readings: readonly ImportedReading[]; seen: ReadonlySet<string> | null },
  kpis: readonly { id: string; name: string }[],
) {
  const fates = await foreseeImport(db, access, readings);
  const byReading = new Map(readings.map((reading, index) => [reading, fates[index]!]));
  const names = new Map(kpis.map(({ id, name }) => [id, name]));
  const counts: Counts = { new: 0, replaced: 0, same: 0 };
  for (const { fate } of fates) counts[fate] += 1;
  const rows = read.map(({ line, cells, reading, problem }): PreviewRow => {
    const foreseen = reading && byReading.get(reading);
    return {
      ...{ line, cells: cells.map((cell) => cell.slice(0, 80)).slice(0, 6), problem: problem ?? null },
      ...{ kpi: reading ? (names.get(reading.kpiId) ?? null) : null, on: reading?.on ?? null, value: reading?.value ?? null },
      ...{ before: foreseen?.before ?? null, fate: foreseen?.fate ?? null },
      isOvertaken: seen !== null && foreseen?.mark != null && !seen.has(foreseen.mark),
    };
  });
  const wrong = rows.filter(({ problem }) => problem !== null);
  const overtaken = rows.filter(({ isOvertaken }) => isOvertaken);
  const right = rows.filter(({ problem, isOvertaken }) => problem === null && !isOvertaken);
  const shown = [...wrong, ...overtaken, ...right].slice(0, MOST_SHOWN);
  const marks = fates.flatMap(({ mark }) => mark ?? []);
  return { rows: shown, total: rows.length, wrong: wrong.length, overtaken: overtaken.length, counts, marks };
}

/** The form's fields; a file that was chosen stands for the text. `isUtf8`: whether it is any, as what is pasted always is. */
async function sentForm(request: Request, { say }: Words): Promise<ImportForm & { isUtf8: boolean }> {
  const form = await request.formData().catch(() => {
    throw badRequest(say("refusals:formUnreadable"));
  });
  let isUtf8 = true;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of form.entries()) {
    if (name === "file" && typeof value === "object") {
      const text = utf8(await value.arrayBuffer());
      if (text === null) isUtf8 = false;
      if (text !== "") fields["content"] = text ?? "";
      continue;
    }
    if (typeof value !== "string") throw badRequest(say("refusals:noFiles"));
    if (name === "content" && fields["content"] !== undefined && value.trim() === "") continue;
    if (name in fields && name !== "content") throw badRequest(say("refusals:fieldTwice"));
    fields[name] ??= value;
  }
  const read = readImportForm(fields);
  if (!read) throw badRequest(say("refusals:otherFields"));
  return { ...read, isUtf8 };
}

/** Null for bytes in another encoding. */
function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
