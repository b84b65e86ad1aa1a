import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdminQuery } from "#app/domain/operator/admin-query.ts";
import type { OperatorAction, OperatorActionChoice } from "#app/domain/operator/operator-actions.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindAuth } from "#app/services/identity/auth-instance.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { startJobs } from "#app/services/jobs/start-jobs.server.ts";
import { askForTidying } from "#app/services/operator/ask-for-tidying.server.ts";
import { listAllOrganizations } from "#app/services/operator/list-all-organizations.server.ts";
import { listAllPeople } from "#app/services/operator/list-all-people.server.ts";
import { listMails } from "#app/services/operator/list-mails.server.ts";
import { listOperatorEvents } from "#app/services/operator/list-operator-events.server.ts";
import { listVersions } from "#app/services/operator/list-versions.server.ts";
import { readHealth } from "#app/services/operator/read-health.server.ts";
import { readJobs } from "#app/services/operator/read-jobs.server.ts";
import { recordOperatorEvent } from "#app/services/operator/record-operator-event.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { retryMail } from "#app/services/operator/retry-mail.server.ts";
import { browserRequest, identityOn } from "../factories/identity.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { makeSignedIn } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const now = new Date();
const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const [quiz] = catalog.assessments;

describe.each(await testDatabases())("what whoever runs the installation sees ($name)", ({ open, name }) => {
  let database: Awaited<ReturnType<typeof open>>;
  const db = () => database.client;
  /** 120 companies, the first with two members, and a person who belongs to two of them. */
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindPublicOrigin("http://localhost");
    bindAuth(identityOn(database).auth);
    await storeVersions(db(), catalog);
    const companies = Array.from({ length: 120 }, (_, i) => ({
      ...{ id: randomUUID(), kind: "company", slug: `company-${i}`, name: `Company ${String(i).padStart(3, "0")}` },
      createdAt: new Date(now.getTime() - i * 60_000),
    }));
    companies[7]!.name = "100 % Ferries_Ltd";
    const [first, second] = companies;
    const [ada, bo] = [await makePerson(db(), { name: "Ada" }), await makePerson(db(), { name: "Bo", email: "bo_x@example.com", verified: false })];
    const response = (organizationId: string, assessmentHash: string) => ({
      organizationId,
      assessmentHash,
      takeTokenHash: randomUUID(),
      resultTokenHash: randomUUID(),
    });
    await asOwner(db(), async (tx) => {
      await tx.organization.createMany({ data: companies });
      await tx.organization.updateMany({ where: { slug: "company-3" }, data: { eraseAfter: new Date(now.getTime() + 86_400_000), supportAccessUntil: now } });
      await tx.member.createMany({
        data: [
          { organizationId: first!.id, personId: ada.personId, role: "owner" },
          { organizationId: first!.id, personId: bo.personId, role: "viewer" },
          { organizationId: second!.id, personId: ada.personId, role: "owner" },
        ],
      });
      await tx.assessmentVersion.createMany({ data: [{ hash: "0".repeat(64), slug: quiz!.definition.slug, version: 0, definition: {} }] });
      const nobody = "00000000-0000-0000-0000-000000000000";
      await tx.response.createMany({ data: [response(nobody, quiz!.hash), response(first!.id, quiz!.hash), response(second!.id, "0".repeat(64))] });
      await tx.cycle.createMany({
        data: [{ organizationId: first!.id, assessmentHash: quiz!.hash, assessmentSlug: quiz!.definition.slug, period: "2027-Q1", openedBy: "Ada" }],
      });
    });
  }, 60_000);
  afterAll(() => database.drop());

  const events = (wishes: Partial<AdminQuery<OperatorActionChoice>> = {}) => listOperatorEvents(db(), { q: "", choice: "all", page: 1, ...wishes });

  it("every organisation, in pages and orders, and never the one that stands for nobody", async () => {
    const list = async (q: string, choice: Parameters<typeof listAllOrganizations>[1]["choice"] = "name", page = 1) => {
      const { rows, total } = await listAllOrganizations(db(), { q, choice, page }, now);
      return { total, slugs: rows.map(({ slug }) => slug), rows };
    };
    const pages = [await list("", "newest", 1), await list("", "newest", 2), await list("", "newest", 3), await list("", "newest", 4)];
    expect(pages.map(({ total, slugs }) => [total, slugs.length])).toEqual([
      [120, 50],
      [120, 50],
      [120, 20],
      [120, 0],
    ]);
    expect(pages.flatMap(({ slugs }) => slugs)).toEqual(Array.from({ length: 120 }, (_, i) => `company-${i}`));
    expect((await list("", "members")).rows.slice(0, 3).map(({ slug, members }) => [slug, members])).toEqual([
      ["company-0", 2],
      ["company-1", 1],
      ["company-7", 0],
    ]);
    expect((await list("", "leaving")).rows[0]).toMatchObject({ slug: "company-3", eraseAfter: new Date(now.getTime() + 86_400_000), supportUntil: null });
    expect((await list("COMPANY 00")).slugs).toHaveLength(9);
    expect((await list("company-119")).slugs).toEqual(["company-119"]);
    // The signs of LIKE stand for themselves.
    expect((await list("100 %")).slugs).toEqual(["company-7"]);
    expect((await list("s_l")).slugs).toEqual(["company-7"]);
    expect((await list("%_%")).slugs).toEqual([]);
  });

  it("every person with how many organisations they belong to", async () => {
    const { rows, total } = await listAllPeople(db(), { q: "", choice: "name", page: 1 });
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { name: "Ada", isVerified: true, hasSecondFactor: false, isOperator: false, memberships: 2 },
      { name: "Bo", address: "bo_x@example.com", isVerified: false, memberships: 1 },
    ]);
    expect((await listAllPeople(db(), { q: "O_X@", choice: "newest", page: 1 })).rows.map((row) => row.name)).toEqual(["Bo"]);
  });

  it("how often each version is in use, anonymous responses with it, and of them nothing else", async () => {
    const versions = (await listVersions(db(), catalog)).filter(({ slug }) => slug === quiz!.definition.slug);
    expect(versions.map(({ version, hash, responses, cycles, isCurrent }) => ({ version, hash, responses, cycles, isCurrent }))).toEqual([
      { version: quiz!.definition.version, hash: quiz!.hash, responses: 2, cycles: 1, isCurrent: true },
      { version: 0, hash: "0".repeat(64), responses: 1, cycles: 0, isCurrent: false },
    ]);
    for (const query of ["SELECT id FROM response", "SELECT organization_id FROM response", "SELECT period FROM cycle", "SELECT data FROM pgboss.job"]) {
      await expect(
        withOperator(db(), (tx) => tx.$queryRawUnsafe(query)),
        query,
      ).rejects.toThrow("permission denied");
    }
  });

  it("mails without what they say, and sends a failed one again and no other", async () => {
    const mail = { kind: "reset_password", language: "en", values: { link: "https://secret.example" } };
    await db().mail.createMany({
      data: [
        { ...mail, address: "failed@example.com", failedAt: now, attempts: 6, problem: "550 no such mailbox" },
        { ...mail, address: "waits@example.com" },
        { ...mail, address: "sent@example.com", sentAt: now },
      ],
    });
    const list = (choice: "failed" | "waiting" | "sent", q = "") => listMails(db(), { q, choice, page: 1 });
    const failed = await list("failed");
    expect(failed).toMatchObject({ total: 1, rows: [{ address: "failed@example.com", kind: "reset_password", attempts: 6, problem: "550 no such mailbox" }] });
    expect(JSON.stringify([failed, await list("waiting"), await list("sent")])).not.toContain("secret.example");
    expect((await list("sent", "SENT@")).rows).toHaveLength(1);
    expect((await list("sent", "waits")).rows).toEqual([]);
    const [waiting] = (await list("waiting")).rows;
    const olga = await makeSignedIn(db(), { name: "Olga", operator: true });
    expect(await retryMail(db(), olga, waiting!.id, now)).toBe(false);
    expect(await retryMail(db(), olga, randomUUID(), now)).toBe(false);
    expect(await retryMail(db(), olga, failed.rows[0]!.id, now)).toBe(true);
    expect(await retryMail(db(), olga, failed.rows[0]!.id, now)).toBe(false);
    expect((await list("waiting")).rows.find(({ address }) => address === "failed@example.com")).toMatchObject({ attempts: 0, problem: null, dueAt: now });
    // Once, by whom and what kind of mail, and not whose.
    const { rows, total } = await events();
    expect([total, rows]).toMatchObject([
      1,
      [
        {
          action: "mail.retried",
          personId: olga.personId,
          actorName: "Olga",
          sessionId: olga.sessionId,
          objectId: failed.rows[0]!.id,
          objectName: "reset_password",
        },
      ],
    ]);
    expect(JSON.stringify(rows)).not.toContain("@");
    await erasePerson(db(), olga);
  });

  it("what they themselves did, in pages, by what it was and by who; signs stand for themselves", async () => {
    const before = (await events()).total;
    const [olga, percy] = [await makeSignedIn(db(), { name: "Olga", operator: true }), await makeSignedIn(db(), { name: "100% Percy", operator: true })];
    await askForTidying(db(), percy);
    const mails = Array.from({ length: 60 }, () => ({
      id: randomUUID(),
      kind: "invitation",
      address: "x@example.com",
      language: "en",
      values: {},
      failedAt: now,
    }));
    await db().mail.createMany({ data: mails });
    for (const { id } of mails) expect(await retryMail(db(), olga, id, now)).toBe(true);
    const pages = [await events({ choice: "mail.retried", q: "olga" }), await events({ choice: "mail.retried", q: "olga", page: 2 })];
    expect(pages.map(({ total, rows }) => [total, rows.length])).toEqual([
      [60, 50],
      [60, 10],
    ]);
    expect(pages.flatMap(({ rows }) => rows.map(({ objectId }) => objectId))).toEqual(mails.map(({ id }) => id).reverse());
    expect((await events({ choice: "tidying.asked" })).rows).toMatchObject([{ actorName: "100% Percy", objectId: null, objectName: null }]);
    expect((await events({ q: "0% p" })).total).toBe(1);
    expect((await events({ q: "%" })).total).toBe(1);
    expect((await events({ q: "INVIT" })).total).toBe(60);
    expect((await events()).total).toBe(before + 61);
    for (const { personId, email } of [olga, percy]) await erasePerson(db(), { personId, email });
    await db().mail.deleteMany({ where: { address: "x@example.com" } });
  }, 60_000);

  it("a trail that nobody changes or empties, and that only an operator adds to", async () => {
    const [olga, otto] = [await makeSignedIn(db(), { name: "Olga", operator: true }), await makeSignedIn(db(), { name: "Otto" })];
    await askForTidying(db(), olga);
    const before = (await events()).rows;
    const add = (who: { personId: string; name: string }, action: OperatorAction) =>
      withOperator(db(), (tx) => recordOperatorEvent(tx, { ...who, sessionId: randomUUID() }, { action }));
    await expect(add(otto, "tidying.asked")).rejects.toThrow(/row-level security/);
    await expect(add(olga, "operator.granted")).rejects.toThrow(/row-level security/);
    await expect(db().$transaction((tx) => recordOperatorEvent(tx, olga, { action: "operator.granted" }))).rejects.toThrow(/row-level security/);
    await expect(db().$transaction((tx) => recordOperatorEvent(tx, null, { action: "tidying.asked" }))).rejects.toThrow(/row-level security/);
    const inTenant = { organizationId: randomUUID() };
    await expect(withTenant(db(), inTenant, (tx) => recordOperatorEvent(tx, olga, { action: "tidying.asked" }))).rejects.toThrow(/permission denied/);
    expect(await withTenant(db(), inTenant, (tx) => tx.operatorEvent.count())).toBe(0);
    expect(await withPerson(db(), otto, (tx) => tx.operatorEvent.count())).toBe(0);
    expect(await withPerson(db(), olga, (tx) => tx.operatorEvent.count())).toBe(1);
    for (const change of ["DELETE FROM operator_event", "TRUNCATE operator_event", "UPDATE operator_event SET action = 'other'"]) {
      await expect(
        withOperator(db(), (tx) => tx.$executeRawUnsafe(change)),
        change,
      ).rejects.toThrow(/permission denied/);
      await expect(
        withTenant(db(), inTenant, (tx) => tx.$executeRawUnsafe(change)),
        change,
      ).rejects.toThrow(/permission denied/);
      await expect(db().$executeRawUnsafe(change), change).rejects.toThrow(/permission denied/);
    }
    expect(await db().$executeRaw`UPDATE operator_event SET actor_name = ''`).toBe(0);
    for (const change of ["DELETE FROM operator_event", "TRUNCATE operator_event", "UPDATE operator_event SET actor_name = ''"]) {
      await expect(
        asOwner(db(), (tx) => tx.$executeRawUnsafe(change)),
        change,
      ).rejects.toThrow(/append-only/);
    }
    // Nor does the erasure of a person change more than what names them.
    for (const change of [
      "person_id = NULL",
      "action = 'other'",
      "at = now()",
      "object_name = 'other'",
      "person_id = NULL, actor_name = 'Otto', session_id = NULL",
    ]) {
      const erased = asOwner(db(), async (tx) => {
        await tx.$queryRaw`SELECT set_config('app.erased_person_id', ${olga.personId}, true)`;
        await tx.$executeRawUnsafe(`UPDATE operator_event SET ${change}`);
      });
      await expect(erased, change).rejects.toThrow(/append-only/);
    }
    expect((await events()).rows).toEqual(before);
    for (const { personId, email } of [olga, otto]) await erasePerson(db(), { personId, email });
  });

  it("how the installation stands", async () => {
    expect(await readHealth(db(), database.kind, now)).toMatchObject({
      counts: { organizations: 120, leaving: 1, people: 2, operators: 0, responses: 3 },
      mails: { waiting: 2, failed: 0 },
      queues: [
        { queue: "deliver-mails" },
        { queue: "run-cycles" },
        { queue: "publish-results" },
        { queue: "daily-tidying" },
        { queue: "daily-reminders" },
        { queue: "refresh-benchmarks" },
        { queue: "plan-scenarios" },
      ],
      database: { kind: name === "embedded" ? "embedded" : "postgresql", version: expect.stringMatching(/^\d+/) as string },
      migrations: { newest: expect.stringMatching(/^\d{14}_\w+$/) as string },
      software: { version: "0.1.0", node: process.versions.node },
    });
  });

  it("jobs that failed with their reason, and has the tidying done when they ask for it", async () => {
    const tidied: number[] = [];
    let goOn = () => undefined as void;
    const failing = new Promise<void>((resolve) => (goOn = resolve));
    const runner = await startJobs({
      statements: database.statements,
      log: { error: () => goOn() },
      work: {
        "deliver-mails": () => Promise.reject(new Error("the mail server has no certificate")),
        "run-cycles": () => Promise.resolve(),
        "daily-tidying": () => Promise.resolve(tidied.push(1)),
        "publish-results": () => Promise.resolve(),
        "refresh-benchmarks": () => Promise.resolve(),
        "plan-scenarios": () => Promise.resolve(),
        "daily-reminders": () => Promise.resolve(),
      },
    });
    try {
      runner.nudgeMail();
      await failing;
      await expect
        .poll(async () => (await readJobs(db())).failed[0], { timeout: 10_000 })
        .toMatchObject({
          queue: "deliver-mails",
          reason: "the mail server has no certificate",
        });
      await expect.poll(() => tidied.length, { timeout: 10_000 }).toBe(1);
      await runner.tidyNow();
      await expect.poll(() => tidied.length, { timeout: 10_000 }).toBe(2);
      await expect
        .poll(async () => (await readJobs(db())).queues.find(({ queue }) => queue === "daily-tidying")!.lastDone, { timeout: 10_000 })
        .toBeInstanceOf(Date);
    } finally {
      await runner.stop();
    }
  }, 60_000);

  it("nothing from the click on that finds them an operator no longer", async () => {
    const olga = await makePerson(db(), { name: "Olga", operator: true });
    const { cookie } = await sessionCookie(db(), olga, { origin: "http://localhost" });
    const ask = () => requireOperator(browserRequest(cookie)).catch((answer: Response) => answer.status);
    expect(await ask()).toMatchObject({ personId: olga.personId, isOperator: true });
    await db().person.update({ where: { id: olga.personId }, data: { operatorSince: null }, select: { id: true } });
    expect(await ask()).toBe(404);
    expect(await requireOperator(browserRequest("")).catch((answer: Response) => answer.status)).toBe(303);
  });
});
