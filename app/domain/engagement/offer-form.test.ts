import { describe, expect, it } from "vitest";
import type { Words } from "../../words/say.ts";
import { readOffer } from "./offer-form.ts";

const TODAY = "2027-03-31";
/** Says every key as itself. */
const words = { language: "en", say: (key: string) => key } as Words;
const form = (...more: [string, string][]): [string, string][] => [["intent", "offer"], ["address", " Firm@Example.com "], ["endsOn", ""], ...more];
const read = (entries: [string, string][]) => readOffer(entries, words, TODAY);
const problemsOf = (entries: [string, string][]) => read(entries).problems?.map(({ field, message }) => `${field}: ${message}`);

describe("readOffer", () => {
  it("reads what is ticked, each once and in one order, the address in lower case, and an open end", () => {
    const entries = form(["scopes", "edit_roadmap"], ["scopes", "run_assessments"], ["scopes", "edit_roadmap"]);
    expect(read(entries)).toEqual({ values: { address: "firm@example.com", scopes: ["run_assessments", "edit_roadmap"], endsOn: null } });
    const dated = form(["scopes", "see_results"]).map(([name, value]): [string, string] => [name, name === "endsOn" ? TODAY : value]);
    expect(read(dated).values).toMatchObject({ endsOn: TODAY });
  });

  it("refuses a scope that there is none of as a whole, and fields that the form does not have", () => {
    const changed = ["address: engagements:formChanged"];
    for (const scope of ["everything", "", "__proto__", "see_results,edit_roadmap", "owner"])
      expect(problemsOf(form(["scopes", "see_results"], ["scopes", scope]))).toEqual(changed);
    for (const field of ["role", "orgId", "organization_id", "consultancyId", "__proto__", "scopes[]"])
      expect(problemsOf(form(["scopes", "see_results"], [field, "x"]))).toEqual(changed);
    expect(problemsOf(form(["scopes", "see_results"], ["address", "other@example.com"]))).toEqual(changed);
    expect(problemsOf(form(["scopes", "see_results"], ["endsOn", TODAY]))).toEqual(changed);
    expect(problemsOf([])).toEqual(changed);
  });

  it("says what is wrong with each field", () => {
    const withValues = (address: string, endsOn: string, ...scopes: string[]): [string, string][] => [
      ["address", address],
      ["endsOn", endsOn],
      ...scopes.map((scope): [string, string] => ["scopes", scope]),
    ];
    expect(problemsOf(withValues("", ""))).toEqual(["address: engagements:noAddress", "scopes: engagements:noScope"]);
    for (const address of ["firm", "a@b", "a b@example.com", "firm@example.com\r\nBcc: x@example.com", "\u0000@example.com"])
      expect(problemsOf(withValues(address, "", "see_results"))).toEqual(["address: engagements:notAnAddress"]);
    expect(problemsOf(withValues(`${"x".repeat(250)}@example.com`, "", "see_results"))).toEqual(["address: engagements:addressLong"]);
    for (const day of ["2027-02-30", "31.3.2027", "2027-3-31", "infinity", "2027-04-01T00:00"])
      expect(problemsOf(withValues("a@example.com", day, "see_results"))).toEqual(["endsOn: engagements:notADay"]);
    expect(problemsOf(withValues("a@example.com", "2027-03-30", "see_results"))).toEqual(["endsOn: engagements:dayPast"]);
    expect(problemsOf(withValues("a@example.com", "2032-03-31", "see_results"))).toBeUndefined();
    expect(problemsOf(withValues("a@example.com", "2032-04-01", "see_results"))).toEqual(["endsOn: engagements:dayTooFar"]);
  });
});
