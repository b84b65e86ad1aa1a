import { describe, expect, it } from "vitest";
import { compareScenarios } from "#app/services/scenarios/compare-scenarios.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { catalog } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { scenarioStage } from "../factories/scenario-stage.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

describe.each(await testDatabases())("a scenario beside another, on $name", ({ open }) => {
  const { db, planAll, publishedFor, wishesOf, made, planOf } = scenarioStage(open);

  it("stands beside another one, with its curve, its target and what holds it back", async () => {
    const owner = await makeOrganization(db());
    const cycle = await publishedFor(owner);
    const one = await made(owner, wishesOf(cycle));
    const other = await made(owner, wishesOf(cycle, { target: { kind: "score", score: 99.5 } }), "Far");
    const pair = async () => [(await readScenario(db(), owner, one))!, (await readScenario(db(), owner, other))!] as const;
    expect(await compareScenarios(db(), await pair(), english)).toBeNull();
    await planAll();
    const { scenarios, isOneScale } = (await compareScenarios(db(), await pair(), english))!;
    expect(isOneScale).toBe(true);
    const plans = [await planOf(owner, one), await planOf(owner, other)];
    expect(scenarios.map(({ firstQuarter, target, isTargetOfScore, reached }) => [firstQuarter, target, isTargetOfScore, reached])).toEqual([
      ["2027-Q1", null, true, null],
      ["2027-Q1", 99.5, true, null],
    ]);
    scenarios.forEach(({ curve, today, binding }, k) => {
      const plan = plans[k]!;
      expect(today).toBe(plan.today);
      expect(curve).toEqual(plan.projected.map((score, index) => ({ quarter: `2027-Q${index + 1}`, score })));
      expect(binding.length).toBe(plan.margins!.filter(({ isBinding }) => isBinding).length);
    });
  });

  it("says of a target and of levels when they are reached, or that they are today already", async () => {
    const owner = await makeOrganization(db());
    const cycle = await publishedFor(owner);
    const one = await made(owner, wishesOf(cycle));
    const { today } = await planAll().then(() => planOf(owner, one));
    const near = await made(owner, wishesOf(cycle, { target: { kind: "score", score: Math.ceil(today) + 1 } }), "Near");
    const there = await made(owner, wishesOf(cycle, { target: { kind: "score", score: Math.max(1, Math.floor(today) - 1) } }), "There");
    await planAll();
    const pair = [(await readScenario(db(), owner, near))!, (await readScenario(db(), owner, there))!] as const;
    const [reached, already] = (await compareScenarios(db(), pair, english))!.scenarios;
    expect([reached.reached, already.reached]).toEqual([{ quarter: expect.stringMatching(/^2027-Q[1-4]$/) as string }, { quarter: null }]);
    const plan = await planOf(owner, one);
    const [whole] = (await compareScenarios(db(), [(await readScenario(db(), owner, one))!, pair[0]], english))!.scenarios;
    const expected = [2, 3, 4, 5].flatMap((level): { level: number; quarter: string | null }[] => {
      if (level <= plan.todayLevel!) return [{ level, quarter: null }];
      const quarter = plan.projectedLevels!.filter((projected) => projected < level).length + 1;
      return plan.projectedLevels!.at(-1)! >= level ? [{ level, quarter: `2027-Q${quarter}` }] : [];
    });
    expect(whole.levels).toEqual(expected);
    // Both cases are there.
    expect([expected.some(({ quarter }) => quarter === null), expected.some(({ quarter }) => quarter !== null)]).toEqual([true, true]);
  });

  it("has no scale in common with one that starts from another assessment, or from one more", async () => {
    const owner = await makeOrganization(db());
    const stack = catalog.assessmentBySlug.get("martech-stack")!;
    const [cycle, ofStack] = [await publishedFor(owner), await publishedFor(owner, 6, "2026-Q3", stack)];
    const wishes = wishesOf(cycle);
    const basisOfStack = { assessment: stack.definition.slug, cycle: ofStack, number: 1 };
    const basisOfEach = { quiz: wishes.basis, stack: [basisOfStack], both: [...wishes.basis, basisOfStack] };
    const ids: Record<string, string> = {};
    for (const [name, basis] of Object.entries(basisOfEach)) ids[name] = await made(owner, { ...wishes, basis }, name);
    await planAll();
    for (const [one, other] of [
      ["quiz", "stack"],
      ["quiz", "both"],
      ["both", "stack"],
    ] as const) {
      const pair = [(await readScenario(db(), owner, ids[one]!))!, (await readScenario(db(), owner, ids[other]!))!] as const;
      expect((await compareScenarios(db(), pair, english))!.isOneScale).toBe(false);
    }
  });
});
