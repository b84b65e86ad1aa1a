import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { revisionSchema } from "./kpi-form.ts";
import type { Targets } from "./kpi-terms.ts";
import { quartersFrom } from "./reading-period.ts";
import { readingValueSchema, typedReading } from "./reading-value.ts";

/** Quarters ahead that a target can be set for, the present one among them. */
const QUARTERS_AHEAD = 8;
/** Quarters of a KPI that have a target. */
export const MOST_TARGETS = 80;

export const quarterSchema = z.string().regex(/^(19|20|21)\d\d-Q[1-4]$/);
export const targetsSchema = z.record(quarterSchema, readingValueSchema).refine((targets) => Object.keys(targets).length <= MOST_TARGETS);

/** The quarters whose targets can be set: the present one and those that follow, and every one that has a target. */
export function targetQuarters(targets: Targets, today: string): string[] {
  return [...new Set([...Object.keys(targets), ...quartersFrom(today, QUARTERS_AHEAD)])].sort();
}

export type TargetsChange = { targets: Targets; revision: number };

/** The field of a quarter's target. */
export const targetField = (quarter: string) => `target-${quarter}`;

/** Reads the targets of a KPI; a field that is empty takes that quarter's away. @param quarters that the page has fields for */
export function readTargets(fields: Record<string, string>, quarters: readonly string[], { say }: Words): FormReading<TargetsChange> {
  const schema = z.strictObject({ revision: revisionSchema, ...Object.fromEntries(quarters.map((quarter) => [targetField(quarter), z.string().max(200)])) });
  const parsed = schema.safeParse(fields);
  if (!parsed.success) return { problems: [{ field: targetField(quarters[0]!), message: say("kpis:formChanged") }] };
  const problems: FieldProblems = [];
  const targets: Record<string, number> = {};
  for (const quarter of quarters) {
    const text = (fields[targetField(quarter)] ?? "").trim();
    if (text === "") continue;
    const value = typedReading(text);
    if (value === null) problems.push({ field: targetField(quarter), message: say("kpis:targetNotANumber", { quarter }) });
    else targets[quarter] = value;
  }
  return problems.length > 0 ? { problems } : { values: { targets, revision: parsed.data.revision } };
}
