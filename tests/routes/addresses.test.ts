import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { change, type Client, clientOf, tokenIn } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";

/** What a page shows; its data carries every sentence it might say. */
const mainOf = (body: string) => /<main[\s\S]*<\/main>/.exec(body)![0];

let product: Product;
let client: Client;
let token: string;
let before: string;
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
  token = await client.begin(QUIZ);
  await client.save(token, [change("site-pictures", { state: "answered", value: "library-people" })]);
});
afterAll(async () => {
  expect(product.output()).not.toMatch(/^\s+at |"level":[56]0/m);
  await product.stop();
});
beforeEach(async () => {
  before = await client.stored(token);
});
afterEach(async () => {
  expect(await client.stored(token)).toBe(before);
});

describe("addresses", () => {
  const get = (target: string) => client.raw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  it.each(["/%", "/take/%", "/take/%zz", "/assets/%", "/assessments/%ff", "/api/v1/assessments/%c0%ae", "/results/%e0%a4%a", "/portfolios/%"])(
    "%s, which is not well-formed: 400",
    async (target) => {
      expect((await get(target)).status).toBe(400);
    },
  );

  it.each([
    "/assets/..%2f..%2fserver/index.js",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/%252e%252e/%252e%252e/package.json",
    "/assets/../../server/index.js",
    "/..%2f..%2fetc/passwd",
    "/%252e%252e/%252e%252e/etc/passwd",
    "/..\\..\\package.json",
    "/assets/..%5c..%5cpackage.json",
    "/favicon.svg%00.html",
    "/.env",
    "/data/lock.json",
    "/package.json",
  ])("%s leads nowhere", async (target) => {
    const { status, text } = await get(target);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/root:|"dependencies"|createRequestHandler/);
  });

  it.each([
    "//evil.example/",
    "//evil.example/%2e%2e",
    "/\\evil.example/",
    "/%5c%5cevil.example",
    "/%2f%2fevil.example/..",
    "/favicon.svg/..%2f",
    "/assets",
    "/take/x?redirectTo=//evil.example",
    "/assessments/%0d%0aLocation:%20https://evil.example",
  ])("%s redirects nobody to another site", async (target) => {
    const { status, text } = await get(target);
    // Two dots lead back to the start page, which is no redirect.
    expect([200, 404]).toContain(status);
    expect(text).not.toMatch(/^location:/im);
  });

  it("of one's own redirects stay on this site whatever the request says", async () => {
    const headers = { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", Forwarded: "host=evil.example" };
    const { headers: sent } = await client.postForm(`/assessments/${QUIZ}?redirectTo=//evil.example&next=https://evil.example`, "", headers);
    expect(sent.get("Location")).toMatch(/^\/take\/[\w-]{30}$/);
    const poisoned = await client.raw(`GET /take/${token}/save HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`);
    expect(poisoned.status).toBe(200);
    expect(poisoned.text).not.toContain("evil.example");
    expect(poisoned.text).toContain(`${product.url}/take/${token}`);
  });

  it("may be long; far too long ones are refused", async () => {
    expect((await get(`/${"a".repeat(10_000)}`)).status).toBe(404);
    expect((await get(`/take/${"a".repeat(10_000)}`)).status).toBe(404);
    expect((await get(`/?${"a".repeat(20_000)}`)).status).toBe(431);
  });

  it.each(["*", "http://evil.example/", "evil.example:443"])("%s as a target: 400", async (target) => {
    expect((await get(target)).status).toBe(400);
  });

  it("of a broken host are answered as if it were ours", async () => {
    expect((await client.raw("GET / HTTP/1.1\r\nHost: ][\r\nConnection: close\r\n\r\n")).status).toBe(200);
    expect((await client.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).status).toBe(400);
  });

  it("of plans that nobody asked for: 404", async () => {
    for (const hash of ["a".repeat(64), "A".repeat(64), "a".repeat(63), "__proto__", "%00", "..%2f..", "1e309"])
      expect((await client.ask(`/plans/${hash}`)).status, hash).toBe(404);
  });

  it("that were guessed, of one kind of token or the other: the same 404, title included", async () => {
    const bare = (body: string) => body.replace(/nonce="[^"]+"/g, "");
    const none = await client.ask("/nothing");
    expect(none.status).toBe(404);
    const guesses = ["x", "a".repeat(30), "%00", "__proto__", "null", token.slice(0, -1), `${token}x`, token.toLowerCase(), "' OR 1=1 --"];
    const content = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0];
    for (const guess of guesses) {
      const bodies = new Set<string | undefined>();
      for (const path of [
        `/take/${guess}`,
        `/take/${guess}/check`,
        `/take/${guess}/save`,
        `/results/${guess}`,
        `/results/${guess}/roadmap`,
        `/portfolios/${guess}`,
        `/portfolios/${guess}/roadmap`,
      ]) {
        const reply = await client.ask(path);
        expect(reply.status, path).toBe(404);
        bodies.add(content(bare(reply.body)));
      }
      expect([...bodies]).toEqual([content(bare(none.body))]);
      expect((await client.save(guess, [change("site-pictures", { state: "blank" })])).status).toBe(404);
      expect((await client.postForm(`/take/${guess}/check`, "")).status).toBe(404);
      expect((await client.postForm(`/portfolios/${guess}`, `intent=begin&assessment=${QUIZ}`)).status).toBe(404);
      expect((await client.postForm("/portfolios", [["result", guess]])).status).toBe(404);
    }
  });

  it("of a response lead to no result before it is submitted, and a result's token never to the answers", async () => {
    const own = await client.begin(QUIZ);
    expect((await client.ask(`/results/${own}`)).status).toBe(404);
    const result = await client.submit(own);
    expect(result).not.toBe(own);
    expect((await client.ask(`/results/${result}`)).status).toBe(200);
    expect((await client.ask(`/take/${result}`)).status).toBe(404);
    expect((await client.save(result, [change("site-pictures", { state: "blank" })])).status).toBe(404);
    expect((await client.postForm(`/take/${result}/check`, "")).status).toBe(404);
  });

  it("of a portfolio open what is in it, and nothing in it opens the portfolio but the questions that were begun there", async () => {
    const outside = await client.submit(await client.begin(QUIZ));
    const portfolio = await client.portfolio(outside);
    const begun = await client.postForm(`/portfolios/${portfolio}`, "intent=begin&assessment=seven-ps");
    const take = tokenIn(begun.headers.get("Location"));
    const open = await client.ask(`/portfolios/${portfolio}`);
    for (const inside of [`/results/${outside}`, `/take/${take}`]) expect(open.body).toContain(inside);
    // No page of a response names the portfolio it was begun in, nor the token of another response.
    for (const path of [`/take/${take}`, `/take/${take}/check`, `/take/${take}/save`, `/results/${outside}`]) {
      for (const shape of [path, `${path}.data`]) {
        const { body } = await client.ask(shape);
        for (const secret of [portfolio, path.includes(take) ? outside : take]) expect(body.includes(secret), shape).toBe(false);
      }
    }
    expect(mainOf((await client.ask(`/take/${take}/save`)).body)).toContain("It belongs to your portfolio");
    expect(mainOf((await client.ask(`/take/${token}/save`)).body)).not.toContain("It belongs to your portfolio");
    const submitted = await client.postForm(`/take/${take}/check`, "");
    expect(submitted.headers.get("Location")).toBe(`/portfolios/${portfolio}?submitted=seven-ps`);
    const its = /\/results\/([\w-]{30})">See its result/.exec((await client.ask(`/portfolios/${portfolio}?submitted=seven-ps`)).body)![1]!;
    for (const path of [`/results/${its}`, `/results/${its}/roadmap`, `/results/${its}.data`]) {
      const { status, body } = await client.ask(path);
      expect([status, body.includes(portfolio), body.includes(take)], path).toEqual([200, false, false]);
    }
    for (const wrong of [its, take, outside]) {
      expect((await client.ask(`/portfolios/${wrong}`)).status).toBe(404);
      expect((await client.postForm(`/portfolios/${wrong}`, "intent=begin&assessment=seven-ps")).status).toBe(404);
    }
    for (const query of ["submitted=__proto__", "already=__proto__"]) {
      const { body } = await client.ask(`/portfolios/${portfolio}?${query}`);
      expect(mainOf(body)).not.toMatch(/has been submitted|in the portfolio already/);
    }
    // A result that was added leads to no other portfolio, and a portfolio's token is no other token.
    for (const path of [`/take/${portfolio}`, `/results/${portfolio}`]) expect((await client.ask(path)).status).toBe(404);
  });

  it("of an empty portfolio's roadmap lead back to it", async () => {
    const portfolio = await client.portfolio();
    const { status, headers } = await client.ask(`/portfolios/${portfolio}/roadmap`);
    expect([status, headers.get("Location")]).toEqual([302, `/portfolios/${portfolio}`]);
  });

  it("of roadmaps take only figures", async () => {
    const roadmap = `/assessments/${QUIZ}/example/roadmap`;
    for (const query of [
      "quarters=1e309",
      "quarters=0",
      "quarters=13",
      "quarters=NaN",
      "people=-1",
      "people=1e309",
      "budget=%00",
      "budget=NaN",
      "people=__proto__",
      "technology=%F0%9F%98%80",
    ]) {
      expect((await client.ask(`${roadmap}?${query}`)).status, query).toBe(422);
    }
  });
});

describe("the list of assessments and the way to one of them", () => {
  /** The addresses of the assessments a page lists, in its order. */
  const listed = (body: string) => [...mainOf(body).matchAll(/<h2[^>]*><a[^>]* href="(\/assessments\/[\w-]+)"/g)].map(([, path]) => path);

  it("the list takes roles and pillars there are; others are refused, with the list the other wishes leave", async () => {
    const ok = await client.ask("/assessments?q=&role=manager&pillar=technology");
    expect(ok.status).toBe(200);
    expect(listed(ok.body)).toContain("/assessments/martech-stack");
    for (const query of [
      "role=boss&pillar=technology",
      "role=Manager&pillar=technology",
      "role=manager&role=executive&pillar=technology",
      "role=__proto__&pillar=technology",
      `q=${"x".repeat(101)}&role=manager&pillar=technology`,
    ]) {
      const refused = await client.ask(`/assessments?${query}`);
      expect(refused.status, query).toBe(422);
      expect(refused.body, query).toContain("<title>Error: assessments");
      expect(mainOf(refused.body), query).toContain("There is a problem");
      expect(listed(refused.body), query).toEqual(expect.arrayContaining(listed(ok.body)));
    }
  });

  it("the search shows its text as text, and finds in any case", async () => {
    const nasty = '"><script>alert(1)</script>';
    const { status, body } = await client.ask(`/assessments?q=${encodeURIComponent(nasty)}`);
    expect(status).toBe(200);
    expect(body).not.toContain("<script>alert");
    expect(listed((await client.ask("/assessments?q=MARTECH")).body)).toEqual(["/assessments/martech-stack"]);
    // Signs that are no words search for nothing.
    const nothing = mainOf((await client.ask("/assessments?q=%3F%21")).body);
    expect(nothing).toMatch(/All \d+ assessments, the shortest first/);
    const some = mainOf((await client.ask("/assessments?q=%3F%21&role=manager")).body);
    expect(some).toMatch(/\d+ of \d+ assessments found, the shortest first/);
    expect((await client.ask("/assessments?q=%00%F0%9F%98%80%ED%A0%80&utm_source=x")).status).toBe(200);
  });

  it("a concern that nothing fits is said, and not passed over", async () => {
    const led = async (time: string) => mainOf((await client.ask(`/start?who=manager&concern=demand&time=${time}`)).body);
    const unmet = "No assessment that fits your other answers has to do with this one: “Too few good enquiries come in”.";
    expect(await led("three-minutes")).toContain(unmet);
    expect(await led("eight-minutes")).not.toContain(unmet);
  });

  it("the questions take the answers that are offered, all three of them", async () => {
    const complete = "who=manager&concern=systems&time=three-minutes";
    const { status, body } = await client.ask(`/start?${complete}`);
    expect(status).toBe(200);
    expect(mainOf(body)).toContain('href="/assessments/martech-stack"');
    expect((await client.ask("/start?utm_source=x")).status).toBe(200);
    for (const query of [
      "form_sent=yes",
      "who=manager",
      complete.replace("manager", "boss"),
      complete.replace("manager", "__proto__"),
      complete.replace("who=manager", "who="),
      `${complete}&who=executive`,
    ]) {
      const refused = await client.ask(`/start?${query}`);
      expect(refused.status, query).toBe(422);
      expect(refused.body, query).toContain("<title>Error: Where should I start?");
      expect(mainOf(refused.body), query).not.toContain('href="/assessments/');
    }
  });
});

describe("methods", () => {
  const paths = () => [
    "/",
    "/language",
    "/start",
    "/assessments",
    `/assessments/${QUIZ}`,
    `/assessments/${QUIZ}/example`,
    `/assessments/${QUIZ}/example/roadmap`,
    `/take/${token}`,
    `/take/${token}/answers`,
    `/take/${token}/check`,
    `/take/${token}/save`,
    "/results/nothing",
    "/results/nothing/roadmap",
    "/portfolios",
    "/portfolios/nothing",
    "/portfolios/nothing/roadmap",
    `/plans/${"a".repeat(64)}`,
    "/method",
    "/api/docs",
    "/api/v1/openapi.json",
    "/api/v1/assessments",
    `/api/v1/assessments/${QUIZ}`,
    `/api/v1/assessments/${QUIZ}/score`,
    "/api/v1/roadmap/plan",
    "/api/v1/initiatives",
    "/api/v1/kpis",
    "/healthz",
    "/readyz",
    "/metrics",
    "/favicon.svg",
  ];

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused everywhere, on .data too", async (method) => {
    for (const path of paths()) {
      for (const target of [path, `${path}.data`]) {
        const reply = await client.ask(target, {
          method,
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
          body: method === "OPTIONS" ? null : "",
        });
        expect([404, 405], `${method} ${target}`).toContain(reply.status);
      }
    }
  });

  it("HEAD answers like GET, without a body, and does nothing", async () => {
    for (const path of paths()) {
      const [head, get] = [await client.ask(path, { method: "HEAD" }), await client.ask(path)];
      expect([head.status, head.body], path).toEqual([get.status, ""]);
      expect((await client.ask(`${path}.data`, { method: "HEAD", headers: { Origin: "null" } })).status, `${path}.data`).toBeLessThan(500);
    }
  });

  it("a part of a page is not given by the way of asking that Remix has left", async () => {
    for (const query of ["_data=root", "_data=routes%2Fassessments%2Froute", "a=1&_data", "%5Fdata=nothing"]) {
      for (const path of ["/", "/assessments", "/o", "/nothing"]) expect((await client.ask(`${path}?${query}`)).status, `${path}?${query}`).toBe(400);
    }
    expect((await client.ask("/assessments?data=root")).status).toBe(200);
    expect(product.output()).not.toContain("_data requests");
  });

  it("that begins with two strokes names no host", async () => {
    for (const path of ["//", "//%3Cscript%3E", "//evil.example/assessments", "//%ff/x", "//?_data=root"]) {
      const { status, headers } = await client.ask(path);
      expect([200, 400, 404], path).toContain(status);
      expect(headers.get("Location"), path).toBeNull();
    }
  });

  it("POST is refused where nothing is posted", async () => {
    for (const path of [
      "/",
      "/start",
      "/assessments",
      `/assessments/${QUIZ}/example`,
      `/take/${token}/save`,
      "/results/nothing",
      "/portfolios/nothing/roadmap",
      `/plans/${"a".repeat(64)}`,
      "/method",
      "/api/docs",
      "/api/v1/kpis",
      "/healthz",
    ]) {
      const reply = await client.postForm(path, "");
      expect([404, 405], path).toContain(reply.status);
    }
  });

  it("TRACE, CONNECT and inventions are refused", async () => {
    for (const method of ["TRACE", "PROPFIND", "INVENTED"]) {
      const { status } = await client.raw(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      expect([400, 405], method).toContain(status);
    }
  });
});
