import type { z } from "zod";
import { type Fault, FAULTS } from "#app/domain/access/person-fields.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "../api/read-form-entries.server.ts";

/** What the page shows again: what is wrong with which field, and what was typed, without secrets. */
export type RefusedForm = { problems: { field: string; message: string }[]; typed: Record<string, string> };
export type ReadForm<Fields> = { fields: Fields; refused: null } | { fields: null; refused: RefusedForm };

/** Fields that never come back. `current` and `end` are passwords too. */
const SECRET = /password|code|token|^(current|end)$/i;

/**
 * Reads a form of identity, known fields only: a `role` or `emailVerified` in it is refused as a whole.
 * @throws Response 400 for anything that is not the form
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema, words: Words): Promise<ReadForm<z.output<Schema>>> {
  const entries = await readFormEntries(request, words);
  const given = Object.fromEntries(entries);
  if (Object.keys(given).length !== entries.length) throw badRequest(words.say("refusals:fieldTwice"));
  const parsed = schema.safeParse(given);
  if (parsed.success) return { fields: parsed.data, refused: null };
  const problems = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    if (!isFault(message)) throw badRequest(words.say("refusals:otherFields"));
    const field = String(path[0]);
    if (!problems.has(field)) problems.set(field, words.say(`identity:${message}`));
  }
  return {
    fields: null,
    refused: refusedForm(
      [...problems].map(([field, message]) => ({ field, message })),
      given,
    ),
  };
}

/** A form that was read and is refused for what was found out. */
export function refusedForm(problems: RefusedForm["problems"], given: Record<string, unknown>): RefusedForm {
  const typed = Object.entries(given).flatMap(([name, value]) => (typeof value === "string" && !SECRET.test(name) ? [[name, value]] : []));
  return { problems, typed: Object.fromEntries(typed) as Record<string, string> };
}

function isFault(message: string): message is Fault {
  return (FAULTS as readonly string[]).includes(message);
}
