import { z } from "zod";
import { chosenIn, readOwnInitiative } from "#app/domain/board/own-initiative-form.ts";
import { ownDifferences } from "#app/domain/board/own-in-words.ts";
import { raisedIn, raiseField } from "#app/domain/board/raise-fields.ts";
import { revisionSchema } from "#app/domain/kpis/kpi-form.ts";
import type { Difference } from "#app/domain/tenancy/differences.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import { withNewOnce } from "../api/with-new-once.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { addFromLibrary, addOwn, MOST_INITIATIVES } from "./add-initiative.server.ts";
import { changeOwn } from "./change-own.server.ts";
import { ownChoices } from "./own-choices.server.ts";

type Given = { words: Words; now: Date };
/**
 * Where it leads, or the form again with what was entered: another row was asked for (200; `added` is the field in which it was chosen), something is wrong with it, or
 * somebody else has saved something else.
 */
export type OwnFormOutcome =
  | { next: string; again?: never }
  | {
      next?: never;
      again: { entered: Record<string, string>; problems: FieldProblems; differences: Difference[] | null; added: string | null; status: 200 | 409 | 422 };
    };

/** Fields that choose another one. */
const MORE = ["requiresMore", "kpisMore", "raiseMore"];
const libraryForm = z.strictObject({ intent: z.literal("library"), library: z.string().max(64) });

/** What the page of a new initiative sends: one of the library, or the form of one's own. @throws Response 400, 403, 404 */
export async function newInitiativeByForm(db: Database, access: Access, request: Request, { words, now }: Given): Promise<OwnFormOutcome> {
  const { intent, more, ...fields } = await readFields(request, words);
  const { slug } = access.organization;
  const { language } = words;
  const chosen = libraryForm.safeParse({ intent, ...fields });
  if (chosen.success) {
    const outcome = await addFromLibrary(db, access, chosen.data.library, { language, now });
    if (outcome.kind === "full") return again(fields, [{ field: "q", message: words.say("initiatives:full", { most: MOST_INITIATIVES }) }]);
    return { next: `${organizationPaths.initiative(slug, idOf(outcome))}?done=${outcome.kind}` };
  }
  const { once, ...entered } = fields;
  if (once === undefined || !isId(once)) throw badRequest(words.say("refusals:otherFields"));
  if (intent === "own" && more !== undefined) return withAnother(entered, { once });
  if (intent !== "own") throw badRequest(words.say("refusals:otherFields"));
  const { choices } = await ownChoices(db, access, once, language);
  const { values, problems } = readOwnInitiative(entered, choices, words);
  if (problems) return again({ ...withMore(entered), once }, problems);
  const outcome = await addOwn(db, access, once, values, { language, now });
  if (outcome.kind === "used") return again(withNewOnce(withMore(entered)), [{ field: "title", message: words.say("refusals:formUsed") }]);
  if (outcome.kind === "circle") return again({ ...withMore(entered), once }, circle(outcome.titles, words));
  if (outcome.kind === "full")
    return again({ ...withMore(entered), once }, [{ field: "title", message: words.say("initiatives:full", { most: MOST_INITIATIVES }) }]);
  return { next: `${organizationPaths.initiative(slug, idOf(outcome))}?done=added` };
}

/** What the form of an initiative of their own sends when it is changed. @throws Response 400, 403, 404 */
export async function ownInitiativeByForm(db: Database, access: Access, id: string, request: Request, { words, now }: Given): Promise<OwnFormOutcome> {
  const { intent, more, revision: looked = "", ...entered } = await readFields(request, words);
  if (intent === "own" && more !== undefined) return withAnother(entered, { revision: looked });
  const revision = revisionSchema.safeParse(looked);
  if (intent !== "own" || !revision.success) throw badRequest(words.say("refusals:otherFields"));
  const { choices, named } = await ownChoices(db, access, id, words.language);
  const { values, problems } = readOwnInitiative(entered, choices, words);
  if (problems) return again({ ...withMore(entered), revision: looked }, problems);
  const outcome = await changeOwn(db, access, id, { revision: revision.data, own: values }, { language: words.language, now });
  if (outcome.kind === "circle") return again({ ...withMore(entered), revision: looked }, circle(outcome.titles, words));
  if (outcome.kind === "conflict") {
    const { own, revision: current } = outcome.now;
    const differences = ownDifferences(own, values, named, words);
    return { again: { entered: { ...withMore(entered), revision: String(current) }, problems: [], differences, added: null, status: 409 } };
  }
  if (outcome.kind !== "done") throw refusal(outcome.kind);
  return { next: `${organizationPaths.initiative(access.organization.slug, id)}?done=changed` };
}

/** What was chosen to be added stands in the form as if it had been there. */
function withMore(fields: Record<string, string>): Record<string, string> {
  const chosen = (["requires", "kpis"] as const).flatMap((name) => chosenIn(fields, name).map((id) => `${name}.${id}`));
  const shown = { ...fields, ...Object.fromEntries([...chosen, ...raisedIn(fields).map(raiseField)].map((name) => [name, "yes"])) };
  return Object.fromEntries(Object.entries(shown).filter(([name]) => !MORE.includes(name)));
}

function withAnother(entered: Record<string, string>, kept: Record<string, string>): OwnFormOutcome {
  const added = MORE.find((name) => entered[name]) ?? null;
  return { again: { entered: { ...withMore(entered), ...kept }, problems: [], differences: null, added, status: 200 } };
}

function again(entered: Record<string, string>, problems: FieldProblems): OwnFormOutcome {
  return { again: { entered, problems, differences: null, added: null, status: 422 } };
}

function circle(titles: string[], { say }: Words): FieldProblems {
  return [{ field: "requiresMore", message: say("initiatives:circle", { titles: [...titles, titles[0]!].join(" → ") }) }];
}

function idOf(outcome: { kind: string; id?: string }): string {
  if (outcome.id === undefined) throw refusal(outcome.kind);
  return outcome.id;
}

function refusal(kind: string): Response {
  return kind === "not-found" ? new Response("Not found", { status: 404 }) : new Response("Forbidden", { status: 403 });
}
