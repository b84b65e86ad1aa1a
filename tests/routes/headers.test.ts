import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf, type Reply } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";

let product: Product;
let client: Client;
let token: string;
let result: string;
let portfolio: string;
beforeAll(async () => {
  product = await startProduct();
  client = clientOf(product);
  token = await client.begin(QUIZ);
  const submitted = await client.begin(QUIZ);
  result = await client.submit(submitted);
  portfolio = await client.portfolio(result);
});
afterAll(() => product.stop());

const openPages = () => [
  "/",
  "/start",
  "/assessments",
  "/portfolios",
  ...["customer-or-product-centric", "martech-stack", "seven-ps"].flatMap((slug) => [
    `/assessments/${slug}`,
    `/assessments/${slug}/example`,
    `/assessments/${slug}/example/roadmap`,
  ]),
  "/method",
  "/api/docs",
];
const tokenPages = () => [
  `/take/${token}`,
  `/take/${token}?screen=2`,
  `/take/${token}/check`,
  `/take/${token}/save`,
  `/results/${result}`,
  `/results/${result}/roadmap`,
  `/portfolios/${portfolio}`,
  `/portfolios/${portfolio}/roadmap`,
];
const failures = () => [
  "/nothing",
  "/take/nothing",
  "/results/nothing",
  "/portfolios/nothing",
  `/take/${token}?screen=99`,
  `/assessments/${QUIZ}/example/roadmap?quarters=x`,
];

function expectSafe({ headers }: Reply, path: string): void {
  const policy = headers.get("Content-Security-Policy") ?? "";
  for (const part of ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'"])
    expect(policy, path).toContain(part);
  expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
  expect(headers.get("X-Frame-Options"), path).toBe("DENY");
  expect(headers.get("Referrer-Policy"), path).toBe("same-origin");
  expect(headers.get("Cross-Origin-Opener-Policy"), path).toBe("same-origin");
  expect(headers.get("Permissions-Policy"), path).toContain("camera=()");
  expect(headers.get("X-Powered-By"), path).toBeNull();
  expect(headers.get("Server"), path).toBeNull();
  expect(headers.get("Set-Cookie"), path).toBeNull();
  expect(headers.get("X-Request-Id"), path).toMatch(/^[0-9a-f-]{36}$/);
}

const nonceOf = ({ headers }: Reply) => /'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy") ?? "")?.[1];

describe("pages", () => {
  it("carry every security header, also when they say that something failed", async () => {
    for (const path of [...openPages(), ...tokenPages()]) {
      const reply = await client.ask(path);
      expect(reply.status, path).toBe(200);
      expectSafe(reply, path);
    }
    for (const path of [...failures(), "/%", "/api/v1/nothing", "/plans/x"]) {
      const reply = await client.ask(path);
      expect(reply.status, path).toBeGreaterThanOrEqual(400);
      expectSafe(reply, path);
    }
    expectSafe(await client.postForm("/method", "", { Origin: "https://evil.example" }), "a refused origin");
    expectSafe(await client.ask("/method", { method: "DELETE" }), "a refused method");
  });

  it("have scripts with this answer's nonce only, which no other answer has", async () => {
    const nonces = new Set<string>();
    const pages = [...openPages(), ...tokenPages(), ...failures(), "/", "/"];
    for (const path of pages) {
      const reply = await client.ask(path);
      const nonce = nonceOf(reply)!;
      expect(Buffer.from(nonce, "base64").length).toBe(16);
      nonces.add(nonce);
      const scripts = reply.body.match(/<script[^>]*>/g) ?? [];
      expect(scripts.length, path).toBeGreaterThan(0);
      for (const script of scripts)
        expect(script.includes(`nonce="${nonce}"`) || /^<script type="application\/(ld\+)?json"/.test(script), `${script} in ${path}`).toBe(true);
    }
    expect(nonces.size).toBe(pages.length);
  });

  it("hold nothing the policy forbids: no style, no handler, nothing from elsewhere", async () => {
    for (const path of [...openPages(), ...tokenPages(), ...failures()]) {
      const { body } = await client.ask(path);
      const markup = body.replace(/<script[\s\S]*?<\/script>/g, "");
      expect(markup, path).not.toMatch(/<[^>]+\sstyle=/i);
      expect(markup, path).not.toMatch(/<style/i);
      expect(markup, path).not.toMatch(/<[^>]+\son[a-z]+=/i);
      expect(markup, path).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//i);
      expect(markup, path).not.toMatch(/javascript:/i);
    }
  });

  it("are kept by no cache, whatever they are asked as", async () => {
    for (const path of [...tokenPages(), ...tokenPages().map((p) => p.replace(/(\?.*)?$/, ".data$1")), `/take/${token}/answers`, ...failures()]) {
      expect((await client.ask(path)).headers.get("Cache-Control"), path).toBe("no-store");
    }
  });

  it("lead to no other site, and give away no token to one", async () => {
    for (const path of tokenPages()) {
      const { body } = await client.ask(path);
      const elsewhere = [...body.matchAll(/<a [^>]*href="(https?:[^"]+)"/g)].map((m) => m[1]);
      expect(elsewhere.filter((href) => !href!.startsWith(product.url))).toEqual([]);
    }
  });

  it("never hold the other token: whoever is shown a result cannot answer", async () => {
    const own = await client.begin(QUIZ);
    const its = await client.submit(own);
    for (const path of [`/results/${its}`, `/results/${its}/roadmap`, `/results/${its}.data`]) expect((await client.ask(path)).body).not.toContain(own);
  });
});

describe("files", () => {
  it("with a hash in their name are immutable, and carry the headers too", async () => {
    const { body } = await client.ask("/");
    const files = [...new Set(body.match(/\/assets\/[\w.-]+\.(?:js|css)/g))];
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const reply = await client.ask(file);
      expect(reply.status, file).toBe(200);
      expect(reply.headers.get("Cache-Control"), file).toBe("public, max-age=31536000, immutable");
      expectSafe(reply, file);
    }
  });

  it("that are not there are not kept for a year", async () => {
    const reply = await client.ask("/assets/nothing-00000000.js");
    expect(reply.status).toBe(404);
    expect(reply.headers.get("Cache-Control") ?? "").not.toContain("immutable");
    expectSafe(reply, "a missing file");
  });

  it("without a hash are asked for again after a while", async () => {
    expect((await client.ask("/favicon.svg")).headers.get("Cache-Control")).toBe("public, max-age=3600");
  });

  it("for developers are not served", async () => {
    const { body } = await client.ask("/");
    const [script] = body.match(/\/assets\/[\w.-]+\.js/) ?? [];
    expect((await client.ask(`${script}.map`)).status).toBe(404);
  });
});

describe("a public origin on https", () => {
  it("is promised to stay on it", async () => {
    const secure = await startProduct({ env: { APP_URL: "https://assess.example.com" } });
    try {
      const there = clientOf({ ...secure, url: `http://localhost:${secure.port}` });
      const { headers } = await there.ask("/");
      expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{8}/);
      expect(headers.get("Content-Security-Policy")).toContain("upgrade-insecure-requests");
      const own = await there.begin(QUIZ);
      expect((await there.ask(`/take/${own}/save`)).body).toContain(`https://assess.example.com/take/${own}`);
      expect((await there.postForm(`/take/${own}/check`, "", { Origin: `http://localhost:${secure.port}` })).status).toBe(403);
      expect((await there.postForm(`/take/${own}/check`, "", { Origin: "https://assess.example.com" })).status).toBe(303);
    } finally {
      await secure.stop();
    }
  });

  it("is not promised where there is none", async () => {
    expect((await client.ask("/")).headers.get("Strict-Transport-Security")).toBeNull();
  });
});
