import { z } from "zod";

/** The small values that all content files are made of. */

export const slugSchema = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, "use lower-case letters, digits and hyphens, beginning with a letter");
export const line = z.string().trim().min(1).max(200);
export const prose = z.string().trim().min(1).max(1200);

/** Three decimals at most: scores are accumulated in whole thousandths, so that no order of answers changes a figure. */
export const shareSchema = z
  .number()
  .min(0)
  .max(1)
  .refine((v) => Number.isInteger(Math.round(v * 1e6) / 1e3), "use at most three decimals");
export const weightSchema = z
  .number()
  .positive()
  .max(100)
  .refine((v) => Number.isInteger(Math.round(v * 1e6) / 1e3), "use at most three decimals");

/** Beyond this a reading in thousandths times a value in thousandths would leave the safe integers. */
const LARGEST_FIGURE = 1e9;

/** Whether a number is what its nearest decimal with three places reads as; never for NaN and infinities. */
export function hasThreeDecimals(value: number): boolean {
  return Number(value.toFixed(3)) === value && Number.isFinite(value);
}

/** A figure of a KPI: finite, three decimals at most, so that it is a whole number of thousandths. */
export const figureSchema = z.number().min(-LARGEST_FIGURE).max(LARGEST_FIGURE).refine(hasThreeDecimals, "use at most three decimals");
