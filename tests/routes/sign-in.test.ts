import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#app/services/db/open-database.server.ts";
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
let cookieOf: Record<string, string>;
const ACCOUNTS = ["changes", "deletes", "moves", "factor", "passkey", "signs-in"];
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
