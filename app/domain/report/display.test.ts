import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import {
  displayAmount,
  displayChange,
  displayDateIn,
  displayExact,
  displayHundredths,
  displayMoment,
  displayMomentIn,
  displayScore,
  displayShare,
  inWords,
} from "./display.ts";

describe("displayScore", () => {
  it.each([
    [46.15, "46.2"],
    [46.25, "46.3"],
    [46.249, "46.2"],
    [0.05, "0.1"],
    [100, "100.0"],
    [0, "0.0"],
    [-0.04, "0.0"],
    [-46.25, "−46.3"],
    [99.95, "100.0"],
    [1.005, "1.0"],
  ])("rounds %d half away from zero to %s", (value, shown) => {
    expect(displayScore(value, "en")).toBe(shown);
  });
});

describe("displayChange", () => {
  it.each([
    [6.25, "+6.3", "+6,3"],
    [-6.25, "−6.3", "−6,3"],
    [0.05, "+0.1", "+0,1"],
    [0.04, "0.0", "0,0"],
    [-0.04, "0.0", "0,0"],
    [0, "0.0", "0,0"],
  ])("shows %d as %s, in Finnish %s", (value, english, finnish) => {
    expect(displayChange(value, "en")).toBe(english);
    expect(displayChange(value, "fi")).toBe(finnish);
  });
});

describe("displayShare", () => {
  it.each([
    [0.864, "86 %"],
    [0, "0 %"],
    [1, "100 %"],
    [0.004, "under 1 %"],
    [0.005, "1 %"],
    [0.995, "over 99 %"],
    [0.994, "99 %"],
  ])("shows %d as %s", (share, shown) => {
    expect(displayShare(share, english)).toBe(shown);
  });
});

describe("displayAmount", () => {
  it.each([
    [2, "2"],
    [2.5, "2.5"],
    [1 / 3, "0.33"],
    [1.005, "1.01"],
    [0.1 + 0.2, "0.3"],
  ])("shows %d as %s", (value, shown) => {
    expect(displayAmount(value, "en")).toBe(shown);
  });
});

it("displayHundredths keeps both decimals", () => {
  expect([2, 0.5, 1 / 3, 1.005, 0].map((value) => displayHundredths(value, "en"))).toEqual(["2.00", "0.50", "0.33", "1.01", "0.00"]);
  expect(displayHundredths(1234.5, "fi")).toBe("1234,50");
});

it("displayMoment says the day, the time and that it is UTC", () => {
  expect(displayMoment("2027-02-28T09:05:59.000Z", "en")).toBe("28 February 2027, 09:05 UTC");
  expect(displayMoment("2027-02-28T23:59:00.000Z", "fi")).toBe("28. helmikuuta 2027, 23:59 UTC");
});

it("displayMomentIn says the day and the time by the clock of a zone, which it names; displayDateIn the day alone", () => {
  const moment = "2027-02-28T18:45:00.000Z";
  expect(displayMomentIn(moment, "Asia/Kolkata", "en")).toBe("1 March 2027, 00:15 (Asia/Kolkata)");
  expect(displayMomentIn(moment, "America/St_Johns", "fi")).toBe("28. helmikuuta 2027, 15.15 (America/St_Johns)");
  expect(displayDateIn(moment, "Asia/Kolkata", "fi")).toBe("1. maaliskuuta 2027");
  expect(displayDateIn(moment, "UTC", "en")).toBe("28 February 2027");
});

it("displayExact keeps every decimal, with the sign of the language", () => {
  expect([46.15384615384615, 100, 0.1 + 0.2].map((value) => displayExact(value, "en"))).toEqual(["46.15384615384615", "100", "0.30000000000000004"]);
  expect(displayExact(46.15384615384615, "fi")).toBe("46,15384615384615");
});

describe("inWords", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("joins %j", (list, text) => {
    expect(inWords(list, "en")).toBe(text);
  });
});
