import { type z } from "zod";
import { memberChangeSchema } from "#app/domain/tenancy/member-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";

/** What is to be done with a member. @throws Response 400 for what the page's forms do not send */
export async function readMemberChange(request: Request, words: Words): Promise<z.output<typeof memberChangeSchema>> {
  const parsed = memberChangeSchema.safeParse(await readFields(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
