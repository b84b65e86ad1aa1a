import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;

const POOLS = ["people", "process", "content", "technology", "kpis"] as const;
const QUIZ = catalog.assessmentBySlug.get("martech-stack")!;

let product: Product;
let client: Client;
beforeAll(async () => {
  product = await startProduct();
  client = clientOf(product);
});
afterAll(() => product.stop());

const even = (weeks: number) => Object.fromEntries(POOLS.map((pool) => [pool, Array.from({ length: 12 }, () => weeks)]));
const plan = (body: object) => client.postJson("/api/v1/roadmap/plan", { quarters: 12, capacity: even(4), ...body });

describe("while a first plan takes long", () => {
  it("everything else is answered; what would need another plan says that it has to wait, and when to come again", async () => {
    // Everything pinned into too few weeks: it is tried for seconds which of it is too much.
    const pinned = Object.fromEntries(catalog.initiatives.map((i) => [i.id, "any"]));
    const answers = Object.fromEntries(catalog.assessments.map((a) => [a.definition.slug, a.example.answers]));
    let seed = 0;
    const resultOf = async (answered: number) => {
      const token = await client.begin(QUIZ.definition.slug);
      await client.saveAll(token, Object.fromEntries(Object.entries(QUIZ.example.answers).slice(0, answered)));
      return client.submit(token);
    };
    // A page is slow when it is asked for the first time.
    const another = await resultOf(2);
    for (const address of ["/", `/results/${another}`, `/results/${another}/roadmap?quarters=3`]) await client.ask(address);
    const whileSlow = async (tries: number) => {
      // Other answers each time, of which no plan is kept yet.
      const result = await resultOf(5 - tries);
      let underWay = true;
      const slow = plan({ answers, pinned, seed: ++seed }).finally(() => (underWay = false));
      const small = () => plan({ answers: { [QUIZ.definition.slug]: QUIZ.example.answers }, pinned: { nobody: "any" }, seed: ++seed });
      let refused = await small();
      while (refused.status !== 503 && underWay) refused = await small();
      const [page, inShort, health, home] = await Promise.all([
        client.ask(`/results/${result}/roadmap?quarters=3`),
        client.ask(`/results/${result}`),
        client.ask("/healthz"),
        client.ask("/"),
      ]);
      return { result, isToldBefore: underWay, ended: (await slow).status, refused, page, inShort, health, home };
    };
    // Only what was answered before the slow one ended tells anything: that may be done sooner than four pages.
    let seen = await whileSlow(0);
    for (let tries = 1; tries < 3 && !seen.isToldBefore; tries++) seen = await whileSlow(tries);
    const { result, isToldBefore, ended, refused, page, inShort, health, home } = seen;
    expect(isToldBefore).toBe(true);

    expect(refused.status).toBe(503);
    expect(replies.problem.parse(refused.json()).code).toBe("busy");
    expect(page.status).toBe(503);
    expect(page.body).toContain("this one has not been begun");
    for (const reply of [refused, page]) expect(Number(reply.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(inShort.status).toBe(200);
    expect(inShort.body).toContain("this one has not been begun");
    expect([health.status, home.status]).toEqual([200, 200]);

    expect(ended).toBe(422);
    expect((await client.ask(`/results/${result}/roadmap?quarters=3`)).status).toBe(200);
    expect((await client.ask(`/results/${result}`)).body).not.toContain("this one has not been begun");
  });

  it("a plan whose asker has gone is not made", async () => {
    const pinned = Object.fromEntries(catalog.initiatives.map((i) => [i.id, "any"]));
    const answers = { [QUIZ.definition.slug]: QUIZ.example.answers };
    const leaving = new AbortController();
    const url = `${product.url}/api/v1/roadmap/plan`;
    const left = expect(
      fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ quarters: 12, capacity: even(4), answers, pinned }),
        signal: leaving.signal,
      }),
    ).rejects.toThrow("aborted");
    const small = (seed: number) => plan({ answers, pinned: { nobody: "any" }, seed: 1000 + seed });
    let seed = 0;
    await expect.poll(async () => (await small(++seed)).status, { interval: 1, timeout: 20_000 }).toBe(503);
    leaving.abort();
    await left;
    // Its place is free as soon as the server has heard of it.
    await expect.poll(async () => (await small(++seed)).status, { timeout: 20_000 }).toBe(422);
    expect(product.output()).not.toMatch(/Error|"level":[45]0/);
  });
});
