import { Agent, get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { change, type Client, clientOf } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";
const WRITES_A_MINUTE = 600;
const STARTS_A_MINUTE = 200;

let product: Product;
let client: Client;
beforeAll(async () => {
  product = await startProduct({ env: { LOG_LEVEL: "info", TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
});
afterAll(() => product.stop());

type Line = { id: string; method: string; route: string; status: number; ms: number; msg: string; time: number };
const lines = () =>
  product
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);

async function lineOf(id: string | null): Promise<Line> {
  return expect
    .poll(() => lines().find((line) => line.id === id), { timeout: 5_000 })
    .toBeDefined()
    .then(() => lines().find((line) => line.id === id)!);
}

describe("an idle connection", () => {
  it("is announced to be kept longer than proxies and clients keep theirs, and than the headers of a request may take", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const seconds = await new Promise<number>((resolve, reject) => {
      get(`${product.url}/healthz`, { agent }, (reply) => {
        reply.resume();
        resolve(Number(/timeout=(\d+)/.exec(String(reply.headers["keep-alive"]))?.[1]));
      }).once("error", reject);
    });
    agent.destroy();
    expect(seconds).toBeGreaterThan(60);
  });
});

describe("the log", () => {
  it("has one line of JSON a request, with id, route, status and duration", async () => {
    const reply = await client.ask("/assessments?secret=1");
    const line = await lineOf(reply.headers.get("X-Request-Id"));
    expect(line).toMatchObject({ method: "GET", route: "/assessments", status: 200, msg: "request" });
    expect(line.ms).toBeGreaterThan(0);
    expect(Object.keys(line).sort()).toEqual(["id", "level", "method", "ms", "msg", "route", "status", "time"]);
    expect(lines().filter((l) => l.id === line.id)).toHaveLength(1);
  });

  it("holds no token, however the path is written, no answer and no address", async () => {
    const token = await client.begin(QUIZ);
    const comment = "a remark that is nobody's business";
    const from = "203.0.113.77";
    await client.save(token, [change("site-pictures", { state: "answered", value: "library-people", comment })]);
    await client.save(token, [{ itemId: "site-pictures", answer: { state: "answered", value: comment }, basedOn: 1 }]);
    const result = await client.submit(token);
    const portfolio = await client.portfolio(result);
    const shapes = [
      `/take/${token}`,
      `/TAKE/${token}`,
      `//take/${token}`,
      `/%74ake/${token}`,
      `/take//${token}`,
      `/take/${token}.data`,
      `/results/${result}`,
      `/results/${result}/roadmap.data`,
      `/portfolios/${portfolio}`,
      `/Portfolios//${portfolio}.data`,
      `/portfolios/${portfolio}/roadmap`,
    ];
    let last: string | null = null;
    for (const shape of shapes) last = (await client.ask(shape, { from, headers: { Referer: `${product.url}/take/${token}` } })).headers.get("X-Request-Id");
    await lineOf(last);
    const everything = product.output();
    for (const secret of [token, result, portfolio, token.slice(0, 12), comment, "library-people", from]) expect(everything).not.toContain(secret);
    expect(lines().map((l) => l.route)).toContain("/results/:token/roadmap.data");
  });

  it("says of a broken path only that it could not be read", async () => {
    const reply = await client.ask("/take/%ff");
    expect(await lineOf(reply.headers.get("X-Request-Id"))).toMatchObject({ route: "(unreadable)", status: 400 });
  });
});

describe("limits", () => {
  const write = (from: string) => client.ask("/nothing", { method: "POST", from });

  it("let an address write so often and no more, say until when, and change nothing", async () => {
    const from = "198.51.100.7";
    const statuses: number[] = [];
    for (let batch = 0; batch < WRITES_A_MINUTE / 50; batch++)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, () => write(from)))).map((r) => r.status));
    expect(statuses.filter((s) => s === 429)).toEqual([]);
    // Answers are counted by themselves, see link-limits.test.ts.
    const refused = await client.ask("/language", {
      method: "POST",
      from,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "language=fi&back=/",
    });
    expect([refused.status, refused.headers.get("Set-Cookie")]).toEqual([429, null]);
    const wait = Number(refused.headers.get("Retry-After"));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(60);
    const problem = await client.ask(`/api/v1/assessments/${QUIZ}/score`, { method: "POST", from });
    expect(problem.status).toBe(429);
    expect(problem.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    // Others are not affected, nor is reading.
    expect((await write("198.51.100.8")).status).toBe(404);
    expect((await client.ask("/", { from })).status).toBe(200);
  });

  it("let an address begin so many assessments and no more, however the address is written, and go on with those begun", async () => {
    const from = "198.51.100.30";
    const [token, portfolio] = [await client.begin(QUIZ), await client.portfolio()];
    const begin = (path: string) => client.ask(path, { method: "POST", from, headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "" });
    const statuses: number[] = [];
    for (let batch = 0; batch < STARTS_A_MINUTE / 20; batch++)
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, () => begin(`/assessments/${QUIZ}`)))).map((r) => r.status));
    expect(statuses.every((s) => s === 302 || s === 303)).toBe(true);
    const portfolios = ["/portfolios", "/portfolios.data", `/portfolios/${portfolio}`, `/portfolios/${portfolio}.data`];
    for (const path of [`/assessments/${QUIZ}`, `/assessments/${QUIZ}/`, `/assessments/${QUIZ}.data`, ...portfolios])
      expect((await begin(path)).status).toBe(429);
    const change = { itemId: "site-pictures", answer: { state: "not_sure" }, basedOn: 0 };
    expect((await client.postJson(`/take/${token}/answers`, { changes: [change] }, { "X-Forwarded-For": from })).status).toBe(200);
  });

  it("count the address the trusted proxy saw, not what was written before it", async () => {
    const real = "198.51.100.20";
    const statuses = [];
    for (let batch = 0; batch < WRITES_A_MINUTE / 50; batch++) {
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => write(`10.9.${batch}.${n}, ${real}`)))).map((r) => r.status));
    }
    expect(statuses.every((s) => s === 404)).toBe(true);
    expect((await write(`10.200.0.1, ${real}`)).status).toBe(429);
  });

  it("cannot be got round by a forwarded address where no proxy is trusted", async () => {
    const direct = await startProduct();
    try {
      const there = clientOf(direct);
      const statuses: number[] = [];
      for (let batch = 0; batch <= WRITES_A_MINUTE / 50; batch++) {
        const replies = await Promise.all(Array.from({ length: 50 }, () => there.ask("/nothing", { method: "POST" })));
        statuses.push(...replies.map((r) => r.status));
      }
      expect(statuses.filter((s) => s !== 429)).toHaveLength(WRITES_A_MINUTE);
    } finally {
      await direct.stop();
    }
  });
});

describe("for whoever runs it", () => {
  it("/healthz and /readyz say that all is well", async () => {
    const [health, ready] = [await client.ask("/healthz"), await client.ask("/readyz")];
    expect([health.status, health.body]).toEqual([200, "ok\n"]);
    expect([ready.status, ready.body]).toEqual([200, "ready\n"]);
  });

  it("/metrics counts requests in Prometheus' form, without paths or addresses", async () => {
    const count = async () => {
      const { status, headers, body } = await client.ask("/metrics");
      expect(status).toBe(200);
      expect(headers.get("Content-Type")).toMatch(/^text\/plain; .*version=0\.0\.4/);
      expect(body).toContain("process_cpu_seconds_total");
      expect(body).not.toMatch(/take|results|10\.\d+\.\d+\.\d+/);
      return Number(/http_request_duration_seconds_count\{method="GET",status="404"\} (\d+)/.exec(body)?.[1] ?? 0);
    };
    const before = await count();
    await client.ask("/nothing");
    await client.ask("/take/nothing");
    await expect.poll(count).toBe(before + 2);
  });
});
