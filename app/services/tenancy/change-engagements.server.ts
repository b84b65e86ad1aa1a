import { z } from "zod";
import { dayOf } from "#app/domain/engagement/engagement-terms.ts";
import { LONGEST_TYPED, readOffer } from "#app/domain/engagement/offer-form.ts";
import type { FormEntries } from "#app/domain/assessment/answers-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "../api/read-form-entries.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { assignConsultant, unassignConsultant } from "./assign-consultant.server.ts";
import { endEngagement } from "./end-engagement.server.ts";
import type { Access } from "./find-access.server.ts";
import { offerEngagement, type Sending } from "./offer-engagement.server.ts";
import { withdrawOffer } from "./withdraw-offer.server.ts";

const changeSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("withdraw"), offer: z.uuid() }),
  z.strictObject({ intent: z.literal("end"), engagement: z.uuid() }),
  z.strictObject({ intent: z.enum(["assign", "unassign"]), engagement: z.uuid(), member: z.uuid() }),
]);
type Change = z.output<typeof changeSchema>;

/** What was entered into the form of an offer, to be shown again. */
export type TypedOffer = { address: string; endsOn: string; scopes: string[] };
type Done = "sent" | "withdrawn" | "ended" | "assigned" | "unassigned";
export type EngagementChange = { done: Done; problems?: never; typed?: never } | { done?: never; problems: FieldProblems; typed: TypedOffer | null };

/**
 * What the two pages of engagements can do: offer, withdraw, end, assign, take off. The caller has asked whether they may.
 * @throws Response 400 for what their forms do not send; 404 for an id of nothing, and of other organisations'
 */
export async function changeEngagements(db: Database, access: Access, request: Request, sending: Sending, words: Words): Promise<EngagementChange> {
  const entries = await readFormEntries(request, words);
  if (entries.some(([name, value]) => name === "intent" && value === "offer")) return offer(db, access, entries, sending, words);
  const fields = new Map(entries);
  const parsed = changeSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success || fields.size !== entries.length) throw badRequest(words.say("refusals:otherFields"));
  return change(db, access, parsed.data, sending, words);
}

async function offer(db: Database, access: Access, entries: FormEntries, sending: Sending, words: Words): Promise<EngagementChange> {
  const { say } = words;
  const of = (field: string) => entries.filter(([name]) => name === field).map(([, value]) => value.slice(0, LONGEST_TYPED));
  const typed = { address: of("address")[0] ?? "", endsOn: of("endsOn")[0] ?? "", scopes: of("scopes") };
  const refuse = (problems: FieldProblems): EngagementChange => ({ problems, typed });
  const { values, problems } = readOffer(entries, words, dayOf(sending.now));
  if (problems) return refuse(problems);
  const outcome = await offerEngagement(db, access, values, sending);
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome === "offered-already") return refuse([{ field: "address", message: say("engagements:offeredAlready") }]);
  if (outcome === "too-many") return refuse([{ field: "address", message: say("engagements:tooMany") }]);
  return { done: "sent" };
}

async function change(db: Database, access: Access, wanted: Change, sending: Sending, { say }: Words): Promise<EngagementChange> {
  switch (wanted.intent) {
    case "withdraw": {
      const outcome = await withdrawOffer(db, access, wanted.offer, sending.now);
      if (outcome === "not-found") throw notFound();
      return outcome === "withdrawn" ? { done: outcome } : { problems: [{ field: "offers", message: say("engagements:notOpen") }], typed: null };
    }
    case "end": {
      if ((await endEngagement(db, access, wanted.engagement, sending)) === "not-found") throw notFound();
      return { done: "ended" };
    }
    default: {
      const assign = wanted.intent === "assign" ? assignConsultant : unassignConsultant;
      if (!(await assign(db, access, { engagementId: wanted.engagement, memberId: wanted.member }, sending.now))) throw notFound();
      return { done: `${wanted.intent}ed` };
    }
  }
}

function notFound(): Response {
  return new Response("Not found", { status: 404 });
}
