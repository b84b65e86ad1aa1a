import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { rowStanding } from "./row-standing.ts";

const level = { number: 3, name: "In between" };
const sure = { low: 3, high: 3, levels: [{ level: 3, chance: 1 }] };
const unsure = {
  low: 2,
  high: 3,
  levels: [
    { level: 2, chance: 0.6 },
    { level: 3, chance: 0.4 },
  ],
};
const held = { level: 1, by: ["Notice and respond", "Decisions on evidence"] };

describe("where an assessment of a portfolio stands", () => {
  it.each([
    [{ level: null, held: null, band: null }, "Not enough answers"],
    [{ level, held: null, band: null }, "Level 3, In between"],
    [{ level, held: null, band: sure }, "Level 3, In between"],
    [{ level, held: null, band: unsure }, "Level 3, In between; most likely level 2 (60 %)"],
    [{ level, held, band: sure }, "Level 3, In between, held at 1 by “notice and respond” and “decisions on evidence”"],
    [{ level, held, band: unsure }, "Level 3, In between, held at 1 by “notice and respond” and “decisions on evidence”; most likely level 2 (60 %)"],
    [{ level, held: { level: 2, by: ["KPIs for customers", "Steering"] }, band: sure }, "Level 3, In between, held at 2 by KPIs for customers and steering"],
  ])("of %j is said in one line", (row, sentence) => {
    expect(rowStanding(row, english)).toBe(sentence);
  });

  it("is said in the language of the page", () => {
    const row = { level: { number: 3, name: "Puolivälissä" }, held: { level: 2, by: ["Ohjaus"] }, band: null };
    expect(rowStanding(row, finnish)).toBe("Taso 3, Puolivälissä; rajoitettu tasolle 2, rajoittajana ohjaus");
  });
});
