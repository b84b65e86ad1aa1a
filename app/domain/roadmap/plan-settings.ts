import { z } from "zod";
import { slugSchema } from "../assessment/content-values.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";

export const MAX_QUARTERS = 12;
export const DEFAULT_QUARTERS = 4;
/** What a point is worth a quarter later (method, section 8). */
export const DEFAULT_DISCOUNT = 0.95;
export const DEFAULT_SEED = 20140901;
/** How important a dimension can be called; 1 when nothing is said. */
export const MOST_IMPORTANCE = 4;
/** Past promises were kept by half as much again at most, as far as a plan reckons. */
export const MOST_REALISED = 1.5;

const personWeeks = z.array(z.number().min(0).max(100_000));

/**
 * What the user decides about a plan. Capacity: person-weeks per pool, one figure a quarter; a pool that is not named
 * has none. Budget: EUR per quarter; absent: money does not limit the plan. `pinned` maps an initiative to its start
 * quarter, or to "any" when it must be in the plan in whichever quarter suits; already under way is a pin to quarter 1.
 * Lists must have one figure for each quarter.
 *
 * Three decide what is valued (decision 0028), and leave the projected score as it is. `target`: the valued score,
 * 0..100, beyond which nothing counts; null: as far as we get. `importance`: for each assessment, by slug, how many
 * times its published weight a dimension counts, 0..4 in halves; a dimension that is not named counts once.
 * `realised`: by initiative, the share of what it promises that is reckoned with, 0..1.5; 1 for one that is not named.
 */
export const planSettingsSchema = z
  .strictObject({
    quarters: z.number().int().min(1).max(MAX_QUARTERS).default(DEFAULT_QUARTERS),
    discount: z.number().positive().max(1).default(DEFAULT_DISCOUNT),
    capacity: z.strictObject({
      people: personWeeks.optional(),
      process: personWeeks.optional(),
      content: personWeeks.optional(),
      technology: personWeeks.optional(),
      kpis: personWeeks.optional(),
    }),
    budget: z.array(z.number().min(0).max(1_000_000_000)).optional(),
    pinned: z.record(slugSchema, z.union([z.number().int().min(1).max(MAX_QUARTERS), z.literal("any")])).default({}),
    excluded: z.array(slugSchema).max(1000).default([]),
    target: z.number().min(0).max(100).nullable().default(null),
    importance: z.record(slugSchema, z.record(slugSchema, z.number().min(0).max(MOST_IMPORTANCE).multipleOf(0.5))).default({}),
    realised: z.record(slugSchema, z.number().min(0).max(MOST_REALISED)).default({}),
    seed: z.number().int().min(0).max(2_147_483_647).default(DEFAULT_SEED),
  })
  .superRefine((settings, context) => {
    const wrong = (path: string[]) => context.addIssue({ code: "custom", path, message: `give one figure for each of the ${settings.quarters} quarters` });
    for (const pool of PILLARS) {
      const given = settings.capacity[pool];
      if (given && given.length !== settings.quarters) wrong(["capacity", pool]);
    }
    if (settings.budget && settings.budget.length !== settings.quarters) wrong(["budget"]);
  });

/** Settings as a program or a form may send them: everything but the capacity may be left out. */
export type PlanSettingsInput = z.input<typeof planSettingsSchema>;
/** Settings with the defaults filled in. */
export type PlanSettings = z.output<typeof planSettingsSchema>;

/** The same person-weeks in every quarter; a start for a form. */
export function evenCapacity(quarters: number, perQuarter: Partial<Record<Pillar, number>>): PlanSettings["capacity"] {
  return Object.fromEntries(PILLARS.map((pool) => [pool, Array.from({ length: quarters }, () => perQuarter[pool] ?? 0)]));
}
