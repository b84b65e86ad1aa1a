import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { dataFolder } from "../faults/fault-databases.ts";
import { asOwner } from "../setup/as-owner.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

// Auckland is 13 hours ahead of UTC until the first Sunday of April (Daylight Time Order 2007, New Zealand): by its clocks both lie on the next day.
const OPENED = { at: "2026-03-02T20:00:00Z", en: "3 March 2026", fi: "3. maaliskuuta 2026", file: "2026-03-03" };
const CLOSED = { at: "2026-03-31T21:30:00Z", en: "1 April 2026", fi: "1. huhtikuuta 2026", file: "2026-04-01" };
const IN_UTC = /2 March 2026|31 March 2026|2026-03-02|2026-03-31|2\. maaliskuuta|31\. maaliskuuta/;

const folder = dataFolder();
let product: Product;
let client: Client;
let page: (path: string, language?: string) => Promise<string>;
let slug: string;
let cycle: string;
beforeAll(async () => {
  const loaded = loadContent("content");
  if (!("catalog" in loaded)) throw new Error("the content has problems");
  const quiz = loaded.catalog.assessmentBySlug.get("customer-or-product-centric")!;
  copyReadyDatabase(folder.dataDirectory);
  const { client: db, close } = await openDatabase(
    { databaseUrl: undefined, dataDirectory: folder.dataDirectory, migrations: "prisma/migrations" },
    new Date(),
  );
  bindCatalog(loaded.catalog);
  await storeVersions(db, { ...loaded.catalog, assessments: [quiz] });
  const owner = await makeOrganization(db, "Harbour Lines");
  const organizationId = owner.organization.id;
  cycle = await makeAnsweredCycle(db, owner, quiz, loaded.catalog, { period: "2026-Q1", people: peopleFrom(1, 6) });
  await withTenant(db, { organizationId }, async (tx) => {
    await tx.organization.updateMany({ where: { id: organizationId }, data: { timeZone: "Pacific/Auckland" } });
    await tx.cycle.updateMany({ where: { organizationId, id: cycle }, data: { openedAt: new Date(OPENED.at), closedAt: new Date(CLOSED.at) } });
  });
  await asOwner(db, (tx) => tx.member.updateMany({ where: { organizationId }, data: { createdAt: new Date(OPENED.at) } }));
  await publishResult(db, { organizationId, cycleId: cycle }, { compute: computeInSteps });
  const { cookie } = await sessionCookie(db, owner.person);
  await close();
  slug = owner.organization.slug;
  product = await startProduct({ dataDirectory: folder.dataDirectory });
  client = clientOf(product);
  page = async (path, language = "en") => {
    const { status, body } = await client.ask(path, { headers: { Cookie: cookie, "Accept-Language": language } });
    expect(status, path).toBe(200);
    // What is read, without the data that hydration takes, in which moments are in UTC.
    return body.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, "");
  };
}, 120_000);
afterAll(async () => {
  await product?.stop();
  folder.remove();
});

describe("days on the pages of an organisation are those of its time zone", () => {
  it.each([
    ["the list of cycles", () => `/o/${slug}/cycles`, [OPENED, CLOSED]],
    ["a cycle", () => `/o/${slug}/cycles/${cycle}`, [OPENED, CLOSED]],
    ["the list of results", () => `/o/${slug}/results`, [CLOSED]],
    ["a team’s result", () => `/o/${slug}/cycles/${cycle}/result`, [CLOSED]],
    ["the page for a board", () => `/o/${slug}/summary`, [CLOSED]],
    ["people", () => `/o/${slug}/settings/people`, [OPENED]],
  ])("%s", async (_, path, days) => {
    for (const language of ["en", "fi"] as const) {
      const read = await page(path(), language);
      for (const day of days) expect(read).toContain(day[language]);
      expect(read).not.toMatch(IN_UTC);
    }
  });

  it.each([
    ["cycles", "cycles.csv", [OPENED, CLOSED]],
    ["people", "settings/people.csv", [OPENED]],
  ])("the file of %s", async (_, file, days) => {
    const read = await page(`/o/${slug}/${file}`);
    for (const day of days) expect(read).toContain(day.file);
    expect(read).not.toMatch(IN_UTC);
  });
});
