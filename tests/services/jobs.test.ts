import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { createPatientStatements } from "#app/services/jobs/patient-statements.server.ts";
import { type JobRunner, type JobWork, startJobs } from "#app/services/jobs/start-jobs.server.ts";
import { tidyUp } from "#app/services/jobs/tidy-up.server.ts";
import { testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Work that can be waited for. */
function countedWork() {
  const done = {
    "deliver-mails": 0,
    "run-cycles": 0,
    "daily-tidying": 0,
    "publish-results": 0,
    "daily-reminders": 0,
    "refresh-benchmarks": 0,
    "plan-scenarios": 0,
  };
  const waiting: (() => void)[] = [];
  const count = (queue: keyof typeof done) => async () => {
    done[queue] += 1;
    for (const goOn of waiting.splice(0)) goOn();
  };
  const work: JobWork = {
    "deliver-mails": count("deliver-mails"),
    "run-cycles": count("run-cycles"),
    "daily-tidying": count("daily-tidying"),
    "daily-reminders": count("daily-reminders"),
    "publish-results": count("publish-results"),
    "refresh-benchmarks": count("refresh-benchmarks"),
    "plan-scenarios": count("plan-scenarios"),
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return { done, work, until };
}

describe.each(databases)("jobs, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let runner: JobRunner | undefined;
  const problems: unknown[] = [];
  const log = { error: (problem: unknown) => void problems.push(problem) };

  beforeAll(async () => void (database = await open()));
  afterEach(async () => {
    await runner?.stop();
    runner = undefined;
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(() => database.drop());

  const start = async (work: JobWork) => (runner = await startJobs({ statements: database.statements, work, log }));
  const jobsIn = async (state: string) =>
    (await database.statements(`SELECT name FROM pgboss.job WHERE state = '${state}' AND name NOT LIKE '\\_\\_%' ORDER BY name`)).rows.map(
      (row) => row["name"],
    );

  it("are done at a nudge, and tidying up at the start, in the role that owns nothing", async () => {
    const { done, work, until } = countedWork();
    const { nudgeMail } = await start(work);
    await until(() => done["daily-tidying"] > 0);
    const before = done["deliver-mails"];
    nudgeMail();
    await until(() => done["deliver-mails"] > before);
    const [owner] = (await database.statements("SELECT tableowner, current_user AS me FROM pg_tables WHERE schemaname = 'pgboss' AND tablename = 'job'")).rows;
    expect(owner).toMatchObject({ me: "pinhigh_app" });
    expect(owner!["tableowner"]).not.toBe("pinhigh_app");
  });

  it("are due by their schedules", async () => {
    await start(countedWork().work);
    const { rows } = await database.statements("SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name");
    expect(rows).toEqual([
      { name: "daily-reminders", cron: "7 * * * *", timezone: "UTC" },
      { name: "daily-tidying", cron: "17 3 * * *", timezone: "UTC" },
      { name: "deliver-mails", cron: "* * * * *", timezone: "UTC" },
      { name: "plan-scenarios", cron: "* * * * *", timezone: "UTC" },
      { name: "publish-results", cron: "* * * * *", timezone: "UTC" },
      { name: "refresh-benchmarks", cron: "41 * * * *", timezone: "UTC" },
      { name: "run-cycles", cron: "* * * * *", timezone: "UTC" },
    ]);
  });

  it("are begun anew after a stop, and what ran then has come to an end", async () => {
    const first = countedWork();
    let begun = () => undefined as void;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const { nudgeMail } = await start({
      ...first.work,
      "deliver-mails": (signal) => new Promise<void>((resolve) => (begun(), signal.addEventListener("abort", () => resolve()))),
    });
    nudgeMail();
    await isBegun;
    await runner!.stop();
    expect(await jobsIn("active")).toEqual([]);
    const second = countedWork();
    (await start(second.work)).nudgeMail();
    await second.until(() => second.done["deliver-mails"] > 0);
  });

  it("that fail are said in the log and do not end the process", async () => {
    const { done, work, until } = countedWork();
    let times = 0;
    const { nudgeMail } = await start({
      ...work,
      "deliver-mails": async (signal) => {
        times += 1;
        if (times === 1) throw new Error("the first one fails");
        await work["deliver-mails"](signal);
      },
    });
    nudgeMail();
    while (times === 0) await delay(20);
    nudgeMail();
    await until(() => done["deliver-mails"] > 0);
    expect(problems.splice(0)).toEqual([{ job: "deliver-mails", err: new Error("the first one fails") }]);
  });

  it("tidy up what is over, and leave what is not", async () => {
    const { client } = database;
    const now = new Date();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const { id: userId } = await client.person.create({ data: { name: "Ada", email: "ada@example.com" } });
    await client.session.createMany({
      data: [
        { userId, token: "over", expiresAt: ago(1) },
        { userId, token: "runs", expiresAt: ago(-DAY_MS) },
      ],
    });
    await client.verification.createMany({
      data: [
        { identifier: "over", value: "x", expiresAt: ago(1) },
        { identifier: "waits", value: "x", expiresAt: ago(-DAY_MS) },
      ],
    });
    await client.usedCode.createMany({
      data: [
        { userId, codeHash: "o".repeat(64), usedAt: ago(DAY_MS) },
        { userId, codeHash: "n".repeat(64), usedAt: ago(60_000) },
      ],
    });
    const organization = { kind: "company", name: "Birch" };
    for (const [id, slug, eraseAfter] of [
      ["01900000-0000-7000-8000-000000000001", "over", ago(DAY_MS)],
      ["01900000-0000-7000-8000-000000000002", "in-grace", ago(-DAY_MS)],
      ["01900000-0000-7000-8000-000000000003", "stays", null],
    ] as const) {
      await withTenant(client, { organizationId: id }, (tx) => tx.organization.createMany({ data: [{ ...organization, id, slug, eraseAfter }] }));
    }
    const mail = { kind: "password_changed", language: "en", values: {} };
    await client.mail.createMany({
      data: [
        { ...mail, address: "sent-long-ago@example.com", sentAt: ago(31 * DAY_MS) },
        { ...mail, address: "failed-long-ago@example.com", failedAt: ago(31 * DAY_MS) },
        { ...mail, address: "sent@example.com", sentAt: ago(29 * DAY_MS) },
        { ...mail, address: "waits@example.com" },
      ],
    });
    expect(await tidyUp({ db: client, now, log })).toEqual({
      sessions: 1,
      verifications: 1,
      usedCodes: 1,
      mails: 2,
      unfinishedResponses: 0,
      auditEvents: 0,
      idempotentRequests: 0,
      leftFiles: 0,
      organizations: 1,
      broughtVersions: 0,
    });
    expect(await tidyUp({ db: client, now, log })).toEqual({
      sessions: 0,
      verifications: 0,
      usedCodes: 0,
      mails: 0,
      unfinishedResponses: 0,
      auditEvents: 0,
      idempotentRequests: 0,
      leftFiles: 0,
      organizations: 0,
      broughtVersions: 0,
    });
    const left = await withOperator(client, (tx) => tx.organization.findMany({ where: { kind: "company" }, select: { slug: true }, orderBy: { slug: "asc" } }));
    expect(left.map(({ slug }) => slug)).toEqual(["in-grace", "stays"]);
    expect((await client.session.findMany()).map((s) => s.token)).toEqual(["runs"]);
    expect((await client.verification.findMany()).map((v) => v.identifier)).toEqual(["waits"]);
    expect((await client.mail.findMany({ orderBy: { address: "asc" } })).map((m) => m.address)).toEqual(["sent@example.com", "waits@example.com"]);
  });
});

describe("statements of the job queue", () => {
  const gone = Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" });

  it("wait for a database that is gone", async () => {
    let times = 0;
    const { run } = createPatientStatements(async () => {
      times += 1;
      if (times < 3) throw gone;
      return { rows: [{ there: true }] };
    });
    expect(await run("SELECT 1")).toEqual({ rows: [{ there: true }] });
  });

  it("say what is wrong with them", async () => {
    const { run } = createPatientStatements(() => Promise.reject(new Error("syntax error")));
    await expect(run("SELEC")).rejects.toThrow("syntax error");
  });

  it("are waited for at a stop, and none is begun after it", async () => {
    let times = 0;
    let answer = () => undefined as void;
    const patient = createPatientStatements(async () => {
      times += 1;
      await new Promise<void>((resolve) => (answer = resolve));
      return { rows: [] };
    });
    const statement = patient.run("SELECT 1");
    const stopped = patient.stop();
    answer();
    await stopped;
    expect(await statement).toEqual({ rows: [] });
    void patient.run("SELECT 1");
    expect(times).toBe(1);
  });
});
