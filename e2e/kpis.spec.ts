import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { addReading } from "#app/services/kpis/change-readings.server.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { englishOf } from "./journeys/english-of.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { saveMineOverIt } from "./journeys/save-over.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Cookie = { name: string; value: string };
type Place = { slug: string; owner: Cookie; viewer: Cookie };

const asCookie = ({ cookie }: { cookie: string }): Cookie => {
  const at = cookie.indexOf("=");
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
};

/** An organisation without a KPI, and one with two years of readings. */
async function place(db: OpenDatabase["client"], origin: string): Promise<{ empty: Place; full: Place & { kpi: string } }> {
  const [empty, full] = [
    await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" }),
    await makeOrganization(db, "Pine Works", { name: "Otto Owner" }),
  ];
  const people = async (access: typeof empty) => ({
    slug: access.organization.slug,
    owner: asCookie(await sessionCookie(db, access.person, { origin })),
    viewer: asCookie(await sessionCookie(db, (await makeMember(db, access, "viewer", { name: "Vera Viewer" })).person, { origin })),
  });
  const terms = { name: "Berths renewed", unit: "%", definition: "Renewed of those due", higherIsBetter: true, cadence: "month" as const };
  const against = { ownerId: full.memberId, baseline: 61.5, baselineOn: "2024-12-31", anchors: { worst: 40, middle: 65, best: 90 }, libraryId: null };
  const begun = new Date("2025-01-10T10:00:00Z");
  const kpi = randomUUID();
  await addKpi(db, full, { ...terms, ...against, once: kpi }, { language: "en", now: begun });
  const days = Array.from({ length: 20 }, (_, index) => new Date(Date.UTC(2025, index + 1, 0)).toISOString().slice(0, 10));
  for (const [index, on] of days.entries())
    await addReading(db, full, kpi, { on, value: 60 + (index % 3) + (index > 9 ? 8 : 0), note: null, source: "hand" }, new Date());
  await withTenant(db, { organizationId: full.organization.id }, (tx) =>
    tx.milestone.createMany({ data: [{ on: new Date("2025-11-03"), title: "A new front desk", addedBy: "Otto Owner" }] }),
  );
  return { empty: await people(empty), full: { ...(await people(full)), kpi } };
}

const test = testWithSeed(async (db, origin) => ({ script: await place(db, origin), plain: await place(db, origin), finnish: await place(db, origin) }));
test.describe.configure({ timeout: 180_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await hydrated(page);
    };
    const accessible = async (page: Page) => {
      if (script) await expectAccessible(page);
    };

    test("an organisation chooses a KPI, reads it, sets its targets, and imports what it has", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { empty } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(empty.owner.name);
      await signIn(context, empty.owner, seeded.product.url);
      await page.goto(`/o/${empty.slug}/kpis`);
      await heading(page, "Harbour Lines follows no KPI yet");
      await accessible(page);
      await page.getByRole("link", { name: "Add a KPI" }).click();
      await heading(page, "Which figure do you want to follow?");
      await page.getByLabel("Title or formula").fill("recommend");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("heading", { level: 3, name: "Net recommendation" })).toBeVisible();
      await accessible(page);
      await page.getByRole("link", { name: "Choose it: Net recommendation" }).click();
      await expect(page.getByText("From the library: Net recommendation.", { exact: false })).toBeVisible();
      await ready(page);
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Net recommendation");
      await page.getByLabel("Worst (0 %)").fill("much");
      await page.getByLabel("Owner", { exact: true }).selectOption({ label: "Maria Virtanen" });
      await page.getByRole("button", { name: "Follow this KPI" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
      await accessible(page);
      await page.getByLabel("Worst (0 %)").fill("-20");
      await page.getByLabel("Middle (50 %)").fill("20");
      await page.getByLabel("Best (100 %)").fill("60");
      await page.getByRole("button", { name: "Follow this KPI" }).click();
      await heading(page, "Net recommendation: no reading yet");
      await accessible(page);

      await page.getByLabel("Day", { exact: true }).fill("2026-01-31");
      await page.getByLabel("Value", { exact: true }).fill("30,5");
      await page.getByRole("button", { name: "Add the reading" }).click();
      await heading(page, "Net recommendation: 30.5");
      await expect(page.getByRole("status").first()).toHaveText("The reading is added.");
      await expect(page.getByText("That is 63 % of the way")).toBeVisible();

      await page.getByRole("link", { name: "Set targets" }).click();
      await heading(page, /^Which value of Net recommendation do you want to reach/);
      await ready(page);
      await page.getByRole("textbox").first().fill("40");
      await accessible(page);
      await page.getByRole("button", { name: "Save the targets" }).click();
      await expect(page.getByText(/below its target for \d{4}-Q\d \(40\)/)).toBeVisible();

      await page.getByRole("link", { name: "KPIs" }).first().click();
      await heading(page, "Harbour Lines follows one KPI");
      await accessible(page);
      await page.getByRole("link", { name: "Import readings (CSV)" }).click();
      await heading(page, "Bring readings from a file");
      await ready(page);
      await accessible(page);
      await page.getByLabel("CSV file").setInputFiles({
        name: "readings.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("KPI;Date;Value;Note\nNet recommendation;31.10.2025;28,5;=1+1\nNet recommendation;31.1.2026;31;\nNet recommendation;tomorrow;1;\n"),
      });
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByLabel("Column of the day")).toHaveValue("1");
      await ready(page);
      await page.getByRole("button", { name: "Look at what will change" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Choose how days are written.", "Choose what decimals come after."]);
      await accessible(page);
      await page.getByLabel("How days are written").selectOption("dmy");
      await page.getByLabel("Decimals come after").selectOption("comma");
      await page.getByRole("button", { name: "Look at what will change" }).click();
      await heading(page, "What the import will change");
      await expect(page.getByText("1 row cannot be read, so nothing can be imported.")).toBeVisible();
      await expect(page.getByRole("row", { name: /^4 The day is not written as you chose/ })).toBeVisible();
      await expect(page.getByRole("button", { name: "Import all of it" })).toHaveCount(0);
      await accessible(page);

      await page.goto(`/o/${empty.slug}/kpis/import`);
      await ready(page);
      await page.getByLabel("Or paste the table here").fill("KPI;Date;Value;Note\nNet recommendation;31.10.2025;28,5;=1+1\nNet recommendation;31.1.2026;31;");
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByLabel("How days are written").selectOption("dmy");
      await page.getByLabel("Decimals come after").selectOption("comma");
      await page.getByRole("button", { name: "Look at what will change" }).click();
      await expect(page.getByText("Rows: 2. New readings: 1. Replaced: 1. The same as now: 0.")).toBeVisible();
      await expect(page.getByRole("row", { name: /replaces 30.5/ })).toBeVisible();
      await accessible(page);
      await page.getByRole("button", { name: "Import all of it" }).click();
      await expect(page.getByRole("status")).toHaveText("Imported. New: 1, replaced: 1, the same as before: 0.");
    });

    test("a KPI with its run chart: a reading is changed, removed and put back; what it is changes for two at once; the archive", async ({
      page,
      context,
      seeded,
      watch,
    }) => {
      watch.expects(/status of 409/);
      const { full } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(full.owner.name);
      await signIn(context, full.owner, seeded.product.url);
      await page.goto(`/o/${full.slug}/kpis/${full.kpi}`);
      await heading(page, "Berths renewed: 69\u00a0%");
      const chart = page.getByRole("figure");
      await expect(
        chart.getByRole("img", { name: /^Run chart of Berths renewed: 20 readings.* One milestone is marked; it is named beneath\.$/ }),
      ).toBeVisible();
      await expect(chart.getByRole("listitem")).toHaveText("3 November 2025: A new front desk");
      await expect(chart.getByText("Nothing says that one of them is the cause of how the figures moved.", { exact: false })).toBeVisible();
      await expect(page.getByText(/^Shift: \d+ readings in a row lie above the median/)).toBeVisible();
      await ready(page);
      await expect(page.locator("figure canvas")).toHaveCount(script ? 1 : 0);
      // Drawn on the picture as a line with its number: by the server, or on the canvas.
      await expect(chart.locator("svg:visible text").filter({ hasText: /^1$/ })).toHaveCount(script ? 0 : 1);
      await openAllDetails(page);
      await accessible(page);

      await page.goto(`/o/${full.slug}/milestones`);
      await page.getByRole("link", { name: "Change: A new front desk" }).click();
      await expect(page.getByLabel("What happened", { exact: true })).toHaveValue("A new front desk");
      await ready(page);
      await expect(page.getByLabel("Initiative", { exact: true })).toHaveValue("");
      await page.getByLabel("Initiative", { exact: true }).selectOption({ label: "Let a person answer the main number" });
      await accessible(page);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Initiative: Let a person answer the main number")).toBeVisible();
      await page.goto(`/o/${full.slug}/kpis/${full.kpi}`);
      await expect(chart.getByRole("listitem")).toHaveText("3 November 2025: A new front desk (initiative: Let a person answer the main number)");
      await ready(page);

      await page.getByRole("link", { name: "Change the reading of 31 August 2026" }).click();
      await heading(page, "Berths renewed on 31 August 2026");
      await ready(page);
      await accessible(page);
      await page.getByLabel("Value", { exact: true }).fill("71.125");
      await page.getByRole("button", { name: "Save the reading" }).click();
      await heading(page, "Berths renewed: 71.125\u00a0%");
      await page.getByRole("link", { name: "Change the reading of 31 August 2026" }).click();
      await page.getByRole("button", { name: "Remove it" }).click();
      await expect(page.getByRole("status")).toContainText("The reading of 31 August 2026 (71.125\u00a0%) is removed.");
      await accessible(page);
      await page.getByRole("button", { name: "Put it back" }).click();
      await heading(page, "Berths renewed: 71.125\u00a0%");

      const other = await context.newPage();
      for (const each of [page, other]) {
        await each.goto(`/o/${full.slug}/kpis/${full.kpi}/edit`);
        await ready(each);
      }
      await other.getByLabel("Name", { exact: true }).fill("Renewals");
      await other.getByRole("button", { name: "Save" }).click();
      await heading(other, /^Renewals: /);
      await other.close();
      await page.getByLabel("Unit").fill("percent");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("row", { name: "Name Renewals Berths renewed" })).toBeVisible();
      await accessible(page);
      await saveMineOverIt(page);
      await heading(page, "Berths renewed: 71.125\u00a0percent");

      await page.locator("summary", { hasText: "Move it to the archive" }).click();
      await page.getByRole("button", { name: "Move it to the archive" }).click();
      await expect(page.getByRole("status")).toHaveText("The KPI is in the archive.");
      await page.goto(`/o/${full.slug}/kpis?archived=yes`);
      await page.getByRole("link", { name: "Berths renewed" }).click();
      await page.getByRole("button", { name: "Bring it back" }).click();
      await expect(page.getByRole("status")).toHaveText("The KPI is back in use.");
    });

    test("whoever only sees results sees KPIs, and nothing to change them by", async ({ page, context, seeded, watch }) => {
      const { full } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(full.viewer.name);
      await signIn(context, full.viewer, seeded.product.url);
      await page.goto(`/o/${full.slug}/kpis/${full.kpi}`);
      await expect(page.getByRole("table", { name: "Readings, the latest first" })).toBeVisible();
      await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Set targets" })).toHaveCount(0);
      await expect(page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "API" })).toHaveCount(0);
      await accessible(page);
    });

    test("an owner makes a key, which is shown once, and revokes it", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { empty } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(empty.owner.name);
      await signIn(context, empty.owner, seeded.product.url);
      await page.goto(`/o/${empty.slug}/settings/api`);
      await heading(page, "Keys with which programs of Harbour Lines use the API");
      await ready(page);
      await page.getByRole("button", { name: "Make the key" }).click();
      await expect(page.getByRole("alert")).toContainText("Enter a name in one line of 1 to 80 characters.");
      await accessible(page);
      await page.getByLabel("Name", { exact: true }).fill("Warehouse");
      await page.getByLabel("read and add readings").check();
      await page.getByRole("button", { name: "Make the key" }).click();
      const secret = await page.getByText(/^ph_[\w-]{32}$/).textContent();
      await accessible(page);
      const reply = await page.request.get("/api/v1/organization/kpis", { headers: { Authorization: `Bearer ${secret}` } });
      expect(reply.status()).toBe(200);
      await page.goto(`/o/${empty.slug}/settings/api`);
      await expect(page.getByText(secret!)).toHaveCount(0);
      await expect(page.getByRole("row", { name: /^Warehouse/ })).toContainText(secret!.slice(0, 8));
      await page.getByRole("button", { name: "Revoke Warehouse" }).click();
      await expect(page.getByRole("row", { name: /^Warehouse/ })).toContainText("revoked on");
      await accessible(page);
      expect((await page.request.get("/api/v1/organization/kpis", { headers: { Authorization: `Bearer ${secret}` } })).status()).toBe(401);
    });
  });
}

test.describe("in Finnish", () => {
  test.use({ locale: "fi-FI" });

  test("nothing of it is English", async ({ page, context, seeded, watch }) => {
    const { full } = seeded.seed.finnish;
    watch.expectsCookie(full.owner.name);
    await signIn(context, full.owner, seeded.product.url);
    const at = `/o/${full.slug}/kpis`;
    for (const address of [
      at,
      `${at}/new`,
      `${at}/new?from=`,
      `${at}/import`,
      `${at}/${full.kpi}`,
      `${at}/${full.kpi}/edit`,
      `${at}/${full.kpi}/targets`,
      `/o/${full.slug}/settings/api`,
    ]) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", "fi");
      expect(await englishOf(page), address).toEqual([]);
    }
  });
});
