import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { change, type Client, clientOf } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";

let product: Product;
let client: Client;
let token: string;
let result: string;
let portfolio: string;
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
  result = await client.submit(await client.begin(QUIZ));
});
afterAll(() => product.stop());
beforeEach(async () => {
  [token, portfolio] = [await client.begin(QUIZ), await client.portfolio()];
});
/** What a respondent and whoever keeps a portfolio can see of what is stored. */
const stored = async () => `${await client.stored(token)} ${(await client.ask(`/portfolios/${portfolio}.data`)).body}`;

const save = () => JSON.stringify({ changes: [change("site-pictures", { state: "not_sure" })] });
const form = new URLSearchParams([
  ["answer.site-pictures", "not_sure"],
  ["intent", "later"],
]).toString();

const within = `intent=begin&assessment=${QUIZ}`;
const FORM = "application/x-www-form-urlencoded";

type Mutation = { name: string; path: () => string; type: string; body: () => string; done: number };
/** Everything that writes: pages, the same as single-fetch requests, and the resource route. */
const mutations: Mutation[] = [
  { name: "beginning", path: () => `/assessments/${QUIZ}`, type: FORM, body: () => "", done: 303 },
  { name: "beginning by .data", path: () => `/assessments/${QUIZ}.data`, type: FORM, body: () => "", done: 202 },
  { name: "a screen of answers", path: () => `/take/${token}`, type: FORM, body: () => form, done: 303 },
  { name: "a screen of answers by .data", path: () => `/take/${token}.data`, type: FORM, body: () => form, done: 202 },
  { name: "autosave", path: () => `/take/${token}/answers`, type: "application/json", body: save, done: 200 },
  { name: "submitting", path: () => `/take/${token}/check`, type: FORM, body: () => "", done: 303 },
  { name: "beginning a portfolio", path: () => "/portfolios", type: FORM, body: () => `result=${result}`, done: 303 },
  { name: "beginning a portfolio by .data", path: () => "/portfolios.data", type: FORM, body: () => `result=${result}`, done: 202 },
  { name: "beginning within a portfolio", path: () => `/portfolios/${portfolio}`, type: FORM, body: () => within, done: 303 },
  { name: "beginning within a portfolio by .data", path: () => `/portfolios/${portfolio}.data`, type: FORM, body: () => within, done: 202 },
  { name: "choosing a language", path: () => "/language", type: FORM, body: () => "language=fi&back=/", done: 303 },
  { name: "adding a result", path: () => `/portfolios/${portfolio}`, type: FORM, body: () => `intent=add&result=${result}`, done: 303 },
  { name: "adding a result by .data", path: () => `/portfolios/${portfolio}.data`, type: FORM, body: () => `intent=add&result=${result}`, done: 202 },
  { name: "submitting by .data", path: () => `/take/${token}/check.data`, type: FORM, body: () => "", done: 202 },
];

const foreign: [string, Record<string, string>][] = [
  ["another site, by the browser's word", { "Sec-Fetch-Site": "cross-site" }],
  ["another origin, with the browser's word claimed", { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" }],
  ["a neighbouring site", { "Sec-Fetch-Site": "same-site" }],
  ["another site, with our origin claimed", { "Sec-Fetch-Site": "cross-site", Origin: "OURS" }],
  ["a browser that says something unheard of", { "Sec-Fetch-Site": "anything" }],
  ["another origin", { Origin: "https://evil.example" }],
  ["another origin that begins like ours", { Origin: "OURS.evil.example" }],
  ["another port", { Origin: "http://localhost:1" }],
  ["another scheme", { Origin: "HTTPS" }],
  ["an origin that is hidden", { Origin: "null" }],
  ["an empty origin", { Origin: "" }],
  ["another origin whose host is forwarded as ours", { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" }],
];

function headersFrom(headers: Record<string, string>): Record<string, string> {
  const origin = headers["Origin"]?.replace("OURS", product.url).replace("HTTPS", product.url.replace("http:", "https:"));
  return origin === undefined ? headers : { ...headers, Origin: origin };
}

describe.each(mutations)("$name", ({ path, type, body, done }) => {
  it.each(foreign)("from %s: 403, and nothing is written", async (_, headers) => {
    const before = await stored();
    const reply = await client.ask(path(), { method: "POST", headers: { "Content-Type": type, ...headersFrom(headers) }, body: body() });
    expect(reply.status).toBe(403);
    expect(reply.headers.get("Location")).toBeNull();
    expect(reply.headers.get("X-Remix-Redirect")).toBeNull();
    expect(await stored()).toBe(before);
  });

  it.each([
    ["our own page", { "Sec-Fetch-Site": "same-origin", Origin: "OURS" }],
    ["the address line", { "Sec-Fetch-Site": "none" }],
    ["our own page in an older browser", { Origin: "OURS" }],
    ["our own page, forwarded by a proxy under another name", { Origin: "OURS", "X-Forwarded-Host": "inner.example" }],
    ["a program", {}],
  ])("from %s is carried out", async (_, headers) => {
    const reply = await client.ask(path(), { method: "POST", headers: { "Content-Type": type, ...headersFrom(headers) }, body: body() });
    expect(reply.status, reply.body).toBe(done);
  });
});

describe("a request that does not say where it comes from", () => {
  /** Choosing a language, as a browser that says neither `Origin` nor `Sec-Fetch-Site` sends it. */
  const choose = (cookie: string, more = "") =>
    client.raw(
      `POST /language HTTP/1.1\r\nHost: localhost\r\n${cookie}${more}Content-Type: ${FORM}\r\nContent-Length: 18\r\nConnection: close\r\n\r\nlanguage=fi&back=/`,
    );

  it.each([
    ["a session", "Cookie: pinhigh.session_token=anything\r\n"],
    ["a session among other cookies", "Cookie: a=b; pinhigh.session_token=anything; c=d\r\n"],
    ["a session, written without spaces", "Cookie: a=b;pinhigh.session_token=anything\r\n"],
    ["a session in a second line of cookies", "Cookie: a=b\r\nCookie: pinhigh.session_token=anything\r\n"],
  ])("and brings %s along: 403, and nothing is written", async (_, cookie) => {
    const refused = await choose(cookie);
    expect(refused.status).toBe(403);
    expect(refused.text).not.toMatch(/set-cookie/i);
  });

  it.each([
    ["no cookie", "", ""],
    ["another cookie", "Cookie: language=ImVuIg%3D%3D; pinhigh.session_tokens=x\r\n", ""],
    ["a session, and our origin", "Cookie: pinhigh.session_token=anything\r\n", "Origin: OURS\r\n"],
    ["a session, and the browser's word", "Cookie: pinhigh.session_token=anything\r\n", "Sec-Fetch-Site: same-origin\r\n"],
  ])("is carried out with %s", async (_, cookie, more) => {
    expect((await choose(cookie, more.replace("OURS", product.url))).status).toBe(303);
  });

  it("does not end the session that it brings along", async () => {
    const person = await client.postForm("/demo", "");
    const cookie = person.headers.getSetCookie()[0]!.split(";")[0]!;
    const signOut = (more: string) =>
      client.raw(`POST /sign-out HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n${more}Content-Length: 0\r\nConnection: close\r\n\r\n`);
    expect((await signOut("")).status).toBe(403);
    expect((await client.ask("/clients", { headers: { Cookie: cookie } })).status).toBe(200);
    expect((await signOut(`Origin: ${product.url}\r\n`)).status).toBe(303);
    expect((await client.ask("/clients", { headers: { Cookie: cookie } })).headers.get("Location")).toContain("/sign-in");
  });
});

describe("the host of a request", () => {
  it("is not taken for the origin of the site", async () => {
    const { port } = new URL(product.url);
    const before = await client.stored(token);
    const head = (host: string, origin: string) =>
      `POST /take/${token}/check HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    expect((await client.raw(head("evil.example", "http://evil.example"))).status).toBe(403);
    expect(await client.stored(token)).toBe(before);
    expect((await client.raw(head("evil.example", `http://localhost:${port}`))).status).toBe(303);
  });

  it("may be read from anywhere: reading changes nothing", async () => {
    for (const path of [`/take/${token}`, `/take/${token}/check`, `/take/${token}/save`, `/portfolios/${portfolio}`, "/portfolios", "/"]) {
      expect((await client.ask(path, { headers: { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" } })).status).toBe(200);
    }
  });

  it("is told so in the visitor's language, and programs in English", async () => {
    const refused = async (path: string, headers: Record<string, string>) =>
      (await client.ask(path, { method: "POST", headers: { "Sec-Fetch-Site": "cross-site", ...headers } })).body;
    const english = "This request came from another site and was not carried out.";
    const finnish = "Pyyntö tuli toiselta sivustolta, joten sitä ei toteutettu.";
    expect(await refused("/portfolios", {})).toBe(`${english}\n`);
    expect(await refused("/portfolios", { "Accept-Language": "fi-FI,en;q=0.5" })).toBe(`${finnish}\n`);
    expect(await refused("/api/v1/roadmap/plan", { "Accept-Language": "fi" })).toContain(english);
  });

  it("gets no answer that another site's script could read", async () => {
    const reply = await client.ask("/api/v1/kpis", { headers: { Origin: "https://evil.example" } });
    expect(reply.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(reply.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  });
});
