import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { MAX_QUARTERS, type PlanSettings, planSettingsSchema } from "./plan-settings.ts";

/** Person-weeks a pool can spare in a quarter when nothing else is said: a quarter of one person's time. */
export const DEFAULT_PERSON_WEEKS = 3;

const MOST_WEEKS = 1000;
const MOST_EUR = 100_000_000;

/** A figure as people type it: a decimal comma is as good as a point. `wanted` says what is to be entered instead. */
const typedNumber = (wanted: string) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/[\s\u00a0]/g, "").replace(",", "."))
    .refine((text) => /^\d{1,9}(\.\d{1,2})?$/.test(text), wanted)
    .transform(Number);

/** The form, and what it says of a figure that cannot be used. The browser and the server share this schema. */
export function capacityFormSchema({ say }: Words) {
  const quarters = say("roadmap:quartersWanted", { most: MAX_QUARTERS });
  return z.object({
    quarters: typedNumber(quarters).refine((n) => Number.isInteger(n) && n >= 1 && n <= MAX_QUARTERS, quarters),
    /** `people[0]` is what people can spare in the first quarter. */
    weeks: z.record(
      z.enum(PILLARS),
      z.array(typedNumber(say("roadmap:weeksWanted")).refine((n) => n <= MOST_WEEKS, say("roadmap:weeksTooMany", { most: MOST_WEEKS }))),
    ),
    budget: z.union([z.literal(""), typedNumber("").refine((eur) => eur <= MOST_EUR)], { error: say("roadmap:budgetWanted") }),
  });
}
type CapacityFormSchema = ReturnType<typeof capacityFormSchema>;
export type CapacityFields = z.input<CapacityFormSchema>;

/**
 * Reads the form from a query (`quarters=4&people=3&people=3…&budget=`). A quarter that is not there yet, because the
 * horizon was just made longer, takes the pool's last figure. A horizon that cannot be used leaves the figures as they are.
 */
export function capacityFieldsFrom(query: URLSearchParams, defaultQuarters: number): CapacityFields {
  const quarters = query.get("quarters") ?? String(defaultQuarters);
  const given = Object.fromEntries(PILLARS.map((pool) => [pool, query.getAll(pool).slice(0, MAX_QUARTERS)])) as Record<Pillar, string[]>;
  const longest = Math.max(...PILLARS.map((pool) => given[pool].length));
  const count = isHorizon(quarters) ? Number(quarters) : longest || defaultQuarters;
  const weeks = (pool: Pillar): string[] => {
    const last = given[pool].at(-1) ?? String(DEFAULT_PERSON_WEEKS);
    return Array.from({ length: count }, (_, i) => (given[pool][i] ?? last).slice(0, 20));
  };
  return {
    quarters: quarters.slice(0, 20),
    weeks: { people: weeks("people"), process: weeks("process"), content: weeks("content"), technology: weeks("technology"), kpis: weeks("kpis") },
    budget: (query.get("budget") ?? "").slice(0, 20),
  };
}

function isHorizon(quarters: string): boolean {
  return /^\d{1,2}$/.test(quarters) && Number(quarters) >= 1 && Number(quarters) <= MAX_QUARTERS;
}

/** The settings these fields mean; the budget is per quarter, the same in each. */
export function settingsFrom(fields: z.output<CapacityFormSchema>): PlanSettings {
  const { quarters, weeks, budget } = fields;
  return planSettingsSchema.parse({
    quarters,
    capacity: weeks,
    ...(budget === "" ? {} : { budget: Array.from({ length: quarters }, () => budget) }),
  });
}
