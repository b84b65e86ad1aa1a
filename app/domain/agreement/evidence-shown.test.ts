import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GivenEvidence, mayShowEvidenced, shownCount } from "./evidence-shown.ts";
import { nobody, populationsOf } from "./populations.ts";

type Person = { evidence: GivenEvidence; isByLink?: boolean; isNew: boolean };
const mayShow = (people: readonly Person[]) =>
  mayShowEvidenced(people.map(({ evidence, isByLink, isNew }) => ({ evidence, isIn: populationsOf({ isByLink: isByLink ?? false, isNew }) })));
/** So many people who say the same. */
const times = (count: number, ...evidence: (boolean | null)[]): Person[] => Array.from({ length: count }, () => ({ evidence, isNew: false }));
const byLink = (people: readonly Person[]) => people.map((person) => ({ ...person, isByLink: true }));
const asNew = (people: readonly Person[]) => people.map((person) => ({ ...person, isNew: true }));

/**
 * The fewest people (five for more) that the evidenced sum tells of, together with what everybody answered to each item: found by trying,
 * item by item, to take all answers away or to leave them, and counting whose answers are then left. What all gave evidence for, or none,
 * is in the claimed figures too, and tells nothing new.
 */
function fewestTold(people: readonly Person[]): number {
  const matrix = people.flatMap(({ evidence }) => (evidence ? [evidence] : []));
  const items = [...(matrix[0]?.keys() ?? [])].filter((item) => [true, false].every((given) => matrix.some((row) => row[item] === given)));
  let fewest = 5;
  for (let taken = 0; taken < 2 ** items.length; taken++) {
    const left = matrix.filter((row) => items.some((item, bit) => row[item] === (((taken >> bit) & 1) === 0)));
    if (left.length > 0) fewest = Math.min(fewest, left.length);
  }
  return fewest;
}

describe("the evidenced score of an anonymous team", () => {
  it("is not shown where one gave evidence, since that times the people is theirs; nor where four did", () => {
    expect(mayShow([...times(1, true), ...times(9, false)])).toBe(false);
    expect(mayShow([...times(4, true), ...times(9, false)])).toBe(false);
    expect(mayShow([...times(5, true), ...times(9, false)])).toBe(true);
    expect(mayShow(times(9, false))).toBe(false);
    expect(mayShow([])).toBe(false);
  });

  it("is not shown where one gave none, since the claimed score less it is theirs", () => {
    expect(mayShow([...times(9, true), ...times(1, false)])).toBe(false);
    expect(mayShow([...times(9, true), ...times(5, false)])).toBe(true);
    expect(mayShow(times(9, true))).toBe(true);
  });

  it("is not shown where all gave evidence for one question and one for another: the mean of the first is known", () => {
    expect(mayShow([...times(1, true, true), ...times(9, true, false)])).toBe(false);
    expect(mayShow([...times(1, true, false), ...times(9, true, true)])).toBe(false);
    expect(mayShow([...times(5, true, true), ...times(5, true, false)])).toBe(true);
  });

  it("is shown where five each gave evidence for another question", () => {
    const one = (at: number): Person => ({ evidence: [0, 1, 2, 3, 4].map((item) => item === at), isNew: false });
    expect(mayShow([...[0, 1, 2, 3, 4].map(one), ...times(5, false, false, false, false, false)])).toBe(true);
    expect(mayShow([...[0, 1, 2, 3, 3].map(one), ...times(5, false, false, false, false, false)])).toBe(true);
    // Without one of them the first four are left.
    expect(mayShow([...[0, 1, 2, 3].map(one), ...times(6, false, false, false, false, false)])).toBe(false);
  });

  it("counts nobody who has no score, and no answer that counts for nothing", () => {
    const nobody: Person[] = [{ evidence: null, isNew: false }];
    expect(mayShow([...nobody, ...times(5, true), ...times(5, false)])).toBe(true);
    expect(mayShow([...nobody, ...times(4, true), ...times(5, false)])).toBe(false);
    expect(mayShow([...times(5, true, null), ...times(4, null, null), ...times(5, false, null)])).toBe(true);
  });

  it("is not shown again where one of those who came gave evidence, or one of them none", () => {
    const first = [...times(6, true), ...times(6, false)];
    expect(mayShow([...first, ...asNew([...times(1, true), ...times(6, false)])])).toBe(false);
    expect(mayShow([...first, ...asNew([...times(6, true), ...times(1, false)])])).toBe(false);
    expect(mayShow([...first, ...asNew(times(6, false))])).toBe(true);
    expect(mayShow([...first, ...asNew([...times(5, true), ...times(5, false)])])).toBe(true);
  });

  it("is not shown where one of those who were asked gave evidence, beside any number who came by the link", () => {
    const linked = byLink([...times(6, true), ...times(6, false)]);
    expect(mayShow([...linked, ...times(1, true), ...times(6, false)])).toBe(false);
    expect(mayShow([...linked, ...times(6, true), ...times(1, false)])).toBe(false);
    expect(mayShow([...linked, ...times(6, false)])).toBe(true);
    expect(mayShow([...linked, ...times(5, true), ...times(5, false)])).toBe(true);
  });

  const anyEvidence = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 8, arbitrary: fc.boolean() });
  const anyPeople = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }), fc.integer())
    .chain(([items, repeats]) =>
      fc.tuple(
        ...repeats.map((count) =>
          fc
            .array(anyEvidence, { minLength: items, maxLength: items })
            .map((evidence): Person[] => Array.from({ length: count }, () => ({ evidence, isNew: false }))),
        ),
      ),
    )
    .map((groups) => groups.flat());

  it("is shown exactly where five gave evidence, and nothing taken from it tells of one to four", () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const isEnough = people.filter(({ evidence }) => evidence!.includes(true)).length >= 5;
        const isClear = ![true, false].some((given) => [1, 2, 3, 4].includes(people.filter(({ evidence }) => evidence!.includes(given)).length));
        expect(mayShow(people)).toBe(isEnough && isClear && fewestTold(people) >= 5);
      }),
      { numRuns: 3000 },
    );
  });

  it("nor where the answers of one way are known beside it", () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (asked, linked) => {
        fc.pre(asked[0]?.evidence!.length === linked[0]?.evidence!.length);
        const both = [...asked, ...byLink(linked)];
        if (mayShow(both)) expect([fewestTold(asked), fewestTold(linked), fewestTold(both)]).toEqual([5, 5, 5]);
      }),
      { numRuns: 3000 },
    );
  });

  it("nor does the difference of two results, of which the second is shown", () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (first, later) => {
        fc.pre(first[0]?.evidence!.length === later[0]?.evidence!.length);
        const both = [...first, ...asNew(later)];
        if (mayShow(first) && mayShow(both)) expect([fewestTold(first), fewestTold(later), fewestTold(both)]).toEqual([5, 5, 5]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("how many answers to a question have evidence", () => {
  const counted = (answered: number, evidenced: number, added: [number, number] = [0, 0]) =>
    shownCount(
      { ...nobody(), all: answered, asked: answered, new: added[0], newAsked: added[0] },
      { ...nobody(), all: evidenced, asked: evidenced, new: added[1], newAsked: added[1] },
    );

  it("is said of five and more, where those without are none or five", () => {
    expect([0, 1, 4, 5, 6, 7, 9, 10].map((evidenced) => counted(10, evidenced))).toEqual([null, null, null, 5, null, null, null, 10]);
  });

  it("is said again where of those who came none or five have any, and none or five have none", () => {
    expect([0, 1, 4, 5, 6, 9, 10].map((added) => counted(30, 15, [10, added]))).toEqual([15, null, null, 15, null, null, 15]);
  });
});
