import { z } from "zod";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { askChange } from "./ask-change.server.ts";

const formSchema = z.strictObject({ from: z.string().max(64), to: z.string().max(64) });

export type Compared = { from: string; to: string } | { problems: FieldProblems; entered: Record<string, string> };

/**
 * Reads which two cycles are to be put side by side, and asks for their change.
 * @throws Response 400 for what is no form, 403 for who may no more
 */
export async function comparedForm(db: Database, access: Access, request: Request, now: Date, words: Words): Promise<Compared> {
  const fields = await readFields(request, words);
  const refused = (field: string, message: string) => ({ problems: [{ field, message }], entered: { ...fields } });
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success || !isId(parsed.data.from)) return refused("from", words.say("change:notPublished"));
  const { from, to } = parsed.data;
  if (!isId(to)) return refused("to", words.say("change:notPublished"));
  const outcome = await askChange(db, access, [from, to], now);
  if (outcome.kind === "asked") return { from: outcome.from, to: outcome.to };
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome.kind === "same") return refused("to", words.say("change:chooseTwo"));
  return refused("to", words.say(outcome.kind === "not-published" ? "change:notPublished" : "change:notSame"));
}
