import { describe, expect, it } from "vitest";
import { readingValueSchema } from "./reading-value.ts";

describe("the value of a reading", () => {
  it.each([0, -1, 0.125, 1e9, -1e9])("may be %d", (value) => expect(readingValueSchema.parse(value)).toBe(value));

  it("says what is wrong with one that is too exact", () => {
    expect(readingValueSchema.safeParse(0.1234).error?.issues.map(({ message }) => message)).toEqual(["has three decimals at most"]);
  });

  it.each([1e9 + 1, -1e9 - 1, Number.NaN, Infinity])("is not %d", (value) => expect(readingValueSchema.safeParse(value).success).toBe(false));
});
