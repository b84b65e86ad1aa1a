import { inWords } from "#app/domain/report/display.ts";
import { readInvitations } from "#app/domain/tenancy/invitation-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "./find-access.server.ts";
import { invitePeople, MOST_A_DAY, type Sending } from "./invite-people.server.ts";

/**
 * Invites whom somebody entered.
 * @returns how many mails go out, or what is wrong with the entry; nothing has been sent then
 * @throws Response 403
 */
export async function sendInvitations(
  db: Database,
  access: Access,
  fields: Record<string, string>,
  sending: Sending,
  words: Words,
): Promise<{ count: number; problems?: never } | { problems: FieldProblems }> {
  const { values, problems } = readInvitations(fields, words);
  if (problems) return { problems };
  const outcome = await invitePeople(db, access, values, sending);
  if (outcome.kind === "sent") return { count: outcome.count };
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  const { say, language } = words;
  if (outcome.kind === "too-many") return { problems: [{ field: "addresses", message: say("people:tooManyToday", { most: MOST_A_DAY }) }] };
  const { kind, addresses } = outcome;
  const told = { count: addresses.length, list: inWords(addresses, language) };
  return { problems: [{ field: "addresses", message: kind === "members" ? say("people:alreadyMembers", told) : say("people:alreadyInvited", told) }] };
}
