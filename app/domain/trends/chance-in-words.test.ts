import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { chanceInWords } from "./chance-in-words.ts";

describe("a chance in words", () => {
  it.each([
    [1, "1", "1"],
    [0.25, "0.25", "0,25"],
    [0.0449, "0.04", "0,04"],
    [0.01, "0.01", "0,01"],
    [0.0049, "0.005", "0,005"],
    [0.001, "0.001", "0,001"],
    [0.000999, "less than 1 in 1,000", "alle yksi tuhannesta"],
    [0, "less than 1 in 1,000", "alle yksi tuhannesta"],
  ])("of %d never reads 0", (p, inEnglish, inFinnish) => {
    expect([chanceInWords(p, english), chanceInWords(p, finnish)]).toEqual([inEnglish, inFinnish]);
  });
});
