import { z } from "zod";
import { QUARTER } from "../cycles/period.ts";
import { INITIATIVE_STATES, type InitiativeState } from "./initiative-state.ts";

const id = z.uuid();
const revision = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const state = z.enum(INITIATIVE_STATES);
/** Empty: none. */
const quarter = z.union([z.literal("").transform(() => null), z.string().regex(QUARTER)]);
const day = z.union([z.literal("").transform(() => null), z.iso.date().startsWith("20")]);

const formSchema = z.discriminatedUnion("intent", [
  // What is not said stays as it is: a card dragged to a state keeps its quarter.
  z.strictObject({ intent: z.literal("move"), id, revision, state: state.optional(), quarter: quarter.optional() }),
  z.strictObject({ intent: z.literal("put_back"), id, revision, state, quarter, startedOn: day, endedOn: day }),
]);

/** Where an initiative is: its state, the quarter it starts in, and since when. Days are ISO dates. */
export type Whereabouts = { state: InitiativeState; startQuarter: string | null; startedOn: string | null; endedOn: string | null };
/** Where it shall be; what is absent stays. With its days it is put back to where it was. */
export type Move = { id: string; revision: number; state?: InitiativeState; startQuarter?: string | null; days?: Pick<Whereabouts, "startedOn" | "endedOn"> };

/** Reads what a board or a timeline sends: one initiative moved, or put back. @returns null for what neither of them sends */
export function readMoveForm(fields: Record<string, string>): Move | null {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return null;
  const { data } = parsed;
  const startQuarter = data.quarter === undefined ? {} : { startQuarter: data.quarter };
  if (data.intent === "put_back")
    return { id: data.id, revision: data.revision, state: data.state, ...startQuarter, days: { startedOn: data.startedOn, endedOn: data.endedOn } };
  return { id: data.id, revision: data.revision, ...(data.state ? { state: data.state } : {}), ...startQuarter };
}

/**
 * Where an initiative is once it has been moved: it has started on the day that it comes to be under way, and ended on the day that it is done or
 * dropped; what is only proposed or planned has neither. What stays in its state keeps its days.
 * @param today where the organisation is, an ISO date
 */
export function moved(
  before: Whereabouts,
  { state = before.state, startQuarter = before.startQuarter, days }: Omit<Move, "id" | "revision">,
  today: string,
): Whereabouts {
  if (days) return { state, startQuarter, ...days };
  if (state === before.state) return { ...before, startQuarter };
  switch (state) {
    case "proposed":
    case "planned":
      return { state, startQuarter, startedOn: null, endedOn: null };
    case "under_way":
      return { state, startQuarter, startedOn: before.startedOn ?? today, endedOn: null };
    case "done":
    case "dropped":
      return { state, startQuarter, startedOn: before.startedOn, endedOn: today };
  }
}
