import { z } from "zod";
import { slugSchema } from "../assessment/content-values.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { DEFAULT_SEED, MAX_QUARTERS, MOST_IMPORTANCE } from "../roadmap/plan-settings.ts";

/** Characters of a scenario's name, and of the note that goes with adopting one. */
export const LONGEST_NAME = 80;
export const LONGEST_ADOPTION_NOTE = 1000;
/** Person-weeks of a pool in a quarter, and EUR in a quarter, at most. */
export const MOST_WEEKS = 1000;
export const MOST_EUR = 100_000_000;
/** More could not be told apart in a list. */
export const MOST_SCENARIOS = 100;
/** How much a dimension can count, as plans allow: in halves; 1 is as much as in the score. */
export const IMPORTANCES: readonly number[] = Array.from({ length: 2 * MOST_IMPORTANCE + 1 }, (_, halves) => halves / 2);

const weeks = z.array(z.number().min(0).max(MOST_WEEKS)).min(1).max(MAX_QUARTERS);
const importance = z.number().min(0).max(MOST_IMPORTANCE).multipleOf(0.5);

/** A published result that a plan starts from: of which cycle, and which of its results. */
const basisSchema = z.strictObject({ assessment: slugSchema, cycle: z.uuid(), number: z.number().int().min(1) });
export type Basis = z.output<typeof basisSchema>;

export const targetSchema = z.discriminatedUnion("kind", [
  /** As far as the weeks go. */
  z.strictObject({ kind: z.literal("furthest") }),
  z.strictObject({ kind: z.literal("score"), score: z.number().min(1).max(100) }),
  /** Of the only assessment that the plan starts from. */
  z.strictObject({ kind: z.literal("level"), level: z.number().int().min(2).max(5) }),
]);
export type Target = z.output<typeof targetSchema>;

/**
 * What is asked of a plan. Capacity: person-weeks per pool, one figure a quarter; budget: EUR, the same, null where money does not limit.
 * Importance: by assessment and dimension; what is not named counts 1. `pinned` and `excluded` name initiatives as plans do.
 */
export const wishesSchema = z.strictObject({
  basis: z.array(basisSchema).min(1).max(16),
  quarters: z.number().int().min(1).max(MAX_QUARTERS),
  capacity: z.strictObject(Object.fromEntries(PILLARS.map((pool) => [pool, weeks])) as Record<Pillar, typeof weeks>),
  budget: z.array(z.number().min(0).max(MOST_EUR)).min(1).max(MAX_QUARTERS).nullable(),
  target: targetSchema,
  importance: z.record(slugSchema, z.record(slugSchema, importance)),
  pinned: z.record(slugSchema, z.union([z.number().int().min(1).max(MAX_QUARTERS), z.literal("any")])),
  excluded: z.array(slugSchema).max(1000),
  /** Whether what became of earlier promises corrects what is reckoned with now. */
  usesLedger: z.boolean(),
  seed: z.number().int().min(0).max(2_147_483_647).default(DEFAULT_SEED),
});
export type Wishes = z.output<typeof wishesSchema>;
