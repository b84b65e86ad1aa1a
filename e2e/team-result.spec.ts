import type { Page } from "@playwright/test";
import { expectAccessibleOpened } from "./journeys/check-accessibility.ts";
import { seedTeams } from "./journeys/seed-teams.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const test = testWithSeed(async (db, origin) => ({ script: await seedTeams(db, origin), plain: await seedTeams(db, origin) }));
test.describe.configure({ timeout: 300_000 });

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await expectAccessibleOpened(page);
    };

    test("what a team scored is read from its sentence to its answers, agreed on where people differ, and taken along", async ({
      page,
      context,
      seeded,
      watch,
    }) => {
      watch.expects(/status of (409|422)/);
      const { slug, cookie, cycles, item } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      const result = `/o/${slug}/cycles/${cycles.shown}/result`;

      await page.goto(`/o/${slug}/results`);
      await main(page).getByRole("link", { name: "2026-Q3: the team’s result" }).click();
      await heading(page, /^Harbour Lines is at \d+\.\d of 100, .*; managers see it \d+\.\d points higher than the front line$/);
      await ready(page);
      await expect(main(page)).toContainText("Mean of 30 people, each counting the same.");
      const roles = page.getByRole("table", { name: "Means by what people answer as" });
      await expect(roles.getByRole("row", { name: /^Managers 15 \d/ })).toBeVisible();
      await expect(page.getByRole("table", { name: "Managers minus The front line, by part" }).getByRole("img").first()).toBeVisible();
      await expect(page.getByRole("heading", { name: "Where to talk first" })).toBeVisible();

      const [csv, json] = await Promise.all([page.request.get(`${result}.csv?table=roles`), page.request.get(`${result}.json`)]);
      expect(await csv.text()).toMatch(/Managers,15,[0-9]/);
      expect(await json.json()).toMatchObject({ respondents: 30, method: "2" });
      expect((await page.request.get(`${result}.csv?table=people`)).status()).toBe(404);

      await page.getByRole("link", { name: "Question 1: comments, evidence and what you agree on" }).click();
      await heading(page, item.text);
      await ready(page);
      await expect(main(page)).toContainText("In no order, and without who wrote them.");
      await expect(main(page).getByText("<b>Nobody</b> calls back.")).toHaveCount(6);
      await expect(main(page)).toContainText("The register has no evidence for this question");
      await expect(page.getByRole("link", { name: "Add evidence for this question" })).toBeVisible();
      await page.getByRole("button", { name: "Write it down" }).click();
      await expect(page.getByRole("alert")).toContainText("Choose what was agreed on.");
      await expect(page.getByRole("alert")).toContainText("Say why, in a few words.");
      await ready(page);
      await page.locator(`#${item.id}-1`).check();
      await page.getByLabel("Why", { exact: true }).fill("We called ourselves, and counted.");
      await page.getByRole("button", { name: "Write it down" }).click();
      await expect(main(page)).toContainText("Written down.");
      await expect(main(page)).toContainText("Written down by Maria Virtanen on");
      await ready(page);

      // Somebody else had the page open since before.
      const other = await context.newPage();
      await other.goto(page.url().split("?")[0]!);
      await page.goto(page.url().split("?")[0]!);
      await other.getByLabel("Why", { exact: true }).fill("The other one was quicker.");
      await other.getByRole("button", { name: "Write it down" }).click();
      await expect(other.getByText("Written down.", { exact: true })).toBeVisible();
      await other.close();
      await page.getByLabel("Why", { exact: true }).fill("Mine was written later.");
      await page.getByRole("button", { name: "Write it down" }).click();
      await expect(page.getByRole("row", { name: /The other one was quicker\. Mine was written later\./ })).toBeVisible();
      await ready(page);
      await page.getByRole("alert").getByRole("button").click();
      await expect(main(page).getByText("Written down.", { exact: true })).toBeVisible();
      await expect(main(page)).toContainText("Mine was written later.");

      await page.getByRole("link", { name: "To the team’s result" }).click();
      await expect(main(page)).toContainText("With what was agreed on for 1 question, the team as a whole is at");
      await ready(page);
    });

    test("where there are no figures it is said why, and what there has to be for some", async ({ page, context, seeded, watch }) => {
      const { slug, cookie, cycles } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      const look = async (cycle: string, name: string | RegExp) => {
        await page.goto(`/o/${slug}/cycles/${cycle}/result`);
        await heading(page, name);
        await ready(page);
        await expect(main(page).getByRole("table")).toHaveCount(0);
      };
      await page.goto(`/o/${slug}/cycles/${cycles.hidden}/result`);
      await heading(page, /^Harbour Lines is at/);
      await expect(page.getByRole("row", { name: "Executives 2 not shown: fewer than five people" })).toBeVisible();
      await expect(page.getByRole("row", { name: "Managers 6 not shown: fewer than five others could be worked out from it" })).toBeVisible();
      await expect(main(page)).toContainText("No two roles can be compared here");
      await ready(page);
      await look(cycles.withheld, "2 more people are needed for a result");
      await look(cycles.none, "Nobody has answered, so there is no result");
      await look(cycles.open, "The result comes when the cycle is closed");
      // Closed before the product was started: it does so by itself.
      await expect(async () => {
        await page.goto(`/o/${slug}/cycles/${cycles.due}/result`);
        await heading(page, /^Harbour Lines is at/);
      }).toPass({ timeout: 60_000 });
    });
  });
}
