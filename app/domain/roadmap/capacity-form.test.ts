import { describe, expect, it } from "vitest";
import { capacityFieldsFrom, capacityFormSchema, settingsFrom } from "./capacity-form.ts";

const fields = (query: string) => capacityFieldsFrom(new URLSearchParams(query), 4);

describe("capacity form", () => {
  it("begins with three person-weeks everywhere and no budget", () => {
    const settings = settingsFrom(capacityFormSchema.parse(fields("")));
    expect(settings.quarters).toBe(4);
    expect(settings.capacity).toEqual({ people: [3, 3, 3, 3], process: [3, 3, 3, 3], content: [3, 3, 3, 3], technology: [3, 3, 3, 3], kpis: [3, 3, 3, 3] });
    expect(settings.budget).toBeUndefined();
  });

  it("takes decimals with comma or point, and a budget for every quarter", () => {
    const settings = settingsFrom(capacityFormSchema.parse(fields("quarters=2&people=1,5&people=2.25&budget=5000")));
    expect(settings.capacity.people).toEqual([1.5, 2.25]);
    expect(settings.budget).toEqual([5000, 5000]);
  });

  it("gives a new quarter the last figure of its pool, and drops quarters past the horizon", () => {
    expect(fields("quarters=3&people=1&people=2").weeks.people).toEqual(["1", "2", "2"]);
    expect(fields("quarters=1&people=1&people=2").weeks.people).toEqual(["1"]);
  });

  it.each([
    "people=-1",
    "people=NaN",
    "people=1e9",
    "people=",
    "people=1001",
    "quarters=0",
    "quarters=13",
    "quarters=2.5",
    "quarters=x",
    "budget=-1",
    "budget=free",
  ])("refuses %s and keeps what was typed", (query) => {
    const typed = fields(query);
    expect(capacityFormSchema.safeParse(typed).success).toBe(false);
    const [name, value] = query.split("=") as [string, string];
    expect(name === "people" ? typed.weeks.people[0] : name === "quarters" ? typed.quarters : typed.budget).toBe(value);
  });
});
