import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#app/domain/access/can.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { changeMember } from "#app/services/tenancy/change-member.server.ts";
import { exportMembers } from "#app/services/tenancy/export-members.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import { leaveOrganization } from "#app/services/tenancy/leave-organization.server.ts";
import { listMembers } from "#app/services/tenancy/list-members.server.ts";
import { readMember } from "#app/services/tenancy/read-member.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { transferOwnership } from "#app/services/tenancy/transfer-ownership.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const SENDING = { origin: "https://pinhigh.example", language: "en", now: new Date() } as const;
const databases = await testDatabases();

describe.each(databases)("the members of an organisation, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const idOf = (access: Access) => access.memberId!;
  const memberOf = async (access: Access, id: string) => (await readMember(db(), access, id))!;
  const actions = (access: Access) => within(access, async (tx) => (await tx.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action));
  const owners = (access: Access) => within(access, (tx) => tx.member.count({ where: { role: "owner" } }));
  const change = async (access: Access, target: Access, role: Role, revision?: number) =>
    (
      await changeMember(db(), access, idOf(target), {
        revision: revision ?? (await memberOf(target, idOf(target))).revision,
        role,
        respondentRole: null,
        workFunction: null,
      })
    ).kind;

  it("are found by a part of name or address, in an order, by pages; signs of a search stand for themselves", async () => {
    const owner = await makeOrganization(db(), "Searched Ltd", { name: "Zoe Owner" });
    for (let i = 0; i < 26; i++) await makeMember(db(), owner, "respondent", { name: `Person ${String(i).padStart(2, "0")}` });
    await makeMember(db(), owner, "admin", { name: "100% sure_thing\\", email: `percent-${randomUUID()}@example.com` });
    const names = async (q: string, sort: "name" | "role" | "joined", page: number) =>
      (await listMembers(db(), owner, { q, sort, page })).rows.map(({ name }) => name);
    expect((await listMembers(db(), owner, { q: "", sort: "name", page: 1 })).total).toBe(28);
    expect((await names("", "name", 1)).slice(0, 2)).toEqual(["100% sure_thing\\", "Person 00"]);
    expect(await names("", "name", 2)).toEqual(["Person 24", "Person 25", "Zoe Owner"]);
    expect((await names("", "role", 1)).slice(0, 2)).toEqual(["Zoe Owner", "100% sure_thing\\"]);
    expect((await names("", "joined", 1))[0]).toBe("100% sure_thing\\");
    expect(await names("person 2", "name", 1)).toHaveLength(6);
    for (const sign of ["%", "_", "\\", "percent-"]) expect(await names(sign, "name", 1)).toEqual(["100% sure_thing\\"]);
    for (const none of ["'", "x' OR '1'='1", '{"not":""}']) expect(await names(none, "name", 1)).toEqual([]);
    expect(await names("", "name", 10_000)).toEqual([]);
  });

  it("go into a file in which no cell is a formula, and that is written into the trail", async () => {
    const owner = await makeOrganization(db(), "Exported Ltd", { name: "=HYPERLINK(1)" });
    for (const name of ["+1", "-1", "@x"]) await makeMember(db(), owner, "viewer", { name });
    const lines = (await exportMembers(db(), owner, english)).split("\r\n");
    expect(lines[0]).toBe("\uFEFFName,Address,Role,Answers as,Works in,Since");
    expect(
      lines
        .slice(1, 5)
        .map((line) => line.slice(0, 2))
        .sort(),
    ).toEqual(["'+", "'-", "'=", "'@"]);
    expect(await actions(owner)).toContain("members.exported");
  });

  it("are nobody's business elsewhere: a foreign id is like none, for every act", async () => {
    const [owner, other] = [await makeOrganization(db()), await makeOrganization(db())];
    for (const id of [idOf(other), randomUUID(), "x", "", "../..", `${idOf(owner)}'`]) {
      expect(await readMember(db(), owner, id)).toBeNull();
      expect(await changeMember(db(), owner, id, { revision: 1, role: "viewer", respondentRole: null, workFunction: null })).toEqual({ kind: "not-found" });
      expect(await removeMember(db(), owner, id)).toBe("not-found");
      expect(await transferOwnership(db(), owner, id)).toBe("not-found");
    }
    expect(await memberOf(other, idOf(other))).toMatchObject({ role: "owner", revision: 1 });
  });

  it("change their role, and what they answer as, with before and after in the trail", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "viewer", { name: "Anna" });
    const wanted = { revision: 1, role: "analyst", respondentRole: "manager", workFunction: "sales" } as const;
    expect(await changeMember(db(), owner, idOf(member), wanted)).toEqual({ kind: "done" });
    expect(await memberOf(owner, idOf(member))).toMatchObject({ ...wanted, revision: 2 });
    const event = await within(owner, (tx) => tx.auditEvent.findFirst({ where: { action: "member.changed" } }));
    expect(event).toMatchObject({
      objectName: "Anna",
      detail: { roleBefore: "viewer", roleAfter: "analyst", respondentRoleBefore: null, respondentRoleAfter: "manager" },
    });
  });

  it("show a conflict to all but the first of twenty who change one at once", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "viewer");
    const roles = Array.from({ length: 20 }, (_, i) => (i % 2 ? ("admin" as const) : ("analyst" as const)));
    const outcomes = await Promise.all(
      roles.map((role, i) =>
        changeMember(db(), owner, idOf(member), { revision: 1, role, respondentRole: i < 10 ? "executive" : "manager", workFunction: null }),
      ),
    );
    const saved = await memberOf(owner, idOf(member));
    expect(saved.revision).toBe(2);
    // Those who wanted just what was saved have it, too.
    const same = roles.filter((role, i) => role === saved.role && (i < 10 ? "executive" : "manager") === saved.respondentRole).length;
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(same);
    for (const outcome of outcomes) if (outcome.kind === "conflict") expect(outcome.now).toMatchObject({ role: saved.role, revision: 2 });
  });

  describe("of whom an admin acts", () => {
    it("are not made or unmade owners, and owners are not removed", async () => {
      const owner = await makeOrganization(db());
      await makeMember(db(), owner, "owner");
      const admin = await makeMember(db(), owner, "admin");
      const viewer = await makeMember(db(), owner, "viewer");
      expect(await change(admin, owner, "viewer")).toBe("not-allowed");
      expect(await change(admin, viewer, "owner")).toBe("not-allowed");
      expect(await change(admin, admin, "owner")).toBe("not-allowed");
      expect(await removeMember(db(), admin, idOf(owner))).toBe("not-allowed");
      expect(await transferOwnership(db(), admin, idOf(viewer))).toBe("not-allowed");
      const asOwner = { addresses: [`x-${randomUUID()}@example.com`], role: "owner", respondentRole: null, workFunction: null } as const;
      expect(await invitePeople(db(), admin, { ...asOwner, addresses: [...asOwner.addresses] }, SENDING)).toEqual({ kind: "not-allowed" });
      expect(await change(admin, viewer, "analyst")).toBe("done");
      expect(await removeMember(db(), admin, idOf(viewer))).toBe("done");
    });

    it.each(["analyst", "respondent", "viewer"] as const)("are left alone by a %s", async (role) => {
      const owner = await makeOrganization(db());
      const [member, target] = [await makeMember(db(), owner, role), await makeMember(db(), owner, "viewer")];
      expect(await change(member, target, "analyst")).toBe("not-allowed");
      expect(await change(member, member, "admin")).toBe("not-allowed");
      expect(await removeMember(db(), member, idOf(target))).toBe("not-allowed");
    });
  });

  describe("of whom one is the last owner", () => {
    it("keep that one: not lowered, not removed, not left", async () => {
      const owner = await makeOrganization(db());
      expect(await change(owner, owner, "admin")).toBe("last-owner");
      expect(await removeMember(db(), owner, idOf(owner))).toBe("last-owner");
      expect(await leaveOrganization(db(), owner)).toBe("last-owner");
      expect(await owners(owner)).toBe(1);
    });

    it("keep one when fifty owners leave, lower and remove each other at once", async () => {
      const first = await makeOrganization(db());
      const all = [first];
      for (let i = 1; i < 50; i++) all.push(await makeMember(db(), first, "owner"));
      const outcomes = await Promise.all(
        all.map((owner, i) => {
          const next = all[(i + 1) % all.length]!;
          if (i % 3 === 0) return leaveOrganization(db(), owner);
          return i % 3 === 1
            ? removeMember(db(), owner, idOf(next))
            : changeMember(db(), owner, idOf(next), { revision: 1, role: "viewer", respondentRole: null, workFunction: null });
        }),
      );
      expect(outcomes).toHaveLength(50);
      expect(await owners(first)).toBeGreaterThanOrEqual(1);
      // And of two, both leaving, one stays.
      const two = await makeOrganization(db());
      const second = await makeMember(db(), two, "owner");
      expect((await Promise.all([leaveOrganization(db(), two), leaveOrganization(db(), second)])).sort()).toEqual(["done", "last-owner"]);
      expect(await owners(two)).toBe(1);
    });
  });

  it("hand over the organisation: the other becomes owner, who handed it over an admin; raced, once", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "viewer");
    expect(await transferOwnership(db(), owner, idOf(owner))).toBe("not-allowed");
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => transferOwnership(db(), owner, idOf(member))));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not-allowed")).toHaveLength(9);
    expect([(await memberOf(owner, idOf(owner))).role, (await memberOf(owner, idOf(member))).role]).toEqual(["admin", "owner"]);
    expect(await owners(owner)).toBe(1);
  });

  describe("of whom one is removed in mid-session", () => {
    it("lose their way in with the next click, and every act that was under way", async () => {
      const owner = await makeOrganization(db());
      const [admin, viewer] = [await makeMember(db(), owner, "admin"), await makeMember(db(), owner, "viewer")];
      const { slug } = owner.organization;
      expect(await findAccess(admin.person, slug, new Date())).toMatchObject({ actor: { kind: "member", role: "admin" } });
      expect(await removeMember(db(), owner, idOf(admin))).toBe("done");
      expect(await findAccess(admin.person, slug, new Date())).toBeNull();
      // With what the admin was allowed a moment ago, nothing is done any more.
      expect(await change(admin, viewer, "analyst", 1)).toBe("not-allowed");
      expect(await removeMember(db(), admin, idOf(viewer))).toBe("not-allowed");
      expect(await leaveOrganization(db(), admin)).toBe("not-a-member");
      const invitation = { addresses: [`y-${randomUUID()}@example.com`], role: "viewer" as const, respondentRole: null, workFunction: null };
      expect(await invitePeople(db(), admin, invitation, SENDING)).toEqual({ kind: "not-allowed" });
    });

    it("or lowered: may do with the next click what the new role may, and no more", async () => {
      const owner = await makeOrganization(db());
      const [admin, viewer] = [await makeMember(db(), owner, "admin"), await makeMember(db(), owner, "viewer")];
      expect(await change(owner, admin, "viewer")).toBe("done");
      expect(await findAccess(admin.person, owner.organization.slug, new Date())).toMatchObject({ actor: { kind: "member", role: "viewer" } });
      expect(await removeMember(db(), admin, idOf(viewer))).toBe("not-allowed");
      expect(await change(admin, admin, "admin")).toBe("not-allowed");
    });
  });

  it("leave their answers behind without their name, in the same moment, and nothing of their work for clients", async () => {
    const owner = await makeOrganization(db(), "Advisers Ltd");
    const client = await makeOrganization(db(), "Client Ltd");
    const leaver = await makeMember(db(), owner, "respondent");
    const hash = randomUUID().replaceAll("-", "").repeat(2);
    await db().assessmentVersion.createMany({ data: [{ hash, slug: "made-up", version: 1, definition: {} }] });
    await within(owner, (tx) =>
      tx.response.createMany({
        data: [1, 2].map((i) => ({
          assessmentHash: hash,
          memberId: idOf(leaver),
          takeTokenHash: `${i}${hash}`.slice(0, 64),
          resultTokenHash: `${i + 2}${hash}`.slice(0, 64),
        })),
      }),
    );
    await within(client, async (tx) => {
      await tx.engagement.create({ data: { consultancyId: owner.organization.id, scopes: ["see_results"] }, select: { id: true } });
    });
    const engagement = await within(client, (tx) => tx.engagement.findFirstOrThrow({ where: { organizationId: client.organization.id } }));
    await within(owner, (tx) =>
      tx.engagementAssignment.createMany({
        data: [
          {
            organizationId: client.organization.id,
            engagementId: engagement.id,
            consultancyId: owner.organization.id,
            memberId: idOf(leaver),
            personId: leaver.person.personId,
          },
        ],
      }),
    );
    expect(await readMember(db(), owner, idOf(leaver))).toMatchObject({ responses: 2, assignments: 1 });
    expect(await findAccess(leaver.person, client.organization.slug, new Date())).toMatchObject({ actor: { kind: "consultant", scopes: ["see_results"] } });
    expect(await leaveOrganization(db(), leaver)).toBe("done");
    expect(await within(owner, (tx) => tx.response.findMany({ select: { memberId: true } }))).toEqual([{ memberId: null }, { memberId: null }]);
    expect(await findAccess(leaver.person, client.organization.slug, new Date())).toBeNull();
    expect(await actions(owner)).toContain("member.left");
  });
});
