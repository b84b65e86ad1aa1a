import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { dataFolder } from "../faults/fault-databases.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { clientOf } from "./product-client.ts";

const folder = dataFolder();
let product: Product;
let client: ReturnType<typeof clientOf>;
let cookie: string;
let slug: string;
let passkey: string;

beforeAll(async () => {
  copyReadyDatabase(folder.dataDirectory);
  const { client: db, close } = await openDatabase(
    { databaseUrl: undefined, dataDirectory: folder.dataDirectory, migrations: "prisma/migrations" },
    new Date(),
  );
  const { organization, person } = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  slug = organization.slug;
  cookie = (await sessionCookie(db, person)).cookie;
  const key = { name: "Phone", publicKey: "x", credentialID: "y", counter: 0, deviceType: "singleDevice", backedUp: false };
  passkey = (await db.passkey.create({ data: { ...key, userId: person.personId }, select: { id: true } })).id;
  await close();
  product = await startProduct({ dataDirectory: folder.dataDirectory, env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
}, 120_000);
afterAll(async () => {
  expect(product.output()).not.toMatch(/"level":[56]0/);
  await product.stop();
  folder.remove();
});

const LONG = "x".repeat(5_000);
const ADDRESS = `${LONG}@example.com`;
const LINES = Array.from({ length: 3_000 }, (_, i) => `person-${i}@example.com`).join("\n");
/** A new password, which is refused for its length and not for what it rests on. */
const PASSWORD = "four words in a row ".repeat(250);

type Form = {
  name: string;
  path: () => string;
  fields: () => Record<string, string>;
  /** The field that is too long. */
  field: () => string;
  limit: string;
};
const named = (field: string) => () => field;
const forms: Form[] = [
  {
    name: "whom to invite",
    path: () => `/o/${slug}/settings/invitations`,
    fields: () => ({ intent: "invite", addresses: LINES, role: "viewer", respondentRole: "", workFunction: "" }),
    field: named("addresses"),
    limit: "At most 50 addresses at once",
  },
  {
    name: "a name to sign up with",
    path: () => "/sign-up",
    fields: () => ({ name: LONG, address: "a@example.com", password: "four words in a row" }),
    field: named("name"),
    limit: "up to 100 characters",
  },
  {
    name: "an address to sign up with",
    path: () => "/sign-up",
    fields: () => ({ name: "Aino", address: ADDRESS, password: "four words in a row" }),
    field: named("address"),
    limit: "up to 254 characters",
  },
  {
    name: "a password to sign up with",
    path: () => "/sign-up",
    fields: () => ({ name: "Aino", address: "a@example.com", password: PASSWORD }),
    field: named("password"),
    limit: "up to 128 characters",
  },
  {
    name: "a password to sign in with",
    path: () => "/sign-in",
    fields: () => ({ address: "a@example.com", password: PASSWORD }),
    field: named("password"),
    limit: "up to 128 characters",
  },
  {
    name: "an address to sign in with",
    path: () => "/sign-in",
    fields: () => ({ address: ADDRESS, password: "four words" }),
    field: named("address"),
    limit: "up to 254 characters",
  },
  {
    name: "an address that has forgotten its password",
    path: () => "/forgot-password",
    fields: () => ({ address: ADDRESS }),
    field: named("address"),
    limit: "up to 254 characters",
  },
  { name: "one's name", path: () => "/account", fields: () => ({ name: LONG, language: "en" }), field: named("name"), limit: "up to 100 characters" },
  {
    name: "a new password",
    path: () => "/account/security",
    fields: () => ({ intent: "password", current: "my four present words", password: PASSWORD }),
    field: named("password"),
    limit: "up to 128 characters",
  },
  {
    name: "a present password",
    path: () => "/account/security/second-factor",
    fields: () => ({ intent: "begin", password: PASSWORD }),
    field: named("password"),
    limit: "up to 128 characters",
  },
  {
    name: "a password that is to be changed",
    path: () => "/account/security",
    fields: () => ({ intent: "password", current: PASSWORD, password: "four other words here" }),
    field: named("current"),
    limit: "up to 128 characters",
  },
  {
    name: "the name of a passkey",
    path: () => "/account/security",
    fields: () => ({ intent: "rename-passkey", passkey, name: LONG }),
    field: () => `name-${passkey}`,
    limit: "up to 100 characters",
  },
  {
    name: "a new address",
    path: () => "/account/address",
    fields: () => ({ address: ADDRESS, password: "four words" }),
    field: named("address"),
    limit: "up to 254 characters",
  },
  {
    name: "the name of a new organisation",
    path: () => "/o/new",
    fields: () => ({ name: LONG, kind: "company", once: "01890000-0000-7000-8000-000000000000" }),
    field: named("name"),
    limit: "120 characters",
  },
  {
    name: "the name of an organisation",
    path: () => `/o/${slug}/settings/profile`,
    fields: () => ({ name: LONG, revision: "1" }),
    field: named("name"),
    limit: "120 characters",
  },
  {
    name: "the name of an organisation to delete",
    path: () => `/o/${slug}/settings/deletion`,
    fields: () => ({ intent: "plan", name: LONG }),
    field: named("name"),
    limit: "Harbour Lines",
  },
  {
    name: "whom to offer an engagement",
    path: () => `/o/${slug}/settings/consultancies`,
    fields: () => ({ intent: "offer", address: ADDRESS, scopes: "run_assessments", endsOn: "" }),
    field: named("address"),
    limit: "up to 254 characters",
  },
];

describe("far too much in a field", () => {
  it.each(forms)("$name: the form again, with what is too long, how long it may be, and what was entered", async ({ path, fields, field, limit }) => {
    const sent = fields();
    const { status, body } = await client.postForm(
      path(),
      Object.entries(sent),
      path().startsWith("/sign-") || path() === "/forgot-password" ? {} : { Cookie: cookie },
    );
    expect(status, body.slice(0, 300)).toBe(422);
    const id = field();
    const error = new RegExp(`<p id="${id}-error"[^>]*>([^]*?)</p>`).exec(body)?.[1];
    expect(error).toContain(limit);
    expect(body).toContain(`href="#${id}"`);
    // Outside of the data that the page's script begins with.
    const page = body.replaceAll(/<script[^]*?<\/script>/g, "");
    for (const [name, value] of Object.entries(sent)) {
      const isSecret = /password|current|^end$/.test(name) && value !== "password";
      if (isSecret) expect(body).not.toContain(value);
      else if (["addresses", "name", "address"].includes(name) && path() !== `/o/${slug}/settings/deletion`) expect(page).toContain(value.slice(0, 254));
    }
  });
});
