import { type Happening, milestoneDifferences, readMilestoneForm } from "#app/domain/milestones/milestone-form.ts";
import type { Difference } from "#app/domain/tenancy/differences.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { readFields } from "../api/read-fields.server.ts";
import { withNewOnce } from "../api/with-new-once.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { addMilestone } from "./add-milestone.server.ts";
import { changeMilestone } from "./change-milestone.server.ts";
import { initiativeTitle } from "./initiative-choices.server.ts";
import { removeMilestone } from "./remove-milestone.server.ts";

/** `entered`, with a revision that can be saved over, stands in the form that comes back. */
type Refused = { kind: "refused"; entered: Record<string, string>; problems: FieldProblems; differences: Difference[] | null };
export type MilestonesOutcome = { kind: "done"; done: "added" | "changed" | "restored" } | { kind: "removed"; was: Happening & { id: string } } | Refused;

/**
 * What the page of milestones can do: mark something, change it, take it off and put it back.
 * @throws Response 400 for what is no form, 403 for who may no more
 */
export async function changeMilestones(db: Database, access: Access, request: Request, now: Date, words: Words): Promise<MilestonesOutcome> {
  const fields = await readFields(request, words);
  const { values, problems } = readMilestoneForm(fields, [...catalog().initiativeById.keys()], words);
  const refused = (found: FieldProblems, more: Partial<Refused> = {}): Refused => ({
    ...{ kind: "refused", entered: { ...fields }, problems: found, differences: null },
    ...more,
  });
  if (problems) return refused(problems);
  const gone = () => refused([{ field: "title", message: words.say("milestones:gone") }], { entered: { ...fields, intent: "add" } });
  if (values.intent === "change") {
    const outcome = await changeMilestone(db, access, values, now);
    if (outcome.kind === "not-allowed") throw forbidden();
    if (outcome.kind === "gone") return gone();
    if (outcome.kind === "changed") return { kind: "done", done: "changed" };
    const differences = milestoneDifferences(outcome.now, values, (initiative) => initiativeTitle(initiative, words.language), words);
    return refused([], { entered: { ...fields, revision: String(outcome.now.revision) }, differences });
  }
  if (values.intent === "remove") {
    const outcome = await removeMilestone(db, access, values.id, now);
    if (outcome.kind === "not-allowed") throw forbidden();
    return outcome.kind === "gone" ? gone() : { kind: "removed", was: outcome.was };
  }
  const outcome = await addMilestone(db, access, values, now);
  if (outcome === "not-allowed") throw forbidden();
  if (outcome === "used") return refused([{ field: "title", message: words.say("refusals:formUsed") }], { entered: withNewOnce(fields) });
  if (outcome === "full") return refused([{ field: "title", message: words.say("milestones:full") }], { entered: { ...fields, intent: "add" } });
  return { kind: "done", done: values.intent === "restore" ? "restored" : "added" };
}

function forbidden(): Response {
  return new Response("Forbidden", { status: 403 });
}
