import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";

let product: Product;
let client: Client;
let token: string;
let result: string;
let served: [string, string][];
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
  token = await client.begin(QUIZ);
  const { body } = await client.ask(`/take/${token}`);
  const hidden = [...body.matchAll(/<input type="hidden"[^>]* name="((?:shown|revision)\.[^"]+)"[^>]* value="([^"]*)"/g)];
  served = hidden.map(([, name, value]) => [name!, value!.replaceAll("&quot;", '"')]);
  result = await client.submit(token);
});
afterAll(() => product.stop());

describe("a screen posted without script after the submission", () => {
  it.each<[string, [string, string]]>([
    ["an answer", ["answer.site-pictures", "not_sure"]],
    ["an answer that does not fit", ["answer.site-pictures", "nothing"]],
    ["a note that is too long", ["comment.site-pictures", "x".repeat(5_000)]],
  ])("leads to the result, which says that it was not kept, with %s and by every button", async (_, field) => {
    expect(served.length).toBeGreaterThan(10);
    for (const intent of ["continue", "back", "later"]) {
      const reply = await client.postForm(`/take/${token}`, [...served, field, ["intent", intent]]);
      expect([reply.status, reply.headers.get("Location")]).toEqual([303, `/results/${result}?notice=not-kept`]);
    }
    const page = await client.ask(`/results/${result}?notice=not-kept`);
    expect(page.body).toContain("Your last answers were not kept");
  });

  it("says nothing of the kind where it comes back as it was shown", async () => {
    const reply = await client.postForm(`/take/${token}`, [...served, ["intent", "later"]]);
    expect([reply.status, reply.headers.get("Location")]).toEqual([303, `/take/${token}/save`]);
    const check = (await client.ask(`/take/${token}/save`)).headers.get("Location")!;
    expect((await client.ask(check)).headers.get("Location")).toBe(`/results/${result}`);
  });
});
