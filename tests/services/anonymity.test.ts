import fc from "fast-check";
import { Prisma } from "@prisma/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import { TEAM_TABLES, teamTable } from "#app/domain/report/team-tables.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { cyclePage } from "#app/services/cycles/cycle-page.server.ts";
import { listCycles } from "#app/services/cycles/list-cycles.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readStanding } from "#app/services/cycles/read-standing.server.ts";
import { exportEvents } from "#app/services/audit/export-events.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { collectPersonalData } from "#app/services/identity/collect-personal-data.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamItem } from "#app/services/results/read-team-item.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { teamItemPage } from "#app/services/results/team-item-page.server.ts";
import { agreedRows, teamPage } from "#app/services/results/team-page.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { listMembers } from "#app/services/tenancy/list-members.server.ts";
import { readMember } from "#app/services/tenancy/read-member.server.ts";
import { english } from "../factories/english.ts";
import { opening } from "../factories/opening.ts";
import { ALL_CYCLES, ALL_RESULTS } from "../factories/list-queries.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { randomAnswers } from "../routes/random-answers.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const SECRET = "what the processes of the test share";
const NOW = new Date("2037-02-03T10:00:00Z");
const TIME = { language: "en", now: NOW, secret: SECRET } as const;
const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/;
const databases = await testDatabases();

describe.each(databases)("an anonymous answer, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    bindSessionSecret(SECRET);
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const opened = async (access: Access, isAnonymous = true) => {
    const outcome = await openCycles(db(), access, [quiz], opening("2037-Q1", { isAnonymous }), TIME);
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    return outcome.ids[0]!;
  };
  /** Answers by themselves, with a comment, and submits. @param skipped questions that are left blank; null: every question is answered. @returns the take token */
  async function answered(member: Access, cycle: string, seed: number, isSubmitted = true, skipped: readonly string[] | null = []): Promise<string> {
    const outcome = await answerInCycle(db(), member, cycle, TIME);
    if (outcome.kind !== "answering") throw new Error(outcome.kind);
    const given = Object.entries(randomAnswers(quiz.definition, seededRandom(seed), skipped === null)).filter(([itemId]) => !skipped?.includes(itemId));
    const changes = given.map(([itemId, answer]) => ({ ...{ itemId, basedOn: 0, answer: { ...answer, comment: `words of ${seed}` } } }));
    expect(await saveAnswers(db(), outcome.takeToken, changes)).toMatchObject({ kind: "saved", conflicts: [] });
    if (isSubmitted) expect(await submitResponse(db(), outcome.takeToken, catalog.contradictions)).toMatchObject({ kind: "submitted" });
    return outcome.takeToken;
  }
  const exported = async (access: Access) => {
    let text = "";
    for await (const piece of exportOrganization(db(), access, { language: "en", now: NOW })) text += piece;
    return JSON.parse(text) as OrganizationFile;
  };
  /** Everything that an owner can read; that it was exported is in the trail and told apart from the rest. */
  async function reach(owner: Access, cycle: string, memberIds: readonly string[]): Promise<unknown> {
    const { events: _, responses, ...file } = await exported(owner);
    // Their ids and their order are of one file alone (anonymous-rows.test.ts).
    const read: unknown[] = [
      file,
      responses.map(({ id: _id, ...said }) => JSON.stringify(said)).sort(),
      await cyclePage(db(), owner, cycle, TIME),
      await listCycles(db(), owner, ALL_CYCLES, TIME),
      await readStanding(db(), owner, TIME.now),
    ];
    read.push(await listResults(db(), owner, ALL_RESULTS), await listMembers(db(), owner, { q: "", sort: "name", page: 1 }));
    for (const id of memberIds) read.push(await readMember(db(), owner, id));
    for await (const piece of exportEvents(db(), owner, { q: "cycle", since: null, before: null, after: null }, english)) read.push(piece);
    return read;
  }

  /** Who holds which answers is their tokens alone: exchanged, each of the two has given the other's. */
  const exchange = (owner: Access, one: string, other: string) =>
    within(owner, async (tx) => {
      const find = (id: string) => tx.response.findFirstOrThrow({ where: { id }, select: { takeTokenHash: true, resultTokenHash: true } });
      const [a, b] = [await find(one), await find(other)];
      await tx.response.update({ where: { id: one }, data: { takeTokenHash: "0".repeat(64), resultTokenHash: "0".repeat(64) } });
      await tx.response.update({ where: { id: other }, data: a });
      await tx.response.update({ where: { id: one }, data: b });
    });
  /** What is said of a cycle whose result is shown: its page, every question's with comments and evidence, and every file. */
  async function reachResult(owner: Access, cycle: string): Promise<unknown> {
    const result = (await readTeamResult(db(), owner, cycle, "en"))!;
    expect(result.state).toBe("shown");
    const { stored, names, agreed, compiled } = result;
    const read: unknown[] = [teamPage(result, "Northern Ferries")];
    for (const name of TEAM_TABLES) read.push(teamTable(name, stored!.figures, agreedRows({ agreed, compiled }, english), names, english));
    for (const { id: itemId } of quiz.definition.items) {
      const item = (await readTeamItem(db(), owner, { cycleId: cycle, itemId, page: 1 }, "en"))!;
      read.push(teamItemPage(item), item.notes);
    }
    return read;
  }

  it("does not tell who skipped a question or a whole part: the one who did exchanges theirs with another, and nothing changes that is shown", async () => {
    const owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 7 }, () => makeMember(db(), owner, "respondent")));
    const ids = members.map(({ memberId }) => memberId!);
    await within(owner, (tx) => tx.member.updateMany({ where: { id: { in: ids } }, data: { respondentRole: "frontline", workFunction: "sales" } }));
    const cycle = await opened(owner);
    const [part] = quiz.definition.dimensions;
    const skipped = quiz.definition.items.filter(({ dimension }) => dimension === part!.id).map(({ id }) => id);
    for (const [index, member] of members.entries()) await answered(member, cycle, index, true, index === 3 ? skipped : []);
    await closeCycle(db(), owner, cycle, TIME);
    expect(await publishResult(db(), { organizationId: owner.organization.id, cycleId: cycle }, { compute: computeInSteps })).toBe("stored");
    const responses = await within(owner, (tx) => tx.response.findMany({ where: { cycleId: cycle }, include: { answers: true } }));
    const answeredAny = ({ answers }: (typeof responses)[number]) => answers.some(({ itemId }) => skipped.includes(itemId));
    const [one, other] = [responses.find((response) => !answeredAny(response))!, responses.find(answeredAny)!];
    const all = async () => [await reach(owner, cycle, ids), await reachResult(owner, cycle)];
    const before = await all();
    await exchange(owner, one.id, other.id);
    expect(await all()).toEqual(before);
    // Nobody's name or address is at anything that was said: neither on a page nor in a table.
    const said = JSON.stringify(await reachResult(owner, cycle));
    expect(said).toContain("words of 3");
    for (const { person } of members) for (const known of [person.name, person.email]) expect(said).not.toContain(known);
    expect((await cyclePage(db(), owner, cycle, TIME))!.running!.answeredBy).toBeNull();
  });

  it("could be anybody's of the same role: nothing that an owner reaches changes when two exchange theirs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 0, max: 1000 }), fc.boolean(), async (count, seed, isClosed) => {
        const owner = await makeOrganization(db());
        const members = await Promise.all(Array.from({ length: count }, () => makeMember(db(), owner, "respondent")));
        const ids = members.map(({ memberId }) => memberId!);
        await within(owner, (tx) => tx.member.updateMany({ where: { id: { in: ids } }, data: { respondentRole: "frontline" } }));
        const cycle = await opened(owner);
        for (const [index, member] of members.entries()) await answered(member, cycle, seed + index);
        if (isClosed) await closeCycle(db(), owner, cycle, TIME);
        const before = await reach(owner, cycle, ids);
        const [a, b] = await within(owner, (tx) => tx.response.findMany({ where: { cycleId: cycle }, orderBy: { id: "asc" }, take: 2 }));
        await exchange(owner, a!.id, b!.id);
        expect(await reach(owner, cycle, ids)).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });

  it("has no moment, no order and nobody's id of its own in any row", async () => {
    const owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 5 }, () => makeMember(db(), owner, "respondent")));
    const cycle = await opened(owner);
    for (const [index, member] of members.entries()) await answered(member, cycle, index, index > 0);
    const rows = await within(owner, (tx) => tx.response.findMany({ include: { answers: true, result: true } }));
    expect(rows).toHaveLength(5);
    for (const { id, memberId, respondentId, createdAt, submittedAt, answers, result } of rows) {
      expect(id).toMatch(V4);
      expect([memberId, respondentId]).toEqual([null, null]);
      const moments = [createdAt, ...(submittedAt ? [submittedAt] : []), ...answers.map(({ updatedAt }) => updatedAt), ...(result ? [result.createdAt] : [])];
      expect(new Set(moments.map((moment) => moment.getTime()))).toEqual(new Set([NOW.getTime()]));
    }
    // No hash at whom was asked stands at an answer too.
    const hashes = new Set(rows.flatMap(({ takeTokenHash, resultTokenHash }) => [takeTokenHash, resultTokenHash]));
    const respondents = await within(owner, (tx) => tx.respondent.findMany());
    expect(respondents.filter(({ markHash, linkHash }) => hashes.has(markHash ?? "") || hashes.has(linkHash ?? ""))).toEqual([]);
    expect(respondents.filter(({ hasAnswered }) => hasAnswered)).toHaveLength(4);
    // The database itself binds none to anybody.
    const write = within(owner, (tx) => tx.response.update({ where: { id: rows[0]!.id }, data: { memberId: owner.memberId } }));
    await expect(write).rejects.toThrow(/binds no answer/);
  });

  it("is in a file of the organisation from five on, once the cycle is closed, without words; fewer are left out, and so is what was added to a shown one", async () => {
    const owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(db(), owner, "respondent")));
    const cycle = await opened(owner);
    for (const [index, member] of members.slice(0, 4).entries()) await answered(member, cycle, index, true, null);
    await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycle }, data: { closedAt: NOW } }));
    expect((await exported(owner)).responses).toEqual([]);
    await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycle }, data: { closedAt: null } }));
    await answered(members[4]!, cycle, 4, true, null);
    expect((await exported(owner)).responses).toEqual([]);
    await closeCycle(db(), owner, cycle, TIME);
    const { responses } = await exported(owner);
    expect(responses).toHaveLength(5);
    for (const response of responses)
      expect(Object.keys(response).sort()).toEqual(["answers", "assessment", "createdAt", "cycle", "id", "publishedIn", "result", "submittedAt"]);
    expect(JSON.stringify(responses)).not.toContain("words of");
    const computed = { cycleId: cycle, number: 1, respondents: 5, asked: 7, method: "1", figures: { items: [] } };
    await within(owner, (tx) => tx.teamResult.createMany({ data: [computed] }));
    // Opened again, one more answers: together with the first file it would be told.
    await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycle }, data: { closedAt: null, reopenedReason: "One was on leave" } }));
    await answered(members[5]!, cycle, 5);
    await closeCycle(db(), owner, cycle, TIME);
    expect((await exported(owner)).responses).toEqual([]);
  });

  it("is in no file where four of six answered a question, whose answers no page shows: neither before the result nor after it", async () => {
    const owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(db(), owner, "respondent")));
    const cycle = await opened(owner);
    for (const [index, member] of members.entries()) await answered(member, cycle, index, true, null);
    const itemId = quiz.definition.items[0]!.id;
    await within(owner, async (tx) => {
      const two = await tx.response.findMany({ where: { cycleId: cycle }, take: 2, select: { id: true } });
      await tx.answer.updateMany({ where: { itemId, responseId: { in: two.map(({ id }) => id) } }, data: { state: "not_sure", value: Prisma.DbNull } });
    });
    await closeCycle(db(), owner, cycle, TIME);
    expect((await exported(owner)).responses).toEqual([]);
    expect(await publishResult(db(), { organizationId: owner.organization.id, cycleId: cycle }, { compute: computeInSteps })).toBe("stored");
    const after = await exported(owner);
    expect(after.responses).toEqual([]);
    expect(after.teamResults.map(({ respondents }) => respondents)).toEqual([6]);
  });

  it("of a named cycle comes with role and function", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "respondent");
    await within(owner, (tx) => tx.member.updateMany({ where: { id: member.memberId! }, data: { respondentRole: "manager", workFunction: "sales" } }));
    await answered(member, await opened(owner, false), 7);
    expect((await exported(owner)).responses).toMatchObject([{ respondentRole: "manager", workFunction: "sales" }]);
  });

  it("is in the file of whoever gave it, and loses its words with their account; what was not submitted goes", async () => {
    const owner = await makeOrganization(db());
    const [done, begun] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "respondent")];
    const cycle = await opened(owner);
    await answered(done, cycle, 1);
    await answered(begun, cycle, 2, false);
    const own = await collectPersonalData(db(), done.person, NOW);
    expect(own.memberships[0]!.responses).toMatchObject([{ period: "2037-Q1", assessment: { slug: "customer-or-product-centric" } }]);
    expect(JSON.stringify(own)).toContain("words of 1");
    expect((await collectPersonalData(db(), owner.person, NOW)).memberships[0]!.responses).toEqual([]);
    for (const { person } of [done, begun]) expect(await erasePerson(db(), person)).toEqual({ lastOwnerOf: [] });
    const left = await within(owner, (tx) => tx.response.findMany({ include: { answers: true } }));
    expect(left).toHaveLength(1);
    expect(left[0]!.submittedAt).not.toBeNull();
    expect(left[0]!.answers.every(({ comment }) => comment === null)).toBe(true);
  });
});
