import { z } from "zod";
import { PILLARS } from "../assessment/vocabulary.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "../tenancy/profile-choices.ts";

/**
 * What a team scored in one cycle, as `teamResult` makes it and as it is stored (method, section 5). A figure that may not
 * be shown is not in it: it is null, and a reason stands beside it. Scores are points, 0..100, unrounded.
 */

/** People of whom nothing is said unless there are at least so many. */
export const SMALLEST_GROUP = 5;

const id = z.string().max(64);
const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const points = z.number().min(0).max(100);
const difference = z.number().min(-100).max(100);
const level = z.number().int().min(1).max(5);

/** `not_said`: everybody who did not say what they answer as, or where they work. */
export const ROLE_GROUPS = [...RESPONDENT_ROLES, "not_said"] as const;
export type RoleGroup = (typeof ROLE_GROUPS)[number];
export const FUNCTION_GROUPS = [...WORK_FUNCTIONS, "not_said"] as const;
export type FunctionGroup = (typeof FUNCTION_GROUPS)[number];

/**
 * Why a figure of the whole team is not there: nobody has a score; fewer than five have one; fewer than five of those who were asked by
 * name, or of those who came by the open link, have one beside others, who could be worked out by whoever knows the others; fewer than five
 * of those who came after an earlier publication have one, who could be worked out by taking the earlier figure away.
 */
const WITHHELD = ["no_scores", "too_few", "too_few_asked", "too_few_by_link", "too_few_new"] as const;
export type Withheld = (typeof WITHHELD)[number];
const withheld = z.enum(WITHHELD).nullable();

/** Ends of a 95 % interval. */
const intervalSchema = z.strictObject({ low: z.number(), high: z.number() });

const weightedSchema = z.strictObject({
  /** Mean of the role groups' means by the declared weights. */
  mean: points.nullable(),
  /** Why not: a group with a weight is hidden or has no score; the declared weights are all 0; the part is withheld. */
  reason: z.enum(["group_hidden", "group_empty", "no_weights", "withheld"]).nullable(),
  /** The groups that stand in the way. */
  groups: z.array(z.enum(RESPONDENT_ROLES)),
});

const partShape = {
  /** Respondents with a published score here, and those without one, who are left out. They add up to `respondents`. */
  n: count,
  leftOut: count,
  withheld,
  /** Unweighted, over respondents directly. */
  mean: points.nullable(),
  /** Standard deviation between respondents, n - 1. */
  sd: z.number().min(0).nullable(),
  /** Of the mean, by Student's t, within 0..100. */
  interval: intervalSchema.nullable(),
  /** Of the mean. */
  level: level.nullable(),
  /** Weight answered over weight applicable, over all respondents; null when nothing is applicable. */
  coverage: share.nullable(),
  weighted: weightedSchema,
};

const agreementShape = {
  /** 1: all agree; 0 and below: as if by chance. Null below five raters. */
  agreement: z.number().max(1).nullable(),
  band: z.enum(["low", "moderate", "strong", "very_strong"]).nullable(),
};

const overallSchema = z.strictObject({
  ...partShape,
  gatedLevel: level.nullable(),
  /** Critical dimensions that keep the gated level below the level. */
  heldBackBy: z.array(id),
  /** Dimensions in which nobody has a published score. */
  leftOutDimensions: z.array(id),
  /** The mean when only answers with unexpired evidence count; null, too, where that would tell of fewer than five of an anonymous cycle. */
  evidenced: points.nullable(),
});

const dimensionSchema = z.strictObject({
  id,
  ...partShape,
  /** Only of a dimension that is carried by another: the mean of what it counts as. */
  counts: points.nullable().optional(),
  ...agreementShape,
  /** Items the agreement is of: those with an index. */
  agreementItems: count,
});

const pillarSchema = z.strictObject({ id: z.enum(PILLARS), ...partShape });

const itemSchema = z.strictObject({
  id,
  dimension: id,
  /** The four states, which add up to `respondents`. */
  states: z.strictObject({ answered: count, not_applicable: count, not_sure: count, blank: count }),
  /** Answers with unexpired evidence; null, too, where few of an anonymous cycle have any, or few have none. */
  evidenced: count.nullable(),
  withheld,
  /**
   * How often each option was chosen, in the order of the item; of a scale its steps ("1", "2"), of a shift its positions
   * from 0. A multi and a ranking name several each, so that these add up to more. Null for a number, and when withheld.
   */
  distribution: z.array(z.strictObject({ option: id, count })).nullable(),
  /** Mean of the item value, 0..1, and its variance between raters, n - 1. */
  mean: share.nullable(),
  variance: z.number().min(0).nullable(),
  ...agreementShape,
  /** What agreement is measured against: evenly spaced options, declared values that are not, or any value from 0 to 1. */
  reference: z.enum(["even_options", "declared_values", "continuous"]),
  agreementReason: z.enum(["too_few_raters"]).nullable(),
});

const groupShape = {
  n: count,
  /** Whether figures of this group are shown; why not: under five, or five could be told from it by subtraction. */
  shown: z.boolean(),
  hiddenBecause: z.enum(["nobody", "too_few", "protects_others"]).nullable(),
  overall: points.nullable(),
  dimensions: z.array(z.strictObject({ id, n: count, mean: points.nullable() })),
};

const gapShape = {
  /** Mean of `a` minus mean of `b`; null when one of them has no score here. */
  difference: difference.nullable(),
  interval: intervalSchema.nullable(),
  p: share.nullable(),
};

const gapSchema = z.strictObject({
  a: z.enum(RESPONDENT_ROLES),
  b: z.enum(RESPONDENT_ROLES),
  overall: z.strictObject(gapShape),
  dimensions: z.array(
    z.strictObject({
      id,
      ...gapShape,
      /** p after Benjamini-Hochberg over the dimensions of this pair. */
      adjusted: share.nullable(),
      /** The interval excludes 0, and `adjusted` is at most 0.05. */
      clear: z.boolean(),
    }),
  ),
});

export const teamResultSchema = z.strictObject({
  /** `TEAM_METHOD_VERSION` it was made by. */
  method: z.string().max(16),
  assessment: z.strictObject({ slug: id, version: z.number().int().min(1) }),
  seed: z.number().int().min(0),
  draws: z.number().int().min(1),
  /** ISO date that the expiry of evidence was held against. */
  today: z.iso.date(),
  respondents: count,
  roleWeights: z.strictObject({ executive: z.number().min(0), manager: z.number().min(0), frontline: z.number().min(0) }),
  roles: z.array(z.strictObject({ group: z.enum(ROLE_GROUPS), ...groupShape })),
  functions: z.array(z.strictObject({ group: z.enum(FUNCTION_GROUPS), ...groupShape })),
  overall: overallSchema,
  dimensions: z.array(dimensionSchema),
  pillars: z.array(pillarSchema),
  items: z.array(itemSchema),
  gaps: z.array(gapSchema),
  /** Items that somebody did not know, the largest share of all respondents first. Empty when the team is below five. */
  findOut: z.array(z.strictObject({ item: id, notSure: count, share })),
  /** Disagreement first: see `agendaOf`. Items of no priority are left out. */
  agenda: z.array(z.strictObject({ item: id, weight: z.number(), agreement: share, effect: points, priority: z.number().positive() })),
});

export type TeamResult = z.infer<typeof teamResultSchema>;
export type TeamPart = z.infer<z.ZodObject<typeof partShape>>;
export type TeamItem = TeamResult["items"][number];
export type TeamGroup = TeamResult["roles"][number] | TeamResult["functions"][number];
export type TeamGap = TeamResult["gaps"][number];
export type AgreementBand = NonNullable<TeamItem["band"]>;
