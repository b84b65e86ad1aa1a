import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { DEFAULT_SEED } from "../roadmap/plan-settings.ts";
import type { Wishes } from "./wishes.ts";
import { wishesSchema } from "./wishes.ts";
import { fieldsOfWishes, readScenarioForm, type WishChoices } from "./wishes-form.ts";

const CYCLE = "0a1b2c3d-0000-4000-8000-000000000001";
const OLDER = "0a1b2c3d-0000-4000-8000-000000000002";
const OTHER = "0a1b2c3d-0000-4000-8000-000000000003";
const ONCE = "0a1b2c3d-0000-4000-8000-00000000000f";

const choices: WishChoices = {
  assessments: [
    {
      slug: "quiz",
      results: [
        { cycle: CYCLE, number: 2, dimensions: ["goals", "data"] },
        { cycle: OLDER, number: 1, dimensions: ["goals"] },
      ],
    },
    { slug: "deep", results: [{ cycle: OTHER, number: 1, dimensions: ["goals"] }] },
  ],
  firstQuarters: ["2027-Q1", "2027-Q2"],
  initiatives: ["one", "two", "own-0a1b2c3d-0000-4000-8000-000000000009"],
};

/** What the form sends when nothing but the name is filled in, for two quarters. */
const plain: Record<string, string> = {
  ...{ once: ONCE, name: "As it is", firstQuarter: "2027-Q1", quarters: "2", "from:quiz": CYCLE, "from:deep": "" },
  ...{ target: "furthest", score: "", level: "3" },
  ...Object.fromEntries(["people", "process", "content", "technology", "kpis"].flatMap((pool) => [1, 2].map((q) => [`${pool}-${q}`, "3"]))),
  ...{ "budget-1": "", "budget-2": "", "importance:quiz:goals": "1", "importance:quiz:data": "1" },
  ...{ "choice:one": "", "choice:two": "" },
};
/** The plain form with some fields otherwise; undefined: not sent. */
const sent = (changes: Record<string, string | undefined> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...plain, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
const read = (changes: Record<string, string | undefined> = {}) => readScenarioForm(sent(changes), choices, english);
function wishesOf(changes: Record<string, string | undefined>): Omit<Wishes, "seed"> {
  const { values, problems } = read(changes);
  if (problems) throw new Error(JSON.stringify(problems));
  return values.wishes;
}
const problemsOf = (changes: Record<string, string | undefined>) => read(changes).problems ?? [];

describe("the form of a scenario", () => {
  it("means three weeks everywhere, no money, no target and nothing that must be, when it is sent as it begins", () => {
    const weeks = [3, 3];
    expect(read().values).toEqual({
      ...{ once: ONCE, name: "As it is", firstQuarter: "2027-Q1" },
      wishes: {
        ...{ basis: [{ assessment: "quiz", cycle: CYCLE, number: 2 }], quarters: 2, budget: null, target: { kind: "furthest" } },
        capacity: { people: weeks, process: weeks, content: weeks, technology: weeks, kpis: weeks },
        ...{ importance: {}, pinned: {}, excluded: [], usesLedger: false },
      },
    });
  });

  it("takes all that can be asked at once", () => {
    const everything = {
      ...{ name: "  With more  ", firstQuarter: "2027-Q2", quarters: " 2 ", "from:quiz": OLDER, "from:deep": OTHER },
      ...{ target: "score", score: "61,5", "people-1": "2,25", "people-2": "0", "budget-1": "20 000", "budget-2": "0" },
      ...{ "importance:quiz:goals": "2.5", "importance:deep:goals": "0.5", "choice:one": "in", "choice:two": "2" },
      ...{ "choice:own-0a1b2c3d-0000-4000-8000-000000000009": "out", usesLedger: "yes" },
    };
    expect(read(everything).values).toMatchObject({ name: "With more", firstQuarter: "2027-Q2" });
    expect(wishesOf(everything)).toMatchObject({
      basis: [
        { assessment: "quiz", cycle: OLDER, number: 1 },
        { assessment: "deep", cycle: OTHER, number: 1 },
      ],
      ...{ target: { kind: "score", score: 61.5 }, budget: [20000, 0], usesLedger: true },
      capacity: { people: [2.25, 0], process: [3, 3] },
      importance: { quiz: { goals: 2.5 }, deep: { goals: 0.5 } },
      ...{ pinned: { one: "any", two: 2 }, excluded: ["own-0a1b2c3d-0000-4000-8000-000000000009"] },
    });
  });
});

describe("what each field may be", () => {
  it.each<[string, Record<string, string | undefined>]>([
    ["the longest name", { name: "n".repeat(80) }],
    ["one quarter", { quarters: "1" }],
    ["twelve quarters, each pool going on with its last figure", { quarters: "12" }],
    ["no weeks", { "people-1": "0" }],
    ["the most weeks", { "people-1": "1000" }],
    ["hundredths of a week", { "people-1": "0.25" }],
    ["the most money", { "budget-1": "100000000", "budget-2": "0" }],
    ["the lowest target", { target: "score", score: "1" }],
    ["the highest target", { target: "score", score: "100" }],
    ["the lowest level", { target: "level", level: "2" }],
    ["the highest level", { target: "level", level: "5" }],
    ["a dimension that does not count", { "importance:quiz:goals": "0" }],
    ["the most importance", { "importance:quiz:goals": "4" }],
    ["the last quarter for a start", { "choice:one": "2" }],
  ])("takes %s", (_, changes) => {
    expect(problemsOf(changes)).toEqual([]);
    expect(wishesSchema.safeParse(wishesOf(changes)).success).toBe(true);
  });

  it.each<[string, Record<string, string | undefined>, string, string]>([
    ["no name", { name: " " }, "name", "Give the scenario a name."],
    ["a name that is too long", { name: "n".repeat(81) }, "name", "Use at most 80 characters, in one line."],
    ["a name that no field would take", { name: "n".repeat(3000) }, "name", "Use at most 80 characters, in one line."],
    ["a name of two lines", { name: "one\ntwo" }, "name", "Use at most 80 characters, in one line."],
    ["a name that turns its direction", { name: "one\u202Etwo" }, "name", "Use at most 80 characters, in one line."],
    ["a quarter that is not offered", { firstQuarter: "2026-Q4" }, "firstQuarter", "Choose one of these quarters."],
    ["no first quarter", { firstQuarter: undefined }, "firstQuarter", "Choose one of these quarters."],
    ["no quarters", { quarters: "0" }, "quarters", "Enter a whole number from 1 to 12"],
    ["too many quarters", { quarters: "13" }, "quarters", "Enter a whole number from 1 to 12"],
    ["half quarters", { quarters: "2.5" }, "quarters", "Enter a whole number from 1 to 12"],
    ["quarters in words", { quarters: "two" }, "quarters", "Enter a whole number from 1 to 12"],
    ["a result that is not offered", { "from:quiz": OTHER }, "from:quiz", "Choose one of these results."],
    ["no result", { "from:quiz": "" }, "from:quiz", "Choose at least one result to start from."],
    ["weeks below none", { "people-2": "-1" }, "people-2", "Enter a number from 0 to 1000, such as 3 or 2.5."],
    ["weeks above the most", { "people-2": "1000.01" }, "people-2", "Enter a number from 0 to 1000, such as 3 or 2.5."],
    ["thousandths of a week", { "people-2": "0.125" }, "people-2", "Enter a number from 0 to 1000, such as 3 or 2.5."],
    ["weeks left empty", { "people-2": "" }, "people-2", "Enter a number from 0 to 1000, such as 3 or 2.5."],
    ["a pool that is not sent", { "kpis-1": undefined, "kpis-2": undefined }, "kpis-1", "Enter a number from 0 to 1000, such as 3 or 2.5."],
    [
      "money for one quarter only",
      { "budget-1": "5000" },
      "budget-2",
      "Enter an amount without separators for each quarter, such as 20000, or leave all of them empty.",
    ],
    [
      "too much money",
      { "budget-1": "100000000.01", "budget-2": "1" },
      "budget-1",
      "Enter an amount without separators for each quarter, such as 20000, or leave all of them empty.",
    ],
    ["no target chosen", { target: undefined }, "target", "Say how far the plan should go."],
    ["another target", { target: "moon" }, "target", "Say how far the plan should go."],
    ["a score that is missing", { target: "score", score: "" }, "score", "Enter a score from 1 to 100."],
    ["a score that is too low", { target: "score", score: "0.99" }, "score", "Enter a score from 1 to 100."],
    ["a score that is too high", { target: "score", score: "100.01" }, "score", "Enter a score from 1 to 100."],
    ["level 1, where everybody is", { target: "level", level: "1" }, "level", "Choose a level."],
    ["level 6", { target: "level", level: "6" }, "level", "Choose a level."],
    ["half a level", { target: "level", level: "2.5" }, "level", "Choose a level."],
    [
      "a level of two assessments",
      { target: "level", "from:deep": OTHER },
      "level",
      "A level is one assessment’s. Choose a score, or start from one assessment only.",
    ],
    ["an importance between the halves", { "importance:quiz:data": "1.25" }, "importance:quiz:data", "Choose how often it counts."],
    ["an importance above the most", { "importance:quiz:data": "4.5" }, "importance:quiz:data", "Choose how often it counts."],
    ["an importance below none", { "importance:quiz:data": "-0.5" }, "importance:quiz:data", "Choose how often it counts."],
    ["nothing of importance", { "importance:quiz:goals": "0", "importance:quiz:data": "0" }, "importance:quiz:goals", "At least one dimension has to count."],
    ["a start before the plan", { "choice:one": "0" }, "choice:one", "Choose one of the list; a quarter has to lie within the plan."],
    ["a start after the plan", { "choice:one": "3" }, "choice:one", "Choose one of the list; a quarter has to lie within the plan."],
    ["another choice", { "choice:one": "perhaps" }, "choice:one", "Choose one of the list; a quarter has to lie within the plan."],
  ])("refuses %s", (_, changes, field, message) => {
    expect(problemsOf(changes)).toEqual([{ field, message }]);
  });

  it("says everything that is wrong at once", () => {
    const all = { name: "", quarters: "13", "from:quiz": "", "people-1": "many", target: "score", score: "0" };
    expect(problemsOf(all).map(({ field }) => field)).toEqual(["name", "quarters", "from:quiz", "people-1", "score"]);
  });

  it("looks only at what counts: not at weeks after the last quarter, nor at the importance of what it does not start from", () => {
    expect(problemsOf({ quarters: "1", "people-2": "many", "budget-2": "" })).toEqual([]);
    expect(wishesOf({ "from:quiz": "", "from:deep": OTHER, "importance:quiz:goals": "9" }).importance).toEqual({});
    // An older version has fewer dimensions.
    expect(wishesOf({ "from:quiz": OLDER, "importance:quiz:data": "2" }).importance).toEqual({});
    expect(problemsOf({ target: "furthest", score: "none", level: "none" })).toEqual([]);
  });

  it("goes on with the last figure of a pool, and of the money, where there are more quarters than before", () => {
    const { capacity, budget } = wishesOf({ quarters: "4", "people-2": "5", "budget-1": "100", "budget-2": "200" });
    expect([capacity.people, capacity.kpis, budget]).toEqual([
      [3, 5, 5, 5],
      [3, 3, 3, 3],
      [100, 200, 200, 200],
    ]);
  });
});

describe("a figure that is carried on", () => {
  it("is wrong once, where it was entered", () => {
    const message = "Enter a number from 0 to 1000, such as 3 or 2.5.";
    expect(problemsOf({ quarters: "4", "people-2": "many" })).toEqual([{ field: "people-2", message }]);
    expect(problemsOf({ quarters: "4", "people-1": "many", "people-2": "-1" })).toEqual([
      { field: "people-1", message },
      { field: "people-2", message },
    ]);
  });
});

describe("a form that is not ours", () => {
  const changed = [{ field: "name", message: "The page has changed since you opened it. Check the fields and send them again." }];
  it.each<[string, Record<string, string | undefined>]>([
    ["an unknown field", { surplus: "1" }],
    ["a thirteenth quarter", { "people-13": "1" }],
    ["a pool that is none", { "luck-1": "1" }],
    ["a value that is too long", { "choice:one": "i".repeat(201) }],
    ["neither an id nor a revision", { once: undefined }],
    ["both of them", { revision: "1" }],
    ["an id that is none", { once: "again" }],
    ["a revision that is none", { once: undefined, revision: "0" }],
  ])("is refused as a whole: %s", (_, changes) => {
    expect(problemsOf(changes)).toEqual(changed);
  });

  it("has either the id of a new scenario or the revision of one that is changed", () => {
    expect(read({ once: undefined, revision: "7" }).values).toMatchObject({ revision: 7 });
  });
});

describe("what was entered", () => {
  const halves = fc.constantFrom(0.5, 1.5, 2, 2.5, 3, 3.5, 4);
  const amount = fc.nat(10_000).map((hundredths) => hundredths / 100);
  const some = fc.integer({ min: 1, max: 12 }).chain((quarters) => {
    const weeks = fc.array(amount, { minLength: quarters, maxLength: quarters });
    return fc.record({
      basis: fc.constantFrom<Wishes["basis"][]>([{ assessment: "quiz", cycle: CYCLE, number: 2 }], [{ assessment: "deep", cycle: OTHER, number: 1 }]),
      quarters: fc.constant(quarters),
      capacity: fc.record({ people: weeks, process: weeks, content: weeks, technology: weeks, kpis: weeks }),
      budget: fc.option(weeks),
      target: fc.oneof(
        fc.constant({ kind: "furthest" as const }),
        fc.integer({ min: 100, max: 10_000 }).map((hundredths) => ({ kind: "score" as const, score: hundredths / 100 })),
        fc.integer({ min: 2, max: 5 }).map((level) => ({ kind: "level" as const, level })),
      ),
      times: fc.option(halves),
      start: fc.option(fc.oneof(fc.constant("any" as const), fc.integer({ min: 1, max: quarters }))),
      isOut: fc.boolean(),
      usesLedger: fc.boolean(),
    });
  });

  it("comes back the same from the fields that a saved scenario is changed with", () => {
    fc.assert(
      fc.property(some, ({ times, start, isOut, ...rest }) => {
        const wishes: Omit<Wishes, "seed"> = {
          ...rest,
          importance: times === null ? {} : { [rest.basis[0]!.assessment]: { goals: times } },
          pinned: start === null ? {} : { one: start },
          excluded: isOut ? ["two"] : [],
        };
        const fields = { revision: "1", ...fieldsOfWishes("As it is", "2027-Q2", wishes) };
        expect(readScenarioForm(fields, choices, english)).toEqual({ values: { revision: 1, name: "As it is", firstQuarter: "2027-Q2", wishes } });
        expect(wishesSchema.parse(wishes).seed).toBe(DEFAULT_SEED);
      }),
    );
  });

  it("is left as it was by a reading that finds something wrong, so that the form can show it again", () => {
    const fields = Object.freeze(sent({ name: "", "people-1": "many", "choice:one": "3", "importance:quiz:goals": "2.5" }));
    const before = { ...fields };
    expect(readScenarioForm(fields, choices, english).problems).toHaveLength(3);
    expect(fields).toEqual(before);
  });
});
