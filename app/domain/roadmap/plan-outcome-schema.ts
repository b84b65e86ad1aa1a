import { z } from "zod";
import { PILLARS } from "../assessment/vocabulary.ts";

/** The shapes of plan.ts, for reading back what was stored: strict, so that what is of another version is noticed and not half believed. */

const figure = z.number();
const whole = z.number().int();
const id = z.string();
const pool = z.enum(PILLARS);
const itemReference = { assessment: id, item: id };

const needSchema = z.strictObject({
  kind: z.enum([
    ...(["capacity", "budget", "horizon", "prerequisite", "excluded", "find-out", "nothing-to-raise"] as const),
    ...(["already-raised", "target-reached", "not-valued", "carried", "nothing"] as const),
  ]),
  additions: z.array(z.strictObject({ pool, quarter: whole, personWeeks: figure })),
  budget: z.array(z.strictObject({ quarter: whole, eur: figure })),
  starts: z.array(z.strictObject({ initiative: id, startQuarter: whole })),
  quarters: whole.nullable(),
  initiatives: z.array(id),
  items: z.array(z.strictObject(itemReference)),
});

const planResultSchema = z.strictObject({
  status: z.enum(["optimal", "feasible"]),
  ...{ objective: figure, bound: figure, idle: figure, gap: figure },
  stoppedBy: z.enum(["time", "nodes", "cancelled", "crash", "not-proven-yet"]).nullable(),
  ...{ today: figure, projected: z.array(figure), valuedToday: figure, valued: z.array(figure) },
  ...{ todayLevel: whole.nullable(), projectedLevels: z.array(whole).nullable() },
  items: z.array(
    z.strictObject({
      ...{ initiative: id, startQuarter: whole, endQuarter: whole, wave: z.enum(["now", "next", "later"]), gain: figure },
      ...{ effort: z.partialRecord(pool, figure), cost: figure },
    }),
  ),
  notPlanned: z.array(z.strictObject({ initiative: id, needs: needSchema })),
  used: z.strictObject({ pools: z.record(pool, z.array(figure)), budget: z.array(figure) }),
  findOut: z.array(z.strictObject({ ...itemReference, state: z.enum(["not_sure", "blank"]), initiatives: z.array(id) })),
  robustness: z.strictObject({ runs: whole, seed: whole, spread: figure, shares: z.record(id, figure) }).nullable(),
  margins: z.array(z.strictObject({ pool: z.enum([...PILLARS, "budget"]), quarter: whole, isBinding: z.boolean(), raises: figure })).nullable(),
});

const planImpossibleSchema = z.strictObject({
  status: z.literal("impossible"),
  problems: z.array(
    z.strictObject({
      code: z.enum([
        ...(["no-score", "unknown-initiative", "unknown-dimension", "no-importance", "pinned-and-excluded"] as const),
        ...(["pin-horizon", "pin-prerequisite", "pin-capacity", "pin-unproven"] as const),
      ]),
      message: z.string(),
      initiatives: z.array(id),
      isSmallest: z.boolean().optional(),
    }),
  ),
});

export const planOutcomeSchema = z.discriminatedUnion("status", [planResultSchema, planImpossibleSchema]);
export const planProgressSchema = z.strictObject({
  phase: z.enum(["greedy", "search", "proving", "robustness", "margins", "done"]),
  ...{ objective: figure, bound: figure, gap: figure },
});
