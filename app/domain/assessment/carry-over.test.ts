import { describe, expect, it } from "vitest";
import { answered, BLANK, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, single } from "../../../tests/factories/definition.ts";
import type { Answer } from "./answer.ts";
import { carryOver, type SharedAnswer } from "./carry-over.ts";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const DAY = 24 * 3600 * 1000;
const ago = (days: number, ms = 0) => new Date(NOW.getTime() - days * DAY - ms);

const HERE = definitionOf(
  [dimension("d")],
  [{ ...single("owner", "d", [0, 1]), shared: "owner" }, { ...single("content", "d", [0, 0.5, 1]), shared: "content" }, single("own", "d", [0, 1])],
  { slug: "here" },
);
const given = (answer: Answer, on: Date, rest: Partial<SharedAnswer> = {}): SharedAnswer => ({ shared: "owner", answer, assessment: "there", on, ...rest });
const carried = (...list: SharedAnswer[]) => carryOver(HERE, list, NOW);

describe("carrying answers over", () => {
  it("fills in a shared question, with where and when it was answered, and nothing else", () => {
    const answer = answered("o1", { confidence: "guess", comment: "as told" });
    expect(carried(given(answer, ago(3)))).toEqual({ owner: { answer, from: { assessment: "there", on: ago(3) }, stale: false } });
    expect(carried(given(NOT_APPLICABLE, ago(3)))).toMatchObject({ owner: { answer: NOT_APPLICABLE, stale: false } });
    expect(carried()).toEqual({});
    expect(carried(given(answer, ago(3), { shared: "own" }), given(answer, ago(3), { shared: "__proto__" }))).toEqual({});
  });

  it("takes the latest, in whatever order they come", () => {
    const [older, newer] = [given(answered("o0"), ago(30)), given(answered("o1"), ago(2), { assessment: "elsewhere" })];
    for (const list of [
      [older, newer],
      [newer, older],
    ])
      expect(carried(...list)).toMatchObject({ owner: { answer: { value: "o1" }, from: { assessment: "elsewhere", on: ago(2) } } });
  });

  it("asks again what was unknown last, also when it had been known before; a question left open is no answer", () => {
    expect(carried(given(NOT_SURE, ago(2)))).toEqual({});
    expect(carried(given(answered("o0"), ago(30)), given(NOT_SURE, ago(2)))).toEqual({});
    expect(carried(given(answered("o0"), ago(30)), given(BLANK, ago(2)))).toMatchObject({ owner: { answer: { value: "o0" } } });
  });

  it("asks again what this version of the question does not offer, and does not go back to an older answer", () => {
    expect(carried(given(answered("o2"), ago(2)))).toEqual({});
    expect(carried(given(answered("o2"), ago(2), { shared: "content" }))).toHaveProperty("content");
    expect(carried(given(answered("o1"), ago(9)), given(answered("o2"), ago(2)))).toEqual({});
    expect(carried(given(answered(["o1"]), ago(2)), given(answered(1), ago(3), { shared: "content" }))).toEqual({});
  });

  it("does not fill in what was answered in an earlier response to the same assessment, nor what that had replaced", () => {
    expect(carried(given(answered("o1"), ago(2), { assessment: "here" }))).toEqual({});
    expect(carried(given(answered("o0"), ago(9)), given(answered("o1"), ago(2), { assessment: "here" }))).toEqual({});
    expect(carried(given(answered("o0"), ago(2)), given(answered("o1"), ago(9), { assessment: "here" }))).toMatchObject({ owner: { answer: { value: "o0" } } });
  });

  it("counts for 90 days to the millisecond, and no longer", () => {
    const stale = (on: Date) => carried(given(answered("o1"), on))["owner"]!.stale;
    expect([ago(0), ago(89), ago(90), ago(90, 1), ago(91)].map(stale)).toEqual([false, false, false, true, true]);
    // A clock that was set back is no reason to ask again.
    expect(stale(ago(-1))).toBe(false);
  });
});
