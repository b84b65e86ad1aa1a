import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type OpenDatabase } from "#app/services/db/open-database.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";
import { withBenchmark } from "#app/services/db/with-benchmark.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { withToken } from "#app/services/db/with-token.server.ts";
import { clear, dayFrom, NOBODY, plant, type Row } from "../factories/random-tenants.ts";
import { asOwner, becomeOwner } from "../setup/as-owner.ts";
import { freshDatabase, postgresServer, testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();
const server = await postgresServer();
const now = new Date();
const ROLES = ["pinhigh_app", "pinhigh_tenant", "pinhigh_operator", "pinhigh_benchmark"];

const token = () => randomBytes(32).toString("hex");

/** A client, a firm that works for it, and a bystander; the firm has a consultant who is assigned and one who is not. */
function engaged({ scopes = ["see_results"], ends_on = null, ended_at = null }: { scopes?: string[]; ends_on?: string | null; ended_at?: Date | null } = {}) {
  const organization = (kind: string) => ({ id: randomUUID(), kind, name: kind, slug: randomUUID(), is_synthetic: false, revision: 1 });
  const person = (name: string) => ({ id: randomUUID(), name, email: `${randomUUID()}@example.com`, email_verified: true, two_factor_enabled: false });
  const [client, firm, other] = [organization("company"), organization("consultancy"), organization("consultancy")];
  const [consultant, colleague, owner] = [person("Consultant"), person("Colleague"), person("Owner")];
  const member = (of: Row, who: Row) => ({ organization_id: of["id"], id: randomUUID(), person_id: who["id"], role: "analyst", revision: 1 });
  const members = [member(firm, consultant), member(firm, colleague), member(client, owner), member(other, owner)];
  const engagement = { organization_id: client.id, id: randomUUID(), consultancy_id: firm.id, scopes, ends_on, ended_at, revision: 1 };
  const assignment = { organization_id: client.id, engagement_id: engagement.id, consultancy_id: firm.id, member_id: members[0]!.id, person_id: consultant.id };
  const cycle = {
    organization_id: client.id,
    id: randomUUID(),
    assessment_hash: "a".repeat(64),
    assessment_slug: "quiz",
    period: "2027-Q1",
    opened_by: "x",
    revision: 1,
  };
  const response = {
    organization_id: client.id,
    id: randomUUID(),
    cycle_id: cycle.id,
    take_token_hash: token(),
    result_token_hash: token(),
    assessment_hash: cycle.assessment_hash,
  };
  const audit = { organization_id: client.id, id: randomUUID(), person_id: owner.id, actor_name: "Owner", action: "cycle.opened", object_kind: "cycle" };
  return {
    ...{ client, firm, other, consultant, colleague, owner, members, engagement, cycle },
    rows: {
      ...{ person: [consultant, colleague, owner], organization: [client, firm, other], member: members, engagement: [engagement] },
      ...{ engagement_assignment: [assignment], cycle: [cycle], audit_event: [audit] },
      ...{ response: [response], answer: [{ organization_id: client.id, response_id: response.id, item_id: "an-item", state: "not_sure", revision: 1 }] },
      ...{ result: [{ organization_id: client.id, response_id: response.id, method: "1", score: {} }] },
    },
  };
}

describe.each(databases)("the doors, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());
  afterEach(() => asOwner(database.client, clear));

  const planted = async (settings: Parameters<typeof engaged>[0] = {}) => {
    const world = engaged(settings);
    await asOwner(database.client, (tx) => plant(tx, world.rows));
    return world;
  };
  const tenant = <T>({ id }: { id: string }, work: (tx: Transaction) => Promise<T>) => withTenant(database.client, { organizationId: id }, work);
  const person = <T>({ id }: { id: string }, work: (tx: Transaction) => Promise<T>) => withPerson(database.client, { personId: id }, work);
  const settings = (db: Transaction) =>
    db.$queryRaw<Row[]>`SELECT current_user::text AS role, current_setting('app.organization_id', true) AS organization,
      current_setting('app.person_id', true) AS person, current_setting('app.token_hash', true) AS token`;
  /** A new connection has never had the settings; one that had them has them empty. */
  const outside = async () =>
    (await settings(database.client)).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""])));
  const NO_DOOR = [{ role: "pinhigh_app", organization: "", person: "", token: "" }];

  describe("settings and role", () => {
    it("end with the transaction", async () => {
      const id = randomUUID();
      expect(await tenant({ id }, settings)).toEqual([{ role: "pinhigh_tenant", organization: id, person: "", token: "" }]);
      expect(await outside()).toEqual(NO_DOOR);
      expect(await person({ id }, settings)).toEqual([{ role: "pinhigh_tenant", organization: "", person: id, token: "" }]);
      expect(await withToken(database.client, { tokenHash: "x" }, settings)).toEqual([{ role: "pinhigh_tenant", organization: "", person: "", token: "x" }]);
      expect(await withOperator(database.client, settings)).toEqual([{ role: "pinhigh_operator", organization: "", person: "", token: "" }]);
      expect(await outside()).toEqual(NO_DOOR);
    });

    it("end after an error of ours and after one of the database's, and nothing of it stands", async () => {
      const { client } = await planted();
      const rename = (tx: Transaction) => tx.organization.updateMany({ data: { name: "changed" } });
      const ours = tenant(client, async (tx) => {
        await rename(tx);
        throw new Error("ours");
      });
      await expect(ours).rejects.toThrow("ours");
      expect(await outside()).toEqual(NO_DOOR);
      const theirs = tenant(client, async (tx) => {
        await rename(tx);
        await tx.$queryRaw`SELECT 1 / 0`;
      });
      await expect(theirs).rejects.toThrow("division by zero");
      expect(await outside()).toEqual(NO_DOOR);
      expect(await tenant(client, (tx) => tx.organization.findFirst({ select: { name: true } }))).toEqual({ name: "company" });
    });

    it("of doors that are open at once do not mix", async () => {
      const { client, firm, other } = await planted();
      const names = (tx: Transaction) => tx.member.findMany({ select: { organizationId: true } });
      await Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
          const own = [client, firm, other][n % 3]!;
          const [first, second] = await tenant(own, async (tx) => [await names(tx), await names(tx)]);
          expect(new Set([...first!, ...second!].map((row) => row.organizationId))).toEqual(new Set([own.id]));
        }),
      );
    });
  });

  describe("an id", () => {
    it.each(["not-a-uuid", "' OR true --", "00000000-0000-0000-0000-00000000000", "*", "\u0000"])("that is none (%j) opens nothing", async (id) => {
      await planted();
      await expect(tenant({ id }, (tx) => tx.member.findMany())).rejects.toThrow();
      await expect(person({ id }, (tx) => tx.member.findMany())).rejects.toThrow();
      expect(await outside()).toEqual(NO_DOOR);
    });

    it.each(["", NOBODY, randomUUID()])("of no organisation (%j) shows nothing, nobody's neither, and takes nothing", async (id) => {
      await planted();
      await asOwner(database.client, (tx) => plant(tx, { portfolio: [{ organization_id: NOBODY, id: randomUUID(), token_hash: "b".repeat(64) }] }));
      expect(await tenant({ id }, async (tx) => [await tx.member.count(), await tx.portfolio.count(), await tx.organization.count()])).toEqual([0, 0, 0]);
      await expect(tenant({ id }, (tx) => tx.portfolio.create({ data: { tokenHash: "c".repeat(64) } }))).rejects.toThrow();
      await expect(tenant({ id }, (tx) => tx.portfolio.create({ data: { organizationId: NOBODY, tokenHash: "c".repeat(64) } }))).rejects.toThrow();
    });
  });

  describe("the roles", () => {
    it("own nothing, pass nothing, and are in no role that does", async () => {
      const roles = await database.client.$queryRaw<Row[]>`SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication
        FROM pg_roles WHERE rolname = ANY (${ROLES}) ORDER BY 1`;
      const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, rolreplication: false };
      expect(roles).toEqual([...ROLES].sort().map((rolname) => ({ rolname, ...powerless })));
      const owned = await database.client.$queryRaw`SELECT relname::text FROM pg_class WHERE pg_get_userbyid(relowner)::text = ANY (${ROLES})
        UNION ALL SELECT proname::text FROM pg_proc WHERE pg_get_userbyid(proowner)::text = ANY (${ROLES})
        UNION ALL SELECT nspname::text FROM pg_namespace WHERE pg_get_userbyid(nspowner)::text = ANY (${ROLES})`;
      expect(owned).toEqual([]);
      expect(await database.client.$queryRaw`SELECT 1 FROM pg_auth_members WHERE member IN (SELECT oid FROM pg_roles WHERE rolname = ANY (${ROLES}))`).toEqual(
        [],
      );
    });

    it.each(ROLES)("%s cannot take on its owner's, nor turn the policies off", async (role) => {
      // A database of its own: PGlite does not take back the session's user with the transaction.
      const own = await open();
      try {
        await own.client.$transaction(async (tx) => {
          const [owner] = await tx.$queryRaw<{ name: string }[]>`SELECT pg_get_userbyid(relowner)::text AS name FROM pg_class WHERE oid = 'member'::regclass`;
          await becomeOwner(tx);
          await tx.$executeRawUnsafe(`SET LOCAL SESSION AUTHORIZATION "${role}"`);
          for (const [statement, refusal] of [
            [`SET ROLE "${owner!.name}"`, "permission denied"],
            ["ALTER TABLE member DISABLE ROW LEVEL SECURITY", "must be owner"],
            ["DROP POLICY tenant ON member", "must be owner"],
            ["ALTER TABLE audit_event DISABLE TRIGGER ALL", "must be owner"],
            ["CREATE TABLE public.mine (id int)", "permission denied"],
          ] as const) {
            await tx.$executeRawUnsafe("SAVEPOINT refused");
            await expect(tx.$executeRawUnsafe(statement), statement).rejects.toThrow(refusal);
            await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT refused");
          }
        });
      } finally {
        await own.drop();
      }
    });
  });

  it.each(["session", "credential", "two_factor", "passkey", "verification", "used_code", "rate_limit", "mail"])(
    "no door reads %s, and none writes to it",
    async (table) => {
      const { client, owner } = await planted();
      const statements = [`SELECT * FROM "${table}"`, `UPDATE "${table}" SET "${table === "rate_limit" ? "key" : "id"}" = NULL`, `DELETE FROM "${table}"`];
      for (const statement of statements.filter((each) => table !== "used_code" || !each.startsWith("UPDATE"))) {
        await expect(tenant(client, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
        await expect(person(owner, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
      }
      await expect(withOperator(database.client, (tx) => tx.$executeRawUnsafe(`SELECT * FROM "${table}"`))).rejects.toThrow("permission denied");
    },
  );

  it("whoever runs the installation never reads what a mail says, changes no organisation, and erases only what is due", async () => {
    const { client } = await planted();
    await expect(withOperator(database.client, (tx) => tx.mail.findMany({ select: { values: true } }))).rejects.toThrow("permission denied");
    expect(await withOperator(database.client, (tx) => tx.mail.findMany({ select: { id: true, kind: true, address: true } }))).toEqual([]);
    await expect(withOperator(database.client, (tx) => tx.organization.updateMany({ data: { eraseAfter: new Date(0) } }))).rejects.toThrow("permission denied");
    expect(await withOperator(database.client, (tx) => tx.organization.deleteMany())).toEqual({ count: 0 });
    await tenant(client, (tx) => tx.organization.updateMany({ data: { eraseAfter: new Date(0) } }));
    expect(await withOperator(database.client, (tx) => tx.organization.deleteMany())).toEqual({ count: 1 });
    expect(await asOwner(database.client, (tx) => tx.organization.count({ where: { id: NOBODY } }))).toBe(1);
  });

  it("what makes benchmarks reads what is shared and who works for whom, and nothing else of anybody", async () => {
    const { client, engagement } = await planted();
    const benchmark = (statement: string) => withBenchmark(database.client, (tx) => tx.$queryRawUnsafe(statement));
    expect(await benchmark("SELECT consultancy_id FROM engagement")).toEqual([{ consultancy_id: engagement.consultancy_id }]);
    for (const table of ["organization", "person", "member", "cycle", "response", "answer", "result", "team_result", "audit_event", "session"]) {
      await expect(benchmark(`SELECT * FROM "${table}"`), table).rejects.toThrow("permission denied");
    }
    await expect(benchmark("SELECT * FROM engagement")).rejects.toThrow("permission denied");
    for (const change of ["INSERT INTO benchmark_contribution DEFAULT VALUES", "UPDATE benchmark_contribution SET scores = '{}'"]) {
      await expect(benchmark(change), change).rejects.toThrow("permission denied");
    }
    for (const table of ["benchmark_member", "benchmark_snapshot", "benchmark_cohort", "benchmark_best"]) {
      await expect(
        tenant(client, (tx) => tx.$executeRawUnsafe(`DELETE FROM ${table}`)),
        table,
      ).rejects.toThrow("permission denied");
    }
  });

  it("the audit trail is changed by nobody, its database's owner included", async () => {
    const { client, owner } = await planted();
    for (const statement of ["UPDATE audit_event SET actor_name = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event"]) {
      await expect(tenant(client, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
      await expect(person(owner, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow("permission denied");
      await expect(asOwner(database.client, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/append-only|not assigned/);
    }
    await tenant(client, (tx) => tx.auditEvent.createMany({ data: [{ actorName: "Owner", action: "a.b", objectKind: "a" }] }));
    expect(await tenant(client, (tx) => tx.auditEvent.count())).toBe(2);
  });

  describe("a consultant sees of a client", () => {
    const seen = (who: { id: string }) =>
      person(who, async (tx) => ({
        ...{ client: await tx.organization.count({ where: { kind: "company" } }), cycles: await tx.cycle.count() },
        ...{ responses: await tx.response.count(), results: await tx.result.count(), answers: await tx.answer.count() },
      }));
    const NOTHING = { client: 0, cycles: 0, responses: 0, results: 0, answers: 0 };
    const CYCLES = { ...NOTHING, client: 1, cycles: 1 };
    const ALL = { ...CYCLES, responses: 1, results: 1 };

    it.each([
      ["its results with the scope for it, and no answers", {}, ALL],
      ["which cycles it has with any scope", { scopes: ["edit_roadmap"] }, CYCLES],
      ["how many have answered with the scope to run assessments", { scopes: ["run_assessments"] }, { ...CYCLES, responses: 1 }],
      ["all of it on the last day", { ends_on: dayFrom(now, 0) }, ALL],
      ["nothing from the day after", { ends_on: dayFrom(now, -1) }, NOTHING],
      ["nothing once it has ended", { ended_at: now }, NOTHING],
      ["nothing once it has ended before its last day", { ended_at: now, ends_on: dayFrom(now, 30) }, NOTHING],
    ] as const)("%s", async (_, terms, expected) => {
      const { consultant, colleague } = await planted({ ...terms, scopes: [...("scopes" in terms ? terms.scopes : ["see_results"])] });
      expect(await seen(consultant)).toEqual(expected);
      expect(await seen(colleague), "a colleague who is not assigned").toEqual(NOTHING);
    });

    it("nothing from the statement on that ends it or takes them off it", async () => {
      const { client, firm, consultant } = await planted();
      await tenant(firm, (tx) => tx.engagement.updateMany({ data: { endedAt: now } }));
      expect(await seen(consultant)).toEqual(NOTHING);
      await asOwner(database.client, clear);
      const again = await planted();
      await tenant(again.firm, (tx) => tx.member.deleteMany({ where: { personId: again.consultant.id } }));
      expect(await seen(again.consultant)).toEqual(NOTHING);
      expect(await tenant(client, (tx) => tx.engagementAssignment.count())).toBe(0);
    });
  });

  describe("a consultancy", () => {
    it.each([
      ["widen it", "scopes = '{see_results,edit_roadmap}'"],
      ["lengthen it", "ends_on = '2999-01-01', ended_at = now()"],
      ["move it to another client", "organization_id = 'OTHER'"],
      ["hand it to another firm", "consultancy_id = 'OTHER'"],
    ])("cannot %s", async (_, setting) => {
      const { firm, other, engagement } = await planted();
      await expect(tenant(firm, (tx) => tx.$executeRawUnsafe(`UPDATE engagement SET ${setting.replace("OTHER", other.id)}`))).rejects.toThrow();
      expect(
        await asOwner(database.client, (tx) => tx.engagement.findFirst({ select: { organizationId: true, consultancyId: true, scopes: true, endedAt: true } })),
      ).toEqual({
        ...{ organizationId: engagement.organization_id, consultancyId: engagement.consultancy_id, scopes: engagement.scopes, endedAt: null },
      });
    });

    it("can end it, and neither side can revive it", async () => {
      const { firm, client } = await planted();
      expect(await tenant(firm, (tx) => tx.engagement.updateMany({ data: { endedAt: now } }))).toEqual({ count: 1 });
      for (const side of [firm, client])
        await expect(tenant(side, (tx) => tx.engagement.updateMany({ data: { endedAt: null } }))).rejects.toThrow("does not change");
    });

    it("cannot make itself a client, nor assign its people to another firm's engagement, nor in another's name", async () => {
      const { client, firm, other, owner, colleague, engagement, members } = await planted();
      const engage = (of: { id: string }) =>
        tenant(firm, (tx) => tx.engagement.create({ data: { organizationId: of.id, consultancyId: firm.id, scopes: ["see_results"] } }));
      await expect(engage(client)).rejects.toThrow();
      await expect(engage(firm)).rejects.toThrow();
      const assign = (by: { id: string }, memberId: string, personId: string) =>
        tenant(by, (tx) =>
          tx.engagementAssignment.create({ data: { organizationId: client.id, engagementId: engagement.id, consultancyId: by.id, memberId, personId } }),
        );
      await expect(assign(other, members[3]!.id, owner.id)).rejects.toThrow();
      await expect(assign(firm, members[1]!.id, owner.id)).rejects.toThrow();
      await expect(assign(client, members[1]!.id, colleague.id)).rejects.toThrow();
      await assign(firm, members[1]!.id, colleague.id);
    });
  });

  it("a token opens its own row, and no other of the same organisation", async () => {
    const { client } = await planted();
    const [mine, others] = [token(), token()];
    const invitation = (token_hash: string) => ({
      ...{ organization_id: client.id, id: randomUUID(), address: "a@example.com", role: "viewer", token_hash },
      ...{ invited_by: "x", sent_count: 1, expires_at: now },
    });
    await asOwner(database.client, (tx) => plant(tx, { invitation: [invitation(mine), invitation(others)] }));
    const opened = await withToken(database.client, { tokenHash: mine }, async (tx) => ({
      tokens: (await tx.invitation.findMany()).map((row) => row.tokenHash),
      organizations: (await tx.organization.findMany()).map((row) => row.id),
      ...{ members: await tx.member.count(), cycles: await tx.cycle.count(), people: await tx.person.count({ where: { name: { not: "" } } }) },
      changed: await tx.invitation.updateMany({ data: { role: "owner" } }),
    }));
    expect(opened).toEqual({ tokens: [mine], organizations: [client.id], members: 0, cycles: 0, people: 0, changed: { count: 0 } });
  });
});

describe.runIf(server !== null)("a database whose user is no superuser", () => {
  const user = `pinhigh_user_${randomBytes(4).toString("hex")}`;
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let url: string;
  const asSuperuser = async (connection: string, ...statements: string[]) => {
    const client = new pg.Client({ connectionString: connection });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  beforeEach(async () => {
    fresh = await freshDatabase(server!);
    const named = new URL(fresh.url);
    await asSuperuser(
      fresh.url,
      `CREATE ROLE ${user} LOGIN NOINHERIT PASSWORD 'secret'`,
      `ALTER DATABASE "${named.pathname.slice(1)}" OWNER TO ${user}`,
      // Who inherits nothing does not get this from owning the database.
      `GRANT ALL ON SCHEMA public TO ${user}`,
    );
    named.username = user;
    named.password = "secret";
    url = named.href;
  });
  afterEach(async () => {
    await fresh.drop();
    await asSuperuser(server!, `DROP ROLE ${user}`);
  });
  const opened = () => openDatabase({ databaseUrl: url, dataDirectory: "unused", migrations: "prisma/migrations" }, now);

  it("does not start without a right to the roles, and says why", async () => {
    await expect(opened()).rejects.toThrow(/people_and_organizations failed and was rolled back: .*(admin option|permission denied to grant role)/);
  });

  it("works with the roles granted, and is held by the policies even where it takes its own role back", async () => {
    await asSuperuser(server!, `GRANT ${ROLES.join(", ")} TO ${user}`);
    const database = await opened();
    try {
      const world = engaged();
      const superuser = await openDatabase({ databaseUrl: fresh.url, dataDirectory: "unused", migrations: "prisma/migrations" }, now);
      await asOwner(superuser.client, (tx) => plant(tx, world.rows));
      await superuser.close();
      const count = (tx: Transaction) => tx.member.count();
      expect(await withTenant(database.client, { organizationId: world.client.id }, count)).toBe(1);
      expect(await asOwner(database.client, count)).toBe(0);
      await expect(database.client.$executeRawUnsafe("SET ROLE postgres")).rejects.toThrow("permission denied");
    } finally {
      await database.close();
    }
  });
});
