import { z } from "zod";
import { ANSWER_STATES } from "#app/domain/assessment/answer.ts";
import { definitionSchema } from "#app/domain/assessment/definition.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { CADENCES, READING_SOURCES } from "#app/domain/kpis/kpi-terms.ts";
import { initiativeSchema, kpiSchema } from "#app/domain/roadmap/initiative.ts";

/** What the open API answers with; the tests hold every reply against these. */
const score = z.number().min(0).max(100).nullable();
const level = z.number().int().min(1).max(5).nullable();
const titled = z.object({ id: z.string(), title: z.string(), text: z.string() });

const partSchema = z.object({
  id: z.string(),
  score: score.describe("Unrounded; null when nothing was answered, never 0 for it"),
  coverage: z.number().min(0).max(1).nullable(),
  published: z.boolean(),
  reason: z.enum(["nothing-applicable", "mostly-not-applicable", "not-enough-answers", "carrier"]).nullable(),
  counts: score
    .optional()
    .describe("Only of a dimension with carriedBy: what it counts as in the overall score and the levels, min(score, counts of its carrier)"),
  missing: z.array(z.string()),
  findOut: z.array(z.string()),
});

const itemReference = z.object({ assessment: z.string(), item: z.string() });
const needSchema = z
  .object({
    kind: z.enum([
      "capacity",
      "budget",
      "horizon",
      "prerequisite",
      "excluded",
      "find-out",
      "nothing-to-raise",
      "already-raised",
      "target-reached",
      "not-valued",
      "carried",
      "nothing",
    ]),
    additions: z.array(z.object({ pool: z.enum(PILLARS), quarter: z.number().int(), personWeeks: z.number() })),
    budget: z.array(z.object({ quarter: z.number().int(), eur: z.number() })),
    starts: z.array(z.object({ initiative: z.string(), startQuarter: z.number().int() })),
    quarters: z.number().int().nullable(),
    initiatives: z.array(z.string()),
    items: z.array(itemReference),
  })
  .describe("What would admit it, for programs; fields that do not belong to the kind are empty or null");

const day = z.iso.date();
const next = z.string().nullable().describe("Send it as cursor for the page after this one; null: this is the last");
const readingSchema = z.object({
  on: day,
  value: z.number(),
  note: z.string().nullable(),
  source: z.enum(READING_SOURCES),
  enteredAt: z.iso.datetime(),
});
const followedKpiSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  unit: z.string().describe("Empty: a plain number"),
  definition: z.string().nullable(),
  library: z.string().nullable().describe("The id in GET /api/v1/kpis that it was made from"),
  better: z.enum(["up", "down"]),
  cadence: z.enum(CADENCES),
  baseline: z.number().nullable(),
  baselineOn: day.nullable(),
  anchors: z.object({ worst: z.number(), middle: z.number(), best: z.number() }).nullable(),
  targets: z.record(z.string(), z.number()).describe("Quarter, such as 2027-Q1, to value"),
  archived: z.boolean(),
  latest: z.object({ on: day, value: z.number() }).nullable(),
});

const range = z.object({ low: z.number(), high: z.number() });
const counted = z.object({ kind: z.string(), n: z.number().int() });
const claimSchema = z
  .discriminatedUnion("kind", [
    counted.extend({ kind: z.literal("too_few"), needed: z.number().int() }),
    counted.extend({ kind: z.literal("median"), median: z.number(), side: z.enum(["above", "below", "unclear"]) }),
    counted.extend({
      kind: z.literal("quartile"),
      median: z.number(),
      quartile: z.number().int().min(1).max(4).describe("1: the lowest quarter"),
      from: z.number().int().describe("The quartiles that the interval reaches into"),
      to: z.number().int(),
      interval: range,
    }),
    counted.extend({ kind: z.literal("percentile"), median: z.number(), rank: z.number(), interval: range }),
  ])
  .nullable()
  .describe("What so many others allow to be said; null: no score of one's own to compare");
const side = z.object({ n: z.number().int(), mean: z.number().min(0).max(1) });
const benchmarkSchema = z.object({
  assessment: z.string(),
  version: z.number().int(),
  period: z.string().describe("The quarter of the result that is compared"),
  takenAt: z.iso.datetime().nullable().describe("When what others share was put together; null: never"),
  sharingSince: z.iso.datetime().nullable().describe("Since when the organisation shares its own results; null: it does not"),
  cohort: z.string().describe("The key of the group that is compared with; '//' is everybody"),
  cohorts: z.array(
    z.object({
      key: z.string().describe("Industry, size and region between strokes; empty: any"),
      state: z.enum(["published", "too_few", "kept_back"]),
      others: z.number().int().nullable().describe("Without oneself; null where it is not said"),
      needed: z.number().int().nullable(),
    }),
  ),
  ownLeftOut: z.boolean().describe("Whether one's own result is among those shared, and left out"),
  parts: z.array(
    z.object({
      part: z.string().describe("overall, dimension:<id> or pillar:<id>"),
      own: score,
      n: z.number().int().describe("Others with a score here"),
      claim: claimSchema,
      median: score,
      middleHalf: range.nullable().describe("From 30 others on"),
      bars: z.array(z.number().int()).length(20).nullable().describe("How many others in each five points; from 10 others on"),
      here: z.number().int().nullable().describe("Which of the bars one's own score is in, from 0"),
      mean: score.describe("Of the others; from 10 on"),
      shrunk: z
        .object({ mean: z.number(), parentMean: z.number(), weight: z.number() })
        .nullable()
        .describe("Of 10 to 29 others: (n mean + weight parentMean) / (n + weight)"),
    }),
  ),
  best: z.array(z.object({ item: z.string(), best: side, rest: side })).describe("Where the highest quarter is furthest ahead of the rest"),
});

export const replies = {
  assessments: z.object({
    items: z.array(
      z.object({ slug: z.string(), version: z.number().int(), title: z.string(), summary: z.string(), minutes: z.number().int(), questions: z.number().int() }),
    ),
  }),
  assessment: definitionSchema.extend({ hash: z.string().describe("SHA-256 of the definition's canonical JSON") }),
  score: z.object({
    assessment: z.string(),
    version: z.number().int(),
    hash: z.string(),
    method: z.string(),
    overall: z.object({
      score,
      level,
      gatedLevel: level,
      heldBackBy: z.array(z.string()).describe("Critical dimensions that keep the gated level below the scored one"),
      leftOut: z.array(z.string()).describe("Dimensions without a published score, not part of the overall"),
      band: z
        .object({
          draws: z.number().int(),
          seed: z.number().int(),
          low: z.number(),
          high: z.number(),
          levels: z.array(z.object({ level: z.number().int(), chance: z.number() })),
        })
        .nullable(),
      evidenced: score,
    }),
    dimensions: z.array(partSchema),
    pillars: z.array(partSchema),
    flags: z.array(titled),
    contradictions: z.array(z.object({ id: z.string(), text: z.string() })),
    trace: z.array(
      z.object({
        item: z.string(),
        dimension: z.string(),
        pillars: z.array(z.enum(PILLARS)),
        state: z.enum(ANSWER_STATES),
        x: z.number().min(0).max(1).nullable(),
        weight: z.number(),
        contribution: z.number().nullable().describe("Points of the dimension's score; they add up to it"),
      }),
    ),
  }),
  plan: z.object({
    status: z.enum(["optimal", "feasible"]),
    objective: z.number().describe("Sum over quarters q = 1.. of discount^(q-1) x valued[q]"),
    bound: z.number().describe("No plan can have a higher objective"),
    idle: z.number().describe("The objective of doing nothing"),
    gap: z.number().min(0).max(1).describe("(bound - objective) / (bound - idle)"),
    stoppedBy: z.enum(["time", "nodes", "cancelled", "crash", "not-proven-yet"]).nullable().describe("Why the proof ended early; null when it is complete"),
    today: z.number(),
    todayLevel: level,
    projected: z.array(z.number()).describe("Overall score at the end of each quarter, rescored with the promised answers of what has finished"),
    projectedLevels: z.array(z.number().int()).nullable(),
    valuedToday: z.number(),
    valued: z
      .array(z.number())
      .describe("The same score with importance and realised shares reckoned in, at most the target; equal to projected when none of the three is given"),
    items: z.array(
      z.object({
        initiative: z.string(),
        startQuarter: z.number().int(),
        endQuarter: z.number().int(),
        wave: z.enum(["now", "next", "later"]),
        gain: z.number().describe("Points it adds at its place in the order of finishing; they sum to the last projected score minus today"),
        effort: z.partialRecord(z.enum(PILLARS), z.number()),
        cost: z.number(),
      }),
    ),
    notPlanned: z.array(z.object({ initiative: z.string(), admittedBy: z.string(), needs: needSchema })),
    used: z.object({ pools: z.record(z.enum(PILLARS), z.array(z.number())), budget: z.array(z.number()) }).describe("Person-weeks and EUR in each quarter"),
    findOut: z.array(itemReference.extend({ state: z.enum(["not_sure", "blank"]), initiatives: z.array(z.string()) })),
    robustness: z
      .object({ runs: z.number().int(), seed: z.number().int(), spread: z.number(), shares: z.record(z.string(), z.number()) })
      .nullable()
      .describe("Share of reruns, with effort and gain varied, that have each initiative"),
    margins: z
      .array(z.object({ pool: z.enum([...PILLARS, "budget"]), quarter: z.number().int(), isBinding: z.boolean(), raises: z.number().min(0) }))
      .nullable()
      .describe("What one more person-week there (for the budget: 10,000 EUR) would at least raise the objective by"),
  }),
  initiatives: z.object({ items: z.array(initiativeSchema) }),
  kpis: z.object({ items: z.array(kpiSchema) }),
  benchmark: benchmarkSchema,
  organizationKpis: z.object({ items: z.array(followedKpiSchema), next }),
  readings: z.object({ items: z.array(readingSchema), next }),
  reading: readingSchema,
  problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
};
