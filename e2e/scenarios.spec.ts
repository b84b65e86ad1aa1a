import type { Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../tests/factories/answered-cycle.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

/** An organisation with a result of eight people. */
async function place(db: OpenDatabase["client"], origin: string) {
  const catalog = await seedCatalog(db, origin);
  const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const cycleId = await makeAnsweredCycle(db, owner, quiz, catalog, { period: "2026-Q3", people: peopleFrom(1, 8, [{ strength: 0.4 }]) });
  await publishResult(db, { organizationId: owner.organization.id, cycleId }, { compute: computeInSteps });
  const { cookie } = await sessionCookie(db, owner.person, { origin });
  const at = cookie.indexOf("=");
  return { slug: owner.organization.slug, cookie: { name: cookie.slice(0, at), value: cookie.slice(at + 1) } };
}

const test = testWithSeed(async (db, origin) => ({ script: await place(db, origin), plain: await place(db, origin) }));
test.describe.configure({ timeout: 240_000 });

/** Makes a scenario of two quarters, and waits until it is planned. */
async function makeOne(page: Page, { slug, name, weeks, withScript }: { slug: string; name: string; weeks: string; withScript: boolean }) {
  await page.goto(`/o/${slug}/scenarios/new`);
  if (withScript) await hydrated(page);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Quarters ahead").fill("2");
  for (const pool of ["People", "Process", "Content", "Technology", "KPIs"])
    for (const field of await page.getByLabel(new RegExp(`^${pool}, `)).all()) await field.fill(weeks);
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page).toHaveURL(/\/scenarios\/[0-9a-f-]{36}$/);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Make it the roadmap")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
}

for (const withScript of [true, false]) {
  test.describe(withScript ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: withScript });

    test("two scenarios are planned, compared, and one becomes the roadmap that is held to its promises", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { slug, cookie } = seeded.seed[withScript ? "script" : "plain"];
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      const accessible = async () => {
        if (withScript) await expectAccessible(page);
      };
      await page.goto(`/o/${slug}/scenarios`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour Lines has no scenario yet");
      await accessible();
      await page.getByRole("link", { name: "Make a scenario" }).click();
      await accessible();
      // What is wrong comes back with what was entered.
      await page.getByLabel("Quarters ahead").fill("13");
      await page.getByRole("button", { name: "Plan it" }).click();
      await expect(page.getByRole("alert")).toContainText("Give the scenario a name.");
      await expect(page.getByLabel("Quarters ahead")).toHaveValue("13");

      await makeOne(page, { slug, name: "With little", weeks: "1", withScript });
      await makeOne(page, { slug, name: "With more", weeks: "4", withScript });
      if (withScript) await openAllDetails(page);
      await accessible();
      const fitsAPhone = async () => {
        await page.setViewportSize({ width: 320, height: 800 });
        // A canvas follows the width a moment later.
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 900 });
      };
      await fitsAPhone();
      // Why each is in, and then.
      const first = page.getByRole("main").locator("details", { hasText: "Open this initiative" }).first();
      if (!withScript) await first.locator("summary").click();
      await expect(first).toContainText("It starts in the first quarter; nothing is earlier.");
      await expect(first).toContainText(/It is in the plan in .* of 200 reruns/);

      await page.getByRole("link", { name: "The same initiatives by impact and effort, RICE and WSJF" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Three views of “With more”, none of them a verdict");
      // A page that is still arriving has its heading before its tables.
      await page.waitForLoadState();
      await accessible();
      const map = page.getByRole("img", { name: /^Person-weeks and points of \d+ initiatives\./ });
      const rows = (name: string) => page.getByRole("table", { name }).locator("tbody tr");
      const count = await rows("Impact and effort of every initiative").count();
      expect(count).toBeGreaterThan(5);
      // Everything is named in the drawing, once, and no name lies on another.
      const labels = await map
        .locator("svg:visible text[font-weight]")
        .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().toJSON() as DOMRect));
      expect(labels).toHaveLength(count);
      labels.slice(1).forEach(({ top }, k) => expect(top).toBeGreaterThanOrEqual(labels[k]!.bottom - 6));
      for (const name of ["Initiatives by RICE", "Initiatives by WSJF"]) await expect(rows(name)).toHaveCount(count);
      await fitsAPhone();

      await page.goto(`/o/${slug}/scenarios`);
      await page.getByRole("button", { name: "Compare" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("“With more” and “With little”");
      await accessible();
      const curves = page.getByRole("img", { name: /^Projected scores of the two/ });
      await expect(curves.locator("svg:visible")).toContainText("With little");
      await expect(curves.locator("svg:visible polyline")).toHaveCount(2);
      await fitsAPhone();

      await page.goto(`/o/${slug}/scenarios`);
      await page.getByRole("link", { name: "With more" }).first().click();
      for (const [link, ending] of [
        ["Workbook for Excel (.xlsx)", "xlsx"],
        ["Table (.csv)", "csv"],
        ["Document (.md)", "md"],
      ] as const) {
        const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
        expect([await file.failure(), file.suggestedFilename()]).toEqual([null, `scenario-${slug}.${ending}`]);
      }
      if (!(await page.getByLabel("Why this one").isVisible())) await page.getByText("Make it the roadmap").click();
      await page.getByLabel("Why this one").fill("We can spare the weeks.");
      await page.getByRole("button", { name: "Adopt it" }).click();
      await expect(page.getByText("It is the roadmap now.")).toBeVisible();
      await page.goto(`/o/${slug}/roadmap`);
      await accessible();
      await page.goto(`/o/${slug}/roadmap/promises`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No promise of Harbour Lines has met a result yet");
      await expect(page.getByText(/^All of it was promised on \d{1,2} \w+ \d{4}, “.+”\.$/)).toHaveCount(1);
      await accessible();
    });
  });
}
