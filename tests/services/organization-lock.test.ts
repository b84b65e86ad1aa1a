import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

// The embedded database has one connection, so that nothing waits for anything on it.
const servers = (await testDatabases()).filter(({ name }) => name !== "embedded");

describe.each(servers)("whoever holds an organisation to change who is who ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    database = await open();
    bindPublicOrigin("https://assess.example");
  });
  afterAll(() => database.drop());

  /** Does something while somebody else is just about to join, in a transaction that has not ended. */
  async function whileSomebodyJoins<T>({ organization }: Access, work: () => Promise<T>): Promise<T> {
    const { personId } = await makeSignedIn(database.client);
    const joining = await database.pool!.connect();
    try {
      await joining.query("BEGIN");
      await joining.query("SELECT set_config('app.organization_id', $1, true), set_config('role', 'pinhigh_tenant', true)", [organization.id]);
      await joining.query("INSERT INTO member (organization_id, id, person_id, role) VALUES ($1, $2, $3, 'viewer')", [organization.id, randomUUID(), personId]);
      return await work();
    } finally {
      await joining.query("ROLLBACK");
      joining.release();
    }
  }

  it("does not wait for new rows that refer to it: a deletion is planned", async () => {
    const owner = await makeOrganization(database.client, "Northern Ferries");
    const planned = whileSomebodyJoins(owner, () => planDeletion(database.client, owner, "Northern Ferries", { language: "en", now: new Date() }));
    expect(await planned).toBe("done");
  });

  it("does not wait for new rows that refer to it: an owner is erased", async () => {
    const owner = await makeOrganization(database.client);
    const { person } = await makeMember(database.client, owner, "owner");
    expect(await whileSomebodyJoins(owner, () => erasePerson(database.client, person))).toEqual({ lastOwnerOf: [] });
  });
});
