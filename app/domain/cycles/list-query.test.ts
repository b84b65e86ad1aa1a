import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CYCLE_SORTS, CYCLE_STATES, listSearch, NO_PERIOD, orderAfterClick, readCyclesQuery, readResultsQuery, RESULT_SORTS } from "./list-query.ts";

const results = (text: string) => readResultsQuery(new URLSearchParams(text));
const cycles = (text: string) => readCyclesQuery(new URLSearchParams(text));

describe("the query of a list of results", () => {
  it("is everything, the latest first, where an address says nothing", () => {
    expect(results("")).toEqual({ assessment: null, period: null, sort: "submitted", isRising: false, page: 1 });
  });

  it("is what the address says", () => {
    expect(results("assessment=journey-health&period=2027-Q1&sort=score&order=falling&page=3")).toEqual({
      assessment: "journey-health",
      period: "2027-Q1",
      sort: "score",
      isRising: false,
      page: 3,
    });
    expect(results("period=brought-in&sort=score")).toMatchObject({ period: NO_PERIOD, sort: "score", isRising: true });
  });

  it.each([
    "assessment=' OR 1=1",
    "assessment=",
    "period=2027-Q5",
    "period=2027",
    "sort=name",
    "order=up",
    "page=0",
    "page=1e9",
    "page=%00",
    `assessment=${"a".repeat(65)}`,
  ])("begins anew where it cannot be read: %s", (text) => expect(results(text)).toEqual(results("")));
});

it("the query of a list of cycles is all of them, the open ones first, or what the address says", () => {
  expect(cycles("")).toEqual({ assessment: null, state: null, sort: "standing", isRising: true, page: 1 });
  expect(cycles("assessment=journey-health&state=closed&sort=title&page=2")).toEqual({
    assessment: "journey-health",
    state: "closed",
    sort: "title",
    isRising: true,
    page: 2,
  });
  expect(cycles("state=shut&sort=score")).toEqual(cycles(""));
});

it("a column that is chosen again turns round, and another begins as it is read", () => {
  expect(orderAfterClick({ sort: "submitted", isRising: false }, "submitted")).toEqual({ sort: "submitted", isRising: true });
  expect(orderAfterClick({ sort: "submitted", isRising: true }, "score")).toEqual({ sort: "score", isRising: true });
  expect(orderAfterClick({ sort: "standing", isRising: true }, "opened")).toEqual({ sort: "opened", isRising: false });
});

describe("an address that is made of a query", () => {
  it("says nothing of what is the beginning anyway", () => {
    expect(listSearch(results(""))).toBe("");
    expect(listSearch(cycles(""))).toBe("");
    expect(listSearch(results("sort=submitted&order=rising"))).toBe("?sort=submitted&order=rising");
  });

  it("is read as the same query", () => {
    const common = { assessment: fc.option(fc.stringMatching(/^[a-z0-9-]{1,64}$/)), isRising: fc.boolean(), page: fc.integer({ min: 1, max: 10_000 }) };
    const period = fc.option(fc.oneof(fc.constant(NO_PERIOD), fc.stringMatching(/^\d{4}-Q[1-4]$/)));
    fc.assert(
      fc.property(fc.record({ ...common, period, sort: fc.constantFrom(...RESULT_SORTS) }), (query) => {
        expect(results(listSearch(query))).toEqual(query);
      }),
    );
    fc.assert(
      fc.property(fc.record({ ...common, state: fc.option(fc.constantFrom(...CYCLE_STATES)), sort: fc.constantFrom(...CYCLE_SORTS) }), (query) => {
        expect(cycles(listSearch(query))).toEqual(query);
      }),
    );
  });
});
