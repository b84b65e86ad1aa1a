import { z } from "zod";
import { type FileProblem, type ImportedSet, LARGEST_REFERENCE_FILE, readReferenceFile, separatorOfFile } from "#app/domain/benchmark/reference-file.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { parseRows } from "../kpis/parse-csv.server.ts";
import { importReferenceSet, isNameTaken } from "./import-reference-set.server.ts";
import { removeReferenceSet } from "./remove-reference-set.server.ts";

/** Problems and figures that a page shows; how many there are is said. */
const MOST_SHOWN = 200;

/**
 * Where an import has come to: something is wrong with the file as a whole (`refusal`) or with lines of it, or the set can be looked at,
 * with its text, which travels with the form: nothing is kept of what is not confirmed.
 */
export type ReferenceStep = { refusal: string } | { problems: FileProblem[]; total: number } | { set: ImportedSet; title: string; content: string };
export type ReferenceOutcome = { done: "added" | "removed" } | { step: ReferenceStep };

const schema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("look"), content: z.string() }),
  z.strictObject({ intent: z.literal("confirm"), content: z.string() }),
  z.strictObject({ intent: z.literal("remove"), set: z.uuid() }),
]);

/**
 * What an operator does about reference sets: looking at what a file would add, importing it, removing a set. The file is read anew at each step.
 * @throws Response 400 for what the forms do not send, 404 for a set that is not there
 */
export async function referenceSetsPage(db: Database, operator: SignedIn, request: Request, now: Date, words: Words): Promise<ReferenceOutcome> {
  const form = await sentForm(request, words);
  if (form === "too-large" || form === "not-text") return { step: { refusal: refusalOf(form, words) } };
  if (form.intent === "remove") {
    if (!(await removeReferenceSet(db, operator, form.set))) throw new Response("Not found", { status: 404 });
    return { done: "removed" };
  }
  const { say } = words;
  const { content } = form;
  if (content.trim() === "") return { step: { refusal: say("referenceImport:fileMissing") } };
  const parsed = parseRows(content, separatorOfFile(content));
  if (parsed.problem) return { step: { refusal: say(`referenceImport:${parsed.problem}`) } };
  const definitionOf = (slug: string) => catalog().assessmentBySlug.get(slug)?.definition;
  const { set, problems } = readReferenceFile(parsed.rows, definitionOf, now.getUTCFullYear());
  if (problems) return { step: { problems: problems.slice(0, MOST_SHOWN), total: problems.length } };
  if (await isNameTaken(db, set)) return { step: { refusal: say("referenceImport:taken") } };
  if (form.intent === "look") return { step: { set, title: definitionOf(set.slug)!.title, content } };
  return (await importReferenceSet(db, operator, set)) ? { done: "added" } : { step: { refusal: say("referenceImport:taken") } };
}

function refusalOf(problem: "too-large" | "not-text", { say }: Words): string {
  return problem === "not-text" ? say("referenceImport:notText") : say("referenceImport:tooLarge", { most: LARGEST_REFERENCE_FILE / 1_000 });
}

/** The form's fields, each once; a file that was chosen stands for the text. */
async function sentForm(request: Request, { say }: Words): Promise<z.output<typeof schema> | "too-large" | "not-text"> {
  const form = await request.formData().catch(() => {
    throw badRequest(say("refusals:formUnreadable"));
  });
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of form.entries()) {
    const isFile = typeof value === "object";
    if (isFile && name !== "file") throw badRequest(say("refusals:noFiles"));
    const field = isFile ? "content" : name;
    if (field in fields) throw badRequest(say("refusals:fieldTwice"));
    const text = isFile ? await textOf(value) : value;
    if (text === null) return "not-text";
    fields[field] = text;
  }
  if ((fields["content"] ?? "").length > LARGEST_REFERENCE_FILE) return "too-large";
  if ((fields["content"] ?? "").includes("\u0000")) return "not-text";
  const read = schema.safeParse(fields);
  if (!read.success) throw badRequest(say("refusals:otherFields"));
  return read.data;
}

/** What a file says in UTF-8; null where it is not that. */
async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
