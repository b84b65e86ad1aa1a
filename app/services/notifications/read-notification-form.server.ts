import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "../api/read-form-entries.server.ts";
import { type NotificationKind, notificationKindSchema } from "./notification-kinds.server.ts";

const markSchema = z.tuple([z.tuple([z.literal("read"), z.union([z.literal("all"), z.uuid()])])]);
const choiceSchema = z.array(z.tuple([z.literal("byMail"), notificationKindSchema]));

/** Which notification was read; null: all of them. @throws Response 400 */
export async function readMark(request: Request, words: Words): Promise<string | null> {
  const parsed = markSchema.safeParse(await readFormEntries(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  const [[, which]] = parsed.data;
  return which === "all" ? null : which;
}

/** The kinds that are to come by mail; none of them is a choice too. @throws Response 400 */
export async function readMailChoice(request: Request, words: Words): Promise<Set<NotificationKind>> {
  const entries = await readFormEntries(request, words);
  // Without a box ticked a form would have no fields at all; its button is one.
  const parsed = choiceSchema.safeParse(entries.filter(([name, value]) => !(name === "intent" && value === "save")));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  return new Set(parsed.data.map(([, kind]) => kind));
}
