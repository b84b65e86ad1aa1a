import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { type OpenDatabase, openDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { addReading } from "#app/services/kpis/change-readings.server.ts";
import { listKeys } from "#app/services/keys/list-keys.server.ts";
import { makeKey } from "#app/services/keys/make-key.server.ts";
import { revokeKey } from "#app/services/keys/revoke-key.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";
import { type Client, clientOf } from "./product-client.ts";

const server = await postgresServer();
const NOW = new Date();

type Seeded = { owner: Access; kpi: string; foreign: string; read: string; write: string; revoked: string };

async function seed({ client: db }: OpenDatabase): Promise<Seeded> {
  const [owner, other] = [await makeOrganization(db, "Own"), await makeOrganization(db, "Other")];
  const follow = async (access: Access) => {
    const open = { unit: "%", definition: null, cadence: "month" as const, ownerId: null, baseline: null, baselineOn: null, anchors: null, libraryId: null };
    const outcome = await addKpi(db, access, { ...open, name: "Renewals", higherIsBetter: true, once: randomUUID() }, { language: "en", now: NOW });
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.id;
  };
  const key = async (name: string, scope: "read" | "write") => {
    const outcome = await makeKey(db, owner, { once: randomUUID(), name, scope }, { now: NOW, secret: "of the installation" });
    if (outcome.kind !== "made") throw new Error(outcome.kind);
    return outcome.key;
  };
  const [kpi, foreign] = [await follow(owner), await follow(other)];
  for (const month of [1, 2, 3]) await addReading(db, owner, kpi, { on: `2026-0${month}-28`, value: month, note: null, source: "hand" }, NOW);
  const keys = { read: await key("Reader", "read"), write: await key("Writer", "write"), revoked: await key("Gone", "write") };
  const gone = (await listKeys(db, owner)).find(({ name }) => name === "Gone")!;
  expect(await revokeKey(db, owner, gone.id, NOW)).toBe("revoked");
  // The key itself is nowhere in what is kept.
  const kept = JSON.stringify(
    await withTenant(db, { organizationId: owner.organization.id }, async (tx) => [await tx.apiKey.findMany(), await tx.auditEvent.findMany()]),
  );
  for (const secret of Object.values(keys)) expect(kept).not.toContain(secret);
  return { owner, kpi, foreign, ...keys };
}

describe.each([{ name: "the embedded database", server: null }, ...(server ? [{ name: "PostgreSQL", server }] : [])])(
  "readings by the API, on $name",
  (place) => {
    const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-keys-"));
    let database: { url: string; drop(): Promise<void> } | null = null;
    let product: Product;
    let client: Client;
    let seeded: Seeded;

    beforeAll(async () => {
      if (place.server) database = await freshDatabase(place.server);
      else copyReadyDatabase(dataDirectory);
      const opened = await openDatabase({ databaseUrl: database?.url, dataDirectory, migrations: "prisma/migrations" }, new Date());
      seeded = await seed(opened);
      await opened.close();
      product = await startProduct({ dataDirectory, env: { TRUSTED_PROXY_HOPS: "1", ...(database ? { DATABASE_URL: database.url } : {}) } });
      client = clientOf(product);
    }, 120_000);
    afterAll(async () => {
      await product.stop();
      await database?.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    });

    const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
    const get = (address: string, key = seeded.read) => client.ask(address, { headers: bearer(key) });
    const readings = () => `/api/v1/kpis/${seeded.kpi}/readings`;
    const post = (body: unknown, once: string | null, { key = seeded.write, kpi = seeded.kpi }: { key?: string; kpi?: string } = {}) =>
      client.postJson(`/api/v1/kpis/${kpi}/readings`, body, { ...bearer(key), ...(once === null ? {} : { "Idempotency-Key": once }) });
    const code = (reply: { json(): unknown }) => replies.problem.parse(reply.json()).code;

    it("lists what the organisation follows, and nothing of another", async () => {
      const reply = await get("/api/v1/organization/kpis");
      expect(reply.status).toBe(200);
      const { items, next } = replies.organizationKpis.strict().parse(reply.json());
      expect(items.map(({ id, latest }) => ({ id, latest }))).toEqual([{ id: seeded.kpi, latest: { on: "2026-03-28", value: 3 } }]);
      expect(next).toBeNull();
    });

    it("pages by a cursor that says nothing, through all of them and once each", async () => {
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const reply = await get(`${readings()}?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
        const page = replies.readings.strict().parse(reply.json());
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map(({ on }) => on));
        cursor = page.next;
      }
      expect(seen).toEqual(["2026-01-28", "2026-02-28", "2026-03-28"]);
      for (const wrong of ["limit=0", "limit=201", "limit=x", "cursor=x", "cursor="]) expect((await get(`${readings()}?${wrong}`)).status, wrong).toBe(422);
    });

    it("refuses: without a key and with one that was revoked or never made 401, what a key may not 403, of another organisation 404", async () => {
      for (const headers of [{}, { Authorization: "Basic x" }, bearer("ph_never-was-one-of-these"), bearer(seeded.revoked)]) {
        const reply = await client.ask(readings(), { headers });
        expect([reply.status, reply.headers.get("WWW-Authenticate"), reply.headers.get("Content-Type")]).toEqual([
          401,
          "Bearer",
          "application/problem+json; charset=utf-8",
        ]);
      }
      const forbidden = await post({ on: "2026-04-30", value: 1 }, "a", { key: seeded.read });
      expect([forbidden.status, code(forbidden)]).toEqual([403, "read-only-key"]);
      const revoked = await post({ on: "2026-04-30", value: 1 }, "a", { key: seeded.revoked });
      expect([revoked.status, code(revoked)]).toEqual([401, "unknown-key"]);
      const absent = "01890000-0000-7000-8000-000000000000";
      for (const id of [seeded.foreign, absent, "no-id"]) {
        const [read, written] = [
          await get(`/api/v1/kpis/${id}/readings`),
          await post({ on: "2026-04-30", value: 1 }, `of ${id}`.replaceAll(" ", "-"), { kpi: id }),
        ];
        expect([read.status, written.status, code(read), code(written)]).toEqual([404, 404, "not-found", "not-found"]);
      }
    });

    it("refuses what is no reading, and what cannot be sent again", async () => {
      expect(code(await post({ on: "2026-04-30", value: 1 }, null))).toBe("idempotency-key-missing");
      const wrong = [
        ...[{}, { on: "2026-04-30" }, { on: "2026-04-31", value: 1 }, { on: "2999-01-01", value: 1 }, { on: "1989-12-31", value: 1 }],
        ...[
          { on: "2026-04-30", value: "1" },
          { on: "2026-04-30", value: 1.2345 },
          { on: "2026-04-30", value: 2e9 },
          { on: "2026-04-30", value: 1, surplus: 1 },
        ],
        { on: "2026-04-30", value: 1, note: "x".repeat(301) },
      ];
      for (const [index, body] of wrong.entries()) {
        const reply = await post(body, `wrong-${index}`);
        expect([reply.status, code(reply)], JSON.stringify(body)).toEqual([422, "invalid-input"]);
      }
      for (const [note, says] of [
        ["x".repeat(301), "has 300 characters at most"],
        ["turned \u202E round", "has no control characters, halves of characters, or marks that turn the direction of text"],
        ["a\u0000b", "has no control characters, halves of characters, or marks that turn the direction of text"],
      ])
        expect((await post({ on: "2026-04-30", value: 1, note }, "a-note")).json()).toMatchObject({ fields: [{ field: "note", message: says }] });
      expect((await client.ask(readings(), { method: "POST", headers: { ...bearer(seeded.write), "Idempotency-Key": "form" }, body: "on=1" })).status).toBe(
        415,
      );
      expect((await client.ask("/api/v1/organization/kpis", { method: "POST", headers: bearer(seeded.write) })).status).toBe(405);
    });

    it("does the same request once however many send it, and another one under the same key not at all", async () => {
      const body = { on: "2026-05-31", value: 42.5, note: "sent often" };
      const sent = await Promise.all(Array.from({ length: 50 }, () => post(body, "often")));
      expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(sent.map((reply) => reply.body)).size).toBe(1);
      expect(replies.reading.strict().parse(sent[0]!.json())).toMatchObject({ ...body, source: "api" });
      const other = await post({ ...body, value: 43 }, "often");
      expect([other.status, code(other)]).toEqual([422, "idempotency-key-reused"]);
      const taken = await post({ ...body, value: 43 }, "another");
      expect([taken.status, code(taken)]).toEqual([409, "reading-exists"]);
      expect((await post({ ...body, value: 43 }, "another")).body).toBe(taken.body);
      const { items } = replies.readings.parse((await get(readings())).json());
      expect(items.filter(({ on }) => on === "2026-05-31").map(({ value }) => value)).toEqual([42.5]);
    });

    it("holds one key to its limit, from wherever it comes, and no other", async () => {
      const statuses: number[] = [];
      for (let sent = 0; sent < 310; sent += 31)
        statuses.push(...(await Promise.all(Array.from({ length: 31 }, () => get("/api/v1/organization/kpis")))).map(({ status }) => status));
      expect(statuses).toContain(429);
      expect((await get("/api/v1/organization/kpis", seeded.write)).status).toBe(200);
    });
  },
);
