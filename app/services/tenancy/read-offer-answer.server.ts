import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { readFields } from "../api/read-fields.server.ts";
import { badRequest } from "../api/read-form-entries.server.ts";

const answerSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("accept"), organization: z.string().max(64).optional() }),
  z.strictObject({ intent: z.literal("decline") }),
]);

/** Accepting an offer for an organisation (by its slug), or declining it. What is accepted is what was offered: the form has no terms. @throws Response 400 */
export async function readOfferAnswer(request: Request, words: Words): Promise<z.output<typeof answerSchema>> {
  const parsed = answerSchema.safeParse({ ...(await readFields(request, words)) });
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
