const MEBIBYTE = 1024 * 1024;

/** Mebibytes of a file. */
export const LARGEST_EVIDENCE_MB = 10;
/** Bytes of a file. */
export const LARGEST_EVIDENCE = LARGEST_EVIDENCE_MB * MEBIBYTE;
/** Bytes of the request that carries it: a file that is a little too large is still told so beside its field, with what was entered kept. */
export const LARGEST_UPLOAD = LARGEST_EVIDENCE + MEBIBYTE;

const OFFICE = "application/vnd.openxmlformats-officedocument";

/**
 * What a file may be, with the endings that its name may have, the first being the usual one. Nothing that a browser runs: no SVG, no HTML, no
 * office file with macros.
 */
export const FILE_TYPES = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  png: { mediaType: "image/png", endings: ["png"] },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  webp: { mediaType: "image/webp", endings: ["webp"] },
  txt: { mediaType: "text/plain", endings: ["txt"] },
  csv: { mediaType: "text/csv", endings: ["csv"] },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ["docx"] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ["xlsx"] },
  pptx: { mediaType: `${OFFICE}.presentationml.presentation`, endings: ["pptx"] },
} as const;
export type FileType = keyof typeof FILE_TYPES;
export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileType[];

/** What the file field of a form offers: every ending, with its dot. */
export const ACCEPTED = FILE_TYPE_NAMES.flatMap((type) => FILE_TYPES[type].endings.map((ending) => `.${ending}`)).join(",");

/** The type that a name's ending stands for; null for one that is not taken. */
export function typeOfEnding(ending: string): FileType | null {
  return FILE_TYPE_NAMES.find((type) => (FILE_TYPES[type].endings as readonly string[]).includes(ending)) ?? null;
}
