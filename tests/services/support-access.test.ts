import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindAuth } from "#app/services/identity/auth-instance.server.ts";
import { allowSupport } from "#app/services/tenancy/allow-support.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { noteSupportVisit } from "#app/services/tenancy/note-support-visit.server.ts";
import { readSupport } from "#app/services/tenancy/read-support.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { revokeSupport } from "#app/services/tenancy/revoke-support.server.ts";
import { browserRequest, identityOn } from "../factories/identity.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const HOUR_MS = 3_600_000;
const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);

describe.each(await testDatabases())("a look inside by whoever runs the installation ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindPublicOrigin("http://localhost");
    bindAuth(identityOn(database).auth);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const operator = () => makeSignedIn(db(), { name: "Olga Operator", operator: true });
  const events = ({ organization: { id } }: Access) =>
    withTenant(db(), { organizationId: id }, (tx) =>
      tx.auditEvent.findMany({ where: { action: { startsWith: "support" } }, orderBy: { id: "asc" }, select: { action: true, actorName: true, detail: true } }),
    );
  const told = ({ person }: Access) => withPerson(db(), person, (tx) => tx.notification.count({ where: { kind: "support_access_used" } }));
  const outcome = (asked: Promise<unknown>) => asked.then(() => 200).catch((answer: Response) => answer.status);

  it("is not there until an owner allows it, and ends when they said", async () => {
    const [owner, other, olga] = [await makeOrganization(db()), await makeOrganization(db()), await operator()];
    const { slug } = owner.organization;
    expect(await findAccess(olga, slug, now)).toBeNull();
    expect(await allowSupport(db(), owner, "day", now)).toBe("done");
    expect(await findAccess(olga, slug, now)).toMatchObject({
      actor: { kind: "operator", until: later(24) },
      organization: { slug },
      memberId: null,
      actsFor: null,
    });
    expect(await findAccess(olga, slug, later(23.99))).not.toBeNull();
    expect(await findAccess(olga, slug, later(24))).toBeNull();
    expect(await readSupport(db(), owner, later(24))).toBeNull();
    expect(await findAccess(olga, other.organization.slug, now)).toBeNull();
    expect(await allowSupport(db(), owner, "week", now)).toBe("done");
    expect(await readSupport(db(), owner, now)).toEqual(later(7 * 24));
  });

  it("is for operators alone, and for nobody who was one", async () => {
    const [owner, olga, stranger] = [await makeOrganization(db()), await operator(), await makeSignedIn(db())];
    const { slug } = owner.organization;
    await allowSupport(db(), owner, "week", now);
    expect(await findAccess(stranger, slug, now)).toBeNull();
    // Whatever was read of them before.
    expect(await findAccess({ ...stranger, isOperator: true }, slug, now)).toBeNull();
    await db().person.update({ where: { id: olga.personId }, data: { operatorSince: null }, select: { id: true } });
    expect(await findAccess(olga, slug, now)).toBeNull();
  });

  it("ends at once when an owner ends it; both are in the trail, and ending what has ended is not", async () => {
    const [owner, olga] = [await makeOrganization(db(), "Northern Ferries", { name: "Maria" }), await operator()];
    await allowSupport(db(), owner, "day", now);
    expect(await revokeSupport(db(), owner, now)).toBe("done");
    expect(await revokeSupport(db(), owner, now)).toBe("done");
    expect(await findAccess(olga, owner.organization.slug, now)).toBeNull();
    expect(await events(owner)).toEqual([
      { action: "support_access.granted", actorName: "Maria", detail: { supportUntilAfter: later(24).toISOString() } },
      { action: "support_access.revoked", actorName: "Maria", detail: null },
    ]);
  });

  it.each(["admin", "analyst", "viewer"] as const)("is neither allowed nor ended by an %s", async (role) => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, role);
    expect(await allowSupport(db(), member, "day", now)).toBe("not-allowed");
    await allowSupport(db(), owner, "day", now);
    expect(await revokeSupport(db(), member, now)).toBe("not-allowed");
    expect(await readSupport(db(), owner, now)).toEqual(later(24));
  });

  it("does not take from an operator what they are as a member", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "analyst", { operator: true });
    await allowSupport(db(), owner, "day", now);
    expect(await findAccess(member.person, owner.organization.slug, now)).toMatchObject({ actor: { kind: "member", role: "analyst" } });
  });

  it("is written into the trail with their name once an hour, and every owner is told", async () => {
    const [owner, olga, otto] = [await makeOrganization(db()), await operator(), await makeSignedIn(db(), { name: "Otto Operator", operator: true })];
    const second = await makeMember(db(), owner, "owner");
    const admin = await makeMember(db(), owner, "admin");
    await allowSupport(db(), owner, "week", now);
    const access = (await findAccess(olga, owner.organization.slug, now))!;
    await Promise.all(Array.from({ length: 20 }, () => noteSupportVisit(db(), access, new Date())));
    const visits = async () => (await events(owner)).filter(({ action }) => action === "support_access.used").map(({ actorName }) => actorName);
    expect(await visits()).toEqual(["Olga Operator"]);
    expect([await told(owner), await told(second), await told(admin)]).toEqual([1, 1, 0]);
    await noteSupportVisit(db(), (await findAccess(otto, owner.organization.slug, now))!, new Date());
    await noteSupportVisit(db(), access, new Date(Date.now() + 1.01 * HOUR_MS));
    expect(await visits()).toEqual(["Olga Operator", "Otto Operator", "Olga Operator"]);
    expect(await told(owner)).toBe(3);
  });

  it("shows what a viewer sees, changes nothing, and writes no line for what it does not show", async () => {
    const [owner, olga] = [await makeOrganization(db()), await operator()];
    const { cookie } = await sessionCookie(db(), olga, { origin: "http://localhost" });
    const ask = (action: Parameters<typeof requireAccess>[2], method = "GET") =>
      outcome(requireAccess(new Request(browserRequest(cookie), { method }), owner.organization.slug, action));
    expect(await ask("organization.view")).toBe(404);
    await allowSupport(db(), owner, "day", new Date());
    expect(await ask("audit.view")).toBe(403);
    expect(await ask("data.export")).toBe(403);
    expect(await ask("evidence.export")).toBe(403);
    expect(await ask("evidence.edit")).toBe(403);
    expect(await ask("organization.view", "POST")).toBe(403);
    expect((await events(owner)).map(({ action }) => action)).toEqual(["support_access.granted"]);
    expect(await ask("evidence.view")).toBe(200);
    expect(await ask("organization.view")).toBe(200);
    expect((await events(owner)).map(({ action }) => action)).toEqual(["support_access.granted", "support_access.used"]);
    await revokeSupport(db(), owner, new Date());
    expect(await ask("organization.view")).toBe(404);
    expect(await findAccess(olga, `no-${randomUUID()}`, now)).toBeNull();
  });
});
