import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAnswered } from "../../../tests/factories/arbitrary-definition.ts";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, scale, single } from "../../../tests/factories/definition.ts";
import { oracleScore, Ratio, valueOf } from "../../../tests/oracle/score-oracle.ts";
import type { Answers } from "../assessment/answer.ts";
import { compile } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { evidencedMeans, evidencedScore, evidenceOfAnswers, evidenceStanding } from "./evidenced-score.ts";

const TODAY = "2027-03-15";
/**
 * Worked by hand. door: (1 x 0.5 + 1 x 1) / 2 = 75; desk, of double weight: (1 x 0.75 + 3 x 0.3) / 4 = 41.25; yard: 25.
 * Claimed: (75 + 2 x 41.25 + 25) / 4 = 45.625.
 */
const shop = compile(
  definitionOf(
    [dimension("door"), dimension("desk", { weight: 2 }), dimension("yard")],
    [
      single("greeting", "door", [0, 0.5, 1]),
      single("signs", "door", [0, 0.5, 1]),
      scale("wait", "desk", 0, 4),
      single("help", "desk", [1, 0.3, 0], { weight: 3 }),
      single("grass", "yard", [0, 0.25, 1]),
    ],
  ),
);
const ANSWERS: Answers = { greeting: answered("o1"), signs: answered("o2"), wait: answered(3), help: answered("o1"), grass: answered("o1") };
const on = (entries: [item: string, expires: string | null][], today = TODAY) =>
  evidenceStanding(
    entries.map(([item, expires]) => ({ item, expires })),
    today,
  );

describe("what is claimed and what is shown", () => {
  it("counts an answer without evidence as 0, worked by hand", () => {
    // Only signs and help: door 100 x (0 + 1) / 2 = 50, desk 100 x (0 + 0.9) / 4 = 22.5, yard 0: (50 + 45 + 0) / 4 = 23.75.
    const { claimed, evidenced, distance } = evidencedScore(
      shop,
      ANSWERS,
      on([
        ["signs", null],
        ["help", "2027-12-31"],
      ]),
    );
    expect({ claimed, evidenced, distance }).toEqual({ claimed: 45.625, evidenced: 23.75, distance: 21.875 });
  });

  it("ranks what is missing by what it would add, what has expired before all, worked by hand", () => {
    // greeting adds 50/2/4 = 6.25, wait 2 x 75/4/4 = 9.375, grass 25/4 = 6.25; help is expired: 2 x 22.5/4 = 11.25.
    const { audit } = evidencedScore(
      shop,
      ANSWERS,
      on([
        ["signs", null],
        ["grass", "2027-03-14"],
      ]),
    );
    expect(audit).toEqual([
      { item: "grass", points: 6.25, hasExpired: true },
      { item: "help", points: 11.25, hasExpired: false },
      { item: "wait", points: 9.375, hasExpired: false },
      { item: "greeting", points: 6.25, hasExpired: false },
    ]);
  });

  it("counts evidence through its last day", () => {
    expect(evidencedScore(shop, ANSWERS, on([["signs", TODAY]])).evidenced).toBe(12.5);
    expect(evidencedScore(shop, ANSWERS, on([["signs", TODAY]], "2027-03-16")).evidenced).toBe(0);
  });

  it("takes one that holds where another has expired, in any order", () => {
    const both: [string, string | null][] = [
      ["signs", "2020-01-01"],
      ["signs", null],
    ];
    for (const entries of [both, [...both].reverse()]) expect(on(entries).get("signs")).toBe("holds");
  });

  it("equals what is claimed when everything is shown, and leaves nothing on the list", () => {
    const all = on(Object.keys(ANSWERS).map((item) => [item, null]));
    expect(evidencedScore(shop, ANSWERS, all)).toEqual({ claimed: 45.625, evidenced: 45.625, distance: 0, audit: [] });
  });

  it("has no figures without a score, and lists what was answered", () => {
    expect(evidencedScore(shop, { greeting: NOT_SURE, signs: answered("o2") }, on([]))).toEqual({
      ...{ claimed: null, evidenced: null, distance: null },
      audit: [{ item: "signs", points: 0, hasExpired: false }],
    });
  });

  it("does not ask for evidence of what does not apply or was not answered", () => {
    const { audit } = evidencedScore(shop, { ...ANSWERS, greeting: NOT_APPLICABLE, wait: NOT_SURE }, on([]));
    // Half of the door does not apply, so that it has no score and its signs add nothing.
    expect(audit.map(({ item }) => item)).toEqual(["help", "grass", "signs"]);
  });

  it("reads the links that were given with answers", () => {
    const proved = answered("o2", { evidence: { link: "https://example.com", expires: "2027-04-01" } });
    expect(evidenceOfAnswers({ ...ANSWERS, signs: proved, grass: { state: "not_sure", evidence: { link: "https://example.com" } } })).toEqual([
      { item: "signs", expires: "2027-04-01" },
      { item: "grass", expires: null },
    ]);
  });

  it("counts means of several, worked by hand", () => {
    // door (0.25 + 0.75) / 2 = 50, desk (0.5 + 3 x 0.5) / 4 = 50, yard 20: (50 + 100 + 20) / 4 = 42.5; shown: help, 100 x 1.5 / 4 x 2 / 4 = 18.75.
    const values = { greeting: 0.25, signs: 0.75, wait: 0.5, help: 0.5, grass: 0.2 };
    const { claimed, evidenced, audit } = evidencedMeans(shop, { values }, on([["help", null]]));
    expect({ claimed, evidenced }).toEqual({ claimed: 42.5, evidenced: 18.75 });
    expect(audit.map(({ item, points }) => [item, points])).toEqual([
      ["signs", 9.375],
      ["wait", 6.25],
      ["grass", 5],
      ["greeting", 3.125],
    ]);
  });

  it("leaves out of the means what applies to nobody, and of a blank item makes a gap", () => {
    const values = { greeting: 1, wait: 0.5, help: 0.5, grass: 0.2 };
    // Half of the door is not known: it has no score, and the desk and the yard stand alone: (2 x 50 + 20) / 3.
    expect(evidencedMeans(shop, { values }, on([])).claimed).toBe(40);
    const three = compile(
      definitionOf(
        [dimension("door")],
        ["a", "b", "c"].map((id) => single(id, "door", [0, 1])),
      ),
    );
    expect(evidencedMeans(three, { values: { a: 1, b: 0.5 }, notApplicable: new Set(["c"]) }, on([])).claimed).toBe(75);
  });
});

describe("against an independent implementation", () => {
  const anyCase = anyAnswered.chain(({ definition, answers }) =>
    fc.record({
      definition: fc.constant(definition),
      answers: fc.constant(answers),
      shown: fc.subarray(definition.items.map(({ id }) => id)).map((ids) => new Set(ids)),
      means: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: definition.items.length, maxLength: definition.items.length }),
    }),
  );

  it("agrees for one respondent to the last digit, and the list adds what it says", () => {
    fc.assert(
      fc.property(anyCase, ({ definition, answers, shown }) => {
        const compiled = compile(definition);
        const standing = evidenceStanding(
          [...shown].map((item) => ({ item, expires: null })),
          TODAY,
        );
        const { claimed, evidenced, audit } = evidencedScore(compiled, answers, standing);
        const oracle = (counts: (id: string) => boolean) =>
          oracleScore(definition, answers, (item, answer) =>
            answer.state !== "answered" ? null : counts(item.id) ? valueOf(item, answer.value) : new Ratio(0n),
          ).overall.score;
        expect(claimed).toBe(score(compiled, answers).overall.score);
        expect(claimed).toBe(oracle(() => true));
        expect(evidenced).toBe(oracle((id) => shown.has(id)));
        for (const { item, points } of audit)
          expect(points).toBeCloseTo(evidenced === null ? 0 : oracle((id) => id === item || shown.has(id))! - oracle((id) => shown.has(id))!, 9);
        const wanted = definition.items.filter(({ id }) => answers[id]?.state === "answered" && !shown.has(id)).map(({ id }) => id);
        expect(audit.map(({ item }) => item).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("agrees for means, where what is shown is never more than what is claimed", () => {
    fc.assert(
      fc.property(anyCase, ({ definition, answers, shown, means }) => {
        const isAnswered = (id: string) => answers[id]?.state === "answered";
        const index = new Map(definition.items.map(({ id }, i) => [id, i]));
        const meanOf = (id: string) => means[index.get(id)!]! / 1000;
        const values = Object.fromEntries(definition.items.filter(({ id }) => isAnswered(id)).map(({ id }) => [id, meanOf(id)]));
        const notApplicable = new Set(definition.items.map(({ id }) => id).filter((id) => answers[id]?.state === "not_applicable"));
        const standing = evidenceStanding(
          [...shown].map((item) => ({ item, expires: null })),
          TODAY,
        );
        const { claimed, evidenced } = evidencedMeans(compile(definition), { values, notApplicable }, standing);
        const oracle = (counts: (id: string) => boolean) =>
          oracleScore(definition, answers, ({ id }) => (!isAnswered(id) ? null : counts(id) ? Ratio.decimal(meanOf(id)) : new Ratio(0n))).overall.score;
        expect(claimed).toBe(oracle(() => true));
        expect(evidenced).toBe(oracle((id) => shown.has(id)));
        if (claimed !== null) expect(evidenced).toBeLessThanOrEqual(claimed);
      }),
      { numRuns: 500 },
    );
  });
});
