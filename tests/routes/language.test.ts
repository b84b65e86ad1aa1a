import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

let product: Product;
let client: Client;
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
});
afterAll(async () => {
  expect(product.output()).not.toMatch(/^\s+at |"level":[56]0|No words/m);
  await product.stop();
});

const languageOf = (body: string) => /<html lang="(\w+)"/.exec(body)?.[1];
const read = async (headers: Record<string, string>) => languageOf((await client.ask("/method", { headers })).body);
const choose = (fields: [string, string][]) => client.postForm("/language", fields);

describe("the language of a page", () => {
  it.each([
    ["fi", "fi"],
    ["fi-FI,fi;q=0.9,en;q=0.8", "fi"],
    ["sv, fi;q=0.5", "fi"],
    ["en-US,en;q=0.9,fi;q=0.1", "en"],
    ["fi;q=0.4, en;q=0.6", "en"],
    ["fi;q=0, sv", "en"],
    ["de", "en"],
    ["*", "en"],
    ["\u00e4\u00e4;;q=,,,", "en"],
    [`fi-${"a".repeat(6_000)}`, "fi"],
  ])("asked for as %.40s is %s", async (accepted, language) => {
    expect(await read({ "Accept-Language": accepted })).toBe(language);
  });

  it("is the one chosen, whatever the browser asks for", async () => {
    const { status, headers } = await choose([
      ["language", "fi"],
      ["back", "/assessments?q=crm"],
    ]);
    expect([status, headers.get("Location")]).toEqual([303, "/assessments?q=crm"]);
    const [cookie, ...attributes] = headers.get("Set-Cookie")!.split("; ");
    expect(attributes).toEqual(expect.arrayContaining(["Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=31536000"]));
    expect(await read({ Cookie: cookie!, "Accept-Language": "en" })).toBe("fi");
    expect(await read({ Cookie: `other=1; ${cookie}` })).toBe("fi");
  });

  it.each(["language=", "language=fi", "language=ImRlIg%3D%3D", "language=%", "language=eyJhIjoxfQ%3D%3D", `language=${"a".repeat(3_000)}`, "=;;;"])(
    "is not disturbed by the cookie %s",
    async (cookie) => {
      const reply = await client.ask("/method", { headers: { Cookie: cookie } });
      expect([reply.status, languageOf(reply.body)]).toEqual([200, "en"]);
    },
  );

  it("reaches the data of a page too, and never the API", async () => {
    const headers = { "Accept-Language": "fi" };
    expect((await client.ask("/method.data", { headers })).body).toContain("Menetelmä");
    const [one, other] = await Promise.all([{}, headers].map((h) => client.ask("/api/v1/assessments", { headers: h })));
    expect(other!.body).toBe(one!.body);
  });
});

describe("choosing a language", () => {
  it.each<[string, [string, string][]]>([
    ["one that is not spoken", [["language", "de"], ["back", "/"]]], // prettier-ignore
    ["none", [["back", "/"]]],
    ["without a way back", [["language", "fi"]]],
    ["a field too many", [["language", "fi"], ["back", "/"], ["role", "owner"]]], // prettier-ignore
    ["a field twice", [["language", "fi"], ["language", "en"]]], // prettier-ignore
  ])("%s: 400, and nothing is kept", async (_, fields) => {
    const { status, headers } = await choose(fields);
    expect([status, headers.get("Location"), headers.get("Set-Cookie")]).toEqual([400, null, null]);
  });

  it.each([
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/./\\evil.example/x", "/"],
    ["/..//evil.example", "/"],
    ["/.\\/evil.example", "/"],
    ["\t//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["evil", "/"],
    ["", "/"],
    ["/assessments/../method", "/method"],
    ["/assessments?q=a b&role=manager", "/assessments?q=a%20b&role=manager"],
    ["/x\r\nSet-Cookie: a=b", "/xSet-Cookie:%20a=b"],
  ])("leads back from %j to %s of this site", async (back, to) => {
    const { status, headers } = await choose([
      ["language", "fi"],
      ["back", back],
    ]);
    expect([status, headers.get("Location")]).toEqual([303, to]);
    expect(headers.get("Set-Cookie")).toMatch(/^language=/);
  });

  it("by a link, or from another site, is not possible", async () => {
    const link = await client.ask("/language?language=fi&back=/method");
    expect([link.status, link.headers.get("Location"), link.headers.get("Set-Cookie")]).toEqual([302, "/", null]);
    const cross = await client.postForm("/language", "language=fi&back=/", { Origin: "https://evil.example" });
    expect([cross.status, cross.headers.get("Set-Cookie")]).toEqual([403, null]);
  });

  it("is kept under the protected name where the product is reached by https", async () => {
    const behind = await startProduct({ env: { APP_URL: "https://assess.example.com" } });
    try {
      const { headers } = await clientOf(behind).postForm("/language", "language=fi&back=/");
      expect(headers.get("Set-Cookie")).toMatch(/^__Host-language=.*; Secure/);
    } finally {
      await behind.stop();
    }
  });
});
