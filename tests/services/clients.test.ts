import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "#app/domain/access/can.ts";
import type { ClientSort } from "#app/domain/engagement/clients-query.ts";
import type { Database, OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { assignConsultant } from "#app/services/tenancy/assign-consultant.server.ts";
import { endEngagement } from "#app/services/tenancy/end-engagement.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { listClients } from "#app/services/tenancy/list-clients.server.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date();
const AT = { now: NOW, language: "en" as const };
bindPublicOrigin("https://assess.example.com");
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const ASSESSMENT = "b".repeat(64);
const ALL: Scope[] = ["run_assessments", "see_results", "edit_roadmap"];
const hash = () => randomBytes(32).toString("hex");

describe.each(await testDatabases())("the portfolio of a consultant, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await database.client.assessmentVersion.create({ data: { hash: ASSESSMENT, slug: "quiz", version: 1, definition: {} } });
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const list = (of: Access, { q = "", sort = "name" as ClientSort, page = 1 } = {}, now = NOW) => listClients(db(), of.person, { q, sort, page }, now);
  const rows = async (of: Access, query = {}, now = NOW) => (await list(of, query, now)).rows;

  /** A client of the firm's, with what has happened there. */
  async function client(firm: Access, name: string, { scopes = ALL, endsOn = null as string | null, results = [] as Result[], cycles = [] as Cycle[] } = {}) {
    const access = await makeOrganization(db(), name);
    const accepted = await acceptOffer(db(), firm, await offerTo(db(), access, { scopes, endsOn }, NOW), AT);
    if (accepted.outcome !== "engaged") throw new Error(accepted.outcome);
    await withTenant(db(), { organizationId: access.organization.id }, async (tx) => {
      for (const { period, openedAt, opensAt = null, closedAt = null, answered = 0, unanswered = 0, scores = [] } of cycles) {
        const { id: cycleId } = await tx.cycle.create({
          data: { assessmentHash: ASSESSMENT, assessmentSlug: "quiz", period, openedAt, opensAt, closedAt, openedBy: "x" },
          select: { id: true },
        });
        const responses = Array.from({ length: answered + unanswered }, (_, n) => response(n < answered ? NOW : null, cycleId));
        await tx.response.createMany({ data: responses });
        const scored = scores.filter((score) => score !== null);
        const mean = scored.length < 5 ? null : scored.reduce((sum, score) => sum + score, 0) / scored.length;
        const computed = { cycleId, number: 1, respondents: scores.length, asked: scores.length, method: "1" };
        if (closedAt && scores.length > 0) await tx.teamResult.createMany({ data: [{ ...computed, figures: { overall: { mean, n: scored.length } } }] });
        for (const score of scores) {
          const row = response(closedAt ?? NOW, cycleId);
          await tx.response.createMany({ data: [row] });
          await tx.result.createMany({ data: [{ responseId: row.id, method: "1", score: { overall: { score, gatedLevel: null } } }] });
        }
      }
      for (const { score, level, on } of results) {
        const row = response(on, null);
        await tx.response.createMany({ data: [row] });
        await tx.result.createMany({ data: [{ responseId: row.id, method: "1", score: { overall: { score, gatedLevel: level } } }] });
      }
    });
    return { access, engagementId: accepted.engagementId };
  }
  const response = (submittedAt: Date | null, cycleId: string | null) => ({
    id: randomUUID(),
    submittedAt,
    cycleId,
    takeTokenHash: hash(),
    resultTokenHash: hash(),
    assessmentHash: ASSESSMENT,
  });

  it("says of each client where it stands, its last cycle and what comes next", async () => {
    const firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
    await client(firm, "New");
    await client(firm, "Open", { cycles: [{ period: "2027-Q1", openedAt: ago(3), answered: 3, unanswered: 2 }] });
    await client(firm, "Planned", { cycles: [{ period: "2027-Q1", openedAt: ago(3), opensAt: ago(-3) }] });
    await client(firm, "Closed", {
      endsOn: NOW.toISOString().slice(0, 10),
      cycles: [
        { period: "2026-Q4", openedAt: ago(100), closedAt: ago(90), answered: 9 },
        { period: "2027-Q1", openedAt: ago(10), closedAt: ago(1), answered: 4 },
      ],
      results: [
        { score: 61.5, level: 4, on: ago(2) },
        { score: 40.25, level: 3, on: ago(95) },
      ],
    });
    expect(await rows(firm)).toMatchObject([
      {
        name: "Closed",
        firm: "Firm",
        scopes: ALL,
        endsOn: NOW.toISOString().slice(0, 10),
        result: { assessment: "quiz", score: 61.5, level: 4 },
        cycle: { period: "2027-Q1", state: "closed", answered: 4 },
        next: "look",
      },
      { name: "New", endsOn: null, result: null, cycle: null, next: "begin" },
      { name: "Open", result: null, cycle: { period: "2027-Q1", state: "open", answered: 3 }, next: "open" },
      { name: "Planned", result: null, cycle: { period: "2027-Q1", state: "planned", answered: 0 }, next: "planned" },
    ]);
  });

  it("gives the mean of a closed cycle with five people or more, and shows nobody of a smaller one or of one that is open", async () => {
    const firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
    const cycle = (period: string, closedAt: Date | null, scores: (number | null)[]) => ({ period, openedAt: ago(40), closedAt, scores });
    // (10 + 20 + 30.5 + 40 + 64.5) / 5 = 33; the sixth answered too little for a score.
    await client(firm, "Five", { cycles: [cycle("2027-Q1", ago(3), [10, 20, 30.5, 40, 64.5, null]), cycle("2026-Q4", ago(93), [90, 90, 90, 90, 90])] });
    await client(firm, "Four", { cycles: [cycle("2027-Q1", ago(3), [10, 20, 30, 40, null])] });
    await client(firm, "Open", { cycles: [cycle("2027-Q1", null, [10, 20, 30, 40, 50])] });
    await client(firm, "Plans", { scopes: ["edit_roadmap"], cycles: [cycle("2027-Q1", ago(3), [10, 20, 30, 40, 50])] });
    await client(firm, "Brought along later", { cycles: [cycle("2027-Q1", ago(3), [10, 20, 30, 40, 50])], results: [{ score: 61.5, level: 4, on: ago(2) }] });
    expect((await rows(firm)).map(({ name, result }) => [name, result?.score, result?.level, result?.people])).toEqual([
      ["Brought along later", 61.5, 4, null],
      ["Five", 33, null, 5],
      ["Four", undefined, undefined, undefined],
      ["Open", undefined, undefined, undefined],
      ["Plans", undefined, undefined, undefined],
    ]);
  });

  it("shows results, and how many have answered, only where the engagement allows", async () => {
    const firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
    const state = { results: [{ score: 50, level: 3, on: ago(2) }], cycles: [{ period: "2027-Q1", openedAt: ago(10), closedAt: ago(1), answered: 4 }] };
    await client(firm, "Runs", { scopes: ["run_assessments"], ...state });
    await client(firm, "Sees", { scopes: ["see_results"], ...state });
    await client(firm, "Plans", { scopes: ["edit_roadmap"], ...state });
    expect(await rows(firm)).toMatchObject([
      { name: "Plans", result: null, cycle: { period: "2027-Q1", answered: null }, next: "closed" },
      { name: "Runs", result: null, cycle: { period: "2027-Q1", answered: 4 }, next: "closed" },
      { name: "Sees", result: { score: 50 }, cycle: { period: "2027-Q1", answered: 4 }, next: "look" },
    ]);
  });

  it("holds the clients that somebody is assigned to, and none of a colleague's, of an ended or of an expired engagement", async () => {
    const firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
    const colleague = await makeMember(db(), firm, "owner", { name: "Colleague" });
    const stranger = await makeConsultancy(db(), "Stranger");
    const [a, b] = [await client(firm, "A"), await client(firm, "B", { endsOn: NOW.toISOString().slice(0, 10) })];
    expect((await rows(firm)).map(({ name }) => name)).toEqual(["A", "B"]);
    for (const other of [colleague, stranger, a.access]) expect(await list(other)).toEqual({ rows: [], total: 0 });
    await assignConsultant(db(), firm, { engagementId: b.engagementId, memberId: colleague.memberId! }, NOW);
    expect((await rows(colleague)).map(({ name }) => name)).toEqual(["B"]);
    expect((await rows(firm, {}, new Date(NOW.getTime() + DAY))).map(({ name }) => name)).toEqual(["A"]);
    await endEngagement(db(), a.access, a.engagementId, AT);
    expect((await rows(firm)).map(({ name }) => name)).toEqual(["B"]);
  });

  it("is searched, ordered and turned page by page, in as many statements for fifty clients as for one", async () => {
    const firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
    await client(firm, "100% Sure", { results: [{ score: 90, level: 5, on: ago(1) }] });
    const { counted, statements } = counting(db());
    const many = (query: { q?: string; sort?: ClientSort; page?: number } = {}) =>
      listClients(counted, firm.person, { q: query.q ?? "", sort: query.sort ?? "name", page: query.page ?? 1 }, NOW);
    await many();
    const forOne = statements();
    for (let n = 1; n < 50; n++) {
      const score = n === 20 ? 10 : 50;
      await client(firm, `Client ${String(n).padStart(2, "0")}`, n % 10 === 0 ? { results: [{ score, level: 2, on: ago(n) }] } : {});
    }
    const before = statements();
    const first = await many();
    expect(statements() - before).toBe(forOne);
    expect(first.total).toBe(50);
    const second = await many({ page: 2 });
    expect([first.rows.length, second.rows.length, (await many({ page: 3 })).rows.length]).toEqual([25, 25, 0]);
    expect(new Set([...first.rows, ...second.rows].map(({ slug }) => slug)).size).toBe(50);
    expect((await many({ sort: "score" })).rows.slice(0, 2).map(({ name }) => name)).toEqual(["Client 20", "Client 10"]);
    expect((await many({ q: "cLIENT 3" })).total).toBe(10);
    expect((await many({ q: "%" })).rows.map(({ name }) => name)).toEqual(["100% Sure"]);
    expect((await many({ q: "_" })).total).toBe(0);
  });
});

type Result = { score: number; level: number; on: Date };
type Cycle = { period: string; openedAt: Date; opensAt?: Date; closedAt?: Date | null; answered?: number; unanswered?: number; scores?: (number | null)[] };

/** The same database, with a count of the statements that go to it. */
function counting(db: Database): { counted: Database; statements(): number } {
  let count = 0;
  const counted = db.$extends({
    query: {
      $allOperations({ args, query }) {
        count++;
        return query(args);
      },
    },
  });
  return { counted: counted as unknown as Database, statements: () => count };
}
