import { LARGEST_FILE, LARGEST_FILE_MB } from "#app/domain/export/import-limit.ts";
import type { FileProblem } from "#app/domain/export/check-organization-file.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { readOrganizationFile, type Reading } from "../exports/read-organization-file.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { importOrganization } from "./import-organization.server.ts";

/** Why nothing was made: a sentence for the field, and what is wrong in the file, place by place. */
export type Refusal = { status: number; message: string; places: FileProblem[] };

/** Whether this process reads a file: one after the other, for each takes several times its size in memory. */
let isReading = false;

/**
 * Makes an organisation of the file that somebody sent.
 * @throws Response 400 for what is not the form
 */
export async function bringOrganization(
  db: Database,
  person: SignedIn,
  request: Request,
  reading: Reading,
): Promise<{ slug: string; linksLeftOut: number; refused?: never } | { refused: Refusal }> {
  const { words } = reading;
  const { say } = words;
  const refuse = (status: number, message: string, places: FileProblem[] = []) => ({ refused: { status, message, places } });
  if (isReading) return refuse(503, say("privacy:importBusy"));
  isReading = true;
  try {
    const file = await sentFile(request, words);
    if (file === null || file.size === 0) return refuse(422, say("privacy:importMissing"));
    if (file.size > LARGEST_FILE) return refuse(413, say("privacy:importTooLarge", { limit: LARGEST_FILE_MB }));
    const read = await readOrganizationFile(file, reading);
    if (read.problems) return refuse(422, say("privacy:importRefused"), read.problems);
    return { slug: await importOrganization(db, person, read.file, reading.now), linksLeftOut: read.file.linksLeftOut };
  } finally {
    isReading = false;
  }
}

/** The one file of the form; null where none was chosen. */
async function sentFile(request: Request, { say }: Words): Promise<File | null> {
  const form = await request.formData().catch(() => {
    throw badRequest(say("refusals:formUnreadable"));
  });
  const entries = [...form.entries()];
  if (entries.some(([name]) => name !== "file") || entries.length > 1) throw badRequest(say("refusals:otherFields"));
  const file = entries[0]?.[1];
  return typeof file === "object" ? file : null;
}
