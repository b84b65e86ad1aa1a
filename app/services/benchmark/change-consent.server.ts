import { z } from "zod";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { giveConsent } from "./give-consent.server.ts";
import { revokeConsent } from "./revoke-consent.server.ts";

const formSchema = z.strictObject({ intent: z.enum(["give", "revoke"]) });

/**
 * Shares the results of an organisation for benchmarks, or no longer.
 * @throws Response 400 for what is no form; 403 for who may not, and for what is invented
 */
export async function changeConsent(db: Database, access: Access, request: Request, now: Date, words: Words): Promise<"given" | "revoked"> {
  const parsed = formSchema.safeParse(await readFields(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  const isGiven = parsed.data.intent === "give";
  const outcome = isGiven ? await giveConsent(db, access, now) : await revokeConsent(db, access);
  if (outcome !== "done") throw new Response("Forbidden", { status: 403 });
  return isGiven ? "given" : "revoked";
}
