import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { changeProfile } from "#app/services/tenancy/change-profile.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import { eraseDueOrganizations } from "#app/services/tenancy/erase-due-organizations.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { listOrganizations } from "#app/services/tenancy/list-organizations.server.ts";
import { GRACE_DAYS } from "#app/domain/tenancy/terms.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { readProfile } from "#app/services/tenancy/read-profile.server.ts";
import { undoDeletion } from "#app/services/tenancy/undo-deletion.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import { makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date("2027-01-15T12:00:00Z");
const SENDING = { origin: "https://pinhigh.example", language: "en", now: NOW } as const;
const NEW = { name: "Åland Ferries & Co", kind: "company", industry: "transport", sizeBand: null, region: null } as const;
const databases = await testDatabases();

describe.each(databases)("an organisation, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindPublicOrigin(SENDING.origin);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const events = (access: Access) => within(access, (tx) => tx.auditEvent.findMany({ orderBy: { id: "asc" } }));

  it("has its maker as owner, words of its name in its address, and the making in its audit trail", async () => {
    const person = await makeSignedIn(db());
    const slug = await createOrganization(db(), person, { ...NEW, once: randomUUID() });
    expect(slug).toMatch(/^aland-ferries-co-[b-z2-9]{6}$/);
    expect(await listOrganizations(db(), person, NOW)).toEqual([{ slug, name: NEW.name, role: "owner", isSynthetic: false }]);
    expect(await listOrganizations(db(), await makeSignedIn(db()), NOW)).toEqual([]);
  });

  it("is made once, however often its form is sent at once; another person's same form makes another", async () => {
    const [person, other] = [await makeSignedIn(db()), await makeSignedIn(db())];
    const once = randomUUID();
    const slugs = await Promise.all(Array.from({ length: 20 }, () => createOrganization(db(), person, { ...NEW, once })));
    expect(new Set(slugs).size).toBe(1);
    expect(await listOrganizations(db(), person, NOW)).toHaveLength(1);
    expect(await createOrganization(db(), other, { ...NEW, once })).not.toBe(slugs[0]);
    // Another one by the same form is not said to be the one that it made.
    expect(await createOrganization(db(), person, { ...NEW, name: "Another", once })).toBeNull();
    expect(await listOrganizations(db(), person, NOW)).toHaveLength(1);
  });

  it("changes its profile, with before and after in the trail", async () => {
    const access = await makeOrganization(db());
    const { kind: _, ...profile } = await readProfile(db(), access);
    expect(await changeProfile(db(), access, { ...profile, industry: "retail" })).toEqual({ kind: "changed" });
    expect(await readProfile(db(), access)).toEqual({ ...profile, kind: "company", industry: "retail", revision: 2 });
    expect((await events(access)).at(-1)).toMatchObject({
      action: "organization.changed",
      detail: { industryBefore: null, industryAfter: "retail" },
      actorName: access.person.name,
      sessionId: access.person.sessionId,
    });
  });

  it("shows a conflict to all but the first of twenty who change it at once, and loses nothing", async () => {
    const access = await makeOrganization(db());
    const { kind: _, ...profile } = await readProfile(db(), access);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => changeProfile(db(), access, { ...profile, name: `Name ${i}` })));
    expect(outcomes.filter(({ kind }) => kind === "changed")).toHaveLength(1);
    const saved = await readProfile(db(), access);
    for (const outcome of outcomes) if (outcome.kind === "conflict") expect(outcome.now).toEqual(saved);
    // Decided for one's own: sent again over what is saved now.
    expect(await changeProfile(db(), access, { ...profile, name: "Mine", revision: saved.revision })).toEqual({ kind: "changed" });
    // What somebody else has saved in the same words is no conflict.
    expect(await changeProfile(db(), access, { ...profile, name: "Mine" })).toEqual({ kind: "changed" });
    expect((await events(access)).filter(({ action }) => action === "organization.changed")).toHaveLength(2);
  });

  describe("that is to be deleted", () => {
    it("needs its name typed by an owner, waits for thirty days, and tells every owner by mail", async () => {
      const access = await makeOrganization(db(), "Leaving Ltd", { email: "first.owner@example.com" });
      await makeMember(db(), access, "owner", { email: "second.owner@example.com" });
      const admin = await makeMember(db(), access, "admin", { email: "an.admin@example.com" });
      expect(await planDeletion(db(), access, "leaving ltd", SENDING)).toBe("name-differs");
      expect(await planDeletion(db(), admin, "Leaving Ltd", SENDING)).toBe("not-allowed");
      expect(await planDeletion(db(), access, " Leaving Ltd ", SENDING)).toBe("done");
      expect(await planDeletion(db(), access, "Leaving Ltd", { ...SENDING, now: new Date(NOW.getTime() + 1000) })).toBe("done");
      const { eraseAfter } = await within(access, (tx) => tx.organization.findUniqueOrThrow({ where: { id: access.organization.id } }));
      expect(eraseAfter).toEqual(new Date(NOW.getTime() + GRACE_DAYS * 24 * 3600 * 1000));
      const mails = await db().mail.findMany({ where: { kind: "notification" } });
      expect(mails.map(({ address }) => address).sort()).toEqual(["first.owner@example.com", "second.owner@example.com"]);
      expect(mails[0]!.values).toMatchObject({ link: `https://pinhigh.example/o/${access.organization.slug}/settings/deletion` });
      expect((await events(access)).filter(({ action }) => action === "organization.deletion_planned")).toHaveLength(1);
    });

    it("is left as it is until an owner undoes it", async () => {
      const access = await makeOrganization(db(), "Staying Ltd");
      const owner = await makeMember(db(), access, "owner");
      await planDeletion(db(), access, "Staying Ltd", SENDING);
      const invitation = { addresses: ["new@example.com"], role: "viewer", respondentRole: null, workFunction: null } as const;
      expect(await invitePeople(db(), access, { ...invitation, addresses: [...invitation.addresses] }, SENDING)).toEqual({ kind: "not-allowed" });
      expect(await undoDeletion(db(), await makeMember(db(), access, "admin"))).toBe("not-allowed");
      expect(await undoDeletion(db(), owner)).toBe("done");
      expect(await undoDeletion(db(), owner)).toBe("done");
      expect((await events(access)).filter(({ action }) => action === "organization.deletion_undone")).toHaveLength(1);
      expect(await invitePeople(db(), access, { ...invitation, addresses: [...invitation.addresses] }, SENDING)).toEqual({ kind: "sent", count: 1 });
    });

    it("is erased once its days are over, with everything of it, and no other is, whatever the clock of the process says", async () => {
      const [due, planned, staying] = [await makeOrganization(db()), await makeOrganization(db()), await makeOrganization(db())];
      await makeMember(db(), due, "respondent");
      await invitePeople(db(), due, { addresses: ["late@example.com"], role: "viewer", respondentRole: null, workFunction: null }, SENDING);
      const hour = 3600 * 1000;
      const setEnd = (access: Access, eraseAfter: Date) =>
        within(access, (tx) => tx.organization.updateMany({ where: { id: access.organization.id }, data: { eraseAfter } }));
      await setEnd(due, new Date(Date.now() - hour));
      await setEnd(planned, new Date(Date.now() + hour));
      expect(await eraseDueOrganizations(db(), new Date(Date.now() + 1000 * hour))).toBe(1);
      const left = await withOperator(db(), (tx) => tx.organization.findMany({ select: { id: true } }));
      const ids = left.map(({ id }) => id);
      expect(ids).not.toContain(due.organization.id);
      expect(ids).toEqual(expect.arrayContaining([planned.organization.id, staying.organization.id]));
      expect(await within(due, async (tx) => [await tx.member.count(), await tx.invitation.count(), await tx.auditEvent.count()])).toEqual([0, 0, 0]);
      // Their people are somebody without it.
      expect(await db().person.count({ where: { id: due.person.personId } })).toBe(1);
    });
  });
});
