import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/assessment/answer.ts";
import { type Client, clientOf } from "../routes/product-client.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";
import { type DatabaseProxy, databaseProxy } from "./database-proxy.ts";

const server = await postgresServer();
const QUIZ = "customer-or-product-centric";
const ITEMS = ["site-organisation", "site-pictures", "phone-answer", "service-record", "sales-visibility", "preference-centre"];

describe.runIf(server)("a PostgreSQL database that is gone for a while", () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let proxy: DatabaseProxy;
  let product: Product;
  let client: Client;
  let token: string;
  let result: string;
  beforeAll(async () => {
    fresh = await freshDatabase(server!);
    proxy = await databaseProxy(fresh.url);
    product = await startProduct({ env: { DATABASE_URL: proxy.url, TRUSTED_PROXY_HOPS: "1" } });
    client = clientOf(product);
    token = await client.begin(QUIZ);
    const submitted = await client.begin(QUIZ);
    result = await client.submit(submitted);
  });
  afterAll(async () => {
    await product.stop();
    await proxy.close();
    await fresh.drop();
  });

  it("is said to be gone, without details; what needs none goes on; all is well as soon as it is back", async () => {
    await proxy.pull();
    expect((await client.ask("/healthz")).status).toBe(200);
    const ready = await client.ask("/readyz");
    expect([ready.status, ready.body]).toEqual([503, "the database does not answer\n"]);
    for (const path of ["/", "/assessments", "/method", "/api/docs", "/api/v1/kpis"]) expect((await client.ask(path)).status, path).toBe(200);
    expect((await client.postJson(`/api/v1/assessments/${QUIZ}/score`, { answers: {} })).status).toBe(200);

    const replies = await Promise.all([
      client.ask(`/take/${token}`),
      client.ask(`/take/${token}.data`),
      client.ask(`/take/${token}/check`),
      client.ask(`/results/${result}`),
      client.ask(`/plans/${"a".repeat(64)}`),
      client.postForm(`/assessments/${QUIZ}`, ""),
      client.postForm(`/take/${token}`, "answer.site-pictures=not_sure"),
      client.postForm(`/take/${token}/check.data`, ""),
      client.save(token, [{ itemId: "site-pictures", answer: { state: "not_sure" }, basedOn: 0 }]),
    ]);
    for (const reply of replies) {
      expect(reply.status, reply.body).toBe(503);
      expect(Number(reply.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(reply.headers.get("Cache-Control")).toBe("no-store");
      expect(reply.body).not.toMatch(/prisma|127\.0\.0\.1|postgres|ECONN|node_modules|P1001/i);
    }
    expect(replies[0]!.body).toContain("Nothing that was shown as saved is lost");

    await proxy.putBack();
    const back = Date.now();
    await expect.poll(async () => (await client.ask("/readyz")).status, { timeout: 10_000 }).toBe(200);
    expect((await client.ask(`/take/${token}`)).status).toBe(200);
    expect((await client.ask(`/results/${result}`)).status).toBe(200);
    expect(Date.now() - back).toBeLessThan(10_000);
  });

  it("loses nothing that was acknowledged, under load", async () => {
    const said = new Map<string, string>();
    const statuses = new Set<number>();
    let acknowledged = 0;
    let going = true;
    const own = await Promise.all(ITEMS.map(() => client.begin(QUIZ)));
    const writers = own.map(async (mine, writer) => {
      let revision = 0;
      for (let turn = 0; going; turn++) {
        const comment = `writer ${writer}, turn ${turn}`;
        const answer: Answer = { state: "not_sure", comment };
        const reply = await client.save(mine, [{ itemId: ITEMS[writer]!, answer, basedOn: revision }]);
        statuses.add(reply.status);
        if (reply.status !== 200) continue;
        const { saved, conflicts } = reply.json() as { saved: { revision: number }[]; conflicts: { revision: number }[] };
        // A write whose acknowledgement was lost may stand there: it comes back as a conflict, never silently.
        revision = (saved[0] ?? conflicts[0])!.revision;
        if (saved.length === 0) continue;
        said.set(mine, comment);
        acknowledged += 1;
      }
    });
    for (let round = 0; round < 3; round++) {
      const before = acknowledged;
      await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(before + 20);
      await proxy.pull();
      await expect.poll(async () => (await client.ask("/readyz")).status).toBe(503);
      await proxy.putBack();
    }
    const before = acknowledged;
    await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(before + 20);
    going = false;
    await Promise.all(writers);
    expect([...statuses].sort()).toEqual([200, 503]);
    for (const mine of own) expect((await client.ask(`/take/${mine}`)).body).toContain(said.get(mine)!);
    expect(product.output()).not.toMatch(/writer \d/);
  });
});
