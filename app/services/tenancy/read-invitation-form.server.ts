import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";

const oneSchema = z.strictObject({ intent: z.enum(["resend", "withdraw"]), invitation: z.uuid() });

/** What is to be done on the page of invitations: inviting, still as it was entered, or something with one that is open. */
export type InvitationRequest = { intent: "invite"; fields: Record<string, string> } | z.output<typeof oneSchema>;

/** @throws Response 400 for what the page's forms do not send */
export async function readInvitationForm(request: Request, words: Words): Promise<InvitationRequest> {
  const fields = await readFields(request, words);
  if (fields["intent"] === "invite") return { intent: "invite", fields };
  const parsed = oneSchema.safeParse(fields);
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
