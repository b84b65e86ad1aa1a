import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

test.describe.configure({ timeout: 180_000 });

const COMPANY = "/o/example-ferries";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("somebody sees whether anything moved, what that rests on, and two quarters side by side", async ({ page, watch }) => {
      watch.expects(/favicon\.ico/);
      watch.expectsCookie("pinhigh.session_token");
      const ready = async () => {
        if (!javaScriptEnabled) return;
        await hydrated(page);
        await expectAccessible(page);
      };
      await page.goto("/demo");
      await page.getByRole("button", { name: "Look around" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You work for 4 clients");
      await page.goto(`${COMPANY}/trends`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^From \d{4}-Q\d to \d{4}-Q\d, (nothing|one part|\d parts) moved clearly$/);
      await expect(page.getByText(/^Overall: /).first()).toBeVisible();
      await ready();
      await page.getByText("What this rests on").click();
      await expect(page.getByText(/are compared as two groups|answered both times, and each/).first()).toBeVisible();
      await expect(
        page
          .getByRole("figure")
          .getByRole("listitem")
          .filter({ hasText: /^\d+ \w+ \d{4}: / }),
      ).not.toHaveCount(0);
      const chart = page.getByRole("figure");
      await expect(chart.getByRole("img", { name: /milestones? (is|are) marked; (it is|they are) named beneath\.$/ })).toBeVisible();
      await expect(chart.getByText(/\(initiative: .+\)$/).first()).toBeVisible();
      await expect(chart.getByText("Nothing says that one of them is the cause of how the figures moved.", { exact: false })).toBeVisible();
      await expect(chart.locator("canvas")).toHaveCount(javaScriptEnabled ? 1 : 0);
      // A dotted line with its number, where the server drew it.
      if (!javaScriptEnabled) await expect(chart.locator("svg:visible text").filter({ hasText: /^1$/ })).toHaveCount(1);
      await expect(page.getByRole("table")).toHaveCount(1);
      const file = `${COMPANY}/trends.csv?assessment=customer-or-product-centric`;
      // Taking a file is refused to the visitor of the example, as everywhere there, and so not offered.
      await expect(page.getByRole("link", { name: "These figures as a file (CSV)" })).toHaveCount(0);
      expect((await page.request.get(file)).status()).toBe(403);

      const parts = page.getByRole("navigation", { name: "Which part is drawn" });
      await expect(parts.getByRole("link", { name: "Overall" })).toHaveAttribute("aria-current", "page");
      const overall = await page.getByRole("table").textContent();
      const part = (await parts.getByRole("link").nth(1).textContent())!;
      await parts.getByRole("link").nth(1).click();
      await expect(parts.getByRole("link", { name: part })).toHaveAttribute("aria-current", "page");
      await expect(chart.locator("figcaption")).toContainText(`, ${part}: `);
      await expect(page.getByRole("table", { name: new RegExp(`, ${part}: every figure of the line`) })).toBeVisible();
      expect(await page.getByRole("table").textContent()).not.toBe(overall);
      await ready();

      await page.getByRole("link", { name: "Put any two cycles side by side" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ beside /);
      await expect(page.getByRole("table")).toHaveCount(3);
      await ready();
      await page.goto(`${COMPANY}/milestones`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 milestones of Example Ferries");
      await ready();
    });
  });
}
