import { readNewKey, readRevocation } from "#app/domain/access/key-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import { withNewOnce } from "../api/with-new-once.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { makeKey } from "./make-key.server.ts";
import { revokeKey } from "./revoke-key.server.ts";

/** `made`: the key itself, which is shown this once. */
export type KeysOutcome = { made: string } | { revoked: true } | { problems: FieldProblems; fields: Record<string, string> };

/**
 * What the page of keys can do: make one, and revoke one.
 * @throws Response 400 for what its forms do not send; 403 for who may not; 404 for a key of another organisation
 */
export async function changeKeys(
  db: Database,
  access: Access,
  request: Request,
  { now, secret }: { now: Date; secret: string },
  words: Words,
): Promise<KeysOutcome> {
  const fields = await readFields(request, words);
  if (fields["intent"] === "revoke") {
    const id = readRevocation(fields);
    if (id === null) throw badRequest(words.say("refusals:otherFields"));
    const outcome = await revokeKey(db, access, id, now);
    if (outcome === "revoked") return { revoked: true };
    throw new Response("Forbidden", { status: outcome === "not-found" ? 404 : 403 });
  }
  if (fields["intent"] !== "make") throw badRequest(words.say("refusals:otherFields"));
  const { values, problems } = readNewKey(fields, words);
  if (problems) return { problems, fields: { ...fields } };
  const outcome = await makeKey(db, access, values, { now, secret });
  if (outcome.kind === "made") return { made: outcome.key };
  if (outcome.kind === "used") return { problems: [{ field: "name", message: words.say("refusals:formUsed") }], fields: withNewOnce(fields) };
  if (outcome.kind === "full") return { problems: [{ field: "name", message: words.say("apiKeys:full") }], fields: { ...fields } };
  throw new Response("Forbidden", { status: 403 });
}
