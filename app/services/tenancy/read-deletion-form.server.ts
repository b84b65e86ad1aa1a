import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";

const deletionSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("plan"), name: z.string() }),
  z.strictObject({ intent: z.literal("undo") }),
]);

/** Whether an organisation is to be deleted, with the name that was typed, or to be kept. @throws Response 400 */
export async function readDeletionForm(request: Request, words: Words): Promise<z.output<typeof deletionSchema>> {
  const parsed = deletionSchema.safeParse(await readFields(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
