import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { linkSchema, LONGEST_LINK } from "../assessment/answer.ts";
import { linkText } from "../assessment/answer-sentences.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";

export const LONGEST_TITLE = 120;
/** The last day that can be entered. */
export const LAST_DAY = "2199-12-31";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal("").transform(() => null), schema]);
const shape = {
  item: z.string().min(1).max(64),
  title: plainLine(LONGEST_TITLE),
  link: orNull(z.string().trim().pipe(linkSchema)),
  owner: orNull(z.string().regex(UUID)),
  expires: orNull(z.iso.date().refine((day) => day >= "2000-01-01" && day <= LAST_DAY)),
};
const newSchema = z.strictObject({ ...shape, once: z.uuid().regex(UUID) });
const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const changeSchema = z.strictObject({ ...shape, revision });

/** What somebody says of an evidence; null: no link, nobody keeps it up to date, it does not expire. */
export type EvidenceEntry = { item: string; title: string; link: string | null; owner: string | null; expires: string | null };
export type NewEvidence = EvidenceEntry & { once: string };
export type EvidenceChange = EvidenceEntry & { revision: number };

/** What can be chosen: the questions of the assessment, and who may keep an evidence up to date. */
export type EvidenceChoices = { items: readonly string[]; owners: readonly string[] };

/**
 * Reads what somebody enters to add an evidence.
 * @param hasFile whether a file comes with it: it is a link or a file, and never both
 */
export function readNewEvidence(fields: Record<string, string>, hasFile: boolean, choices: EvidenceChoices, words: Words): FormReading<NewEvidence> {
  return read(newSchema, fields, { hasFile, keepsFile: false }, choices, words);
}

/**
 * Reads a change of one; `revision` is the one that was looked at.
 * @param file whether one comes with it, and whether it has one that stays where neither link nor file is given
 */
export function readEvidenceChange(
  fields: Record<string, string>,
  file: { hasFile: boolean; keepsFile: boolean },
  choices: EvidenceChoices,
  words: Words,
): FormReading<EvidenceChange> {
  return read(changeSchema, fields, file, choices, words);
}

function read<Values extends EvidenceEntry>(
  schema: z.ZodType<Values>,
  fields: Record<string, string>,
  { hasFile, keepsFile }: { hasFile: boolean; keepsFile: boolean },
  { items, owners }: EvidenceChoices,
  words: Words,
): FormReading<Values> {
  const { say } = words;
  const parsed = schema.safeParse(fields);
  const wrong = new Set(parsed.error?.issues.map(({ path: [field] }) => field));
  const given = (field: string) => (fields[field] ?? "").trim();
  const problems: FieldProblems = [];
  const report = (field: string, message: string) => problems.push({ field, message });
  if (wrong.has("item") || !items.includes(given("item"))) report("item", say("evidence:chooseItem"));
  if (wrong.has("title")) report("title", titleProblem(given("title"), say));
  if (given("link") !== "" && hasFile) report("link", say("evidence:notBoth"));
  else if (given("link") === "" && !hasFile && !keepsFile) report("link", say("evidence:linkOrFile"));
  else if (wrong.has("link")) report("link", linkText(given("link").slice(0, LONGEST_LINK + 1), words));
  if (wrong.has("owner") || (given("owner") !== "" && !owners.includes(given("owner")))) report("owner", say("evidence:chooseOwner"));
  if (wrong.has("expires")) report("expires", say("evidence:notADay"));
  // Fields that the page does not have, or a number that nobody typed.
  if (!parsed.success && problems.length === 0) report("title", say("evidence:formChanged"));
  return parsed.success && problems.length === 0 ? { values: parsed.data } : { problems };
}

function titleProblem(title: string, say: Words["say"]): string {
  if (title === "") return say("evidence:titleMissing");
  return title.length > LONGEST_TITLE ? say("evidence:titleTooLong", { most: LONGEST_TITLE }) : say("evidence:titleUnfit");
}
