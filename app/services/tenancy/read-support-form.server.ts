import type { z } from "zod";
import { supportFormSchema } from "#app/domain/tenancy/support-terms.ts";
import type { Words } from "#app/words/say.ts";
import { readFields } from "../api/read-fields.server.ts";
import { badRequest } from "../api/read-form-entries.server.ts";

/** Whether the operator may look inside and for how long, or no longer; null: for how long was not chosen. @throws Response 400 */
export async function readSupportForm(request: Request, words: Words): Promise<z.output<typeof supportFormSchema> | null> {
  const fields = await readFields(request, words);
  const parsed = supportFormSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  if (fields["intent"] === "grant" && Object.keys(fields).length === 1) return null;
  throw badRequest(words.say("refusals:otherFields"));
}
