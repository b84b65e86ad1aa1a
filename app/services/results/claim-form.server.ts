import { z } from "zod";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { findAccess } from "../tenancy/find-access.server.ts";
import { claimResult } from "./claim-result.server.ts";

const formSchema = z.strictObject({ organization: z.string().max(64).optional() });

type Claimed = { next: string; problems?: never } | { next?: never; problems: { field: string; message: string }[] };

/**
 * Brings a result into the organisation that was chosen.
 * @throws Response 400 for what the form does not send; 404 for a token of none, and alike for a foreign organisation and one that is not; 403 for who may not
 */
export async function claimForm(
  db: Database,
  person: SignedIn,
  resultToken: string,
  request: Request,
  { words, now }: { words: Words; now: Date },
): Promise<Claimed> {
  const parsed = formSchema.safeParse(await readFields(request, words));
  if (!parsed.success) throw badRequest(words.say("refusals:otherFields"));
  const slug = parsed.data.organization;
  if (!slug) return { problems: [{ field: "organization", message: words.say("results:choose") }] };
  const access = await findAccess(person, slug, now);
  if (!access) throw new Response("Not found", { status: 404 });
  const outcome = await claimResult(db, access, resultToken, { language: words.language, now });
  if (outcome.kind === "unknown") throw new Response("Not found", { status: 404 });
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  return { next: `${organizationPaths.organizationResult(slug, outcome.id)}?done=${outcome.kind}` };
}
