import { z } from "zod";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { closedQuestions } from "../responses/require-response.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { requireAction } from "../tenancy/require-action.server.ts";
import { answerInCycle } from "./answer-in-cycle.server.ts";
import { closeCycle } from "./close-cycle.server.ts";

const formSchema = z.strictObject({ intent: z.enum(["answer", "close"]) });

/**
 * What the page of a cycle can do: begin or go on answering, and close it.
 * @returns where that leads
 * @throws Response 400 for what its forms do not send; 403 for who may not; 404 for an id of none, and of another organisation's; 409 for
 *   answering where it is closed
 */
export async function changeCycle(
  db: Database,
  access: Access,
  id: string,
  request: Request,
  { secret, language, now }: { secret: string; language: Language; now: Date },
  words: Words,
): Promise<string> {
  const parsed = formSchema.safeParse(await readFields(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  const { slug } = access.organization;
  if (parsed.data.intent === "close") {
    requireAction(access, "cycles.run");
    refuse(await closeCycle(db, access, id, { language, now }));
    return `${paths.cycle(slug, id)}?done=closed`;
  }
  requireAction(access, "cycles.respond");
  const outcome = await answerInCycle(db, access, id, secret);
  if (outcome.kind === "answering") return paths.take(outcome.takeToken);
  if (outcome.kind === "submitted") return paths.organizationResult(slug, outcome.responseId);
  refuse(outcome.kind);
  throw closedQuestions();
}

function refuse(outcome: string): void {
  if (outcome === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
}
