import { describe, expect, it } from "vitest";
import { listAllOrganizations } from "#app/services/operator/list-all-organizations.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { tidyUp } from "#app/services/jobs/tidy-up.server.ts";
import { collectPersonalData } from "#app/services/identity/collect-personal-data.server.ts";
import { findByToken } from "#app/services/responses/find-by-token.server.ts";
import { resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { eraseDueOrganizations } from "#app/services/tenancy/erase-due-organizations.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { listOrganizations } from "#app/services/tenancy/list-organizations.server.ts";
import { undoDeletion } from "#app/services/tenancy/undo-deletion.server.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { TENANT_TABLES } from "../factories/random-tenants.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { all, wholeOrganization } from "../factories/whole-organization.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const RESPONSES = 70;
const EVENTS = 1200;

describe.each(await testDatabases())("an organisation whose time is over, on $name", ({ open }) => {
  const { db, within, opened, answering } = catalogueStage(open);
  const setEnd = (access: Access, eraseAfter: Date) =>
    within(access, (tx) => tx.organization.updateMany({ where: { id: access.organization.id }, data: { eraseAfter } }));
  const over = (access: Access) => setEnd(access, new Date(Date.now() - 1000));
  /** How many rows name it, in every table. */
  const rowsOf = ({ organization }: Access) =>
    asOwner(db(), async (tx) => {
      const parts = TENANT_TABLES.map(
        (table) => `SELECT '${table}' AS "table", count(*)::int AS rows FROM "${table}" t WHERE to_jsonb(t)::text LIKE '%${organization.id}%'`,
      );
      const counts = await tx.$queryRawUnsafe<{ table: string; rows: number }[]>(parts.join(" UNION ALL "));
      return Object.fromEntries(counts.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]));
    });
  /** One with everything in it, and much of what there may be much of. */
  async function large(): Promise<Access> {
    const { owner } = await wholeOrganization(db(), catalog, "Northern Ferries");
    for (let seed = 0; seed < RESPONSES; seed++) await makeAnswered(db(), owner, quiz, catalog, { seed });
    const event = { actorName: "Ada", action: "member.changed", objectKind: "member" };
    await within(owner, (tx) => tx.auditEvent.createMany({ data: Array.from({ length: EVENTS }, () => event) }));
    return owner;
  }
  /** Begins to erase what is due, and stops between two portions of a table, as a process that ends does. */
  async function interrupted(access: Access, table: "response" | "audit_event"): Promise<void> {
    const before = await rowsOf(access);
    // A signal is looked at before each portion: responses go first, twenty at a time, until none is left.
    const allResponses = Math.ceil(before["response"]! / 20) + 1;
    const portions = table === "response" ? 2 : allResponses + 1;
    let begun = 0;
    const signal = {
      get aborted() {
        return begun++ >= portions;
      },
    } as AbortSignal;
    expect(await eraseDueOrganizations(db(), new Date(), signal)).toBe(0);
    const left = (await rowsOf(access))[table]!;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(before[table]!);
  }

  it.each(["response", "audit_event"] as const)("goes in portions, and goes on where it was interrupted among its rows of %s", async (table) => {
    const owner = await large();
    const other = await makeOrganization(db());
    const untouched = await rowsOf(other);
    await over(owner);
    await interrupted(owner, table);
    // The next one, whichever process it is.
    expect(await eraseDueOrganizations(db(), new Date())).toBe(1);
    expect(await rowsOf(owner)).toEqual({});
    expect(await rowsOf(other)).toEqual(untouched);
  });

  it("is seen by nobody from the first portion on, and kept by nobody", async () => {
    const owner = await large();
    const operator = await makeMember(db(), owner, "viewer", { operator: true });
    const find = () => findAccess(owner.person, owner.organization.slug, new Date());
    const listed = async () => (await listAllOrganizations(db(), { q: owner.organization.slug, choice: "name", page: 1 }, new Date())).total;
    const exported = () => all(exportOrganization(db(), owner, { language: "en", now: new Date() }));
    await over(owner);
    // Until then all of it is there: to be read, and to be kept.
    expect(await find()).not.toBeNull();
    expect(await listed()).toBe(1);
    const reading = exportOrganization(db(), owner, { language: "en", now: new Date() });
    await reading.next();
    await interrupted(owner, "response");
    expect(await find()).toBeNull();
    expect(await findAccess(operator.person, owner.organization.slug, new Date())).toBeNull();
    expect(await listOrganizations(db(), owner.person, new Date())).toEqual([]);
    expect((await collectPersonalData(db(), owner.person, new Date())).memberships).toEqual([]);
    expect(await listed()).toBe(0);
    expect(await undoDeletion(db(), owner)).toBe("not-allowed");
    await expect(exported()).rejects.toThrow("was erased while");
    await expect(all(reading)).rejects.toThrow("was erased while");
    expect(await eraseDueOrganizations(db(), new Date())).toBe(1);
  });

  it("closes the links that lead into it with the first portion", async () => {
    const owner = await large();
    const cycle = await opened(owner, "2030-Q4");
    const token = await answering(owner, cycle);
    await submitResponse(db(), token, catalog.contradictions);
    const own = () =>
      findByToken(db(), "result", resultTokenOf(token), (rows) => rows.response.findUnique({ where: { resultTokenHash: tokenHash(resultTokenOf(token)) } }));
    expect(await own()).not.toBeNull();
    await over(owner);
    await interrupted(owner, "response");
    expect(await own()).toBeNull();
    expect(await eraseDueOrganizations(db(), new Date())).toBe(1);
  });

  it("stays whole, or goes, where an owner keeps it at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const owner = await makeOrganization(db());
      for (let seed = 0; seed < 3; seed++) await makeAnswered(db(), owner, quiz, catalog, { seed });
      const before = await rowsOf(owner);
      await over(owner);
      const [kept, erased] = await Promise.all([undoDeletion(db(), owner), eraseDueOrganizations(db(), new Date())]);
      const left = await rowsOf(owner);
      if (kept === "done") expect([erased, left]).toEqual([0, { ...before, audit_event: before["audit_event"]! + 1 }]);
      else expect([erased, left]).toEqual([1, {}]);
    }
  });

  it("takes the versions of assessments with it that came with its file, and no others", async () => {
    const version = { slug: "brought-quiz", version: 7, definition: {} };
    const longAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000);
    const [left, used, recent] = ["d".repeat(64), "e".repeat(64), "f".repeat(64)];
    await asOwner(db(), (tx) =>
      tx.assessmentVersion.createMany({
        data: [
          { ...version, hash: left, isBrought: true, createdAt: longAgo },
          { ...version, hash: used, isBrought: true, createdAt: longAgo },
          // Of an import that is under way.
          { ...version, hash: recent, isBrought: true },
        ],
      }),
    );
    const owner = await makeOrganization(db());
    await within(owner, (tx) => tx.cycle.createMany({ data: [{ assessmentHash: used, assessmentSlug: "brought-quiz", period: "2027-Q1", openedBy: "Ada" }] }));
    const problems: unknown[] = [];
    const tidy = () => tidyUp({ db: db(), now: new Date(), log: { error: (problem: unknown) => problems.push(problem) } });
    const versions = async () => (await withOperator(db(), (tx) => tx.assessmentVersion.findMany({ select: { hash: true } }))).map(({ hash }) => hash);
    expect(await tidy()).toMatchObject({ broughtVersions: 1 });
    expect(await versions()).toEqual(expect.arrayContaining([used, recent, ...catalog.assessments.map(({ hash }) => hash)]));
    await over(owner);
    expect(await tidy()).toMatchObject({ organizations: 1, broughtVersions: 1 });
    const after = await versions();
    expect(after).not.toContain(used);
    expect(after).toEqual(expect.arrayContaining([recent, ...catalog.assessments.map(({ hash }) => hash)]));
    expect(problems).toEqual([]);
  });
});
