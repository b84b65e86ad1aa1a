import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import { initiative } from "../../../tests/factories/plan-request.ts";
import { english } from "../../../tests/factories/english.ts";
import { compile } from "../scoring/compile.ts";
import { placedRises, raisesOf } from "./raises.ts";

const assessment = (slug: string, text = "Who owns the goals?") => {
  const definition = definitionOf(
    [dimension("d")],
    [{ ...single("goals", "d", [0, 0.5, 1]), text, shared: text === "Who pays for the goals?" ? "paying" : "owning" }, single("other", "d", [0, 1])],
    { slug },
  );
  return compile({ ...definition, shortTitle: `Title of ${slug}` });
};
const promised = (...slugs: string[]) => ({
  ...initiative("i", { effort: {}, raises: {} }),
  raises: slugs.map((slug) => ({ assessment: slug, item: "goals", to: "o2" })),
});
const answers = { goals: answered("o0"), other: answered("o1") };

describe("the rises of an initiative", () => {
  it("name no assessment where there is only one", () => {
    expect(raisesOf(promised("one"), [{ compiled: assessment("one"), answers }], english)).toEqual([
      { question: "Who owns the goals?", from: "Option 0", to: "Option 2", points: 50, assessments: [] },
    ]);
  });

  it("name the assessment where there are several, also when it raises nothing in the others", () => {
    const both = [
      { compiled: assessment("one"), answers },
      { compiled: assessment("two", "Who pays for the goals?"), answers },
    ];
    expect(raisesOf(promised("one"), both, english).map((raise) => [raise.question, raise.points, raise.assessments])).toEqual([
      ["Who owns the goals?", 25, ["Title of one"]],
    ]);
    expect(raisesOf(promised("one", "two"), both, english).map((raise) => raise.assessments)).toEqual([["Title of one"], ["Title of two"]]);
  });

  it("of a shared question are one where they are alike, whatever language each is in, and two where the answers differ", () => {
    const [one, two] = [assessment("one"), assessment("two", "Kuka vastaa tavoitteista?")];
    const alike = [one, two].map((compiled) => ({ compiled, answers }));
    expect(raisesOf(promised("one", "two"), alike, english)).toEqual([
      { question: "Who owns the goals?", from: "Option 0", to: "Option 2", points: 50, assessments: ["Title of one", "Title of two"] },
    ]);
    const apart = [alike[0]!, { compiled: two, answers: { ...answers, goals: answered("o1") } }];
    expect(raisesOf(promised("one", "two"), apart, english).map((raise) => [raise.from, raise.points, raise.assessments])).toEqual([
      ["Option 0", 25, ["Title of one"]],
      ["Option 1", 12.5, ["Title of two"]],
    ]);
  });
});

describe("the rises of an initiative at its place in a plan", () => {
  const at = (slug: string, points: number, sharedWith: string[] = []) => ({ assessment: slug, item: "goals", from: 0.5, to: 1, points, sharedWith });

  it("are said by what is answered today, with the points of its place and with whom they are shared", () => {
    expect(placedRises([at("one", 12.5, ["other"])], promised("one"), [{ compiled: assessment("one"), answers }], english)).toEqual([
      { question: "Who owns the goals?", from: "Option 0", to: "Option 2", points: 12.5, sharedWith: ["other"], assessments: [] },
    ]);
  });

  it("of a shared question are one where they are alike and shared alike, most points first", () => {
    const both = ["one", "two"].map((slug) => ({ compiled: assessment(slug), answers }));
    const initiativeOfBoth = promised("one", "two");
    expect(placedRises([at("one", 10), at("two", 5)], initiativeOfBoth, both, english).map((rise) => [rise.points, rise.assessments])).toEqual([
      [15, ["Title of one", "Title of two"]],
    ]);
    expect(placedRises([at("one", 0, ["x"]), at("two", 5)], initiativeOfBoth, both, english).map((rise) => [rise.points, rise.assessments])).toEqual([
      [5, ["Title of two"]],
      [0, ["Title of one"]],
    ]);
  });
});
