import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRetentionForm } from "#app/domain/tenancy/retention-form.ts";
import { removeOldEvents } from "#app/services/audit/remove-old-events.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { removeUnfinishedResponses } from "#app/services/responses/remove-unfinished-responses.server.ts";
import { changeRetention, readRetention } from "#app/services/tenancy/change-retention.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const databases = await testDatabases();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe("the form that says how long things are kept", () => {
  it.each([
    [{ retention: "always" }, null],
    [{ retention: "90" }, 90],
    [{ retention: "730" }, 730],
    [{ retention: "1" }, undefined],
    [{ retention: "90", organization: "x" }, undefined],
    [{}, undefined],
  ])("%o", (fields, days) => {
    expect(readRetentionForm(fields as Record<string, string>)).toBe(days);
  });
});

describe.each(databases)("how long an organisation keeps things, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());
  const db = () => database.client;
  const within = <T>({ organization }: Access, work: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, work);
  const eventsAt = (access: Access, ...days: number[]) =>
    within(access, (tx) =>
      tx.auditEvent.createMany({ data: days.map((age) => ({ at: daysAgo(age), actorName: "Olga", action: "tried", objectKind: `${age}` })) }),
    );
  const agesOf = async (access: Access) =>
    (await within(access, (tx) => tx.auditEvent.findMany({ where: { action: "tried" }, orderBy: { at: "desc" } }))).map(({ objectKind }) => Number(objectKind));

  it("is the owner's to say; that it changed is in the trail, and saying it again is not", async () => {
    const owner = await makeOrganization(db(), "Said");
    const admin = await makeMember(db(), owner, "admin");
    expect(await readRetention(db(), owner)).toBeNull();
    expect(await changeRetention(db(), admin, 90)).toBe("not-allowed");
    expect(await changeRetention(db(), owner, 90)).toBe("done");
    expect(await changeRetention(db(), owner, 90)).toBe("done");
    expect(await readRetention(db(), owner)).toBe(90);
    const trail = await within(owner, (tx) => tx.auditEvent.findMany({ where: { action: "organization.retention_changed" } }));
    expect(trail).toMatchObject([{ personId: owner.person.personId, detail: { retentionDaysBefore: null, retentionDaysAfter: 90 } }]);
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { eraseAfter: new Date(Date.now() + DAY_MS) } }));
    expect(await changeRetention(db(), owner, null)).toBe("not-allowed");
  });

  it("removes old lines of the trail, of those who said so and by what they said", async () => {
    const [short, long, always] = [await makeOrganization(db(), "Short"), await makeOrganization(db(), "Long"), await makeOrganization(db(), "Always")];
    await changeRetention(db(), short, 90);
    await changeRetention(db(), long, 730);
    for (const access of [short, long, always]) await eventsAt(access, 1, 89, 91, 729, 731, 4_000);
    expect(await removeOldEvents(db())).toBe(6);
    expect(await agesOf(short)).toEqual([1, 89]);
    expect(await agesOf(long)).toEqual([1, 89, 91, 729]);
    expect(await agesOf(always)).toEqual([1, 89, 91, 729, 731, 4_000]);
    expect(await removeOldEvents(db())).toBe(0);
  });

  it("lets nobody but the daily tidying remove a line, and that one no other", async () => {
    const owner = await makeOrganization(db(), "Guarded");
    await changeRetention(db(), owner, 90);
    await eventsAt(owner, 1, 100);
    const statement = "DELETE FROM audit_event";
    await expect(within(owner, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
    await expect(withPerson(db(), owner.person, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("permission denied");
    await expect(asOwner(db(), (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/append-only/);
    await expect(withOperator(db(), (tx) => tx.$executeRawUnsafe("UPDATE audit_event SET at = now()"))).rejects.toThrow("permission denied");
    await expect(withOperator(db(), (tx) => tx.$executeRawUnsafe("UPDATE organization SET retention_days = 90"))).rejects.toThrow("permission denied");
    await expect(withOperator(db(), (tx) => tx.$executeRawUnsafe("TRUNCATE audit_event"))).rejects.toThrow("permission denied");
    expect(await agesOf(owner)).toEqual([1, 100]);
    // Not to empty a trail with: the database takes no shorter time.
    await expect(within(owner, (tx) => tx.organization.updateMany({ data: { retentionDays: 1 } }))).rejects.toThrow();
    expect(await withOperator(db(), (tx) => tx.$executeRawUnsafe(statement))).toBe(1);
    expect(await agesOf(owner)).toEqual([1]);
  });

  it("removes responses that nobody has touched for so long and nobody submitted, with their answers", async () => {
    const [owner, always] = [await makeOrganization(db(), "Unfinished"), await makeOrganization(db(), "Kept")];
    await changeRetention(db(), owner, 90);
    const make = (access: Access, days: number, isSubmitted = false) =>
      makeAnswered(db(), access, quiz, catalog, { seed: days, isSubmitted, at: daysAgo(days) });
    const old = await make(owner, 91);
    const touched = await make(owner, 92);
    await within(owner, async (tx) => {
      const { itemId } = await tx.answer.findFirstOrThrow({ where: { responseId: touched } });
      await tx.answer.updateMany({ where: { responseId: touched, itemId }, data: { updatedAt: daysAgo(1) } });
    });
    const stay = [touched, await make(owner, 89), await make(owner, 400, true)];
    const elsewhere = await make(always, 400);
    expect(await removeUnfinishedResponses(db(), new Date())).toBe(1);
    const left = await within(owner, (tx) => tx.response.findMany({ select: { id: true } }));
    expect(left.map(({ id }) => id).sort()).toEqual([...stay].sort());
    expect(await within(owner, (tx) => tx.answer.count({ where: { responseId: old } }))).toBe(0);
    expect(await within(always, (tx) => tx.response.count({ where: { id: elsewhere } }))).toBe(1);
    expect(await removeUnfinishedResponses(db(), new Date())).toBe(0);
  });
});
