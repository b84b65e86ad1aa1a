import { z } from "zod";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { MAX_QUARTERS, type PlanSettings, planSettingsSchema } from "./plan-settings.ts";

/** Person-weeks a pool can spare in a quarter when nothing else is said: a quarter of one person's time. */
export const DEFAULT_PERSON_WEEKS = 3;

/** A figure as people type it: a decimal comma is as good as a point. */
const typedNumber = (most: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/[\s\u00a0]/g, "").replace(",", "."))
    .refine((text) => /^\d{1,9}(\.\d{1,2})?$/.test(text), "Enter a number, such as 3 or 2.5")
    .transform(Number)
    .refine((value) => value <= most, `Enter at most ${most}`);

/** Fields of one pool: `people.1` is what people can spare in quarter 1. The browser and the server share this schema. */
export const capacityFormSchema = z.object({
  quarters: typedNumber(MAX_QUARTERS).refine((n) => Number.isInteger(n) && n >= 1, `Enter a whole number from 1 to ${MAX_QUARTERS}`),
  weeks: z.record(z.enum(PILLARS), z.array(typedNumber(1000))),
  budget: z.union([z.literal(""), typedNumber(100_000_000)], { error: "Enter an amount without separators, such as 20000, or nothing" }),
});
export type CapacityFields = z.input<typeof capacityFormSchema>;

/**
 * Reads the form from a query (`quarters=4&people=3&people=3…&budget=`). A quarter that is not there yet, because the
 * horizon was just made longer, takes the pool's last figure.
 */
export function capacityFieldsFrom(query: URLSearchParams, defaultQuarters: number): CapacityFields {
  const quarters = query.get("quarters") ?? String(defaultQuarters);
  const count = /^\d{1,2}$/.test(quarters) ? Math.min(MAX_QUARTERS, Math.max(1, Number(quarters))) : defaultQuarters;
  const weeks = (pool: Pillar): string[] => {
    const given = query.getAll(pool).slice(0, MAX_QUARTERS);
    const last = given.at(-1) ?? String(DEFAULT_PERSON_WEEKS);
    return Array.from({ length: count }, (_, i) => (given[i] ?? last).slice(0, 20));
  };
  return {
    quarters: quarters.slice(0, 20),
    weeks: { people: weeks("people"), process: weeks("process"), content: weeks("content"), technology: weeks("technology"), kpis: weeks("kpis") },
    budget: (query.get("budget") ?? "").slice(0, 20),
  };
}

/** The settings these fields mean; the budget is per quarter, the same in each. */
export function settingsFrom(fields: z.output<typeof capacityFormSchema>): PlanSettings {
  const { quarters, weeks, budget } = fields;
  return planSettingsSchema.parse({
    quarters,
    capacity: weeks,
    ...(budget === "" ? {} : { budget: Array.from({ length: quarters }, () => budget) }),
  });
}
