import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { changeKeys } from "#app/services/keys/change-keys.server.ts";
import { listKeys } from "#app/services/keys/list-keys.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const now = new Date("2027-03-15T10:00:00Z");

describe.each(await testDatabases())("a key that is made by a form, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const send = (access: Access, fields: Record<string, string>, secret = "of the installation") => {
    const request = new Request("https://pinhigh.example/", { method: "POST", body: new URLSearchParams(fields) });
    return changeKeys(db(), access, request, { now, secret }, english);
  };
  const form = () => ({ intent: "make", once: randomUUID(), name: "Warehouse", scope: "read" });

  it("is made once, however often the form is sent, and given to whoever sent it each time", async () => {
    const owner = await makeOrganization(db());
    const sent = form();
    const outcomes = await Promise.all([1, 2, 3].map(() => send(owner, sent)));
    expect(outcomes[0]).toEqual({ made: expect.stringMatching(/^ph_[\w-]{32}$/) as string });
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await listKeys(db(), owner)).toMatchObject([{ name: "Warehouse", scope: "read" }]);
    expect(await withTenant(db(), { organizationId: owner.organization.id }, (tx) => tx.auditEvent.count({ where: { action: "api_key.made" } }))).toBe(1);
  });

  it("is another one for every form, person, organisation and installation", async () => {
    const [owner, foreign] = [await makeOrganization(db()), await makeOrganization(db())];
    const colleague = await makeMember(db(), owner, "admin");
    const sent = form();
    const made = [
      await send(owner, sent),
      await send(owner, form()),
      await send(colleague, sent),
      await send(foreign, sent),
      await send(owner, sent, "another"),
    ];
    expect(new Set(made.map((outcome) => ("made" in outcome ? outcome.made : null))).size).toBe(5);
    expect(made.every((outcome) => "made" in outcome)).toBe(true);
  });

  it("is not given for another one, nor once it is revoked; the form that comes back is a new one", async () => {
    const owner = await makeOrganization(db());
    const sent = form();
    await send(owner, sent);
    const used = { problems: [{ field: "name", message: expect.stringContaining("was sent before") as string }] };
    for (const changed of [{ name: "Another" }, { scope: "write" }]) {
      const outcome = await send(owner, { ...sent, ...changed });
      expect(outcome).toMatchObject(used);
      expect("fields" in outcome && outcome.fields["once"]).toMatch(/^[0-9a-f-]{36}$/);
      expect("fields" in outcome && outcome.fields["once"]).not.toBe(sent.once);
    }
    const [key] = await listKeys(db(), owner);
    await send(owner, { intent: "revoke", key: key!.id });
    expect(await send(owner, sent)).toMatchObject(used);
    expect(await listKeys(db(), owner)).toHaveLength(1);
  });
});
