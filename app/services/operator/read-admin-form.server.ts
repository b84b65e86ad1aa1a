import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";

const jobSchema = z.strictObject({ run: z.literal("daily-tidying") });
const mailSchema = z.strictObject({ mail: z.uuid() });

/** Which job is to be run now. @throws Response 400 */
export async function readJobForm(request: Request, words: Words): Promise<z.output<typeof jobSchema>> {
  return parsed(jobSchema.safeParse(await readFields(request, words)), words);
}

/** Which mail is to be tried again. @throws Response 400 */
export async function readMailForm(request: Request, words: Words): Promise<z.output<typeof mailSchema>> {
  return parsed(mailSchema.safeParse(await readFields(request, words)), words);
}

function parsed<Form>({ data }: { data?: Form | undefined }, words: Words): Form {
  if (data === undefined) throw badRequest(words.say("refusals:otherFields"));
  return data;
}
