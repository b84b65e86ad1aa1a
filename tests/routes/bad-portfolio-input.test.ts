import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { resultTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { change, type Client, clientOf } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";

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

describe("a portfolio refuses", () => {
  const begin = (assessment: string) => new URLSearchParams({ intent: "begin", assessment }).toString();
  const add = (result: string) => new URLSearchParams({ intent: "add", result }).toString();
  let portfolio: string;
  let open: string;
  /** Of another portfolio, or of none. */
  let result: string;
  beforeAll(async () => {
    portfolio = await client.portfolio(await client.submit(await client.begin(QUIZ)));
    open = resultTokenOf(token);
    result = await client.submit(await client.begin(QUIZ));
  });
  // The roadmap at its foot may finish meanwhile; the members are what a form could change.
  const members = async () => [...(await client.ask(`/portfolios/${portfolio}`)).body.matchAll(/href="\/(?:results|take)\/[\w-]+/g)].map(String);

  it.each<[string, number, () => string]>([
    ["nothing", 400, () => ""],
    ["an unknown intent", 400, () => "intent=delete"],
    ["an intent alone", 400, () => "intent=begin"],
    ["an intent of the other form", 400, () => `intent=add&assessment=${QUIZ}`],
    ["a field of the other form", 400, () => `${begin(QUIZ)}&result=x`],
    ["a field twice", 400, () => `${begin(QUIZ)}&assessment=seven-ps`],
    ["an intent twice", 400, () => `${begin(QUIZ)}&intent=begin`],
    ["a field of its own", 400, () => `${add("x")}&typed=y`],
    ["__proto__", 400, () => `${begin(QUIZ)}&__proto__=x`],
    ["constructor", 400, () => `${begin(QUIZ)}&constructor=x`],
    ["an unknown assessment", 404, () => begin("nothing")],
    ["an assessment called like what every object has", 404, () => begin("constructor")],
    ["an assessment with NUL", 404, () => begin("a\u0000b")],
    ["an assessment whose name is too long", 400, () => begin("x".repeat(65))],
    ["no address", 422, () => add("")],
    ["words", 422, () => add("my result")],
    ["NUL", 422, () => add("/results/\u0000")],
    ["a token nobody has", 422, () => add(`/results/${"a".repeat(30)}`)],
    ["a token with NUL after it", 422, () => add(`${"a".repeat(30)}\u0000`)],
    ["the token that answers", 422, () => add(`${product.url}/take/${token}`)],
    ["the token that answers, as a result", 422, () => add(`/results/${token}`)],
    ["a result that is not there yet", 422, () => add(`/results/${open}`)],
    ["the portfolio itself", 422, () => add(portfolio)],
    ["an address of many slashes", 422, () => add("/results/".repeat(400))],
    ["an address that is far too long", 422, () => add(`${product.url}/results/${"x".repeat(50_000)}`)],
    ["a result of another host", 422, () => add(`https://results.example/results/${result}`)],
    ["a result of another host, without its scheme", 422, () => add(`//results.example/results/${result}`)],
    ["a result of another port", 422, () => add(`${product.url}0/results/${result}`)],
    ["a result behind a name and a password", 422, () => add(`https://${new URL(product.url).host}@results.example/results/${result}`)],
    ["a result of a folder", 422, () => add(`${product.url}/elsewhere/results/${result}`)],
    ["a result in a query", 422, () => add(`${product.url}/?at=/results/${result}`)],
    ["nothing to take out", 400, () => "intent=remove"],
    ["to take out what is no token", 400, () => "intent=remove&result=x"],
    ["to take out an address", 400, () => `intent=remove&result=/results/${result}`],
    ["401 fields", 400, () => Array.from({ length: 401 }, () => "intent=add").join("&")],
  ])("%s: %i", async (_, status, body) => {
    const before = await members();
    const reply = await client.postForm(`/portfolios/${portfolio}`, body());
    expect(reply.status, reply.body.slice(0, 200)).toBe(status);
    expect(await members()).toEqual(before);
  });

  it.each<[string, number, () => string]>([
    ["an unknown field", 400, () => "name=x"],
    ["an address that is far too long", 404, () => `result=${"x".repeat(5_000)}`],
    ["a result twice", 400, () => `result=${"a".repeat(30)}&result=${"a".repeat(30)}`],
    ["an empty result", 404, () => "result="],
    ["a token nobody has", 404, () => `result=${"a".repeat(30)}`],
    ["the token that answers", 404, () => `result=${token}`],
    ["a result that is not there yet", 404, () => `result=${open}`],
  ])("to begin with %s: %i", async (_, status, body) => {
    expect((await client.postForm("/portfolios", body())).status).toBe(status);
  });

  it("to begin with a result that is not there, and says so on the page that begins one", async () => {
    const { body } = await client.postForm("/portfolios", `result=${"a".repeat(30)}`);
    const shown = /<main[\s\S]*<\/main>/.exec(body)![0];
    expect(shown).toContain("<title>Error: several assessments together");
    expect(shown).toContain("The result that was to be in it is not there.");
    expect(shown).toContain("Begin a portfolio");
  });

  it("what is taken out twice or was never in it: nothing happens, to it and to others", async () => {
    const before = await members();
    for (const other of [result, "a".repeat(30), portfolio]) {
      const { status, headers } = await client.postForm(`/portfolios/${portfolio}`, `intent=remove&result=${other}`);
      expect([status, headers.get("Location")]).toEqual([303, `/portfolios/${portfolio}`]);
    }
    expect(await members()).toEqual(before);
  });

  it("a body of another type, a file, and a body without a type", async () => {
    for (const path of ["/portfolios", `/portfolios/${portfolio}`]) {
      const file = new FormData();
      file.set("result", new Blob(["x"]), "result.txt");
      const stream = new Blob(["result=x"]).stream();
      const replies = [
        await client.postJson(path, "{}"),
        await client.ask(path, { method: "POST", body: file }),
        await client.ask(path, { method: "POST", body: stream }),
      ];
      expect(replies.map((r) => r.status)).toEqual([400, 400, 400]);
    }
  });

  it("says what is wrong beside what was typed, as text", async () => {
    for (const typed of ["</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "javascript:alert(1)"]) {
      const reply = await client.postForm(`/portfolios/${portfolio}`, add(typed));
      expect(reply.status).toBe(422);
      const [page] = reply.body.split(/<script(?= nonce)/);
      expect(page).toMatch(/Error: (<!-- -->)?There is no result at this address\./);
      expect(page).toContain("<title>Error: ");
      expect(page).not.toMatch(/<script>alert|<img src=x/);
      expect((reply.body.match(/<script/g) ?? []).length).toBe((reply.body.match(/<script nonce="/g) ?? []).length);
    }
  });

  it.each([
    ["whole", (result: string) => `${product.url}/results/${result}`],
    ["of its roadmap, with its wishes", (result: string) => `${product.url}/results/${result}/roadmap?quarters=4`],
    ["as a path, with blanks around it", (result: string) => `  /results/${result}\n`],
    ["as the bare token", (result: string) => result],
  ])("no address of a result %s", async (_, written) => {
    const result = await client.submit(await client.begin("seven-ps"));
    const own = await client.portfolio();
    const there = [];
    for (let turn = 0; turn < 2; turn++) there.push((await client.postForm(`/portfolios/${own}`, add(written(result)))).headers.get("Location"));
    expect(there).toEqual([`/portfolios/${own}`, `/portfolios/${own}?already=seven-ps`]);
    const page = await client.ask(there[1]!);
    expect(page.body.match(new RegExp(`href="/results/${result}"`, "g"))).toHaveLength(1);
    expect(/<main[\s\S]*<\/main>/.exec(page.body)![0]).toContain("is in the portfolio already.");
    await client.postForm(`/portfolios/${own}`, `intent=remove&result=${result}`);
    const shown = /<main[\s\S]*<\/main>/.exec((await client.ask(there[1]!)).body)![0];
    for (const gone of [result, "is in the portfolio already."]) expect(shown).not.toContain(gone);
    expect((await client.ask(`/results/${result}`)).status).toBe(200);
  });
});
