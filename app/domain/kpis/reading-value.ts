import { z } from "zod";
import { typedNumber } from "../assessment/typed-number.ts";

/** Readings lie within this of 0, so that everything computed from them stays exact. */
export const LARGEST_READING = 1_000_000_000;

/** Whether a number can be a reading: within a billion of 0, three decimals at most, as number-value.ts takes it. */
export function isReadingValue(value: number): boolean {
  return Math.abs(value) <= LARGEST_READING && Number(value.toFixed(3)) === value;
}

export const readingValueSchema = z.number().min(-LARGEST_READING).max(LARGEST_READING).refine(isReadingValue, "has three decimals at most");

/** A reading as somebody types it, with a decimal point or comma; null for what is no reading. */
export function typedReading(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && isReadingValue(value) ? value : null;
}
