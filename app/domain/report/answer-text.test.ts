import { describe, expect, it } from "vitest";
import { answered, NOT_APPLICABLE, NOT_SURE, number, shift } from "../../../tests/factories/definition.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { answerText, readingText } from "./answer-text.ts";

const age = {
  ...number("age", "d", [
    [0, 1],
    [24, 0],
  ]),
  unit: "months" as const,
};

describe("answers in words, in Finnish", () => {
  it("have a decimal comma and a unit that goes by the figure", () => {
    expect(answerText(age, answered(2.5), finnish)).toBe("2,5 kuukautta");
    expect(answerText(age, answered(1), finnish)).toBe("1 kuukausi");
    expect(answerText(age, answered(7.125), finnish)).toBe("7,125 kuukautta");
    expect([readingText(40, "percent", finnish), readingText(1.5, "ratio", finnish)]).toEqual(["40 %", "1,5"]);
  });

  it("name today, what is wanted, and the ways out", () => {
    expect(answerText(shift("way", "d", 4), answered(1, { target: 3 }), finnish)).toBe("Tänään: Position 1; tavoite: Position 3");
    expect(answerText(age, NOT_APPLICABLE, finnish)).toBe("Ei koske meitä");
    expect(answerText(age, NOT_SURE, finnish)).toBe("En tiedä");
    expect(answerText(age, { state: "blank" }, finnish)).toBe("Vastaamatta");
  });
});
