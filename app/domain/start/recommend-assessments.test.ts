import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AUDIENCES } from "../assessment/vocabulary.ts";
import { type Recommendable, recommendAssessments, unmetAnswers } from "./recommend-assessments.ts";
import type { StartingOption } from "./starting-questions.ts";

const option = (because: string, extras: Partial<StartingOption> = {}): StartingOption => ({ id: because, label: because, because, points: {}, ...extras });
const SHELF: Recommendable[] = [
  { slug: "audit", minutes: 10, audience: ["executive", "manager"] },
  { slug: "desk", minutes: 5, audience: ["frontline"] },
  { slug: "quiz", minutes: 3, audience: ["executive", "manager", "frontline"] },
  { slug: "radar", minutes: 5, audience: ["executive", "manager", "frontline"] },
];

describe("recommending", () => {
  it("adds up the points of the answers, the most first, at most three, nothing without a point", () => {
    const shelf = [...SHELF, { slug: "spare", minutes: 1, audience: AUDIENCES.slice() }];
    const chosen = [
      option("a", { points: { audit: 2, quiz: 1 } }),
      option("b", { points: { quiz: 2, radar: 4, desk: 1 } }),
      option("c", { points: { audit: 3 } }),
    ];
    expect(recommendAssessments(chosen, shelf)).toEqual([
      { slug: "audit", points: 5, because: ["a", "c"] },
      { slug: "radar", points: 4, because: ["b"] },
      { slug: "quiz", points: 3, because: ["a", "b"] },
    ]);
  });

  it("leaves out what takes longer, and not what takes as long", () => {
    const points = { audit: 5, radar: 1, desk: 1 };
    const led = (minutes: number) => recommendAssessments([option("a", { points }), option("time", { minutes })], SHELF);
    expect(led(10)[0]).toEqual({ slug: "audit", points: 5, because: ["a", "time"] });
    expect(led(5).map(({ slug }) => slug)).toEqual(["desk", "radar"]);
    expect(led(4)).toEqual([]);
  });

  it("leaves out what is not made for the role", () => {
    const points = { audit: 5, desk: 2, quiz: 1 };
    const led = (audience: StartingOption["audience"]) =>
      recommendAssessments([option("role", { points, ...(audience && { audience }) })], SHELF).map(({ slug }) => slug);
    expect(led("frontline")).toEqual(["desk", "quiz"]);
    expect(led("manager")).toEqual(["audit", "quiz"]);
    expect(led(undefined)).toEqual(["audit", "desk", "quiz"]);
  });

  it("puts the shorter of equals first, then the one earlier in the alphabet", () => {
    const points = { audit: 2, radar: 2, desk: 2, quiz: 2 };
    expect(recommendAssessments([option("a", { points })], [...SHELF].reverse()).map(({ slug }) => slug)).toEqual(["quiz", "desk", "radar"]);
  });

  it("names the answers that nothing within the limits speaks to, and no others", () => {
    const concern = option("concern", { points: { audit: 4, desk: 2 } });
    const role = option("role", { audience: "manager", points: { quiz: 1, radar: 1 } });
    const adviser = option("adviser", { points: { audit: 1 } });
    const questions = [{ options: [role, adviser] }, { options: [concern] }, { options: [option("time", { minutes: 10 })] }];
    const unmet = (...chosen: StartingOption[]) => unmetAnswers(questions, chosen, SHELF).map(({ because }) => because);
    expect(unmet(role, concern, option("time", { minutes: 3 }))).toEqual(["concern"]);
    expect(recommendAssessments([role, concern, option("time", { minutes: 3 })], SHELF)).toEqual([{ slug: "quiz", points: 1, because: ["role", "time"] }]);
    expect(unmet(role, concern, option("time", { minutes: 10 }))).toEqual([]);
    // The desk is short enough, and not for managers.
    expect(unmet(role, concern, option("time", { minutes: 5 }))).toEqual(["concern"]);
    expect(unmet(adviser, concern, option("time", { minutes: 5 }))).toEqual([]);
    // Who somebody is, is no concern: nothing has to be about it.
    expect(unmet(adviser, concern, option("time", { minutes: 3 }))).toEqual(["concern"]);
  });

  it("takes no point from what every object has", () => {
    expect(recommendAssessments([option("a", { minutes: 10 })], [{ slug: "constructor", minutes: 1, audience: ["manager"] }])).toEqual([]);
  });

  it("keeps every limit and order, whatever the points", () => {
    const shelf = fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom(..."abcdefgh"),
        minutes: fc.integer({ min: 1, max: 10 }),
        audience: fc.subarray(AUDIENCES.slice(), { minLength: 1 }),
      }),
      { selector: ({ slug }) => slug },
    );
    const limits = fc.record(
      {
        minutes: fc.integer({ min: 1, max: 10 }),
        audience: fc.constantFrom(...AUDIENCES),
        points: fc.dictionary(fc.constantFrom(..."abcdefgh"), fc.integer({ min: 1, max: 5 })),
      },
      { requiredKeys: ["points"] },
    );
    fc.assert(
      fc.property(shelf, fc.array(limits, { minLength: 3, maxLength: 3 }), (all, given) => {
        const chosen = given.map((extras, i) => option(String(i), extras));
        const led = recommendAssessments(chosen, all);
        const total = (slug: string) => given.reduce((sum, { points }) => sum + (points[slug] ?? 0), 0);
        const fits = all.filter(
          ({ minutes, audience, slug }) =>
            total(slug) > 0 && given.every((g) => minutes <= (g.minutes ?? 10) && (g.audience === undefined || audience.includes(g.audience))),
        );
        expect(led).toHaveLength(Math.min(3, fits.length));
        for (const [i, { slug, points, because }] of led.entries()) {
          expect(fits.map((f) => f.slug)).toContain(slug);
          expect(points).toBe(total(slug));
          expect(because.length).toBeGreaterThan(0);
          if (i > 0) expect(points).toBeLessThanOrEqual(led[i - 1]!.points);
        }
        for (const { slug } of fits.filter((f) => !led.some((l) => l.slug === f.slug))) expect(total(slug)).toBeLessThanOrEqual(led.at(-1)!.points);
      }),
    );
  });
});
