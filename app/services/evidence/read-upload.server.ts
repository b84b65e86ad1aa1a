import { parseFormData } from "@remix-run/form-data-parser";
import { LARGEST_UPLOAD } from "#app/domain/evidence/file-types.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";

/** A file as it was sent: nothing about it is believed yet. */
export type SentFile = { name: string; bytes: Uint8Array };
/** What a form with one file field holds: its text fields by name, and the file; null: none was chosen. */
export type Upload = { fields: Record<string, string>; file: SentFile | null };

const MOST_PARTS = 12;
const LONGEST_VALUE = 4_000;
const FILE_FIELD = "file";
/** What the parser calls a file that came without a name. */
const UNNAMED = "file-upload";

/**
 * Reads a form with at most one file, into memory up to its limit and nowhere else. The body is cut off by the server beyond that (`largestBody` of the route).
 * @throws Response 400 for what is not the form: another field with a file, a second one, a field twice, a flood of fields, an unreadable body
 */
export async function readUpload(request: Request, { say }: Words): Promise<Upload> {
  const limits = { maxFiles: 1, maxFileSize: LARGEST_UPLOAD, maxParts: MOST_PARTS, maxTotalSize: LARGEST_UPLOAD, maxHeaderSize: 8 * 1024 };
  let file: SentFile | null = null;
  let isForeign = false;
  const form = await parseFormData(request, limits, async (sent) => {
    if (sent.fieldName !== FILE_FIELD) isForeign = true;
    // A browser sends an empty part without a name where no file was chosen.
    else if (!["", UNNAMED].includes(sent.name) || sent.size > 0) file = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
  }).catch(() => {
    throw badRequest(say("refusals:formUnreadable"));
  });
  if (isForeign) throw badRequest(say("refusals:noFiles"));
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !(entry[0] === FILE_FIELD && entry[1] === ""),
  );
  if (entries.some(([name, value]) => name.length > 200 || value.length > LONGEST_VALUE)) throw badRequest(say("refusals:fieldTooLong"));
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw badRequest(say("refusals:fieldTwice"));
  // Without a prototype: a field may have any name.
  return { fields: Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(entries)), file };
}
