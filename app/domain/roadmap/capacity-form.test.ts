import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { capacityFieldsFrom, capacityFormSchema, settingsFrom } from "./capacity-form.ts";

const schema = capacityFormSchema(english);
const fields = (query: string) => capacityFieldsFrom(new URLSearchParams(query), 4);

describe("capacity form", () => {
  it("begins with three person-weeks everywhere and no budget", () => {
    const settings = settingsFrom(schema.parse(fields("")));
    expect(settings.quarters).toBe(4);
    expect(settings.capacity).toEqual({ people: [3, 3, 3, 3], process: [3, 3, 3, 3], content: [3, 3, 3, 3], technology: [3, 3, 3, 3], kpis: [3, 3, 3, 3] });
    expect(settings.budget).toBeUndefined();
  });

  it("takes decimals with comma or point, and a budget for every quarter", () => {
    const settings = settingsFrom(schema.parse(fields("quarters=2&people=1,5&people=2.25&budget=5000")));
    expect(settings.capacity.people).toEqual([1.5, 2.25]);
    expect(settings.budget).toEqual([5000, 5000]);
  });

  it("gives a new quarter the last figure of its pool, and drops quarters past the horizon", () => {
    expect(fields("quarters=3&people=1&people=2").weeks.people).toEqual(["1", "2", "2"]);
    expect(fields("quarters=1&people=1&people=2").weeks.people).toEqual(["1"]);
  });

  it("keeps every figure, and as many as there were, when the horizon cannot be used", () => {
    const typed = fields("quarters=13&people=1&people=2&technology=5");
    expect(typed.weeks.people).toEqual(["1", "2"]);
    expect(typed.weeks.technology).toEqual(["5", "5"]);
    expect(typed.weeks.kpis).toEqual(["3", "3"]);
    expect(fields("quarters=0").weeks.people).toHaveLength(4);
  });

  it("says what is allowed", () => {
    const messages = (query: string) => schema.safeParse(fields(query)).error?.issues.map((issue) => [issue.path.join("."), issue.message]);
    expect(messages("quarters=13")).toEqual([["quarters", "Enter a whole number from 1 to 12"]]);
    expect(messages("quarters=soon")).toEqual([["quarters", "Enter a whole number from 1 to 12"]]);
    expect(messages("quarters=1&people=many&process=1001")).toEqual([
      ["weeks.people.0", "Enter a number, such as 3 or 2.5"],
      ["weeks.process.0", "Enter at most 1000"],
    ]);
    expect(messages("budget=a%20lot")).toEqual([["budget", "Enter an amount without separators, such as 20000, or nothing"]]);
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
    expect(schema.safeParse(typed).success).toBe(false);
    const [name, value] = query.split("=") as [string, string];
    expect(name === "people" ? typed.weeks.people[0] : name === "quarters" ? typed.quarters : typed.budget).toBe(value);
  });
});
