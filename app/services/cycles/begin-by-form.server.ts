import { z } from "zod";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { paths } from "#app/paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { resultTokenOf } from "../responses/respondent-token.server.ts";
import { beginByLink } from "./begin-by-link.server.ts";

const optional = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.literal("").transform(() => null), z.enum(values)]).default(null);
const formSchema = z.strictObject({ respondentRole: optional(RESPONDENT_ROLES), workFunction: optional(WORK_FUNCTIONS) });

/**
 * Begins to answer by a link, or goes on.
 * @returns where: to the questions, to one's own result, or back to the page, which says what the matter is
 * @throws Response 400 for what the form does not send; 404 for a token nobody was given
 */
export async function beginByForm(db: Database, token: string, request: Request, time: { secret: string; now: Date }, words: Words): Promise<string> {
  const parsed = formSchema.safeParse({ ...(await readFields(request, words)) });
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  const outcome = await beginByLink(db, token, parsed.data, time);
  if (outcome.kind === "unknown") throw new Response("Not found", { status: 404 });
  if (outcome.kind === "answering") return paths.take(outcome.takeToken);
  if (outcome.kind === "submitted" && outcome.responseId) return paths.result(resultTokenOf(outcome.takeToken));
  return paths.answer(token);
}
