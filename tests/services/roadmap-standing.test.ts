import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { addFromLibrary, addOwn } from "#app/services/board/add-initiative.server.ts";
import { readHome } from "#app/services/home/read-home.server.ts";
import { readSummary } from "#app/services/home/read-summary.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { readKpi } from "#app/services/kpis/read-kpi.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz, when } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

/** In the first quarter of 2027. */
const { now } = when;
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe.each(await testDatabases())("where a roadmap stands, beside the rest, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  async function published(owner: Access) {
    const cycleId = await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(1, 6) });
    expect(await publishResult(db(), { organizationId: owner.organization.id, cycleId }, { compute: computeInSteps })).toBe("stored");
    // Longer ago than a result is new for.
    await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycleId }, data: { closedAt: day("2026-12-20") } }));
  }
  type Columns = { state?: InitiativeState; startQuarter?: string; dueOn?: Date; startedOn?: Date; endedOn?: Date; leapOfFaith?: string; measureOn?: Date };
  async function initiative(owner: Access, title: string, columns: Columns, kpis: string[] = []) {
    const id = randomUUID();
    expect(await addOwn(db(), owner, id, ownInitiative({ title, kpis }), when)).toMatchObject({ kind: "added" });
    await within(owner, (tx) => tx.roadmapInitiative.updateMany({ where: { id }, data: columns }));
    return id;
  }
  const due = async (access: Access) => (await readHome(db(), access, english, now)).due.roadmap;

  it("is on the first page: what is late, what is to be measured, and a quarter for which nothing is planned", async () => {
    const owner = await makeOrganization(db());
    await published(owner);
    expect(await due(owner)).toEqual({ overdue: 0, dueSoon: 0, leapsDue: 0, plansToAdopt: 0, emptyQuarter: null });
    await initiative(owner, "Late", {
      state: "under_way",
      startQuarter: "2026-Q4",
      dueOn: day("2027-02-02"),
      leapOfFaith: "It holds",
      measureOn: day("2027-02-03"),
    });
    await initiative(owner, "Soon", { state: "planned", startQuarter: "2027-Q1", dueOn: day("2027-02-03") });
    await initiative(owner, "Done", { state: "done", startQuarter: "2027-Q1", dueOn: day("2027-01-03"), endedOn: day("2027-01-03") });
    expect(await due(owner)).toEqual({ overdue: 1, dueSoon: 1, leapsDue: 1, plansToAdopt: 0, emptyQuarter: "2027-Q2" });
    const step = async (access: Access) => (await readHome(db(), access, english, now)).step.kind;
    expect(await step(owner)).toBe("catch_up");
    expect(await step(await makeMember(db(), owner, "viewer"))).toBe("nothing");
    // It is seen by nobody who may not see the roadmap.
    expect(await due(await makeMember(db(), owner, "respondent"))).toEqual({ overdue: 0, dueSoon: 0, leapsDue: 0, plansToAdopt: 0, emptyQuarter: null });
  });

  it("is on the page for a board: counts, no plan that nobody adopted, and nothing that was not held against a result", async () => {
    const owner = await makeOrganization(db());
    await published(owner);
    const summary = async () => (await readSummary(db(), owner, null, english, now))!.roadmap;
    expect(await summary()).toMatchObject({ all: 0, adoption: null, kept: null });
    await initiative(owner, "One", { state: "under_way" });
    await initiative(owner, "Two", { state: "done", endedOn: day("2027-01-03") });
    await initiative(owner, "Three", {});
    expect(await summary()).toEqual({ all: 3, counts: { proposed: 1, planned: 0, under_way: 1, done: 1, dropped: 0 }, adoption: null, kept: null });
  });

  it("is on the page of a KPI that initiatives name: those and no others, with their days", async () => {
    const owner = await makeOrganization(db());
    const kpi = catalog.kpis[0]!.id;
    const terms = { name: "Followed", unit: "%", definition: null, higherIsBetter: true, cadence: "month", ownerId: null, baseline: null } as const;
    const add = async (libraryId: string | null) => {
      const once = randomUUID();
      expect(await addKpi(db(), owner, { ...terms, baselineOn: null, anchors: null, once, libraryId }, when)).toMatchObject({ kind: "added" });
      return once;
    };
    const [followed, own] = [await add(kpi), await add(null)];
    const begun = await initiative(owner, "Begun", { state: "done", startQuarter: "2027-Q1", startedOn: day("2027-01-02"), endedOn: day("2027-02-01") }, [kpi]);
    await initiative(owner, "Another", { state: "planned" }, [catalog.kpis[1]!.id]);
    const named = catalog.initiatives.find(({ kpis }) => kpis.includes(kpi))!;
    const added = await addFromLibrary(db(), owner, named.id, when);
    const read = async (id: string) => (await readKpi(db(), owner, id, 1, when))!.initiatives;
    expect(await read(followed)).toEqual([
      { id: begun, title: "Begun", state: "done", startQuarter: "2027-Q1", startedOn: "2027-01-02", endedOn: "2027-02-01" },
      { ...{ id: "id" in added && added.id, title: named.title, state: "proposed" }, startQuarter: null, startedOn: null, endedOn: null },
    ]);
    expect(await read(own)).toEqual([]);
  });
});
