import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";

/** What a key lets a program do: `write` reads too. */
export const KEY_SCOPES = ["read", "write"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
export const LONGEST_KEY_NAME = 80;

const schema = z.strictObject({ intent: z.literal("make"), once: z.uuid(), name: z.string().max(4_000), scope: z.string().max(16).default("") });
const revocationSchema = z.strictObject({ intent: z.literal("revoke"), key: z.string().max(64) });

/** `once` is of the form, so that one that is sent twice makes one key. */
export type NewKey = { once: string; name: string; scope: KeyScope };

/** Reads what somebody enters to make a key. */
export function readNewKey(fields: Record<string, string>, { say }: Words): FormReading<NewKey> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) return { problems: [{ field: "name", message: say("apiKeys:formChanged") }] };
  const problems: FieldProblems = [];
  const name = plainLine(LONGEST_KEY_NAME).safeParse(parsed.data.name);
  if (!name.success) problems.push({ field: "name", message: say("apiKeys:nameUnfit", { most: LONGEST_KEY_NAME }) });
  const scope = KEY_SCOPES.find((known) => known === parsed.data.scope);
  if (!scope) problems.push({ field: "scope", message: say("apiKeys:chooseScope") });
  return name.success && scope ? { values: { once: parsed.data.once, name: name.data, scope } } : { problems };
}

/** Which key is to be revoked; null for what the page does not send. */
export function readRevocation(fields: Record<string, string>): string | null {
  const parsed = revocationSchema.safeParse(fields);
  return parsed.success ? parsed.data.key : null;
}
