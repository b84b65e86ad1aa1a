import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { newToken, openLinkTokenOf, personalTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { dataFolder } from "../faults/fault-databases.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { type Product, startProduct, TEST_SECRET } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

/** People behind one address: more than an address may start in a minute. */
const PEOPLE = 250;
const WITH_ONE_LINK = 200;
const MISSES_A_MINUTE = 60;
/** Of anything else that is sent: what an address may write in a minute. */
const WRITES_A_MINUTE = 600;
const SAVES_WITH_ONE_LINK = 300;

const folder = dataFolder();
let product: Product;
let client: Client;
let personal: string[];
let itemId: string;
let open: string;
beforeAll(async () => {
  const loaded = loadContent("content");
  if (!("catalog" in loaded)) throw new Error("the content has problems");
  const quiz = loaded.catalog.assessmentBySlug.get("customer-or-product-centric")!;
  itemId = quiz.definition.items[0]!.id;
  copyReadyDatabase(folder.dataDirectory);
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory: folder.dataDirectory, migrations: "prisma/migrations" }, new Date());
  await storeVersions(database.client, { ...loaded.catalog, assessments: [quiz] });
  const { organization } = await makeOrganization(database.client);
  const organizationId = organization.id;
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
  personal = people.map((respondentId) => personalTokenOf(TEST_SECRET, { organizationId, respondentId }));
  const [cycleId, linkId] = [randomUUID(), randomUUID()];
  open = openLinkTokenOf(TEST_SECRET, { organizationId, linkId });
  await withTenant(database.client, { organizationId }, async (tx) => {
    const cycle = { id: cycleId, assessmentHash: quiz.hash, assessmentSlug: quiz.definition.slug, period: "2027-Q1", openedBy: "Ada", hasInvited: true };
    await tx.cycle.createMany({ data: [cycle] });
    await tx.respondent.createMany({
      data: people.map((id, n) => ({ id, cycleId, address: `person-${n}@example.com`, language: "en", linkHash: tokenHash(personal[n]!) })),
    });
    const expiresAt = new Date(Date.now() + 24 * 3600 * 1000);
    await tx.openLink.createMany({ data: [{ id: linkId, cycleId, tokenHash: tokenHash(open), expiresAt, createdBy: "Ada" }] });
  });
  await database.close();
  product = await startProduct({ dataDirectory: folder.dataDirectory, env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
}, 120_000);
afterAll(async () => {
  await product?.stop();
  folder.remove();
});

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const begin = async (token: string, from: string, form = "") =>
  (await client.ask(`/answer/${token}${form}`, { method: "POST", headers: FORM, body: "", from })).status;
const look = async (token: string, from: string, form = "") => (await client.ask(`/answer/${token}${form}`, { from })).status;
/** In order, so many at a time. */
async function inTurn<Of>(all: readonly Of[], ask: (each: Of) => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < all.length; n += 20) statuses.push(...(await Promise.all(all.slice(n, n + 20).map(ask))));
  return statuses;
}

describe("a link to a cycle's questions", () => {
  it("lets a whole office behind one address open theirs and begin in the same minute, and go on", async () => {
    const office = "198.51.100.40";
    expect(new Set(await inTurn(personal, (token) => look(token, office)))).toEqual(new Set([200]));
    expect(new Set(await inTurn(personal, (token) => begin(token, office)))).toEqual(new Set([303]));
    expect(await look(personal[0]!, office)).toBe(200);
  });

  it("that is one for all begins as many from one address as an assessment does, however it is written", async () => {
    const hall = "198.51.100.41";
    const statuses = await inTurn(Array.from({ length: WITH_ONE_LINK }), () => begin(open, hall));
    expect(new Set(statuses)).toEqual(new Set([303]));
    const encoded = `%${open.charCodeAt(0).toString(16)}${open.slice(1)}`;
    expect(await Promise.all([begin(open, hall), begin(open, hall, ".data"), begin(open, hall, "/"), begin(encoded, hall)])).toEqual([429, 429, 429, 429]);
    // Those with links of their own are not held up by it, nor is another address.
    expect([await look(personal[0]!, hall), await begin(open, "198.51.100.42")]).toEqual([200, 303]);
  });

  it.each([
    ["looking", look, ""],
    ["looking as a script does", look, ".data"],
    ["beginning", begin, ""],
    ["beginning as a script does", begin, ".data"],
  ])("is not found by guessing: after so many misses an address is told to wait, %s", async (name, ask, form) => {
    const guesser = `198.51.100.5${name.length % 10}`;
    const guesses = Array.from({ length: MISSES_A_MINUTE + 20 }, newToken);
    const statuses = await inTurn(guesses, (token) => ask(token, guesser, form));
    expect(statuses.slice(0, 40)).toEqual(Array(40).fill(404));
    await expect.poll(() => ask(newToken(), guesser, form)).toBe(429);
    // Also with a link that there is; others are not held up.
    expect(await look(personal[1]!, guesser)).toBe(429);
    expect(await look(personal[1]!, "198.51.100.60")).toBe(200);
  });
});

describe("the questions behind a link", () => {
  const take = async (token: string, from: string) => {
    const reply = await client.ask(`/answer/${token}`, { method: "POST", headers: FORM, body: "", from });
    return reply.headers.get("Location")!.split("?")[0]!;
  };
  const body = () => JSON.stringify({ changes: [{ itemId, answer: { state: "not_sure" }, basedOn: 0 }] });
  const save = async (place: string, from: string) =>
    (await client.ask(`${place}/answers`, { method: "POST", headers: { "Content-Type": "application/json" }, body: body(), from })).status;
  const times = <Of>(count: number, of: readonly Of[]): Of[] => Array.from({ length: count }, (_, n) => of[n % of.length]!);

  it("save at every answer of a whole office behind one address, more than an address may write otherwise", async () => {
    const office = "198.51.100.70";
    const places = await Promise.all(personal.slice(0, 20).map((token) => take(token, "198.51.100.71")));
    const statuses = await inTurn(times(WRITES_A_MINUTE + 20, places), (place) => save(place, office));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it("hold up whoever sends more with one link than anybody answers, and nobody else", async () => {
    const office = "198.51.100.72";
    const [own, other] = await Promise.all([take(personal[30]!, office), take(personal[31]!, office)]);
    const statuses = await inTurn(times(SAVES_WITH_ONE_LINK, [own]), (place) => save(place, office));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect([await save(own, office), await save(other, office)]).toEqual([429, 200]);
  });

  it("are not found by guessing: after so many misses an address is told to wait", async () => {
    const guesser = "198.51.100.73";
    const guesses = Array.from({ length: WRITES_A_MINUTE }, () => `/take/${newToken()}`);
    expect(new Set(await inTurn(guesses, (place) => save(place, guesser)))).toEqual(new Set([404]));
    await expect.poll(() => save(`/take/${newToken()}`, guesser)).toBe(429);
  });
});
