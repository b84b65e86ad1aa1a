import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { displayDate } from "../report/display.ts";
import type { Difference } from "../tenancy/differences.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";

/** Characters of what happened. */
export const LONGEST_TITLE = 80;
/** More could not be told apart on a time line. */
export const MOST_MILESTONES = 100;

/** ISO date, of this century. */
const on = z.iso.date().startsWith("20");
const title = plainLine(LONGEST_TITLE);
/** The id of an initiative of the library; empty: none. */
const initiative = z
  .string()
  .max(64)
  .default("")
  .transform((chosen) => chosen || null);
const id = z.uuid();
const formSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), once: id, on, title, initiative }),
  z.strictObject({
    intent: z.literal("change"),
    id,
    on,
    title,
    initiative,
    revision: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  }),
  z.strictObject({ intent: z.literal("remove"), id }),
  z.strictObject({ intent: z.literal("restore"), id, on, title, initiative }),
]);

/** Something that happened on a day. `on` is an ISO date; `initiative` is the id of the one in the library that it is, null: none. */
export type Happening = { on: string; title: string; initiative: string | null };
/** `once` is the id that one gets which is added, so that a form that is sent twice adds one. */
export type MilestoneForm = z.output<typeof formSchema>;

/**
 * Reads what the page of milestones sends: one added, changed, removed, or put back.
 * @param initiatives the ids there are to choose from
 */
export function readMilestoneForm(fields: Record<string, string>, initiatives: readonly string[], { say }: Words): FormReading<MilestoneForm> {
  const parsed = formSchema.safeParse(fields);
  const isKnown = ["", ...initiatives].includes(fields["initiative"] ?? "");
  if (parsed.success && isKnown) return { values: parsed.data };
  const wrong = new Set((parsed.error?.issues ?? []).map(({ path: [field] }) => field));
  const problems: FieldProblems = [];
  if (wrong.has("on")) problems.push({ field: "on", message: say("milestones:wrongDay") });
  if (wrong.has("title")) problems.push({ field: "title", message: titleProblem(fields["title"] ?? "", say) });
  if (!isKnown) problems.push({ field: "initiative", message: say("milestones:noInitiative") });
  // Fields that the page does not have, or an id and a revision that nobody typed.
  if (problems.length === 0) problems.push({ field: "title", message: say("organizations:formChanged") });
  return { problems };
}

function titleProblem(entered: string, say: Words["say"]): string {
  if (entered.trim() === "") return say("milestones:titleMissing");
  return entered.trim().length > LONGEST_TITLE ? say("milestones:titleTooLong", { most: LONGEST_TITLE }) : say("milestones:titleUnfit");
}

/** In what a milestone that somebody else has saved is not what was entered. @param titleOf an initiative of the library */
export function milestoneDifferences(now: Happening, yours: Happening, titleOf: (initiative: string) => string, { say, language }: Words): Difference[] {
  const named = (initiative: string | null) => (initiative === null ? say("milestones:none_chosen") : titleOf(initiative));
  const rows = [
    { field: say("milestones:day"), savedNow: displayDate(now.on, language), yours: displayDate(yours.on, language) },
    { field: say("milestones:what"), savedNow: now.title, yours: yours.title },
    { field: say("milestones:initiative"), savedNow: named(now.initiative), yours: named(yours.initiative) },
  ];
  return rows.filter(({ savedNow, yours: entered }) => savedNow !== entered);
}
