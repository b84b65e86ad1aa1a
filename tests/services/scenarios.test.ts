import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { PlanResult } from "#app/domain/roadmap/plan.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { readLedger } from "#app/services/ledger/read-ledger.server.ts";
import { planFileResponse } from "#app/services/roadmap-files/export-plan.server.ts";
import { planInPhases } from "#app/services/roadmap/plan-in-phases.server.ts";
import type { PlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { adoptScenario } from "#app/services/scenarios/adopt-scenario.server.ts";
import { changeScenario } from "#app/services/scenarios/change-scenario.server.ts";
import { latestAdoption } from "#app/services/scenarios/latest-adoption.server.ts";
import { listScenarios } from "#app/services/scenarios/list-scenarios.server.ts";
import { makeScenario } from "#app/services/scenarios/make-scenario.server.ts";
import { requestOf } from "#app/services/scenarios/plan-inputs.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { scenarioView } from "#app/services/scenarios/scenario-page.server.ts";
import { scenarioViews } from "#app/services/scenarios/scenario-views.server.ts";
import { stopPlanning } from "#app/services/scenarios/stop-planning.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalog, quiz } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { highs, LIMITS, now, scenarioStage } from "../factories/scenario-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

/** One that has its first plan, and searches on until it is told to stop. */
const endless: Pick<PlanSolver, "solve"> = {
  solve: (request, { onPlan, onProgress, signal } = {}) => {
    const plan = firstPlan(request);
    onPlan?.(plan);
    if (plan.status !== "impossible") onProgress?.({ phase: "search", objective: plan.objective, bound: plan.bound, gap: plan.gap });
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
  },
};

describe.each(await testDatabases())("scenarios, on $name", ({ open }) => {
  const { db, planAll, publishedFor, wishesOf, made, planOf } = scenarioStage(open);
  const board = (access: Access) =>
    withTenant(db(), { organizationId: access.organization.id }, (tx) =>
      tx.roadmapInitiative.findMany({ where: { organizationId: access.organization.id }, orderBy: { libraryId: "asc" }, include: { steps: true } }),
    );

  it("is planned once, from what was published, and can be computed again from what is stored of it", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)));
    expect((await readScenario(db(), owner, id))!.state).toBe("waiting");
    // Two processes at once: one of them plans it.
    expect((await Promise.all([planAll(), planAll()])).reduce((sum, n) => sum + n, 0)).toBe(1);
    const { state, inputs, plannedAt, outcome } = (await readScenario(db(), owner, id))!;
    expect([state, plannedAt === null]).toEqual(["planned", false]);
    const [start] = inputs!.assessments;
    expect([...Object.keys(start!.answers), ...start!.unknown].sort()).toEqual(quiz.definition.items.map((item) => item.id).sort());
    expect((outcome as PlanResult).items.length).toBeGreaterThan(0);
    const again = await planInPhases(await requestOf(db(), inputs!), LIMITS, highs, {
      ...{ onProgress: () => undefined, onPlan: () => undefined, shouldStop: () => false },
    });
    expect(JSON.parse(JSON.stringify(again))).toEqual(outcome);
    expect(await planAll()).toBe(0);
  });

  it("is made once by a form that is sent often, which does not say that it made what is sent by it later", async () => {
    const owner = await makeOrganization(db());
    const wishes = wishesOf(await publishedFor(owner));
    const form = { once: randomUUID(), name: "As it is", firstQuarter: "2027-Q1", wishes };
    const made = { kind: "made", id: form.once };
    expect(await Promise.all([1, 2, 3].map(() => makeScenario(db(), owner, form, now)))).toEqual([made, made, made]);
    await planAll();
    expect(await makeScenario(db(), owner, form, now)).toEqual(made);
    for (const later of [{ name: "More" }, { firstQuarter: "2027-Q2" }, { wishes: { ...wishes, quarters: 3 } }])
      expect(await makeScenario(db(), owner, { ...form, ...later }, now)).toEqual({ kind: "used" });
    expect((await listScenarios(db(), owner)).scenarios).toHaveLength(1);
  });

  it("can be taken as a file once it is planned, which the trail says", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)), "With less");
    const take = async (format: string, method = "GET") =>
      planFileResponse(db(), { access: owner, scenario: (await readScenario(db(), owner, id))!, format, method }, english, now);
    await expect(take("csv")).rejects.toMatchObject({ status: 404 });
    await planAll();
    const { items } = await planOf(owner, id);
    const titleOf = (item: string) => catalog.initiativeById.get(item)!.title;
    const rows = parse(await (await take("csv")).text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(
      rows.map((row) => [
        row["Initiative"],
        row["State"],
        row["First quarter"],
        row["Last quarter"],
        Number(row["Points promised"]),
        Number(row["Cost in EUR"]),
      ]),
    ).toEqual(
      items.map(({ initiative, startQuarter, endQuarter, gain, cost }) => [
        ...[titleOf(initiative), "", `2027-Q${startQuarter}`, `2027-Q${endQuarter}`, expect.closeTo(gain, 2) as number, cost],
      ]),
    );
    expect(rows.map((row) => [Number(row["Steps"]), row["Scenario"], row["Promised on"]])).toEqual(
      items.map(({ initiative }) => [catalog.initiativeById.get(initiative)!.checklist.length, "With less", ""]),
    );
    const document = await (await take("md")).text();
    expect(document).toMatch(/^# With less: plan of Northern Ferries\n/);
    for (const { initiative } of items) expect(document).toContain(`\n## ${titleOf(initiative)}\n`);
    const sheets = await readWorkbook(Buffer.from(await (await take("xlsx")).arrayBuffer()));
    expect(sheets.map(({ data }) => data.length)).toEqual([
      ...[items.length + 1, 1 + items.reduce((sum, { initiative }) => sum + catalog.initiativeById.get(initiative)!.checklist.length, 0), items.length + 1],
    ]);
    expect(await (await take("csv", "HEAD")).text()).toBe("");
    for (const format of ["ics", "jira.csv", "azure-devops.csv", "pdf"]) await expect(take(format)).rejects.toMatchObject({ status: 404 });
    const trail = await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.auditEvent.findMany({ where: { action: "roadmap.exported" }, select: { objectKind: true, objectId: true, objectName: true } }),
    );
    expect(trail).toEqual(Array.from({ length: 3 }, () => ({ objectKind: "scenario", objectId: id, objectName: "With less" })));
  });

  it("tells who asked for it", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)), "With less");
    await planAll();
    const told = await withPerson(db(), owner.person, (tx) => tx.notification.findMany({ select: { kind: true, path: true, values: true } }));
    expect(told).toContainEqual({
      kind: "scenario_planned",
      path: `/o/${owner.organization.slug}/scenarios/${id}`,
      values: { organization: owner.organization.name, scenario: "With less" },
    });
  });

  it("can be stopped, and keeps the best plan so far", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)));
    const going = planAll(endless);
    await expect.poll(async () => (await readScenario(db(), owner, id))!.progress?.phase, { timeout: 20_000 }).toBe("search");
    expect(await stopPlanning(db(), owner, id, now)).toBe("asked");
    expect(await going).toBe(1);
    expect(await readScenario(db(), owner, id)).toMatchObject({ state: "planned", stopAsked: false, outcome: { status: "feasible", stoppedBy: "cancelled" } });
  });

  it("is begun anew when the process that planned it has ended in the middle", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)));
    const ended = new AbortController();
    const going = planAll(endless, ended.signal);
    await expect.poll(async () => (await readScenario(db(), owner, id))!.outcome, { timeout: 20_000 }).not.toBeNull();
    ended.abort(new Error("the process ends"));
    expect(await going).toBe(0);
    // It still counts as being planned; after a while without a word it does not.
    expect(await planAll()).toBe(0);
    await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.scenario.updateMany({ where: { organizationId: owner.organization.id, id }, data: { heardAt: new Date(Date.now() - 31_000) } }),
    );
    expect(await planAll()).toBe(1);
    expect((await readScenario(db(), owner, id))!.state).toBe("planned");
  });

  it("gives up a plan whose wishes somebody has changed meanwhile, and plans the new ones", async () => {
    const owner = await makeOrganization(db());
    const cycle = await publishedFor(owner);
    const id = await made(owner, wishesOf(cycle));
    const going = planAll(endless);
    await expect.poll(async () => (await readScenario(db(), owner, id))!.state, { timeout: 20_000 }).toBe("planning");
    const week = [1];
    const less = wishesOf(cycle, { quarters: 1, capacity: { people: week, process: week, content: week, technology: week, kpis: week } });
    const changing = { id, revision: 1, name: "One quarter", firstQuarter: "2027-Q1", wishes: less };
    expect((await changeScenario(db(), owner, changing, now)).kind).toBe("changed");
    // The endless one takes the new wishes on: it is stopped there.
    await expect.poll(async () => (await readScenario(db(), owner, id))!.outcome, { timeout: 20_000 }).not.toBeNull();
    await stopPlanning(db(), owner, id, now);
    expect(await going).toBe(1);
    expect((await planOf(owner, id)).projected).toHaveLength(1);
    // Who still has the old one open is told, and what they say in the same words is no conflict.
    expect(await changeScenario(db(), owner, { ...changing, name: "Another" }, now)).toMatchObject({
      kind: "conflict",
      now: { name: "One quarter", revision: 2 },
    });
    expect((await changeScenario(db(), owner, changing, now)).kind).toBe("changed");
  });

  it("cannot be planned where what must be in does not fit, and says which", async () => {
    const owner = await makeOrganization(db());
    const cycle = await publishedFor(owner);
    const none = { people: [0], process: [0], content: [0], technology: [0], kpis: [0] };
    const big = catalog.initiatives.find(
      ({ raises, requires, quarters }) => requires.length === 0 && quarters === 1 && raises.some(({ assessment }) => assessment === quiz.definition.slug),
    )!;
    const id = await made(owner, wishesOf(cycle, { quarters: 1, capacity: none, pinned: { [big.id]: "any" } }));
    await planAll();
    expect(await readScenario(db(), owner, id)).toMatchObject({
      state: "impossible",
      outcome: { status: "impossible", problems: [{ code: "pin-capacity", initiatives: [big.id] }] },
    });
    expect(await adoptScenario(db(), owner, { id, revision: 1, note: "No.", since: null }, { language: "en", now })).toBe("not-planned");
  });

  it("becomes the roadmap: on the board with quarters, promises and first steps; what is left out goes back", async () => {
    const owner = await makeOrganization(db());
    const cycle = await publishedFor(owner);
    const wide = await made(owner, wishesOf(cycle), "Wide");
    await planAll();
    const adopting = { id: wide, revision: 1, note: "It starts with the front door.", since: null };
    // Twice at once it is one adoption; whoever gives another reason, or looked before it, is told.
    const asked = { language: "en", now } as const;
    expect(await Promise.all([adoptScenario(db(), owner, adopting, asked), adoptScenario(db(), owner, adopting, asked)])).toEqual(["adopted", "adopted"]);
    expect(await adoptScenario(db(), owner, { ...adopting, note: "Another reason." }, asked)).toBe("overtaken");
    const since = (await latestAdoption(db(), owner))!.id;
    const plan = await planOf(owner, wide);
    const rows = await board(owner);
    expect(rows.map(({ libraryId, state, startQuarter }) => [libraryId, state, startQuarter])).toEqual(
      plan.items.map(({ initiative, startQuarter }) => [initiative, "planned", `2027-Q${startQuarter}`]).sort(),
    );
    const first = rows.find(({ libraryId }) => libraryId === plan.items[0]!.initiative)!;
    expect(first.steps.length).toBe(catalog.initiatives.find(({ id }) => id === first.libraryId)!.checklist.length);
    expect(first.promise).toMatchObject({ scenario: "Wide", on: "2026-11-30", points: plan.items[0]!.gain, basis: [{ cycle, number: 1, period: "2026-Q3" }] });

    // One goes on; another plan leaves everything out.
    await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.roadmapInitiative.updateMany({ where: { organizationId: owner.organization.id, id: first.id }, data: { state: "under_way" } }),
    );
    const nothing = [0, 0];
    const still = await made(
      owner,
      wishesOf(cycle, { capacity: { people: nothing, process: nothing, content: nothing, technology: nothing, kpis: nothing }, excluded: [first.libraryId!] }),
      "Still",
    );
    await planAll();
    expect((await planOf(owner, still)).items).toEqual([]);
    expect(await adoptScenario(db(), owner, { id: still, revision: 1, note: "A year to rest.", since }, asked)).toBe("adopted");
    const after = await board(owner);
    expect(after.find(({ id }) => id === first.id)).toMatchObject({ state: "under_way", startQuarter: first.startQuarter });
    for (const row of after.filter(({ id }) => id !== first.id)) expect(row).toMatchObject({ state: "proposed", startQuarter: null });

    const { adoptions } = await listScenarios(db(), owner);
    expect(adoptions.map(({ name, note }) => [name, note])).toEqual([
      ["Still", "A year to rest."],
      ["Wide", adopting.note],
    ]);
    // Of each initiative the trail says that it came, and where it went.
    const said = await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.auditEvent.findMany({ where: { objectKind: "initiative" }, orderBy: { id: "asc" }, select: { action: true, objectId: true } }),
    );
    const others = rows.filter(({ id }) => id !== first.id);
    expect(
      said
        .filter(({ action }) => action === "initiative.added")
        .map(({ objectId }) => objectId)
        .sort(),
    ).toEqual(rows.map(({ id }) => id).sort());
    expect(
      said
        .filter(({ action }) => action === "initiative.moved")
        .map(({ objectId }) => objectId)
        .sort(),
    ).toEqual(others.map(({ id }) => id).sort());
  });

  it("is held to its promises by the next result, and the next plan reckons with what came of them where it is asked to", async () => {
    const owner = await makeOrganization(db());
    const organizationId = owner.organization.id;
    const cycle = await publishedFor(owner);
    const id = await made(owner, wishesOf(cycle));
    await planAll();
    await adoptScenario(db(), owner, { id, revision: 1, note: "Now.", since: null }, { language: "en", now });
    const ledger = () => readLedger(db(), organizationId, "en");
    const before = await ledger();
    expect(before.kept).toBeNull();
    expect(before.rows.map(({ outcome, state }) => [outcome, state])).toEqual(before.rows.map(() => [null, "planned"]));
    const plan = await planOf(owner, id);
    const largest = [...plan.items].sort((a, b) => b.gain - a.gain)[0]!;
    // Done, and nobody has been asked since.
    await withTenant(db(), { organizationId }, (tx) =>
      tx.roadmapInitiative.updateMany({ where: { organizationId, libraryId: largest.initiative }, data: { state: "done", endedOn: new Date("2026-11-20") } }),
    );
    expect((await ledger()).kept).toBeNull();
    const next = await publishedFor(owner, 7, "2026-Q4");
    const { rows, kept } = await ledger();
    const row = rows.find(({ outcome }) => outcome !== null)!;
    expect(row.against).toEqual([{ cycle: next, period: "2026-Q4", slug: quiz.definition.slug }]);
    const { outcome } = row;
    expect(outcome!.items.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(largest.gain, 9);
    expect([kept!.promised, kept!.realised]).toEqual([outcome!.points, outcome!.realised]);
    // As if five points had been promised and kept before.
    const all = (outcome!.realised + 5) / (outcome!.points + 5);
    const own = (outcome!.realised + 5 * all) / (outcome!.points + 5);
    const reckoning = await made(owner, wishesOf(next, { usesLedger: true }), "As promises have been kept");
    await planAll();
    const { settings } = (await readScenario(db(), owner, reckoning))!.inputs!;
    const typeOf = (initiative: string) => catalog.initiatives.find((each) => each.id === initiative)!.pillars[0];
    for (const [initiative, share] of Object.entries(settings.realised)) expect(share).toBeCloseTo(typeOf(initiative) === row.type ? own : all, 9);
    expect(Object.keys(settings.realised).length).toBeGreaterThan(0);
    // What is done is not planned again, and nothing that rests on it waits for it.
    const { done, initiatives } = (await readScenario(db(), owner, reckoning))!.inputs!;
    expect(done).toEqual([largest.initiative]);
    expect(initiatives.flatMap(({ id: each, requires }) => [each, ...requires])).not.toContain(largest.initiative);
  });

  it("has its initiatives looked at in other ways, each figure from what is stored, and says of each why it is there", async () => {
    const owner = await makeOrganization(db());
    const id = await made(owner, wishesOf(await publishedFor(owner)));
    const read = async () => (await readScenario(db(), owner, id))!;
    expect(await scenarioViews(db(), await read(), english)).toBeNull();
    await planAll();
    const scenario = await read();
    const plan = await planOf(owner, id);
    const { initiatives, rice, wsjf } = (await scenarioViews(db(), scenario, english))!;
    const quarter = (number: number) => `2027-Q${number}`;
    const planned = Object.fromEntries(initiatives.flatMap(({ initiative, starts }) => (starts === null ? [] : [[initiative, starts]])));
    expect(planned).toEqual(Object.fromEntries(plan.items.map(({ initiative, startQuarter }) => [initiative, quarter(startQuarter)])));
    expect(initiatives.map(({ number }) => number)).toEqual(initiatives.map((_, k) => k + 1));
    const gained = initiatives.reduce((sum, { starts, besidePlan }) => sum + (starts === null ? 0 : besidePlan), 0);
    expect(gained).toBeCloseTo(plan.projected.at(-1)! - plan.today, 9);
    // RICE once more, by what was stored alone: points that it raises by itself, its chance and its likely weeks.
    const stored = new Map(scenario.inputs!.initiatives.map((each) => [each.id, each]));
    const byId = new Map(initiatives.map((its) => [its.initiative, its]));
    for (const { initiative, quotient } of rice.rows) {
      const { effort, chance } = stored.get(initiative)!;
      const weeks = Object.values(effort).reduce((sum, its) => sum + (its?.likely ?? 0), 0);
      expect(quotient).toBeCloseTo((byId.get(initiative)!.alone * chance.value) / weeks, 9);
    }
    for (const { rows } of [rice, wsjf]) {
      expect(rows).toHaveLength(initiatives.length);
      rows.slice(1).forEach(({ quotient }, k) => expect(quotient!).toBeLessThanOrEqual(rows[k]!.quotient! + 1e-9));
    }

    const { reasons, view } = await scenarioView(db(), scenario, english);
    for (const { initiative, startQuarter, gain } of plan.items) {
      const its = reasons[initiative]!;
      expect(its.then).toHaveLength(Math.max(1, startQuarter - 1));
      expect(its.rises.length > 0).toBe(byId.get(initiative)!.rice.reach > 0);
      if (gain >= 0.1) expect(its.adds.at(-1)).toMatch(/^At its place it adds \d+\.\d points/);
      expect(its.sure).toMatch(/^It is in the plan in (over |under )?\d+\s% of 5 reruns/);
    }
    for (const { id: left } of view!.notPlanned) {
      if (byId.has(left)) expect(reasons[left]!.adds[0]).toMatch(/^(By itself it would raise|It raises no answer itself)/);
    }
  });

  it("is made and adopted by those who may, and another organisation's is none", async () => {
    const owner = await makeOrganization(db());
    const viewer = await makeMember(db(), owner, "viewer");
    const other = await makeOrganization(db(), "Birch");
    const wishes = wishesOf(await publishedFor(owner));
    const once = randomUUID();
    expect(await makeScenario(db(), viewer, { once, name: "x", firstQuarter: "2027-Q1", wishes }, now)).toEqual({ kind: "not-allowed" });
    const id = await made(owner, wishes);
    await planAll();
    expect(await adoptScenario(db(), viewer, { id, revision: 1, note: "x", since: null }, { language: "en", now })).toBe("not-allowed");
    expect(await readScenario(db(), other, id)).toBeNull();
    expect(await adoptScenario(db(), other, { id, revision: 1, note: "x", since: null }, { language: "en", now })).toBe("gone");
    // A basis that is another organisation's is not there.
    const foreign = await made(other, wishes);
    await planAll();
    expect((await readScenario(db(), other, foreign))!.state).toBe("impossible");
    expect(await adoptScenario(db(), owner, { id, revision: 2, note: "x", since: null }, { language: "en", now })).toBe("conflict");
  });
});
