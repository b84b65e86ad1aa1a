import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_SURE, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { initiative, planRequest } from "../../../tests/factories/plan-request.ts";
import type { Answers } from "../assessment/answer.ts";
import type { Language } from "../../words/language.ts";
import type { Kpi } from "../roadmap/initiative.ts";
import type { InLanguage } from "../translation/translation.ts";
import { firstPlan } from "../roadmap/first-plan.ts";
import { compile } from "../scoring/compile.ts";
import type { AnsweredAssessment } from "../scoring/portfolio-pillars.ts";
import { planView } from "./plan-view.ts";

const definition = definitionOf([dimension("d")], [single("a", "d", [0, 0.5, 1]), single("b", "d", [0, 0.5, 1])]);
const answers = { a: answered("o0"), b: answered("o0") };
const base = initiative("base", { effort: { people: 1 }, raises: {} });
const rise = initiative("rise", { effort: { people: 1 }, raises: { a: "o1" }, requires: ["base"] });

function kpi(id: string, language: Language): InLanguage<Kpi> {
  const measure = { pillar: "people", unit: "percent", better: "up", cadence: "monthly", stage: "consideration" } as const;
  return { id, title: `Title of ${id}`, formula: `Formula of ${id}`, ...measure, source: "", owner: "", pitfall: "", language };
}

function view(perQuarter: { people?: number }, quarters = 4, words = english, begins: { firstQuarter?: string } = {}) {
  const request = planRequest(definition, answers, [base, rise], { quarters, perQuarter });
  const plan = firstPlan(request);
  if (plan.status === "impossible") throw new Error("nothing can be planned");
  const assessments = [{ compiled: compile(definition), answers }];
  const initiativeById = new Map([
    ["base", { ...base, language: "en" as const }],
    ["rise", { ...rise, kpis: ["share", "time"], language: "fi" as const }],
  ]);
  const kpiById = new Map([kpi("share", "fi"), kpi("time", "en")].map((one) => [one.id, one]));
  return planView(plan, { assessments, initiativeById, kpiById, settings: request.settings, ...begins }, words);
}

describe("the headline of a roadmap", () => {
  it("says what the plan promises, by when, and on what condition", () => {
    expect(view({ people: 3 }).sentence).toBe("The plan: from 0.0 to 25.0, level 2, by the end of Q4, if every initiative keeps its promise");
    expect(view({ people: 3 }, 4, finnish).sentence).toBe(
      "Suunnitelma: 0,0 pisteestä 25,0 pisteeseen, tasolle 2, Q4:n loppuun mennessä, jos jokainen toimenpide pitää lupauksensa",
    );
  });

  it("does not promise what the weeks or the time do not allow", () => {
    expect(view({ people: 0.5 }, 2).sentence).toBe("With these weeks nothing can be raised in 2 quarters");
    expect(view({ people: 3 }, 1).sentence).toBe("With these weeks nothing can be raised in one quarter");
  });

  it("says plainly that nothing can be planned without weeks", () => {
    expect(view({}).sentence).toBe("Without weeks to spare nothing can be planned");
    expect(view({}).waves.flatMap((wave) => wave.items)).toEqual([]);
  });
});

describe("the quarters of a roadmap", () => {
  const quartersOf = (begins: { firstQuarter?: string }) => {
    const { sentence, curve, waves } = view({ people: 1 }, 4, english, begins);
    const items = waves.flatMap((wave) => wave.items.map(({ id, firstQuarter, lastQuarter }) => [id, firstQuarter, lastQuarter]));
    return { end: /the end of (\S+),/.exec(sentence)?.[1], curve: curve.map(({ name }) => name), items };
  };

  it("are counted where nobody knows when the first one is", () => {
    expect(quartersOf({})).toEqual({
      end: "Q4",
      curve: ["Today", "Q1", "Q2", "Q3", "Q4"],
      items: [
        ["base", "Q1", "Q1"],
        ["rise", "Q2", "Q2"],
      ],
    });
  });

  it("have the names of the calendar where the first one has", () => {
    expect(quartersOf({ firstQuarter: "2027-Q3" })).toEqual({
      end: "2028-Q2",
      curve: ["Today", "2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"],
      items: [
        ["base", "2027-Q3", "2027-Q3"],
        ["rise", "2027-Q4", "2027-Q4"],
      ],
    });
    const left = view({ people: 0.5 }, 2, english, { firstQuarter: "2027-Q3" }).notPlanned.map(({ admittedBy }) => admittedBy);
    expect(left).toContain("It fits with 0.5 more person-weeks of people in 2027-Q3 and 0.5 in 2027-Q4, after “Title of base”.");
  });
});

describe("what has to be found out first", () => {
  const shared = (id: string) => ({ ...single(id, "d", [0, 0.5, 1]), shared: "owner" });
  const holding = (slug: string, id: string, answers: Answers) => {
    const its = { ...definitionOf([dimension("d")], [shared(id), single("known", "d", [0, 1], { weight: 3 })], { slug }), shortTitle: `The ${slug}` };
    return { compiled: compile(its), answers };
  };
  const unsure = { owner: NOT_SURE, known: answered("o0") };
  const raising = (id: string, ...places: [string, string][]) => ({
    ...initiative(id, { effort: { people: 1 }, raises: {} }),
    raises: places.map(([assessment, item]) => ({ assessment, item, to: "o2" })),
  });
  const both = raising("both", ["one", "owner"], ["other", "owner"]);
  const alone = raising("alone", ["other", "owner"]);

  function findOut(assessments: AnsweredAssessment[], words = english) {
    const request = {
      ...planRequest(definition, {}, [both, alone], { quarters: 4, perQuarter: { people: 3 } }),
      assessments: assessments.map(({ compiled, answers }) => ({ definition: compiled.definition, answers })),
    };
    const plan = firstPlan(request);
    if (plan.status === "impossible") throw new Error("nothing can be planned");
    const initiativeById = new Map([both, alone].map((one) => [one.id, { ...one, language: "en" as const }]));
    return planView(plan, { assessments, initiativeById, kpiById: new Map(), settings: request.settings }, words).findOut;
  }

  it("is listed once where the question stands in several assessments, with their names and every initiative that waits", () => {
    const assessments = [holding("one", "owner", unsure), holding("other", "owner", unsure)];
    const question = "What about owner?";
    expect(findOut(assessments)).toEqual([{ id: "owner", question, where: "Open in “The one” and “The other”.", count: 2 }]);
    expect(findOut(assessments, finnish)).toMatchObject([{ where: "Avoinna: ”The one” ja ”The other”." }]);
  });

  it("names the one assessment where the answer is open, and none in a plan for one", () => {
    const assessments = [holding("one", "owner", { ...unsure, owner: answered("o0") }), holding("other", "owner", unsure)];
    expect(findOut(assessments)).toMatchObject([{ where: "Open in “The other”.", count: 2 }]);
    expect(findOut(assessments.slice(1))).toMatchObject([{ id: "owner", where: null, count: 2 }]);
  });
});

describe("an initiative in the plan", () => {
  it("that gains nothing itself names what rests on it", () => {
    const items = view({ people: 3 }).waves.flatMap((wave) => wave.items);
    expect(items.map((item) => [item.id, item.gain, item.neededBy])).toEqual([
      ["base", 0, [{ title: "Title of rise", language: "fi" }]],
      ["rise", 25, []],
    ]);
  });
});

describe("an initiative whose texts are not in the language of the page", () => {
  it("says which they are in, as others that name it do, and each of its KPIs", () => {
    const [first, second] = view({ people: 3 }, 4, finnish).waves.flatMap((wave) => wave.items);
    expect([first!.language, second!.language]).toEqual(["en", "fi"]);
    expect(second!.requires).toEqual([{ title: "Title of base", language: "en" }]);
    expect(second!.kpis).toEqual([
      { title: "Title of share", language: "fi", formula: "Formula of share" },
      { title: "Title of time", language: "en", formula: "Formula of time" },
    ]);
    expect(view({}).notPlanned.map(({ title, language }) => [title, language])).toEqual([["Title of rise", "fi"]]);
  });
});

describe("an initiative that is not in the plan", () => {
  it("is said in the language of the page to be admitted by more weeks", () => {
    const admitted = (words: typeof english) => view({ people: 0.5 }, 2, words).notPlanned.map((entry) => entry.admittedBy);
    expect(admitted(english)).toEqual(["It fits with 0.5 more person-weeks of people in Q1 and 0.5 in Q2, after “Title of base”."]);
    expect(admitted(finnish)).toEqual([
      "Se mahtuu mukaan, jos lisäksi on käytettävissä: 0,5 henkilötyöviikkoa (ihmiset, Q1) ja 0,5 (Q2). Sitä ennen: ”Title of base”.",
    ]);
  });
});
