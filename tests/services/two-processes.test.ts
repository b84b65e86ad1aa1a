import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { openDatabase, type OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalog, quiz, SECRET } from "../factories/catalogue-stage.ts";
import { opening } from "../factories/opening.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";

const server = await postgresServer();
const ORGANIZATIONS = 3;
const OPENED = new Date("2037-02-03T10:00:00Z");
const after = (days: number) => new Date(OPENED.getTime() + days * 24 * 3600 * 1000);

/** What each process does once it is told to, as the job runner of an installation does it. */
const RUNNER = `
  import { openDatabase } from "./app/services/db/open-database.server.ts";
  import { bindCatalog } from "./app/services/content/catalog-instance.server.ts";
  import { loadContent } from "./app/services/content/load-content.server.ts";
  import { bindPublicOrigin } from "./app/services/env/public-origin-instance.server.ts";
  import { bindSessionSecret } from "./app/services/env/session-secret-instance.server.ts";
  import { runCycles } from "./app/services/cycles/run-cycles.server.ts";
  const [databaseUrl, secret, now] = process.argv.slice(2);
  const loaded = loadContent("content");
  bindCatalog(loaded.catalog);
  bindPublicOrigin("https://pinhigh.example");
  bindSessionSecret(secret);
  const database = await openDatabase({ databaseUrl, dataDirectory: "unused", migrations: "prisma/migrations" }, new Date());
  const outcome = await runCycles({ db: database.client, secret, now: new Date(now), log: { error: (problem) => console.error(problem) } });
  await database.close();
  console.log(JSON.stringify(outcome));
`;

// The embedded database has one process, always.
describe.runIf(server)("two processes of an installation that look at the same moment", () => {
  let fresh: { url: string; drop(): Promise<void> };
  let database: OpenDatabase;
  let folder: string;
  beforeAll(async () => {
    fresh = await freshDatabase(server!);
    database = await openDatabase({ databaseUrl: fresh.url, dataDirectory: "unused", migrations: "prisma/migrations" }, new Date());
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    bindSessionSecret(SECRET);
    await storeVersions(database.client, catalog);
    // Inside of the repository, where its packages are found.
    mkdirSync("build", { recursive: true });
    folder = mkdtempSync(path.resolve("build", "two-processes-"));
    await build({
      stdin: { resolveDir: process.cwd(), sourcefile: "runner.ts", contents: RUNNER },
      outfile: path.join(folder, "runner.mjs"),
      ...{ bundle: true, platform: "node", format: "esm", packages: "external", alias: { "#app": path.resolve("app") } },
    });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.close();
    await fresh.drop();
  });

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);

  /** Runs the cycles in a process of its own. @returns in how many organisations it has done what was due */
  function ranAt(now: Date): Promise<{ done: number; failed: number }> {
    const child = spawn(process.execPath, [path.join(folder, "runner.mjs"), fresh.url, SECRET, now.toISOString()], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => (code === 0 ? resolve(JSON.parse(printed) as { done: number; failed: number }) : reject(new Error(`${code} ${printed}`))));
    });
  }

  /** Both have found what is due before either may touch it: every organisation is held until the two of them wait. */
  async function bothAt(now: Date): Promise<void> {
    // Within a transaction what others do is read once, so that a second connection looks.
    const [holder, watcher] = [new pg.Client({ connectionString: fresh.url }), new pg.Client({ connectionString: fresh.url })];
    await Promise.all([holder.connect(), watcher.connect()]);
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM organization FOR UPDATE");
      const running = [ranAt(now), ranAt(now)];
      const waiting = async () =>
        (await watcher.query<{ n: number }>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))
          .rows[0]!.n;
      await Promise.race([
        expect.poll(waiting, { timeout: 60_000 }).toBe(2),
        Promise.all(running).then((done) => Promise.reject(new Error(JSON.stringify(done)))),
      ]);
      await holder.query("COMMIT");
      // Each went into every organisation, and found there what the other had left.
      expect(await Promise.all(running)).toEqual(Array(2).fill({ done: ORGANIZATIONS, failed: 0 }));
    } finally {
      await Promise.all([holder.end(), watcher.end()]);
    }
  }

  let made = 0;
  async function organizations(otherwise: Parameters<typeof opening>[1]): Promise<{ owner: Access; address: string; cycle: string }[]> {
    await db().$executeRaw`UPDATE mail SET sent_at = now()`;
    return Promise.all(
      Array.from({ length: ORGANIZATIONS }, async () => {
        const owner = await makeOrganization(db());
        await makeMember(db(), owner, "viewer");
        const address = `asked-${(made += 1)}@example.com`;
        const given = opening("2037-Q1", { asksEverybody: false, addresses: [address], ...otherwise });
        const outcome = await openCycles(db(), owner, [quiz], given, { language: "en", now: OPENED, secret: SECRET });
        if (outcome.kind !== "opened") throw new Error(outcome.kind);
        return { owner, address, cycle: outcome.ids[0]! };
      }),
    );
  }
  const mailsTo = async (address: string) => (await db().mail.findMany({ where: { address }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
  const trail = (owner: Access, action: string) => within(owner, (tx) => tx.auditEvent.count({ where: { action } }));

  it("remind everybody once", async () => {
    const all = await organizations({ remindEveryDays: 3 });
    await bothAt(after(3));
    for (const { owner, address, cycle } of all) {
      expect(await mailsTo(address)).toEqual(["cycle_invitation", "cycle_reminder"]);
      const [asked] = await within(owner, (tx) => tx.respondent.findMany({ where: { cycleId: cycle } }));
      expect(asked).toMatchObject({ reminders: 1, remindedAt: after(3) });
      await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycle }, data: { closedAt: after(3), nextReminderAt: null } }));
    }
  });

  it("close a cycle once, and tell of it once", async () => {
    const all = await organizations({ closesAt: after(4) });
    await bothAt(after(4));
    for (const { owner, cycle } of all) {
      const stored = await within(owner, (tx) => tx.cycle.findFirstOrThrow({ where: { id: cycle } }));
      expect(stored).toMatchObject({ closedAt: after(4), isResultDue: true, revision: 2 });
      expect(await trail(owner, "cycle.closed_by_itself")).toBe(1);
      const told = { organizationId: owner.organization.id, kind: "cycle_closed" };
      // The owner and the viewer.
      expect(await asOwner(db(), (tx) => tx.notification.count({ where: told }))).toBe(2);
    }
  });

  it("open the next cycle of a series once, and invite to it once", async () => {
    const all = await organizations({ closesAt: after(14), isQuarterly: true });
    await ranAt(after(14));
    await bothAt(new Date("2037-05-03T10:00:00Z"));
    for (const { owner, address, cycle } of all) {
      const cycles = await within(owner, (tx) => tx.cycle.findMany({ where: { id: { not: cycle } } }));
      expect(cycles).toMatchObject([{ period: "2037-Q2", hasInvited: true }]);
      expect(await mailsTo(address)).toEqual(["cycle_invitation", "cycle_invitation"]);
      expect(await trail(owner, "cycle.opened_by_itself")).toBe(1);
      const [series] = await within(owner, (tx) => tx.cycleSeries.findMany());
      expect(series).toMatchObject({ revision: 2, nextOpensAt: new Date("2037-08-03T10:00:00Z") });
    }
  });
});
