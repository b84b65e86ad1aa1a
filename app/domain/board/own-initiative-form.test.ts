import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, number, ranking, scale, shift, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { ownDifferences } from "./own-in-words.ts";
import { chosenIn, fieldsOfOwn, readOwnInitiative } from "./own-initiative-form.ts";
import { ownInitiativeSchema } from "./own-initiative.ts";
import { raisedIn } from "./raise-fields.ts";

const quiz = definitionOf(
  [dimension("d")],
  [
    single("one", "d", [0, 0.5, 1]),
    multi("some", "d", [0.5, 0.5], { marked: true }),
    scale("grade", "d", 1, 5),
    shift("way", "d", 4),
    number("wait", "d", [
      [0, 0],
      [10, 1],
    ]),
    ranking("best", "d", 2, [0, 0.5, 1]),
  ],
);
const choices = {
  initiatives: new Set(["a-person-answers", "own-0198b2a0-0000-7000-8000-000000000001"]),
  kpis: new Set(["net-recommendation"]),
  assessments: new Map([[quiz.slug, quiz]]),
};
const fields = {
  ...{ title: "  Answer within a day ", pillar: "people", pillar2: "", problem: "Nobody answers.\r\nFor weeks.", done: "", quarters: "2", chance: "70" },
  ...{ "effort.people.low": "1", "effort.people.likely": "2,5", "effort.people.high": "4" },
};
const read = (changed: Record<string, string> = {}) => readOwnInitiative({ ...fields, ...changed }, choices, english);
const wrong = (changed: Record<string, string>) => read(changed).problems?.map(({ field }) => field);
const raising = (item: string, reached: Record<string, string>) => read({ [`raise.${quiz.slug}.${item}`]: "yes", ...reached });
const to = (item: string) => `to.${quiz.slug}.${item}`;

describe("the form of an initiative of their own", () => {
  it("needs a title, a pillar, quarters, a chance and the effort of one pool, and leaves the rest open", () => {
    const { values } = read();
    expect(values).toEqual({
      ...{ title: "Answer within a day", pillars: ["people"], problem: "Nobody answers.\nFor weeks.", done: "", effortReason: "", quarters: 2, owner: "" },
      ...{ effort: { people: { low: 1, likely: 2.5, high: 4 } }, cost: { currency: "EUR", low: 0, likely: 0, high: 0 }, requires: [], raises: [] },
      ...{ chance: { value: 0.7, reason: "" }, pilot: "", byHand: "", kpis: [], hypothesis: "", refutedBy: "", checklist: [] },
    });
    expect(ownInitiativeSchema.parse(values)).toEqual(values);
  });

  it("says everything that is missing at once, each at its field", () => {
    const { problems } = readOwnInitiative({}, choices, english);
    expect(problems?.map(({ field }) => field)).toEqual(["title", "pillar", "effort.people.low", "quarters", "chance"]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ title: " " }, ["title"]],
    [{ title: "x".repeat(71) }, ["title"]],
    [{ title: "a\nb" }, ["title"]],
    [{ pillar: "" }, ["pillar"]],
    [{ pillar: "money" }, ["pillar"]],
    [{ pillar2: "people" }, ["pillar"]],
    [{ problem: "x".repeat(901) }, ["problem"]],
    [{ byHand: "a\u202Eb" }, ["byHand"]],
    [{ quarters: "4" }, ["quarters"]],
    [{ quarters: "0" }, ["quarters"]],
    [{ chance: "" }, ["chance"]],
    [{ chance: "101" }, ["chance"]],
    [{ chance: "0.7" }, ["chance"]],
    [{ checklist: Array.from({ length: 13 }, (_, i) => `Step ${i}`).join("\n") }, ["checklist"]],
    [{ checklist: "x".repeat(201) }, ["checklist"]],
    [{ surplus: "1" }, ["title"]],
    [{ "effort.money.low": "1" }, ["title"]],
  ])("refuses %j at %j", (changed, at) => expect(wrong(changed)).toEqual(at));

  it.each<[string, string, string, string[] | undefined]>([
    ["0.5", "0.5", "0.5", undefined],
    ["200", "200", "200", undefined],
    ["2", "1", "3", ["effort.people.likely"]],
    ["1", "3", "2", ["effort.people.likely"]],
    ["0", "1", "2", ["effort.people.low"]],
    ["1", "1.2", "2", ["effort.people.likely"]],
    ["1", "", "2", ["effort.people.likely"]],
    ["1", "2", "200.5", ["effort.people.high"]],
    ["some", "2", "3", ["effort.people.low"]],
  ])("takes weeks of %s, %s, %s: %j", (low, likely, high, problems) =>
    expect(wrong({ "effort.people.low": low, "effort.people.likely": likely, "effort.people.high": high })).toEqual(problems),
  );

  it.each<[string, string, string, string[] | undefined]>([
    ["0", "0", "0", undefined],
    ["20 000", "30000", "1000000", undefined],
    ["1", "0", "2", ["cost.likely"]],
    ["-1", "0", "2", ["cost.low"]],
    ["1.5", "2", "3", ["cost.low"]],
    ["1", "2", "", ["cost.high"]],
    ["1", "2", "1000001", ["cost.high"]],
  ])("takes costs of %s, %s, %s: %j", (low, likely, high, problems) =>
    expect(wrong({ "cost.low": low, "cost.likely": likely, "cost.high": high })).toEqual(problems),
  );

  it("takes what was ticked and what was chosen last together, of what there is to choose from", () => {
    const chosen = { "requires.a-person-answers": "yes", requiresMore: "own-0198b2a0-0000-7000-8000-000000000001", kpisMore: "net-recommendation" };
    expect(read(chosen).values).toMatchObject({
      requires: ["a-person-answers", "own-0198b2a0-0000-7000-8000-000000000001"],
      kpis: ["net-recommendation"],
    });
    expect(chosenIn({ ...chosen, requiresMore: "a-person-answers" }, "requires")).toEqual(["a-person-answers"]);
    expect(wrong({ requiresMore: "nothing-known" })).toEqual(["requiresMore"]);
    expect(wrong({ "kpis.nothing-known": "yes" })).toEqual(["kpisMore"]);
  });

  it("takes a step for each line that says something", () => {
    expect(read({ checklist: " Ask three customers \r\n\r\nCount the calls\n" }).values?.checklist).toEqual(["Ask three customers", "Count the calls"]);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ["one", { [to("one")]: "o2" }, "o2"],
    ["some", { [`${to("some")}.p0`]: "yes", [`${to("some")}.p1`]: "yes" }, ["p0", "p1"]],
    ["grade", { [to("grade")]: "4" }, 4],
    ["way", { [to("way")]: "3" }, 3],
    ["wait", { [to("wait")]: "2,5" }, 2.5],
    ["best", { [`${to("best")}.1`]: "r2", [`${to("best")}.2`]: "r1" }, ["r2", "r1"]],
  ])("takes the answer reached of %s as its kind has it", (item, reached, expected) =>
    expect(raising(item, reached).values?.raises).toEqual([{ assessment: quiz.slug, item, to: expected }]),
  );

  it.each<[string, Record<string, string>]>([
    ["one", {}],
    ["one", { [to("one")]: "o9" }],
    // Nobody can be below the lowest answer.
    ["one", { [to("one")]: "o0" }],
    ["grade", { [to("grade")]: "1" }],
    ["grade", { [to("grade")]: "6" }],
    ["way", { [to("way")]: "0" }],
    ["wait", { [to("wait")]: "0" }],
    ["some", {}],
    ["some", { [`${to("some")}.none`]: "yes" }],
    ["best", { [`${to("best")}.1`]: "r2" }],
    ["best", { [`${to("best")}.1`]: "r2", [`${to("best")}.2`]: "r2" }],
  ])("asks for another answer of %s with %j", (item, reached) => {
    const { problems } = raising(item, reached);
    expect(problems?.map(({ field }) => field)).toEqual([to(item)]);
  });

  it("asks for the answer of a question that was chosen last, and names it once", () => {
    expect(wrong({ raiseMore: `${quiz.slug}.one` })).toEqual([to("one")]);
    expect(raisedIn({ [`raise.${quiz.slug}.one`]: "yes", raiseMore: `${quiz.slug}.one` })).toEqual([{ assessment: quiz.slug, item: "one" }]);
    expect(wrong({ raiseMore: "no-such.question" })).toEqual(["to.no-such.question"]);
  });

  it("leaves out a question that was unticked, whatever answer stands beside it", () => {
    expect(read({ [to("one")]: "o2" }).values?.raises).toEqual([]);
  });

  it("shows what is saved so that it reads back as it was", () => {
    const all = {
      ...{ "cost.low": "0", "cost.likely": "500", "cost.high": "20000", pillar2: "technology", checklist: "One\nTwo", hypothesis: "If", refutedBy: "No" },
      ...{ "effort.technology.low": "1", "effort.technology.likely": "1", "effort.technology.high": "1.5", "requires.a-person-answers": "yes" },
      ...{ "kpis.net-recommendation": "yes", effortReason: "Two people", chanceReason: "Seen it", pilot: "One team", byHand: "On paper", done: "Every call" },
      ...{ [`raise.${quiz.slug}.best`]: "yes", [`${to("best")}.1`]: "r2", [`${to("best")}.2`]: "r1", [`raise.${quiz.slug}.some`]: "yes" },
      ...{ [`${to("some")}.p1`]: "yes", [`raise.${quiz.slug}.wait`]: "yes", [to("wait")]: "7.25" },
    };
    const { values } = read(all);
    expect(readOwnInitiative(fieldsOfOwn(values!, choices.assessments), choices, english).values).toEqual(values);
  });
});

describe("where two people differ about one", () => {
  const named = { initiativeTitle: (id: string) => `<${id}>`, kpiTitle: (id: string) => `[${id}]`, assessments: choices.assessments };

  it("each field is said in words, and those that agree are left out", () => {
    const one = read({ [`raise.${quiz.slug}.one`]: "yes", [to("one")]: "o1", kpisMore: "net-recommendation" }).values!;
    const other = read({
      title: "Another",
      "effort.people.high": "6",
      "requires.a-person-answers": "yes",
      quarters: "1",
      "cost.low": "1",
      "cost.likely": "1",
      "cost.high": "2000",
    });
    expect(ownDifferences(one, other.values!, named, english)).toEqual([
      { field: "Title", savedNow: "Answer within a day", yours: "Another" },
      { field: "Effort in person-weeks", savedNow: "People 1 / 2.5 / 4", yours: "People 1 / 2.5 / 6" },
      { field: "Cost in EUR", savedNow: "€0 / €0 / €0", yours: "€1 / €1 / €2,000" },
      { field: "Quarters it takes", savedNow: "2", yours: "1" },
      { field: "Rests on", savedNow: "not said", yours: "<a-person-answers>" },
      { field: "Which answers it raises", savedNow: "What about one? → Option 1", yours: "not said" },
      { field: "KPIs that would show it", savedNow: "[net-recommendation]", yours: "not said" },
    ]);
    expect(ownDifferences(one, one, named, english)).toEqual([]);
  });
});
