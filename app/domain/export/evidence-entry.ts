import { z } from "zod";
import { linkSchema, safeText } from "../assessment/answer.ts";
import { LONGEST_TITLE } from "../evidence/evidence-form.ts";
import { FILE_TYPE_NAMES, FILE_TYPES, LARGEST_EVIDENCE } from "../evidence/file-types.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { day, id, moment } from "./stored-answer-schema.ts";

const mediaTypes = FILE_TYPE_NAMES.map((type) => FILE_TYPES[type].mediaType);

/** What a file is, and no more of it: with ten mebibytes each there would be a file that no installation reads. */
export const fileEntrySchema = z.strictObject({
  name: plainLine(200),
  mediaType: z.enum(mediaTypes),
  size: z.number().int().min(1).max(LARGEST_EVIDENCE),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  content: z.literal("left out"),
});

/** An evidence in the file of an organisation. */
export const evidenceEntrySchema = z
  .strictObject({
    assessment: safeText(64).min(1),
    item: safeText(64).min(1),
    title: plainLine(LONGEST_TITLE),
    link: linkSchema.nullable(),
    file: fileEntrySchema.nullable(),
    /** Of the members of the file; null: nobody. */
    owner: id.nullable(),
    expires: day.nullable(),
    addedBy: safeText(100),
    createdAt: moment,
  })
  .refine(({ link, file }) => (link === null) !== (file === null), "is a link or a file");
