import { watch } from "node:fs";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { type Client, clientOf } from "../routes/product-client.ts";
import { asOwner } from "../setup/as-owner.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Lasting, lastingDatabases } from "./fault-databases.ts";

/** More for a night: KILL_ROUNDS=200. */
const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 4);
/** As many as a file may have: several statements of one transaction. */
const DAYS = Array.from({ length: 5_000 }, (_, n) => new Date(Date.UTC(2012, 0, 1 + n)).toISOString().slice(0, 10));
const ONCE = "0198b2a0-0000-7000-8000-000000000001";
const databases = await lastingDatabases();

let lasting: Lasting | undefined;
let product: Product | undefined;
afterEach(async () => {
  await product?.stop("SIGKILL");
  await lasting?.remove();
});

async function inDatabase<T>({ settings }: Lasting, work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const { env, dataDirectory } = settings;
  const database = await openDatabase({ databaseUrl: env?.["DATABASE_URL"], dataDirectory: dataDirectory!, migrations: "prisma/migrations" }, new Date());
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

type Stage = { organizationId: string; slug: string; kpi: string; cookie: string };

/** An organisation with one KPI, and how its owner comes in. */
const staged = (place: Lasting): Promise<Stage> =>
  inDatabase(place, async ({ client }) => {
    const owner = await makeOrganization(client);
    const terms = { unit: "%", definition: null, higherIsBetter: true, cadence: "month", ownerId: null, baseline: null, baselineOn: null } as const;
    const added = await addKpi(client, owner, { ...terms, name: "Renewals", anchors: null, once: ONCE, libraryId: null }, { language: "en", now: new Date() });
    if (added.kind !== "added") throw new Error(added.kind);
    const { cookie } = await sessionCookie(client, owner.person, { origin: `http://localhost:${place.settings.port}` });
    return { organizationId: owner.organization.id, slug: owner.organization.slug, kpi: ONCE, cookie };
  });

/** Looks at a file in which the value of every day is the same, and has it imported. Rejects when the server is gone before it has replied. */
async function importAll(client: Client, { slug, kpi, cookie }: Stage, value: number): Promise<void> {
  const content = ["date,value", ...DAYS.map((day) => `${day},${value}`)].join("\n");
  const fields = { content, separator: "comma", dateColumn: "0", valueColumn: "1", kpiColumn: "", noteColumn: "", kpi, dates: "iso", decimals: "point" };
  const send = (more: Record<string, string>) => client.postForm(`/o/${slug}/kpis/import`, Object.entries({ ...fields, ...more }), { Cookie: cookie });
  const seen = /name="seen" value="([^"]*)"/.exec((await send({ intent: "preview" })).body)?.[1] ?? "";
  const reply = await send({ intent: "confirm", seen });
  if (reply.status !== 303) throw new Error(`importing answered ${reply.status} ${reply.body.slice(0, 300)}`);
}

/** The values that are there, with how many days have each, and how many imports the trail tells of. */
const stored = (place: Lasting): Promise<{ values: { value: number; days: number }[]; told: number }> =>
  inDatabase(place, ({ client }) =>
    asOwner(client, async (tx) => ({
      values: await tx.$queryRaw`SELECT value, count(*)::int AS days FROM kpi_reading GROUP BY value`,
      told: await tx.auditEvent.count({ where: { action: "kpi_readings.imported" } }),
    })),
  );

describe.each(databases.filter(({ name }) => name === "embedded"))("kill -9 while readings are imported, on $name", ({ make }) => {
  it(
    "at moments by chance: the readings of a file are all there or none, as its line in the trail is",
    async () => {
      lasting = await make();
      const stage = await staged(lasting);
      product = await startProduct(lasting.settings);
      // What is written into its folder is what the moments are counted in.
      let changes = 0;
      let wake = (): void => undefined;
      const watcher = watch(lasting.settings.dataDirectory!, { recursive: true }, () => {
        changes += 1;
        wake();
      });
      try {
        await importAll(clientOf(product), stage, 1);
        const ofOne = changes;
        await product.stop();
        expect(await stored(lasting)).toEqual({ values: [{ value: 1, days: DAYS.length }], told: 1 });
        const random = seededRandom(7);
        let cutOff = 0;
        let value = 1;
        let told = 1;
        for (let round = 2; round <= ROUNDS + 1; round++) {
          product = await startProduct(lasting.settings);
          const running = product;
          let isKilled = false;
          const at = changes + Math.floor(random() * ofOne * 0.9);
          const reached = new Promise<void>((resolve) => {
            wake = () => changes >= at && resolve();
            wake();
          });
          const replied = importAll(clientOf(running), stage, round).then(
            () => true,
            (problem: unknown) => (isKilled ? false : Promise.reject(problem as Error)),
          );
          await Promise.race([reached, replied]);
          isKilled = true;
          await running.stop("SIGKILL");
          const isSaid = await replied;
          if (!isSaid) cutOff += 1;
          const now = await stored(lasting);
          const isNew = now.values[0]?.value === round;
          if (isSaid) expect(isNew, "what was said to be imported is there").toBe(true);
          if (isNew) [value, told] = [round, told + 1];
          expect(now).toEqual({ values: [{ value, days: DAYS.length }], told });
        }
        expect(cutOff).toBeGreaterThan(0);
      } finally {
        watcher.close();
      }
    },
    120_000 + ROUNDS * 30_000,
  );
});

describe.each(databases.filter(({ name }) => name === "PostgreSQL"))("kill -9 between the statements of an import, on $name", ({ make }) => {
  it("leaves nothing of it: neither readings nor a line in the trail", async () => {
    lasting = await make();
    const stage = await staged(lasting);
    product = await startProduct(lasting.settings);
    const other = new pg.Client({ connectionString: lasting.settings.env!["DATABASE_URL"]! });
    // Within a transaction a look at who waits is the first one, however often it is repeated.
    const looking = new pg.Client({ connectionString: lasting.settings.env!["DATABASE_URL"]! });
    await Promise.all([other.connect(), looking.connect()]);
    try {
      // Somebody else is just writing the last day: the import has written all portions but that one, and waits.
      await other.query("BEGIN");
      // Without the lock on the KPI that this would take, for which the import would wait before it writes anything.
      await other.query("SET LOCAL session_replication_role = replica");
      const row = [stage.organizationId, stage.kpi, DAYS.at(-1)];
      await other.query(
        `INSERT INTO kpi_reading (organization_id, kpi_id, on_day, value, source, entered_by, entered_at, revision) VALUES ($1, $2, $3, 0, 'hand', 'x', now(), 1)`,
        row,
      );
      const cut = importAll(clientOf(product), stage, 1).then(
        () => "replied",
        () => "cut off",
      );
      const waiting = async () => {
        const { rows } = await looking.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO kpi_reading%'");
        return rows.length;
      };
      await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
      await product.stop("SIGKILL");
      expect(await cut).toBe("cut off");
      await other.query("ROLLBACK");
    } finally {
      await Promise.all([other.end(), looking.end()]);
    }
    expect(await stored(lasting)).toEqual({ values: [], told: 0 });
    // The same file goes in once the product is there again.
    product = await startProduct(lasting.settings);
    await importAll(clientOf(product), stage, 2);
    await product.stop();
    expect(await stored(lasting)).toEqual({ values: [{ value: 2, days: DAYS.length }], told: 1 });
  });
});
