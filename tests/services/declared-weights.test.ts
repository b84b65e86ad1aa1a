import { describe, expect, it } from "vitest";
import { EQUAL_WEIGHTS, type RoleWeights } from "#app/domain/agreement/role-weights.ts";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { continueSeries } from "#app/services/cycles/continue-series.server.ts";
import { openByForm } from "#app/services/cycles/open-by-form.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { readOrganizationFile } from "#app/services/exports/read-organization-file.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import { importOrganization } from "#app/services/tenancy/import-organization.server.ts";
import { addAnswers, closeAnswered, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, now, quiz, SECRET, when } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { opening } from "../factories/opening.ts";
import { accessTo, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const TWICE: RoleWeights = { executive: 2, manager: 1, frontline: 1 };
const COLUMNS = { executiveWeight: 2, managerWeight: 1, frontlineWeight: 1 };
/** Executives see it highest. */
const THREE_ROLES = [
  { role: "executive", strength: 0.9 },
  { role: "manager", strength: 0.5 },
  { role: "frontline", strength: 0.2 },
] as const;

describe.each(await testDatabases())("declared weights of the roles, on $name", ({ open }) => {
  const { db, within, opened } = catalogueStage(open);
  const time = { ...when, secret: SECRET };
  const openWith = async (access: Access, roleWeights: RoleWeights, more: Parameters<typeof opening>[1] = {}) => {
    const outcome = await openCycles(db(), access, [quiz], opening("2027-Q1", { roleWeights, ...more }), time);
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    return outcome.ids[0]!;
  };
  const published = async (access: Access, cycleId: string) => {
    await addAnswers(db(), access, quiz, catalog, { cycleId, people: peopleFrom(1, 45, THREE_ROLES) });
    await closeAnswered(db(), access, cycleId);
    expect(await publishResult(db(), { organizationId: access.organization.id, cycleId }, { compute: computeInSteps })).toBe("stored");
    return (await readTeamResult(db(), access, cycleId, "en"))!.stored!.figures;
  };
  const textOf = async (access: Access) => {
    let text = "";
    for await (const piece of exportOrganization(db(), access, { language: "en", now })) text += piece;
    return text;
  };

  it("are equal unless others are declared, and then make the weighted mean of the result, which keeps them", async () => {
    const owner = await makeOrganization(db());
    expect((await readCycle(db(), owner, await opened(owner), now))!.roleWeights).toEqual(EQUAL_WEIGHTS);
    const other = await makeOrganization(db());
    const cycle = await openWith(other, TWICE);
    expect((await readCycle(db(), other, cycle, now))!.roleWeights).toEqual(TWICE);
    const figures = await published(other, cycle);
    expect(figures.roleWeights).toEqual(TWICE);
    const [executives, managers, frontline] = THREE_ROLES.map(({ role }) => figures.roles.find(({ group }) => group === role)!.overall!) as [
      number,
      number,
      number,
    ];
    expect(new Set([executives, managers, frontline]).size).toBe(3);
    expect(figures.overall.weighted.mean).toBeCloseTo((2 * executives + managers + frontline) / 4, 9);
    expect(figures.overall.weighted.mean).not.toBeCloseTo((executives + managers + frontline) / 3, 3);
  });

  it("are those of the series, and of each cycle that it opens", async () => {
    const owner = await makeOrganization(db());
    await openWith(owner, TWICE, { isQuarterly: true, closesAt: new Date("2027-02-17T10:00:00Z") });
    const series = await within(owner, (tx) => tx.cycleSeries.findFirstOrThrow());
    expect(series).toMatchObject(COLUMNS);
    const next = await within(owner, (tx) => continueSeries(tx, owner.organization.id, series.id, series.nextOpensAt!));
    expect((await readCycle(db(), owner, next!, now))!.roleWeights).toEqual(TWICE);
  });

  it("do not change once they are declared, and are between 0 and 10: the database sees to it", async () => {
    const owner = await makeOrganization(db());
    const cycle = await openWith(owner, TWICE, { isQuarterly: true, closesAt: new Date("2027-02-17T10:00:00Z") });
    const change = (data: Partial<typeof COLUMNS>) => within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycle }, data }));
    for (const column of ["executiveWeight", "managerWeight", "frontlineWeight"] as const)
      await expect(change({ [column]: 7 })).rejects.toThrow(/do not change/);
    await expect(within(owner, (tx) => tx.cycleSeries.updateMany({ data: { managerWeight: 3 } }))).rejects.toThrow(/do not change/);
    // Saying the same changes nothing.
    expect(await change(COLUMNS)).toEqual({ count: 1 });
    const about = { assessmentHash: quiz.hash, assessmentSlug: quiz.definition.slug, openedBy: "Ada" };
    const add = (period: string, weights: Partial<typeof COLUMNS>) => within(owner, (tx) => tx.cycle.createMany({ data: [{ ...about, period, ...weights }] }));
    await expect(add("2028-Q1", { executiveWeight: 11 })).rejects.toThrow(/cycle_weights/);
    await expect(add("2028-Q1", { frontlineWeight: -1 })).rejects.toThrow(/cycle_weights/);
    await expect(add("2028-Q1", { executiveWeight: 0, managerWeight: 0, frontlineWeight: 0 })).rejects.toThrow(/cycle_weights/);
    expect(await add("2028-Q1", { executiveWeight: 0, managerWeight: 0, frontlineWeight: 10 })).toEqual({ count: 1 });
  });

  it("are read from the form, which opens nothing where one of them is none", async () => {
    const owner = await makeOrganization(db());
    const form = (weight: string) => [
      ...Object.entries({ assessment: quiz.definition.slug, period: "2027-Q1", who: "everybody", names: "anonymous", opens: "now", language: "en" }),
      ...Object.entries({ weightExecutive: weight, weightManager: "1", weightFrontline: "1" }),
    ];
    expect(await openByForm(db(), owner, form("2.5"), time, english)).toEqual({
      problems: [{ field: "weightExecutive", message: "Enter a whole number from 0 to 10." }],
    });
    expect(await within(owner, (tx) => tx.cycle.count())).toBe(0);
    expect(await openByForm(db(), owner, form("2"), time, english)).toMatchObject({ done: "opened" });
    expect(await within(owner, (tx) => tx.cycle.findFirstOrThrow())).toMatchObject(COLUMNS);
  });

  it("come to another installation in the organisation's file; earlier files have equal ones, and bad ones are refused", async () => {
    const owner = await makeOrganization(db());
    await published(owner, await openWith(owner, TWICE));
    const text = await textOf(owner);
    const read = (from: string) => readOrganizationFile(new Blob([from]), { now, rules: catalog.contradictions, words: english });
    const { file, problems } = await read(text);
    expect(problems).toBeUndefined();
    expect(file!.cycles).toMatchObject([{ roleWeights: TWICE }]);
    const newcomer = await makeSignedIn(db());
    const access = await accessTo(db(), newcomer, await importOrganization(db(), newcomer, file!, now));
    const brought = await within(access, (tx) => tx.cycle.findFirstOrThrow());
    expect(brought).toMatchObject(COLUMNS);
    expect((await readTeamResult(db(), access, brought.id, "en"))!.stored!.figures.roleWeights).toEqual(TWICE);

    const plain = JSON.parse(text) as { cycles: { roleWeights?: unknown }[] };
    const withWeights = (roleWeights: unknown) => JSON.stringify({ ...plain, cycles: plain.cycles.map((cycle) => ({ ...cycle, roleWeights })) });
    const earlier = organizationFileSchema.parse(JSON.parse(withWeights(undefined)));
    expect(earlier.cycles).toMatchObject([{ roleWeights: EQUAL_WEIGHTS }]);
    for (const bad of [{ ...TWICE, executive: 11 }, { ...TWICE, manager: 0.5 }, { executive: 0, manager: 0, frontline: 0 }, { ...TWICE, owner: 1 }, null]) {
      const { problems: found } = await read(withWeights(bad));
      expect(
        found?.map(({ place }) => place.startsWith("cycles.0.roleWeights")),
        JSON.stringify(bad),
      ).toEqual([true]);
    }
  });
});
