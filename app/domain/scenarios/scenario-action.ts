import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { plainText } from "../kpis/plain-text.ts";
import type { FormReading } from "../tenancy/organization-form.ts";
import { LONGEST_ADOPTION_NOTE } from "./wishes.ts";

const revision = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const actionSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("adopt"), revision, note: z.string().max(10_000).default(""), since: z.union([z.uuid(), z.literal("")]) }),
  z.strictObject({ intent: z.literal("stop") }),
  z.strictObject({ intent: z.literal("again") }),
]);

/** What can be done on the page of a scenario: it becomes the roadmap, its search ends, it is planned anew. */
export type ScenarioAction = { intent: "adopt"; revision: number; note: string; since: string | null } | { intent: "stop" | "again" };

export function readScenarioAction(fields: Record<string, string>, { say }: Words): FormReading<ScenarioAction> {
  const parsed = actionSchema.safeParse({ ...fields });
  if (!parsed.success) return { problems: [{ field: "note", message: say("organizations:formChanged") }] };
  if (parsed.data.intent !== "adopt") return { values: { intent: parsed.data.intent } };
  const note = plainText(LONGEST_ADOPTION_NOTE).safeParse(parsed.data.note);
  if (!note.success) return { problems: [{ field: "note", message: say("scenarios:adoptNoteTooLong", { most: LONGEST_ADOPTION_NOTE }) }] };
  if (note.data === "") return { problems: [{ field: "note", message: say("scenarios:adoptNoteMissing") }] };
  return { values: { ...parsed.data, note: note.data, since: parsed.data.since || null } };
}
