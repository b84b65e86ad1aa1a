import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { isTimeZone } from "../cycles/local-time.ts";
import { plainLine } from "./plain-line.ts";
import { INDUSTRIES, KINDS, REGIONS, SIZE_BANDS } from "./profile-choices.ts";

export const LONGEST_NAME = 120;

/** A choice that may be left open: null. */
const optional = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.literal(""), z.enum(values)])
    .optional()
    .transform((chosen) => (chosen ? chosen : null));

const profileShape = { name: plainLine(LONGEST_NAME), industry: optional(INDUSTRIES), sizeBand: optional(SIZE_BANDS), region: optional(REGIONS) };
const newSchema = z.strictObject({ ...profileShape, kind: z.enum(KINDS), once: z.uuid() });
const profileSchema = z.strictObject({
  ...profileShape,
  timeZone: z.string().max(64).refine(isTimeZone),
  revision: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

export type NewOrganization = z.output<typeof newSchema>;
export type ProfileChange = z.output<typeof profileSchema>;
export type FieldProblems = { field: string; message: string }[];
/** What was read of a form: its values, or what is wrong with it by field. */
export type FormReading<Values> = { values: Values; problems?: never } | { values?: never; problems: FieldProblems };

/** Reads what somebody enters to make an organisation. */
export function readNewOrganization(fields: Record<string, string>, words: Words): FormReading<NewOrganization> {
  return readOrganization(newSchema, fields, words);
}

/** Reads a change of an organisation's profile; `revision` is the one that was looked at. */
export function readProfileChange(fields: Record<string, string>, words: Words): FormReading<ProfileChange> {
  return readOrganization(profileSchema, fields, words);
}

function readOrganization<Values>(schema: z.ZodType<Values>, fields: Record<string, string>, { say }: Words): FormReading<Values> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { values: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path: [field] }) => field));
  const problems: FieldProblems = [];
  if (wrong.has("name")) problems.push({ field: "name", message: nameProblem(fields["name"] ?? "", say) });
  if (wrong.has("kind")) problems.push({ field: "kind", message: say("organizations:chooseKind") });
  for (const field of ["industry", "sizeBand", "region", "timeZone"])
    if (wrong.has(field)) problems.push({ field, message: say("organizations:chooseFromList") });
  // Fields that the page does not have, or a revision that nobody typed.
  if (problems.length === 0) problems.push({ field: "name", message: say("organizations:formChanged") });
  return { problems };
}

function nameProblem(name: string, say: Words["say"]): string {
  if (name.trim() === "") return say("organizations:nameMissing");
  return name.trim().length > LONGEST_NAME ? say("organizations:nameTooLong", { most: LONGEST_NAME }) : say("organizations:nameUnfit");
}
