import { z } from "zod";
import { slugSchema } from "../assessment/content-values.ts";
import { initiativeSchema, type Initiative } from "../roadmap/initiative.ts";

/**
 * An initiative of an organisation's own: the fields of one in the library. What the library explains at length may be left empty here, and it
 * may raise nothing, as what others rest on does; a checklist may have any length up to twelve.
 */
export const ownInitiativeSchema = initiativeSchema.omit({ id: true }).extend({
  problem: z.string().trim().max(900),
  done: z.string().trim().max(900),
  effortReason: z.string().trim().max(900),
  raises: initiativeSchema.shape.raises.element.array().max(20),
  requires: z.array(slugSchema).max(10),
  chance: z.strictObject({ value: z.number().min(0).max(1), reason: z.string().trim().max(900) }),
  pilot: z.string().trim().max(900),
  byHand: z.string().trim().max(900),
  kpis: z.array(slugSchema).max(6),
  hypothesis: z.string().trim().max(900),
  refutedBy: z.string().trim().max(900),
  checklist: z.array(z.string().trim().min(1).max(200)).max(12),
  owner: z.string().trim().max(200),
});
export type OwnInitiative = z.infer<typeof ownInitiativeSchema>;

/** What an own one goes by in plans, where those of the library go by their ids. @param id of its row, a UUID */
export function planIdOf(id: string): string {
  return `own-${id}`;
}

/** As a plan takes it. @param id of its row */
export function asInitiative(id: string, own: OwnInitiative): Initiative {
  return { id: planIdOf(id), ...own };
}
