import { describe, expect, it } from "vitest";
import { definitionOf, dimension, multi, scale, single } from "../../../tests/factories/definition.ts";
import { checkInitiative, checkInitiativeCoverage, type KnownContent } from "./check-initiatives.ts";
import type { Initiative, InitiativePromise } from "./initiative.ts";

const definition = definitionOf(
  [dimension("d"), dimension("e")],
  [
    single("one", "d", [0, 0, 0.5, 1]),
    multi("many", "d", [0, 0.4, 0.6], { marked: true }),
    scale("step", "e", 1, 4),
    scale("back", "e", 1, 4, { reverse: true }),
  ],
);

const known: KnownContent = {
  assessments: new Map([
    ["fixture", definition],
    ["broken", null],
  ]),
  initiatives: new Set(["a", "b", "c"]),
  kpis: new Set(["k", "l"]),
};

const promise = (item: string, to: InitiativePromise["to"], assessment = "fixture"): InitiativePromise => ({ assessment, item, to });

const initiative: Initiative = {
  id: "a",
  title: "Do it",
  pillars: ["process", "people"],
  problem: "It is not done.",
  done: "It is done.",
  effort: { process: { low: 1, likely: 1, high: 1 } },
  effortReason: "A week.",
  cost: { currency: "EUR", low: 0, likely: 0, high: 0 },
  quarters: 1,
  requires: ["b"],
  raises: [promise("one", "o3")],
  chance: { value: 0.5, reason: "It may work." },
  pilot: "A day.",
  byHand: "By hand.",
  kpis: ["k"],
  hypothesis: "If done, then done.",
  refutedBy: "Not done.",
  checklist: ["1", "2", "3", "4", "5"],
  owner: "Somebody",
};

const problems = (change: Partial<Initiative> = {}, place = { folder: "process", name: "a" }) => checkInitiative({ ...initiative, ...change }, place, known);

describe("an initiative", () => {
  it("can be without a problem", () => {
    expect(problems()).toEqual([]);
  });

  it("stands in the folder of its first pillar, under its id", () => {
    expect(problems({}, { folder: "people", name: "z" })).toEqual([
      {
        path: ["pillars", 0],
        message: "the first pillar is process, the folder is people",
        fix: "move the file or change the order of the pillars",
      },
      { path: ["id"], message: 'the id is "a", the file is called z.yaml', fix: "give both the same name" },
    ]);
  });

  it("refers to what exists, once", () => {
    const again = "rename or remove the second one";
    const unknown = "correct the id or remove it";
    expect(problems({ pillars: ["process", "process"], requires: ["b", "x", "b"], kpis: ["k", "y", "k"] })).toEqual([
      { path: ["pillars", 1], message: 'pillar "process" stands twice', fix: again },
      { path: ["requires", 2], message: 'initiative "b" stands twice', fix: again },
      { path: ["requires", 1], message: 'there is no initiative "x"', fix: unknown },
      { path: ["kpis", 2], message: 'KPI "k" stands twice', fix: again },
      { path: ["kpis", 1], message: 'there is no KPI "y"', fix: unknown },
    ]);
  });
});

describe("a promise", () => {
  it.each<[string, InitiativePromise["to"]]>([
    ["one", "o2"],
    ["one", "o3"],
    ["many", ["p1"]],
    ["many", ["p0", "p1"]],
    ["many", ["all"]],
    ["step", 2],
    ["step", 4],
    ["back", 3],
    ["back", 1],
  ])("raises %s to %s", (item, to) => {
    expect(problems({ raises: [promise(item, to)] })).toEqual([]);
  });

  it.each<[string, InitiativePromise["to"]]>([
    ["one", "o0"],
    ["one", "o1"],
    ["many", ["p0"]],
    ["many", ["none"]],
    ["step", 1],
    ["back", 4],
  ])("cannot raise %s to %s, which is its lowest answer", (item, to) => {
    expect(problems({ raises: [promise("one", "o3"), promise(item, to)] })).toContainEqual({
      path: ["raises", 1, "to"],
      message: `"${item}" cannot be raised to its lowest answer`,
      fix: "promise a better answer",
    });
  });

  it("is made once, to an item and an answer that exist", () => {
    const raises = [promise("one", "o9"), promise("gone", "o1"), promise("one", "o3", "away"), promise("one", "o3"), promise("step", "o1")];
    expect(problems({ raises })).toEqual([
      { path: ["raises", 0, "to"], message: '"one" has no option "o9"', fix: "promise what the item offers" },
      { path: ["raises", 1, "item"], message: 'there is no item "gone" in fixture', fix: "name an item of that assessment" },
      { path: ["raises", 2, "assessment"], message: 'there is no assessment "away"', fix: "name a folder of content/assessments" },
      { path: ["raises", 4, "to"], message: '"step" takes a whole number', fix: "promise what the item offers" },
      { path: ["raises", 3], message: 'promise "fixture/one" stands twice', fix: "rename or remove the second one" },
    ]);
  });

  it("is not judged by an assessment that cannot be read", () => {
    expect(problems({ raises: [promise("whatever", "o1", "broken")] })).toEqual([]);
  });
});

describe("the choice of initiatives", () => {
  const raising = (id: string, ...raises: InitiativePromise[]): Initiative => ({ ...initiative, id, raises });
  const all = ["all-1", "all-2", "all-3"].map((id) => raising(id, promise("one", "o3"), promise("many", ["p1"]), promise("step", 3), promise("back", 1)));
  const d = raising("d", promise("one", "o3"), promise("many", ["p1"]));
  const elsewhere = raising("elsewhere", promise("back", 1, "other"));

  it("is at least three for every dimension, each counted once", () => {
    const short = (index: number, id: string, count: number) => ({
      path: ["dimensions", index],
      message: `dimension "${id}" is raised by ${count} of at least 3 initiatives`,
      fix: "write more initiatives that raise its items",
    });
    expect(checkInitiativeCoverage(definition, all)).toEqual([]);
    expect(checkInitiativeCoverage(definition, [d, ...all.slice(1), elsewhere])).toEqual([short(1, "e", 2)]);
    expect(checkInitiativeCoverage(definition, [d, all[0]!, elsewhere])).toEqual([short(0, "d", 2), short(1, "e", 1)]);
    expect(checkInitiativeCoverage(definition, []).slice(4)).toEqual([short(0, "d", 0), short(1, "e", 0)]);
  });

  it("leaves no item that nothing can raise", () => {
    const step = ["step-1", "step-2", "step-3"].map((id) => raising(id, promise("step", 3), promise("one", "o3"), promise("many", ["p1"])));
    expect(checkInitiativeCoverage(definition, [...step, elsewhere])).toEqual([
      { path: ["items", 3, "id"], message: 'item "back" can be raised by no initiative', fix: "add it to the raises of one" },
    ]);
    expect(
      checkInitiativeCoverage(definition, [])
        .slice(0, 4)
        .map(({ message }) => message),
    ).toEqual(["one", "many", "step", "back"].map((id) => `item "${id}" can be raised by no initiative`));
  });
});
