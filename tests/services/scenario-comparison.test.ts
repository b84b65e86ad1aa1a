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
