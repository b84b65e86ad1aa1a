import { z } from "zod";
import { ROLES } from "../access/can.ts";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "./organization-form.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "./profile-choices.ts";
import { inWords } from "../report/display.ts";

/** Addresses in one go. */
export const MOST_AT_ONCE = 50;
/** Characters of the field: fifty addresses with names beside them. */
export const LONGEST_LIST = 8_000;
/** Of what cannot be read, this much is repeated. */
const LONGEST_REPEATED = 80;

const optional = <Values extends readonly [string, ...string[]]>(values: Values) => z.union([z.literal("").transform(() => null), z.enum(values)]);
const addressSchema = z.email().max(254);
const invitationSchema = z.strictObject({
  intent: z.literal("invite"),
  addresses: z.string().max(LONGEST_LIST),
  role: z.enum(ROLES),
  respondentRole: optional(RESPONDENT_ROLES),
  workFunction: optional(WORK_FUNCTIONS),
});

export type Invitations = Omit<z.output<typeof invitationSchema>, "addresses" | "intent"> & { addresses: string[] };

/**
 * The addresses in what somebody typed or pasted: one a line, or with commas, semicolons or blanks between them, with names before
 * `<address>` or without. In lower case, each once.
 */
export function readAddresses(text: string): { addresses: string[]; unreadable: string[] } {
  const addresses = new Set<string>();
  const unreadable: string[] = [];
  for (const part of text.split(/[\n\r,;]+/)) {
    const pointed = /<([^<>]*)>\s*$/.exec(part);
    for (const piece of pointed ? [pointed[1]!.trim()] : part.split(/\s+/)) {
      if (piece === "") continue;
      const parsed = addressSchema.safeParse(piece.toLowerCase());
      if (parsed.success) addresses.add(parsed.data);
      else unreadable.push(piece.slice(0, LONGEST_REPEATED));
    }
  }
  return { addresses: [...addresses], unreadable };
}

/** Reads whom to invite and as what. Nothing is sent while one address cannot be read. */
export function readInvitations(fields: Record<string, string>, { say, language }: Words): FormReading<Invitations> {
  const refuse = (message: string, field = "addresses"): FormReading<Invitations> => ({ problems: [{ field, message }] satisfies FieldProblems });
  const parsed = invitationSchema.safeParse(fields);
  if (!parsed.success)
    return (fields["addresses"] ?? "").length > LONGEST_LIST
      ? refuse(say("people:tooManyAddresses", { most: MOST_AT_ONCE }))
      : refuse(say("people:formChanged"), "role");
  const { intent: _, addresses: text, ...rest } = parsed.data;
  const { addresses, unreadable } = readAddresses(text);
  if (unreadable.length > 0) return refuse(say("people:notAddresses", { count: unreadable.length, list: inWords(unreadable.slice(0, 5), language) }));
  if (addresses.length === 0) return refuse(say("people:noAddress"));
  if (addresses.length > MOST_AT_ONCE) return refuse(say("people:tooManyAddresses", { most: MOST_AT_ONCE }));
  return { values: { ...rest, addresses } };
}
