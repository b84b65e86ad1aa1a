import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { badRequest, readEmptyForm, readFormEntries } from "./read-form-entries.server.ts";

/** Of what was typed, this much comes back. */
const LONGEST_TYPED = 500;

const tokenSchema = z.string().regex(/^[\w-]{30}$/);
/** A result's own address here, the path of one, or only its token. */
const resultSchema = z
  .string()
  .trim()
  .transform((text) => tokenSchema.safeParse(text).data ?? tokenInAddress(text));

const creationSchema = z.strictObject({ result: resultSchema.optional() });
const changeSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("begin"), assessment: z.string().max(64) }),
  z.strictObject({ intent: z.literal("add"), result: resultSchema }),
  z.strictObject({ intent: z.literal("remove"), result: tokenSchema }),
]);

/** A new portfolio: empty, or with the result it begins with (null: not a result's address). @throws Response 400 */
export async function readPortfolioCreation(request: Request, words: Words): Promise<z.output<typeof creationSchema>> {
  return checked(creationSchema, await fieldsOf(request, words), words);
}

/** What is to be done in a portfolio; `typed` is the address of a result as it was entered, as far as it fits the field. @throws Response 400 */
export async function readPortfolioChange(request: Request, words: Words): Promise<z.output<typeof changeSchema> & { typed: string }> {
  const fields = await fieldsOf(request, words);
  return { ...checked(changeSchema, fields, words), typed: (fields["result"] ?? "").slice(0, LONGEST_TYPED) };
}

/** The token in the address of a result of this installation; null in any other address, however much it looks like one. */
function tokenInAddress(text: string): string | null {
  const origin = publicOrigin();
  if (!URL.canParse(text, origin)) return null;
  const address = new URL(text, origin);
  return address.origin === origin ? (/^\/results\/([\w-]{30})(?:\/|$)/.exec(address.pathname)?.[1] ?? null) : null;
}

async function fieldsOf(request: Request, words: Words): Promise<Record<string, string>> {
  if (!request.headers.has("Content-Type")) {
    await readEmptyForm(request, words);
    return {};
  }
  const entries = await readFormEntries(request, words);
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw badRequest(words.say("refusals:fieldTwice"));
  return Object.fromEntries(entries);
}

function checked<Schema extends z.ZodType>(schema: Schema, fields: Record<string, string>, words: Words): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
