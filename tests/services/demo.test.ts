import { randomUUID } from "node:crypto";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_CLIENTS, DEMO_CONSULTANCY, DEMO_VISITOR } from "#app/domain/demo/demo-cast.ts";
import { nextReading } from "#app/domain/kpis/reading-period.ts";
import { evidenceState } from "#app/domain/evidence/evidence-state.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import type { PlanResult } from "#app/domain/roadmap/plan.ts";
import { planInputsSchema } from "#app/domain/scenarios/plan-inputs.ts";
import { score, type Score } from "#app/domain/scoring/score.ts";
import { benchmarkPage } from "#app/services/benchmark/benchmark-page.server.ts";
import { giveConsent } from "#app/services/benchmark/give-consent.server.ts";
import { refreshBenchmarks } from "#app/services/benchmark/refresh-benchmarks.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import type { Catalog } from "#app/services/content/load-content.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { prepareDemo } from "#app/services/demo/prepare-demo.server.ts";
import { readLedger } from "#app/services/ledger/read-ledger.server.ts";
import { createPlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { requestOf } from "#app/services/scenarios/plan-inputs.server.ts";
import { planScenarios } from "#app/services/scenarios/plan-scenarios.server.ts";
import { answersFromRows } from "#app/services/responses/stored-answer.server.ts";
import { findAccess } from "#app/services/tenancy/find-access.server.ts";
import { english } from "../factories/english.ts";
import { alike, FAMILY, makeShared } from "../factories/sharing.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date("2026-11-29T12:00:00Z");

function catalogOf(): Catalog {
  const loaded = loadContent("content");
  if (!("catalog" in loaded)) throw new Error("the content has problems");
  return loaded.catalog;
}

describe.each(await testDatabases())("the demonstration, on $name", ({ open }) => {
  const catalog = catalogOf();
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
    await makeOrganization(database.client, "A real one");
    bindDatabase(database);
    bindCatalog(catalog);
    await prepareDemo(database.client, catalog, NOW);
  });
  afterAll(() => database.drop());

  const counted = () =>
    asOwner(database.client, async (tx) => ({
      synthetic: await tx.organization.count({ where: { isSynthetic: true } }),
      real: await tx.organization.findMany({ where: { isSynthetic: false, kind: "company" }, select: { name: true } }),
      engagements: await tx.engagement.count(),
      assignments: await tx.engagementAssignment.count(),
      cycles: await tx.cycle.count(),
    }));

  it("is a firm and four clients, labelled, with two years of quarters", async () => {
    // Eight quarters of one assessment; of another in the four that are second or fourth of their year.
    expect(await counted()).toEqual({ synthetic: 5, real: [{ name: "A real one" }], engagements: 4, assignments: 4, cycles: 4 * (8 + 4) });
    const periods = await asOwner(database.client, (tx) => tx.cycle.findMany({ distinct: ["period"], orderBy: { period: "asc" }, select: { period: true } }));
    expect(periods.map(({ period }) => period)).toEqual(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
  });

  it("is mostly anonymous, with eight answers or more in each closed cycle and its figures computed, some named, and asks by name where it is open", async () => {
    const cycles = await asOwner(database.client, (tx) =>
      tx.cycle.findMany({
        select: {
          ...{ isAnonymous: true, asksEverybody: true, closedAt: true, openedAt: true, isResultDue: true, frontlineWeight: true },
          responses: true,
          respondents: { where: { hasAnswered: true } },
        },
      }),
    );
    expect(cycles.filter(({ isAnonymous }) => !isAnonymous)).toHaveLength(DEMO_CLIENTS.length);
    // One quarter of each client was asked with other weights of the roles, which its result states.
    expect(cycles.filter(({ frontlineWeight }) => frontlineWeight === 2)).toHaveLength(DEMO_CLIENTS.length);
    const results = await asOwner(database.client, (tx) => tx.teamResult.findMany({ select: { figures: true, cycle: { select: { frontlineWeight: true } } } }));
    for (const { figures, cycle } of results) expect(figures).toMatchObject({ roleWeights: { executive: 1, manager: 1, frontline: cycle.frontlineWeight } });
    for (const { isAnonymous, asksEverybody, closedAt, openedAt, isResultDue, responses, respondents } of cycles) {
      expect(responses).toHaveLength(respondents.length);
      expect([asksEverybody, isResultDue]).toEqual([closedAt !== null, false]);
      if (closedAt) expect(responses.length).toBeGreaterThanOrEqual(8);
      if (closedAt) {
        expect(new Set(responses.map(({ respondentRole }) => respondentRole)).size).toBeGreaterThanOrEqual(2);
        expect(new Set(responses.map(({ workFunction }) => workFunction)).size).toBeGreaterThanOrEqual(3);
      }
      const bound = responses.filter(({ respondentId }) => respondentId !== null);
      expect(bound).toHaveLength(isAnonymous ? 0 : responses.length);
      if (isAnonymous)
        expect(new Set(responses.map(({ submittedAt }) => submittedAt!.getTime()))).toEqual(responses.length > 0 ? new Set([openedAt.getTime()]) : new Set());
    }
  });

  it("has results that are the figures of its answers", async () => {
    const responses = await asOwner(database.client, (tx) =>
      tx.response.findMany({ select: { assessmentHash: true, answers: true, result: { select: { score: true } } }, where: { submittedAt: { not: null } } }),
    );
    expect(responses.length).toBeGreaterThan(200);
    for (const { assessmentHash, answers, result } of responses) {
      const { compiled } = catalog.assessments.find(({ hash }) => hash === assessmentHash)!;
      const { overall } = score(compiled, answersFromRows(answers));
      expect((result!.score as unknown as Score).overall.score).toBe(overall.score);
    }
  });

  it("answers nothing before it was asked or after now", async () => {
    const responses = await asOwner(database.client, (tx) =>
      tx.response.findMany({ select: { submittedAt: true, cycle: { select: { openedAt: true, closedAt: true } } } }),
    );
    for (const { submittedAt, cycle } of responses) {
      expect(submittedAt!.getTime()).toBeGreaterThanOrEqual(cycle!.openedAt.getTime());
      expect(submittedAt!.getTime()).toBeLessThanOrEqual((cycle!.closedAt ?? NOW).getTime());
    }
  });

  it("follows four KPIs at each client, with two years of readings, targets ahead, somebody who keeps them, and one reading due", async () => {
    for (const { id } of DEMO_CLIENTS) {
      const kpis = await asOwner(database.client, (tx) =>
        tx.kpi.findMany({ where: { organizationId: id }, include: { readings: { orderBy: { on: "asc" } } }, orderBy: { name: "asc" } }),
      );
      // Of 24 months or 8 quarters; the one that is due lacks its last.
      expect(kpis.map(({ name, readings }) => [name, readings.length])).toEqual([
        ["Complaint recovery time", 24],
        ["First contact resolution", 23],
        ["Net recommendation", 8],
        ["Renewal rate", 8],
      ]);
      const next = kpis.map(({ name, cadence, createdAt, readings }) => ({
        name,
        isDue: nextReading(
          { cadence: cadence as "month", begunOn: createdAt.toISOString().slice(0, 10), latestOn: readings.at(-1)!.on.toISOString().slice(0, 10) },
          "2026-11-29",
        ).isDue,
      }));
      expect(next.filter(({ isDue }) => isDue).map(({ name }) => name)).toEqual(["First contact resolution"]);
      for (const { targets, ownerId, libraryId, readings, worst, best } of kpis) {
        expect(Object.keys(targets as object)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"]);
        expect(ownerId).not.toBeNull();
        expect(catalog.kpis.map((kpi) => kpi.id)).toContain(libraryId);
        for (const { value } of readings) expect((value - worst!) * (value - best!)).toBeLessThanOrEqual(0);
      }
    }
  });

  it("has a few pieces of evidence for each client, of which one has expired and one expires soon, for questions that are asked", async () => {
    const rows = await asOwner(database.client, (tx) => tx.evidence.findMany({ include: { file: true } }));
    const today = NOW.toISOString().slice(0, 10);
    for (const { id } of DEMO_CLIENTS) {
      const own = rows.filter(({ organizationId }) => organizationId === id);
      const states = own.map(({ expiresOn }) => evidenceState(expiresOn?.toISOString().slice(0, 10) ?? null, today)).sort();
      expect(states).toEqual(["expired", "expires", "holds", "holds"]);
      for (const { assessmentSlug, itemId, title, link, file } of own) {
        expect(catalog.assessmentBySlug.get(assessmentSlug)!.compiled.itemById.has(itemId)).toBe(true);
        expect(title).toMatch(/^Invented /);
        expect(link === null).toBe(file !== null);
        if (link) expect(new URL(link).hostname).toMatch(/\.invalid$/);
      }
    }
  });

  it("has a visitor without a password, who works for the firm's four clients", async () => {
    const visitor = await asOwner(database.client, (tx) =>
      tx.person.findUniqueOrThrow({ where: { id: DEMO_VISITOR.id }, select: { credentials: true, assignments: true, operatorSince: true } }),
    );
    expect(visitor.credentials).toEqual([]);
    expect(visitor.operatorSince).toBeNull();
    expect(visitor.assignments.map(({ organizationId, consultancyId }) => [organizationId, consultancyId]).sort()).toEqual(
      DEMO_CLIENTS.map(({ id }) => [id, DEMO_CONSULTANCY.id]).sort(),
    );
  });

  it("is compared with nobody and says so, whatever others share, and nothing of it is ever in what they are compared with", async () => {
    const db = database.client;
    await makeShared(db, 0, alike(11));
    const visitor = { personId: DEMO_VISITOR.id, name: DEMO_VISITOR.name, email: DEMO_VISITOR.email, sessionId: randomUUID(), isOperator: false };
    for (const { slug, name } of [...DEMO_CLIENTS, DEMO_CONSULTANCY]) {
      const access = await findAccess(visitor, slug, NOW);
      const page = await benchmarkPage(db, access!, { slug: null, cohort: null }, english);
      expect(page).toMatchObject({ heading: `${name} is compared with nobody`, shown: null, consentAt: null, clients: [] });
      expect(await giveConsent(db, access!, NOW)).toBe("invented");
    }
    const startThread = snapshotThreads({ workerFile: path.resolve("build/worker/snapshot-worker.js") });
    const problems: unknown[] = [];
    const log = { error: (problem: unknown) => void problems.push(problem) };
    expect([await refreshBenchmarks({ db, startThread, log, signal: new AbortController().signal }), problems]).toEqual([1, []]);
    const made = await asOwner(db, async (tx) => ({
      snapshots: await tx.benchmarkSnapshot.findMany({ select: { family: true, organizations: true } }),
      everybody: await tx.benchmarkCohort.findMany({ where: { part: "overall" }, select: { cohort: true, n: true } }),
      invented: await tx.benchmarkContribution.count({ where: { organization: { isSynthetic: true } } }),
    }));
    expect(made).toEqual({ snapshots: [{ family: FAMILY, organizations: 11 }], everybody: [{ cohort: "//", n: 11 }], invented: 0 });
    await asOwner(db, (tx) => tx.organization.deleteMany({ where: { name: "One that shares" } }));
  });

  it("has a roadmap at each client: a plan that was computed, adopted a year ago, and initiatives in every state that it leads to", async () => {
    for (const client of DEMO_CLIENTS) {
      const stored = await asOwner(database.client, async (tx) => ({
        scenarios: await tx.scenario.findMany({ where: { organizationId: client.id } }),
        adoptions: await tx.roadmapAdoption.findMany({ where: { organizationId: client.id } }),
        board: await tx.roadmapInitiative.findMany({ where: { organizationId: client.id }, include: { steps: true, notes: true } }),
      }));
      const scenario = stored.scenarios.find(({ id }) => id === stored.adoptions[0]!.scenarioId);
      const inputs = planInputsSchema.parse(scenario!.inputs);
      // The same planner finds the same plan from what is stored of it, and its start is the result of the quarter before.
      const { stoppedBy: _, ...again } = firstPlan(await requestOf(database.client, inputs)) as PlanResult;
      expect(JSON.parse(JSON.stringify(again))).toEqual({ ...again, ...(scenario!.outcome as object), stoppedBy: undefined });
      expect([scenario!.firstQuarter, inputs.assessments.map(({ period }) => period)]).toEqual(["2026-Q1", ["2025-Q4"]]);
      expect(stored.adoptions.map(({ scenarioId, firstQuarter }) => [scenarioId, firstQuarter])).toEqual([[scenario!.id, "2026-Q1"]]);
      expect(stored.adoptions[0]!.adoptedAt < NOW).toBe(true);
      expect(new Set(stored.board.map(({ state }) => state))).toEqual(new Set(["proposed", "planned", "under_way", "done"]));
      const planned = stored.board.filter(({ promise }) => promise !== null);
      expect(planned.map(({ libraryId }) => libraryId).sort()).toEqual(again.items.map(({ initiative }) => initiative).sort());
      const today = NOW.toISOString().slice(0, 10);
      const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
      for (const { state, startedOn, endedOn, steps } of stored.board) {
        expect((day(startedOn) ?? "") <= today && (day(endedOn) ?? "") <= today).toBe(true);
        expect([startedOn !== null, endedOn !== null]).toEqual([state === "under_way" || state === "done", state === "done"]);
        expect(steps.every(({ doneAt }) => doneAt !== null)).toBe(state === "done");
      }
      expect(
        stored.board
          .filter(({ leapOfFaith }) => leapOfFaith !== null)
          .map(({ verdict }) => verdict)
          .sort(),
      ).toEqual(["held", null]);
      expect(stored.board.flatMap(({ notes }) => notes)).toHaveLength(1);
      for (const text of [scenario!.name, stored.adoptions[0]!.note, ...stored.board.flatMap(({ leapOfFaith, measured }) => [leapOfFaith, measured])])
        if (text) expect(text).toMatch(/^Example: |^Example\. /);
    }
  });

  it("holds what is done against the answers of later quarters, as everybody's is", async () => {
    for (const { id } of DEMO_CLIENTS) {
      const { rows, kept } = await readLedger(database.client, id, "en");
      const held = rows.filter(({ outcome }) => outcome !== null);
      expect(held.length).toBeGreaterThan(0);
      for (const { state, endedOn, promise, outcome } of held) {
        expect([state, endedOn! > promise.on]).toEqual(["done", true]);
        expect(outcome!.realised).toBeGreaterThanOrEqual(0);
        expect(outcome!.realised).toBeLessThanOrEqual(outcome!.points + 1e-9);
      }
      expect(kept!.promised).toBeGreaterThan(0);
    }
    // The one that improved has kept more of its promises than the one that fell back.
    const ratio = async (client: number) => (await readLedger(database.client, DEMO_CLIENTS[client]!.id, "en")).kept!;
    const [better, worse] = [await ratio(0), await ratio(3)];
    expect(better.realised / better.promised).toBeGreaterThan(worse.realised / worse.promised);
  });

  it("asks for another plan, which is made like everybody's: from the latest result, what is under way and what promises came to", async () => {
    const db = database.client;
    const organizationId = DEMO_CLIENTS[0]!.id;
    const scenarios = () => asOwner(db, (tx) => tx.scenario.findMany({ where: { state: { not: "planned" } } }));
    const [waiting, ...others] = await scenarios();
    expect([waiting!.organizationId, waiting!.name, waiting!.state, others]).toEqual([organizationId, "Example: six weeks a quarter", "waiting", []]);
    const solver = createPlanSolver({ workerFile: path.resolve("build/worker/plan-worker.js"), robustnessRuns: 5, marginIterations: 10 });
    const problems: unknown[] = [];
    const log = { error: (problem: unknown) => void problems.push(problem) };
    expect([await planScenarios({ db, solver, log, signal: new AbortController().signal }), problems]).toEqual([1, []]);
    await solver.close();
    expect(await scenarios()).toEqual([]);
    const planned = await asOwner(db, (tx) => tx.scenario.findFirstOrThrow({ where: { id: waiting!.id } }));
    const inputs = planInputsSchema.parse(planned.inputs);
    expect([planned.firstQuarter, inputs.assessments.map(({ period }) => period)]).toEqual(["2027-Q1", ["2026-Q3"]]);
    const underWay = await asOwner(db, (tx) => tx.roadmapInitiative.findMany({ where: { organizationId, state: "under_way" }, select: { libraryId: true } }));
    expect(Object.keys(inputs.underWay).sort()).toEqual(underWay.map(({ libraryId }) => libraryId).sort());
    expect(Object.values(inputs.settings.realised).some((share) => share > 0 && share < 1)).toBe(true);
    expect((planned.outcome as PlanResult).items.length).toBeGreaterThan(underWay.length);
    expect(await prepareDemo(db, catalog, NOW)).toBe(false);
  });

  describe("of one client, which takes a fourth of the time", () => {
    let own: OpenDatabase & { drop(): Promise<void> };
    const one = DEMO_CLIENTS.slice(0, 1);
    beforeAll(async () => {
      own = await open();
      await storeVersions(own.client, catalog);
      await makeOrganization(own.client, "A real one");
      await Promise.all([1, 2, 3].map(() => prepareDemo(own.client, catalog, NOW, one)));
    });
    afterAll(() => own.drop());
    const there = () =>
      asOwner(own.client, async (tx) => ({
        synthetic: await tx.organization.count({ where: { isSynthetic: true } }),
        real: await tx.organization.findMany({ where: { isSynthetic: false, kind: "company" }, select: { name: true } }),
        assignments: await tx.engagementAssignment.count(),
        cycles: await tx.cycle.count(),
        adoptions: await tx.roadmapAdoption.count(),
      }));
    const ALL = { synthetic: 2, real: [{ name: "A real one" }], assignments: 1, cycles: 8 + 4, adoptions: 1 };

    it("is made once by three who ask at once", async () => expect(await there()).toEqual(ALL));

    it("is completed where an earlier version of the product made no roadmap", async () => {
      await asOwner(own.client, async (tx) => {
        await tx.scenario.deleteMany();
        await tx.roadmapAdoption.deleteMany();
        await tx.roadmapInitiative.deleteMany();
      });
      await prepareDemo(own.client, catalog, NOW, one);
      expect(await there()).toEqual(ALL);
    });

    it("is made anew once another quarter has begun, and leaves everything else as it was", async () => {
      await prepareDemo(own.client, catalog, new Date("2027-01-20T12:00:00Z"), one);
      expect(await there()).toEqual(ALL);
      const latest = await asOwner(own.client, (tx) => tx.cycle.findFirst({ orderBy: { openedAt: "desc" }, select: { period: true, closedAt: true } }));
      expect(latest).toEqual({ period: "2027-Q1", closedAt: null });
      const adopted = await asOwner(own.client, (tx) => tx.roadmapAdoption.findMany({ select: { firstQuarter: true } }));
      expect(adopted).toEqual([{ firstQuarter: "2026-Q2" }]);
    });
  });
});
