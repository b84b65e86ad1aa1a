import { Agent, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { change, type Client, clientOf } from "./product-client.ts";

/** More for a night: FUZZ_REQUESTS=100000 FUZZ_SEED=2. */
const REQUESTS = Number(process.env["FUZZ_REQUESTS"] ?? 3_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const AT_ONCE = 16;
const QUIZ = "customer-or-product-centric";

let product: Product;
let client: Client;
let tokens: { take: string; submitted: string; result: string; portfolio: string };
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
  const submitted = await client.begin(QUIZ);
  const result = await client.submit(submitted);
  tokens = { take: await client.begin(QUIZ), submitted, result, portfolio: await client.portfolio(result) };
  await client.save(tokens.take, [change("site-pictures", { state: "answered", value: "library-people" })]);
});
afterAll(async () => {
  agent.destroy();
  await product.stop();
});

type Random = () => number;
type Fuzzed = { method: string; path: string; headers: Record<string, string>; body: string };
const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const NASTY = [
  "",
  "0",
  "-1",
  "1e309",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "%00",
  "%ff",
  "%",
  "%2e%2e%2f",
  "..%2f",
  "%252e%252e",
  "../../",
  "..\\",
  "' OR 1=1 --",
  "${7*7}",
  "{{7*7}}",
  "<script>",
  "</script>",
  "javascript:1",
  "//evil.example",
  "\\\\evil.example",
  "a".repeat(300),
  "%F0%9F%98%80",
  "%E2%80%AE",
  "%0d%0aX:1",
  "2147483648",
  "9007199254740993",
  "-0",
  "0x10",
  "1,5",
  "1.5",
  ";",
  "*",
  "?",
  "#",
  "&",
  "=",
  "+",
  " ".repeat(3).replaceAll(" ", "%20"),
];
const VALUES = [
  '""',
  "0",
  "-1",
  "1e309",
  "null",
  "true",
  "[]",
  "{}",
  '"x"',
  '"\\u0000"',
  '"\\ud800"',
  '{"not":""}',
  "[[[[]]]]",
  '{"__proto__":1}',
  '{"constructor":{"prototype":{}}}',
  "9007199254740993",
  "NaN",
  '"</script>"',
  '"\\u2028"',
  "1.5",
  "-0",
];

function paths(): string[] {
  const { take, submitted, result, portfolio } = tokens;
  return [
    "/",
    "/language",
    "/start",
    "/assessments",
    `/assessments/${QUIZ}`,
    "/assessments/seven-ps/example",
    `/assessments/${QUIZ}/example/roadmap`,
    "/method",
    "/api/docs",
    "/portfolios",
    ...[take, submitted, result, portfolio].flatMap((token) => [
      `/take/${token}`,
      `/take/${token}/answers`,
      `/take/${token}/check`,
      `/take/${token}/save`,
      `/results/${token}`,
      `/results/${token}/roadmap`,
      `/portfolios/${token}`,
      `/portfolios/${token}/roadmap`,
    ]),
    `/plans/${"0".repeat(64)}`,
    "/api/v1/openapi.json",
    "/api/v1/assessments",
    "/api/v1/assessments/martech-stack",
    `/api/v1/assessments/${QUIZ}/score`,
    "/api/v1/roadmap/plan",
    "/api/v1/initiatives",
    "/api/v1/kpis",
    "/api/nothing",
    "/nothing",
    "/healthz",
    "/readyz",
    "/metrics",
    "/favicon.svg",
    "/assets/x.js",
    "/__manifest",
  ];
}

function fuzzedPath(random: Random): string {
  let path = oneOf(random, paths());
  const turns = Math.floor(random() * 3);
  for (let turn = 0; turn < turns; turn++) {
    const at = Math.floor(random() * (path.length + 1));
    const kind = Math.floor(random() * 7);
    if (kind === 0) path = path.slice(0, at) + oneOf(random, NASTY) + path.slice(at);
    else if (kind === 1) path = path.slice(0, at) + path.slice(at + 1 + Math.floor(random() * 4));
    else if (kind === 2) path = `${path}/${oneOf(random, NASTY)}`;
    else if (kind === 3) path = `${path}.data`;
    else if (kind === 4) path = `/${path}`;
    else if (kind === 5) path = path.slice(0, at) + path.slice(at).toUpperCase();
    else path = `${path}${oneOf(random, ["%2f", "/", "//", "/.", "/..", ";x", ".json"])}`;
  }
  const names = [
    "screen",
    "quarters",
    "people",
    "budget",
    "_data",
    "_routes",
    "index",
    "redirectTo",
    "__proto__",
    "technology",
    "q",
    "role",
    "pillar",
    "who",
    "time",
    "form_sent",
    "submitted",
  ];
  if (random() < 0.4) path += `?${Array.from({ length: 1 + Math.floor(random() * 4) }, () => `${oneOf(random, names)}=${oneOf(random, NASTY)}`).join("&")}`;
  return (path.startsWith("/") ? path : `/${path}`).replaceAll(" ", "%20");
}

function fuzzedJson(random: Random, depth = 0): string {
  const kind = random();
  if (depth > 3 || kind < 0.3) return oneOf(random, VALUES);
  const keys = [
    "answers",
    "changes",
    "itemId",
    "answer",
    "basedOn",
    "state",
    "value",
    "comment",
    "evidence",
    "link",
    "quarters",
    "capacity",
    "people",
    "pinned",
    "excluded",
    "seed",
    "site-pictures",
    QUIZ,
    "__proto__",
    "score",
  ];
  const size = Math.floor(random() * 4);
  if (kind < 0.45) return `[${Array.from({ length: size }, () => fuzzedJson(random, depth + 1)).join()}]`;
  return `{${Array.from({ length: size }, () => `"${oneOf(random, keys)}":${fuzzedJson(random, depth + 1)}`).join()}}`;
}

/** Bodies that were nearly right, with one place broken, get further than noise. */
function nearlyRight(random: Random): string {
  const answer = `{"state":"answered","value":"library-people","comment":"c","evidence":{"link":"https://x.example"}}`;
  const whole = oneOf(random, [
    `{"changes":[{"itemId":"site-pictures","answer":${answer},"basedOn":1}]}`,
    `{"answers":{"site-pictures":${answer}}}`,
    `{"answers":{"${QUIZ}":{"site-pictures":${answer}}},"quarters":1,"capacity":{"people":[1]},"pinned":{"customer-pictures":1},"excluded":[],"seed":1}`,
  ]);
  if (random() < 0.3) return whole;
  const values = [...whole.matchAll(/:("[^"]*"|\d+|\[[^\][]*\]|\{[^{}]*\})/g)];
  const { index, 0: matched } = oneOf(random, values);
  return `${whole.slice(0, index)}:${oneOf(random, VALUES)}${whole.slice(index + matched.length)}`;
}

function fuzzedForm(random: Random): string {
  const { result } = tokens;
  if (random() < 0.3) return oneOf(random, ["", "intent=later", `result=${result}`, `intent=begin&assessment=${QUIZ}`, `intent=add&result=/results/${result}`]);
  const names = [
    "answer.site-pictures",
    "answer.site-organisation",
    "comment.site-pictures",
    "evidence.site-pictures",
    "confidence.site-pictures",
    "revision.site-pictures",
    "intent",
    "result",
    "assessment",
    "answer.nothing",
    "__proto__",
    "score",
  ];
  const values = [
    "option:library-people",
    "option:nothing",
    "not_sure",
    "not_applicable",
    "blank",
    "back",
    "later",
    "begin",
    "add",
    QUIZ,
    tokens.result,
    "1",
    ...NASTY,
  ];
  return Array.from({ length: Math.floor(random() * 8) }, () => `${oneOf(random, names)}=${oneOf(random, values)}`).join("&");
}

function fuzzed(random: Random, n: number): Fuzzed {
  const method = oneOf(random, ["GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]);
  const headers: Record<string, string> = { "X-Forwarded-For": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` };
  const maybe = (chance: number, name: string, values: readonly string[]) => {
    if (random() < chance) headers[name] = oneOf(random, values);
  };
  maybe(0.2, "Cookie", ["a=b", "session=%", "__Host-x=y; ;=;", "=".repeat(50), "a=\u00ff"]);
  maybe(0.1, "Origin", [product.url, "null", "https://evil.example", "x"]);
  maybe(0.1, "Sec-Fetch-Site", ["same-origin", "cross-site", "none", "x"]);
  maybe(0.1, "Accept", ["*/*", "text/html", "application/json", "x", "text/html;q=abc"]);
  maybe(0.1, "Accept-Encoding", ["gzip", "br", "identity;q=0", "x;q=2", "*"]);
  maybe(0.1, "X-Forwarded-Host", ["evil.example", "][", "a:99999", ":"]);
  maybe(0.1, "X-Forwarded-Proto", ["https", "x", "javascript", ","]);
  maybe(0.1, "Range", ["bytes=0-1", "bytes=99-1", "bytes=-", "x", "bytes=0-0,1-1,2-2"]);
  maybe(0.1, "If-None-Match", ["*", 'W/"x"', "x"]);
  maybe(0.1, "If-Modified-Since", ["x", "Thu, 01 Jan 1970 00:00:00 GMT"]);
  maybe(0.05, "Host", ["evil.example", "][", "a b", "localhost:99999"]);
  if (method === "GET" || method === "HEAD" || random() < 0.1) return { method, path: fuzzedPath(random), headers, body: "" };
  const kind = random();
  const json = kind < 0.5;
  const body =
    kind < 0.25
      ? nearlyRight(random)
      : json
        ? fuzzedJson(random)
        : kind < 0.9
          ? fuzzedForm(random)
          : oneOf(random, ["\u0000", "--x\r\n\r\n", "[".repeat(5_000), "x".repeat(30_000), "%".repeat(99)]);
  headers["Content-Type"] =
    random() < 0.85
      ? json
        ? "application/json"
        : "application/x-www-form-urlencoded"
      : oneOf(random, ["multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "x", "application/json; charset=utf-7", ";;;"]);
  return { method, path: fuzzedPath(random), headers, body };
}

function send({ method, path, headers, body }: Fuzzed): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "localhost", port: product.port, method, path, agent, headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) } },
      (reply) => {
        reply
          .on("error", reject)
          .on("end", () => resolve(reply.statusCode ?? 0))
          .resume();
      },
    );
    outgoing.setTimeout(40_000, () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
    outgoing.on("error", reject).end(body);
  });
}

describe("fuzzed requests", () => {
  it(
    `${REQUESTS} of them never meet a fault of ours, and what was submitted stays as it was`,
    async () => {
      const random = seededRandom(SEED);
      const result = await client.ask(`/results/${tokens.result}.data`);
      const all = Array.from({ length: REQUESTS }, (_, n) => fuzzed(random, n));
      const failed: string[] = [];
      const seen = new Map<number, number>();
      let next = 0;
      const worker = async () => {
        for (let turn = next++; turn < all.length; turn = next++) {
          const fuzzedRequest = all[turn]!;
          const status = await send(fuzzedRequest).catch((error: Error) => error.message);
          if (typeof status === "number") seen.set(status, (seen.get(status) ?? 0) + 1);
          if (typeof status !== "number" || status >= 500 || status < 200) failed.push(`${turn}: ${status} ${JSON.stringify(fuzzedRequest).slice(0, 500)}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(failed).toEqual([]);
      // The requests got somewhere: a fuzzer that is refused at the door finds nothing.
      for (const status of [200, 303, 400, 403, 404, 405, 415, 422]) expect(seen.get(status) ?? 0, `status ${status}`).toBeGreaterThan(0);
      expect((await client.ask("/readyz")).status).toBe(200);
      expect((await client.ask(`/results/${tokens.result}.data`)).body).toBe(result.body);
      expect(product.output()).not.toContain('"level":50');
    },
    60_000 + REQUESTS * 40,
  );
});
