import { LARGEST_EVIDENCE_MB } from "#app/domain/evidence/file-types.ts";
import type { Words } from "#app/words/say.ts";
import { type CheckedFile, checkFile, type FileRefusal } from "./check-file.server.ts";
import type { SentFile } from "./read-upload.server.ts";
import type { Scan, ScanFile } from "./scan-file.server.ts";

/** A file that may be stored, or why not, said to whoever sent it. */
export type TakenFile = { file: CheckedFile | null; problem?: never } | { problem: string };

const REFUSED = {
  empty: "evidence:fileEmpty",
  "not-taken": "evidence:fileNotTaken",
  "not-what-it-says": "evidence:fileNotWhatItSays",
  infected: "evidence:fileInfected",
  unchecked: "evidence:fileUnchecked",
} as const satisfies Record<Exclude<FileRefusal, "too-large"> | Exclude<Scan, "clean">, string>;

/** Has a file that was sent checked and scanned, in this order, so that the scanner sees what passed. Nothing is stored. @param sent null: none was sent */
export async function takeFile(sent: SentFile | null, scan: ScanFile, { say }: Words): Promise<TakenFile> {
  if (sent === null) return { file: null };
  const checked = await checkFile(sent);
  const { refusal } = checked;
  if (refusal === "too-large") return { problem: say("evidence:fileTooLarge", { limit: LARGEST_EVIDENCE_MB }) };
  if (refusal !== undefined) return { problem: say(REFUSED[refusal]) };
  const found = await scan(checked.file.content);
  return found === "clean" ? { file: checked.file } : { problem: say(REFUSED[found]) };
}
