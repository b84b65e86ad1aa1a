import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_CLIENTS, DEMO_CONSULTANCY } from "#app/domain/demo/demo-cast.ts";
import { DEMO_REFUSAL } from "#app/domain/demo/demo-refusal.ts";
import { ROUTES } from "#app/services/access/route-registry.server.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { clientOf } from "./product-client.ts";

/** Whoever acts by being somebody: everything but what everybody or the holder of a token may do. */
const CHANGES = Object.entries(ROUTES).filter(([, { calls }]) => calls.POST && !["public", "token", "operator", "key"].includes(calls.POST.who));
const [company] = DEMO_CLIENTS;

describe("the demonstration, over HTTP", () => {
  let product: Product;
  let client: ReturnType<typeof clientOf>;
  let cookie: string;
  beforeAll(async () => {
    product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
    client = clientOf(product);
    const entered = await client.postForm("/demo", "");
    expect(entered.status).toBe(303);
    expect(entered.headers.get("Location")).toBe("/clients");
    cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
  });
  afterAll(async () => {
    expect(product.output()).not.toMatch(/"level":[56]0/);
    await product.stop();
  });

  it("shows a firm's clients and a company from the inside, and says of each that it is invented", async () => {
    const clients = await client.ask("/clients", { headers: { Cookie: cookie } });
    for (const { name } of DEMO_CLIENTS) expect(clients.body).toContain(name);
    for (const { slug, name } of [...DEMO_CLIENTS, DEMO_CONSULTANCY]) {
      const { status, body } = await client.ask(`/o/${slug}`, { headers: { Cookie: cookie } });
      expect(status).toBe(200);
      expect(body).toContain(`The people and the figures of ${name} are invented.`);
    }
  });

  it.each(CHANGES)("does not let a visitor change anything: %s", async (_, { path }) => {
    const address = `/${path
      .replace(":org", company!.slug)
      .replace(/:token/, "x".repeat(30))
      .replace(/:\w+/, company!.members[3]!.personId)}`;
    const { status, body } = await client.postForm(address, "", { Cookie: cookie });
    expect(status).toBe(403);
    expect(body).toContain("This is an example");
  });

  it("writes nothing down of those who only look: no file is taken", async () => {
    for (const path of [
      `/o/${company!.slug}/settings/audit.csv`,
      `/o/${company!.slug}/settings/people.csv`,
      `/o/${DEMO_CONSULTANCY.slug}/settings/export.json`,
    ]) {
      expect((await client.ask(path, { headers: { Cookie: cookie } })).status, path).toBe(403);
    }
    const { body } = await client.ask(`/o/${company!.slug}/settings/audit`, { headers: { Cookie: cookie } });
    const [rows] = /<main[^]*<\/main>/.exec(body)!;
    expect(rows).toContain("Aino Example");
    expect(rows).not.toMatch(/took .* as a file|Demo visitor/);
  });

  it("has no account to look into, since all visitors share it", async () => {
    for (const path of ["/account", "/account/security", "/account/delete"]) {
      const { status, body } = await client.ask(`${path}.data`, { headers: { Cookie: cookie } });
      expect([status, body.includes(DEMO_REFUSAL)]).toEqual([403, true]);
    }
    // Nor is a passkey added to it: nobody knows a password that it does not have.
    const added = await client.postJson("/api/auth/passkey/register-options", { password: "four words in a row" }, { Cookie: cookie });
    expect(added.status).toBe(403);
  });

  it("is left by signing out", async () => {
    await client.postForm("/sign-out", "", { Cookie: cookie });
    expect((await client.ask("/clients", { headers: { Cookie: cookie } })).headers.get("Location")).toContain("/sign-in");
  });
});

it("is not there where the installation has switched it off, nor spoken of on the first page", async () => {
  const product = await startProduct({ env: { DEMO_WORKSPACE: "off" } });
  const client = clientOf(product);
  expect((await client.ask("/demo")).status).toBe(404);
  expect((await client.postForm("/demo", "")).status).toBe(404);
  expect((await client.ask("/")).body).not.toContain("/demo");
  await product.stop();
});
