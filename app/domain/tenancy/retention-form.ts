import { z } from "zod";

/** For how many days unfinished responses and old events can be kept; besides these: as long as the organisation. The database takes no fewer than the first. */
export const RETENTION_DAYS = [90, 365, 730] as const;
export type RetentionDays = (typeof RETENTION_DAYS)[number];

const formSchema = z.strictObject({ retention: z.enum(["always", ...RETENTION_DAYS.map(String)]) });

/** The days somebody chose, null for as long as the organisation; undefined for what is not this form. */
export function readRetentionForm(fields: Record<string, string>): RetentionDays | null | undefined {
  const parsed = formSchema.safeParse(fields);
  if (!parsed.success) return undefined;
  return RETENTION_DAYS.find((days) => String(days) === parsed.data.retention) ?? null;
}
