import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditWishes } from "#app/domain/tenancy/audit-query.ts";
import { exportEvents } from "#app/services/audit/export-events.server.ts";
import { listEvents } from "#app/services/audit/list-events.server.ts";
import { recordEvent } from "#app/services/audit/record-event.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const ALL: AuditWishes = { q: "", since: null, before: null, after: null };
const databases = await testDatabases();

describe.each(databases)("the audit trail, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const list = (access: Access, wishes: Partial<AuditWishes> = {}, most = 100) => listEvents(db(), access, { ...ALL, ...wishes }, english, most);
  const record = (access: Access, name: string, by: Pick<Access, "person" | "actsFor"> = access) =>
    within(access, (tx) => recordEvent(tx, by, { action: "member.removed", object: { kind: "member", name } }));

  it("says who did what, for which firm, to what, when and from which session, the newest first, and nothing of others", async () => {
    const [owner, other] = [await makeOrganization(db(), "One", { name: "Maria" }), await makeOrganization(db(), "Other")];
    const consultant = { ...owner, actsFor: { consultancyId: "x", consultancy: "Advisers Ltd", engagementId: "x" } };
    await record(owner, "Anna", consultant);
    await record(other, "Not yours");
    const { rows, next } = await list(owner);
    expect(rows.map(({ action }) => action)).toEqual(["member.removed", "organization.created"]);
    expect(rows[0]).toMatchObject({
      actorName: "Maria",
      actorFor: "Advisers Ltd",
      sessionId: owner.person.sessionId,
      objectKind: "member",
      objectName: "Anna",
    });
    expect(Math.abs(rows[0]!.at.getTime() - Date.now())).toBeLessThan(60_000);
    expect(next).toBeNull();
  });

  it("is searched by who, by the firm, by the words of what was done and by what it was done to; signs stand for themselves", async () => {
    const owner = await makeOrganization(db(), "Searched", { name: "Maria Virtanen" });
    const admin = await makeMember(db(), owner, "admin", { name: "Jussi" });
    await record(owner, "Anna", { person: admin.person, actsFor: { consultancyId: "x", consultancy: "Advisers Ltd", engagementId: "x" } });
    await record(owner, "100% sure_thing\\");
    const found = async (q: string) => (await list(owner, { q })).rows.map(({ objectName }) => objectName);
    expect(await found("virtanen")).toHaveLength(2);
    expect(await found("advisers")).toEqual(["Anna"]);
    expect(await found("REMOVED A MEMBER")).toEqual(["100% sure_thing\\", "Anna"]);
    expect(await found("organization.created")).toEqual(["Searched"]);
    for (const sign of ["%", "_", "\\"]) expect(await found(sign)).toEqual(["100% sure_thing\\"]);
    expect(await found("' OR 1=1 --")).toEqual([]);
  });

  it("is read by days, and by pages that neither skip nor repeat an event, also of one moment", async () => {
    const owner = await makeOrganization(db(), "Paged");
    const at = new Date("2027-03-31T23:59:59.999Z");
    await within(owner, (tx) =>
      tx.auditEvent.createMany({
        data: Array.from({ length: 23 }, (_, i) => ({ actorName: "Maria", action: "member.removed", objectKind: "member", objectName: String(i), at })),
      }),
    );
    const ofDay = { since: new Date("2027-03-31T00:00:00Z"), before: new Date("2027-04-01T00:00:00Z") };
    const seen: string[] = [];
    for (let after: AuditWishes["after"] = null, pages = 0; pages < 5; pages++) {
      const { rows, next } = await list(owner, { ...ofDay, after }, 10);
      seen.push(...rows.map(({ id }) => id));
      if (!next) break;
      after = next;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
    expect((await list(owner, { since: ofDay.before })).rows.every((row) => row.at >= ofDay.before)).toBe(true);
    expect((await list(owner, { before: ofDay.since, since: new Date("2027-01-01T00:00:00Z") })).rows).toEqual([]);
  });

  it("goes into a file whole, with no cell that is a formula, and that is its newest line", async () => {
    const owner = await makeOrganization(db(), "Exported", { name: "=cmd()" });
    for (const name of ["+1", "-1", "@x", '"quoted", with comma', "\t=1"]) await record(owner, name);
    let file = "";
    for await (const piece of exportEvents(db(), owner, ALL, english)) file += piece;
    const lines = file.trimEnd().split("\r\n");
    expect(lines[0]).toBe("\uFEFFWhen (UTC),Who,What,Details,Session,action,object,id");
    expect(lines).toHaveLength(8);
    expect(lines[1]).toContain("took the audit trail as a file");
    for (const line of lines.slice(1)) expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,'=cmd\(\),/);
    expect(file).toContain(`"removed a member: ""quoted"", with comma"`);
  });

  it("is refused any change and removal: to the tenant, and to the database's owner", async () => {
    const owner = await makeOrganization(db(), "Kept");
    await record(owner, "Anna");
    const before = (await list(owner)).rows;
    await expect(within(owner, (tx) => tx.$executeRaw`UPDATE audit_event SET actor_name = 'Nobody'`)).rejects.toThrow(/permission denied/);
    await expect(within(owner, (tx) => tx.$executeRaw`DELETE FROM audit_event`)).rejects.toThrow(/permission denied/);
    await expect(db().$executeRaw`DELETE FROM audit_event`).rejects.toThrow(/permission denied/);
    const asOwner = (change: string) =>
      db().$transaction(async (tx) => {
        await tx.$executeRaw`RESET ROLE`;
        await tx.$executeRaw`SELECT set_config('app.organization_id', ${owner.organization.id}, true)`;
        await tx.$executeRawUnsafe(change);
      });
    for (const change of ["UPDATE audit_event SET actor_name = 'Nobody'", "UPDATE audit_event SET person_id = NULL", "DELETE FROM audit_event"])
      await expect(asOwner(change)).rejects.toThrow(/append-only/);
    // With the transactions what they were allowed is over.
    expect((await list(owner)).rows).toEqual(before);
  });
});
