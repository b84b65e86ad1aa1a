import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import type { BoardWarning } from "./check-board.ts";
import { onCard, warningSentence } from "./warning-sentence.ts";

const titles = { ofRow: () => "Answer the main number", ofPlan: () => "A rota" };
const initiatives = ["row"];
const over = (used: number, available: number): BoardWarning => ({ kind: "capacity", initiatives, pool: "technology", quarter: "2027-Q1", used, available });

describe("a warning in words", () => {
  it.each<[BoardWarning, string]>([
    [over(9, 6), "Technology in 2027-Q1: 9 person-weeks planned, 6 available."],
    [over(1, 0.5), "Technology in 2027-Q1: 1 person-week planned, 0.5 available."],
    [{ kind: "budget", initiatives, quarter: "2027-Q2", used: 12500, available: 10000 }, "Money in 2027-Q2: €12,500 planned, €10,000 available."],
    [
      { kind: "prerequisite", initiatives, requires: "a-rota", why: "late" },
      "Answer the main number: it starts before “A rota”, on which it rests, has ended.",
    ],
    [{ kind: "horizon", initiatives, side: "after", quarter: "2027-Q4" }, "Answer the main number: it ends after 2027-Q4, the last quarter of the plan."],
  ])("%j", (warning, sentence) => {
    expect(warningSentence(warning, titles, english)).toBe(sentence);
  });

  it("on a card leaves out whose it is, and speaks the reader's language", () => {
    expect(onCard({ kind: "prerequisite", initiatives, requires: "a-rota", why: "not_planned" }, titles, english)).toBe(
      "it rests on “A rota”, which is not planned.",
    );
    expect(onCard(over(9, 6), titles, finnish)).toBe("Teknologia, 2027-Q1: suunniteltu 9 henkilötyöviikkoa, käytettävissä 6.");
  });
});
