import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { type Difference, memberDifferences } from "#app/domain/tenancy/differences.ts";
import type { memberChangeSchema } from "#app/domain/tenancy/member-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { changeMember } from "./change-member.server.ts";
import type { Access } from "./find-access.server.ts";
import { leaveOrganization } from "./leave-organization.server.ts";
import { removeMember } from "./remove-member.server.ts";
import { transferOwnership } from "./transfer-ownership.server.ts";

type Change = z.output<typeof memberChangeSchema>;
/** Why a form comes back. */
export type Refused = {
  problems: FieldProblems;
  differences: Difference[] | null;
  /** What was entered, over the revision that is saved now; null: the form is as it is saved. */
  entered: Pick<Extract<Change, { intent: "change" }>, "role" | "respondentRole" | "workFunction" | "revision"> | null;
};

/** Does what the page of a member asks for. @throws Response where to go on once it is done; 404, 403 */
export async function changePeople(db: Database, access: Access, id: string, change: Change, words: Words): Promise<Refused> {
  const { slug, name } = access.organization;
  const lastOwner = (field: string, message: string): Refused => ({ problems: [{ field, message }], differences: null, entered: null });
  if (change.intent === "leave") {
    if (id !== access.memberId) throw new Response("Not found", { status: 404 });
    if ((await leaveOrganization(db, access)) === "last-owner") return lastOwner("end", words.say("people:lastOwnerLeaves"));
    throw redirect(paths.organizationList, 303);
  }
  if (change.intent === "change") {
    const { intent: _, ...entered } = change;
    const outcome = await changeMember(db, access, id, entered, words.language);
    if (outcome.kind === "conflict") {
      const differences = memberDifferences(outcome.now, entered, words);
      return { problems: [], differences, entered: { ...entered, revision: outcome.now.revision } };
    }
    if (outcome.kind === "last-owner") return lastOwner("role", words.say("people:lastOwner", { name }));
    throw answerTo(outcome.kind, `${organizationPaths.member(slug, id)}?saved=yes`);
  }
  if (change.intent === "transfer")
    throw answerTo(await transferOwnership(db, access, id, words.language), `${organizationPaths.people(slug)}?transferred=yes`);
  const outcome = await removeMember(db, access, id);
  if (outcome === "last-owner") return lastOwner("end", words.say("people:lastOwner", { name }));
  throw answerTo(outcome, `${organizationPaths.people(slug)}?removed=yes`);
}

function answerTo(outcome: "done" | "not-found" | "not-allowed", next: string): Response {
  if (outcome === "done") return redirect(next, 303);
  return outcome === "not-found" ? new Response("Not found", { status: 404 }) : new Response("Forbidden", { status: 403 });
}
