import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { addResetToken } from "#app/services/identity/mailed-tokens.server.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { dataFolder } from "../faults/fault-databases.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { clientOf, type Reply } from "./product-client.ts";

const PASSWORD = "correct horse battery";
const WRONG = "a wrong password";
const folder = dataFolder();
let product: Product;
let client: ReturnType<typeof clientOf>;
let tokens: { good: string; old: string };
let cookieOf: Record<string, string>;
const ACCOUNTS = ["changes", "deletes", "moves", "factor", "passkey", "signs-in", "known"];
const addressOf = (account: string) => `${account}@example.com`;

beforeAll(async () => {
  copyReadyDatabase(folder.dataDirectory);
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory: folder.dataDirectory, migrations: "prisma/migrations" }, new Date());
  const made = await Promise.all(
    ACCOUNTS.map(async (account) => {
      const person = await makePerson(database.client, { name: "Kaisa Keeper", email: addressOf(account), password: PASSWORD });
      return [account, (await sessionCookie(database.client, person)).cookie] as const;
    }),
  );
  const of = await makePerson(database.client, { name: "Veikko Example", password: PASSWORD });
  tokens = await database.client.$transaction(async (tx) => ({
    good: await addResetToken(tx, of.personId, new Date()),
    old: await addResetToken(tx, of.personId, new Date(Date.now() - 61 * 60 * 1000)),
  }));
  cookieOf = Object.fromEntries(made);
  await database.close();
  product = await startProduct({ dataDirectory: folder.dataDirectory, env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
}, 120_000);
afterAll(async () => {
  expect(product.output()).not.toMatch(/"level":[56]0/);
  await product.stop();
  folder.remove();
});

describe("ten wrong passwords, and then", () => {
  const form = (path: string, fields: [string, string][], account?: string) => () =>
    client.postForm(path, fields, account === undefined ? {} : { Cookie: cookieOf[account]! });

  it.each<[string, () => Promise<Reply>]>([
    [
      "signing in",
      form("/sign-in", [
        ["address", addressOf("signs-in")],
        ["password", WRONG],
      ]),
    ],
    [
      "signing in by .data",
      form("/sign-in.data", [
        ["address", "nobody@example.com"],
        ["password", WRONG],
      ]),
    ],
    [
      "changing the password",
      form(
        "/account/security",
        [
          ["intent", "password"],
          ["current", WRONG],
          ["password", "four other words here"],
        ],
        "changes",
      ),
    ],
    [
      "changing the address",
      form(
        "/account/address",
        [
          ["address", "new@example.com"],
          ["password", WRONG],
        ],
        "moves",
      ),
    ],
    [
      "deleting the account",
      form(
        "/account/delete",
        [
          ["address", addressOf("deletes")],
          ["password", WRONG],
        ],
        "deletes",
      ),
    ],
    [
      "a second factor",
      form(
        "/account/security/second-factor",
        [
          ["intent", "begin"],
          ["password", WRONG],
        ],
        "factor",
      ),
    ],
    ["a passkey", () => client.postJson("/api/auth/passkey/register-options", { password: WRONG }, { Cookie: cookieOf["passkey"]! })],
  ])("%s: 429, with when to try again", async (name, attempt) => {
    const refused = name === "a passkey" ? 403 : 422;
    for (let i = 0; i < 10; i++) {
      const { status, headers } = await attempt();
      expect([status, headers.get("Retry-After")]).toEqual([refused, null]);
    }
    const { status, headers } = await attempt();
    expect(status).toBe(429);
    const seconds = Number(headers.get("Retry-After"));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
  });
});

describe("strangers who fill what is counted", () => {
  const signIn = (address: string, password: string, from: string, cookie = "") =>
    client.ask("/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...(cookie ? { Cookie: cookie } : {}) },
      body: new URLSearchParams({ address, password }).toString(),
      from,
    });

  it("keep out nobody who has signed in with this browser before", async () => {
    const address = addressOf("known");
    const first = await signIn(address, PASSWORD, "203.0.113.1");
    const cookies = first.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["pinhigh.session_token", "pinhigh.known_browser"]);
    for (let i = 0; i < 10; i++) await signIn(address, WRONG, `198.51.100.${i}`);
    expect((await signIn(address, PASSWORD, "198.51.100.20")).status).toBe(429);
    expect((await signIn(address, PASSWORD, "203.0.113.1", cookies[1])).status).toBe(303);
  });

  it("are stopped after thirty failures from one network, all of its addresses of IPv6 together", async () => {
    for (let i = 0; i < 30; i++) expect((await signIn(`nobody-${i}@example.com`, WRONG, `2001:db8:1:2::${i}`)).status).toBe(422);
    const { status, headers, body } = await signIn(addressOf("known"), PASSWORD, "2001:db8:1:2:ffff::1");
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(800);
    expect(body).toContain("Too many sign-ins have failed from your network.");
    expect((await signIn("somebody@example.com", WRONG, "2001:db8:1:3::1")).status).toBe(422);
  });
});

describe("a link to set a new password", () => {
  const open = (token: string) => client.ask(`/reset-password?token=${token}`);
  const DEAD = "This link no longer works";

  it.each(["A".repeat(30), "", "A".repeat(31), "%00", "../x"])("that never was (%j) says so when it is opened, with the way to a new one", async (token) => {
    const { status, body } = await open(token);
    expect(status).toBe(410);
    expect(body).toContain(DEAD);
    expect(body).toContain('href="/forgot-password"');
    expect(body).not.toContain('type="password"');
  });

  it("that works may be opened as often as one likes, sets a password once, and says so from then on", async () => {
    for (let i = 0; i < 3; i++) {
      const { status, body } = await open(tokens.good);
      expect(status).toBe(200);
      expect(body).toContain('type="password"');
    }
    const set = (password: string) =>
      client.postForm(`/reset-password?token=${tokens.good}`, [
        ["token", tokens.good],
        ["password", password],
      ]);
    // A form that is refused, and loads its page again, uses nothing up either.
    expect((await set("short")).status).toBe(422);
    expect((await set("four other words here")).status).toBe(303);
    for (const reply of [await open(tokens.good), await set("four other words there")]) {
      expect(reply.status).toBe(410);
      expect(reply.body).toContain(DEAD);
    }
  });

  it("that is too old says so when it is opened", async () => {
    const { status, body } = await open(tokens.old);
    expect(status).toBe(410);
    expect(body).toContain(DEAD);
  });
});
