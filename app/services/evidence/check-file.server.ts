import { createHash } from "node:crypto";
import { setImmediate as letOthers } from "node:timers/promises";
import { inflateRawSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { beginsLikePdf, endsLikeZip, isPlainText, looksLikeMarkup } from "#app/domain/evidence/file-content.ts";
import { cleanFileName } from "#app/domain/evidence/file-name.ts";
import { FILE_TYPES, type FileType, LARGEST_EVIDENCE } from "#app/domain/evidence/file-types.ts";
import { packedBytes, zipDirectory, type ZipEntry } from "#app/domain/evidence/zip-directory.ts";
import type { SentFile } from "./read-upload.server.ts";

/** A file that is what it says it is. */
export type CheckedFile = { name: string; mediaType: string; size: number; sha256: string; content: Uint8Array };
/** Why one is refused: `not-taken` of that ending, `not-what-it-says` of its content. */
export type FileRefusal = "empty" | "too-large" | "not-taken" | "not-what-it-says";

/** Bytes in which the signatures of the types that are taken stand. */
const SIGNATURE_WITHIN = 4_100;
/** Bytes that are hashed before others have their turn in this process. */
const HASHED_AT_ONCE = 1024 * 1024;
const CONTENT_TYPES = "[Content_Types].xml";
/** Bytes of the list of content types of an office file, packed and unpacked: real ones have a few thousand. */
const LARGEST_PACKED_LIST = 64 * 1024;
const LARGEST_LIST = 512 * 1024;
/** What the main part of an office file without macros is called in that list (ECMA-376, part 1, section 11 to 13). */
const MAIN_PARTS: Partial<Record<FileType, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
};
const MACROS = /vbaProject\.bin$|macroEnabled/i;

/** Looks at a file that somebody sent: its size, its ending, and whether its bytes are what the ending says. Nothing of it is run, and of an office file the one list that says what it is is unpacked, up to half a mebibyte. */
export async function checkFile({ name: sentName, bytes }: SentFile): Promise<{ file: CheckedFile; refusal?: never } | { file?: never; refusal: FileRefusal }> {
  if (bytes.length === 0) return { refusal: "empty" };
  if (bytes.length > LARGEST_EVIDENCE) return { refusal: "too-large" };
  const clean = cleanFileName(sentName);
  if (clean === null) return { refusal: "not-taken" };
  const { name, type } = clean;
  if (!(await isOfType(bytes, type))) return { refusal: "not-what-it-says" };
  return { file: { name, mediaType: FILE_TYPES[type].mediaType, size: bytes.length, sha256: await sha256Of(bytes), content: bytes } };
}

/** In hexadecimal, part by part, so that others have their turn. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += HASHED_AT_ONCE) {
    await letOthers();
    hash.update(bytes.subarray(at, at + HASHED_AT_ONCE));
  }
  return hash.digest("hex");
}

async function isOfType(bytes: Uint8Array, type: FileType): Promise<boolean> {
  const mainPart = MAIN_PARTS[type];
  if (mainPart !== undefined) return isOfficeFile(bytes, mainPart);
  if (endsLikeZip(bytes)) return false;
  const found = await signatureOf(bytes);
  if (type === "txt" || type === "csv") return found === null && isPlainText(bytes) && !beginsLikePdf(bytes);
  if (found !== FILE_TYPES[type].mediaType || looksLikeMarkup(bytes)) return false;
  return type === "pdf" || !beginsLikePdf(bytes);
}

/** The media type that the first bytes stand for; null: none that is known. No archive is given to it, so that it unpacks nothing. */
async function signatureOf(bytes: Uint8Array): Promise<string | null> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isArchive ? "application/zip" : ((await fileTypeFromBuffer(bytes.subarray(0, SIGNATURE_WITHIN)))?.mime ?? null);
}

function isOfficeFile(bytes: Uint8Array, mainPart: string): boolean {
  const entries = zipDirectory(bytes);
  const list = entries?.filter(({ name }) => name === CONTENT_TYPES) ?? [];
  if (!entries || list.length !== 1 || entries.some(({ name, isEncrypted }) => isEncrypted || MACROS.test(name))) return false;
  const text = textOf(bytes, list[0]!);
  return text !== null && text.includes(`"${mainPart}"`) && !MACROS.test(text);
}

/** The text of one small entry; null where it is large, packed in another way, or not what the directory says. */
function textOf(bytes: Uint8Array, entry: ZipEntry): string | null {
  if (entry.packedSize > LARGEST_PACKED_LIST || entry.size > LARGEST_LIST) return null;
  const packed = packedBytes(bytes, entry);
  if (packed === null || ![0, 8].includes(entry.method)) return null;
  try {
    return new TextDecoder().decode(entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: LARGEST_LIST }));
  } catch {
    return null;
  }
}
