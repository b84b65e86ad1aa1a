import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expectRoadmap } from "./journeys/read-roadmap.ts";
import { expect, test } from "./journeys/watched-test.ts";

// Some forty pages, each looked at by axe.
test.describe.configure({ timeout: 480_000 });

const COMPANY = "/o/example-ferries";
const FIRM = "/o/example-advisers";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("somebody looks around in an example, where every screen has life in it and nothing can be changed", async ({ page, watch }) => {
      watch.expects(/status of 403/);
      // A browser looks for it by itself while a page is put in the place of another.
      watch.expects(/favicon\.ico/);
      const ready = async () => (javaScriptEnabled ? hydrated(page) : undefined);
      await page.goto("/");
      await page.getByRole("link", { name: "Look around in an example" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look around in an example");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Look around" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You work for 4 clients");

      const first = page.getByRole("row").nth(1);
      const cycle = (await first.getByRole("cell").nth(1).textContent())!;
      await first.getByRole("link", { name: cycle, exact: true }).click();
      const [title, period] = cycle.split(", ");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${period}: ${title}`);

      const places = [
        COMPANY,
        `${COMPANY}/cycles`,
        `${COMPANY}/results`,
        ...[
          "trends",
          "benchmarks",
          "milestones",
          "summary",
          "evidence",
          "kpis",
          "roadmap",
          "roadmap/timeline",
          "roadmap/leaps",
          "roadmap/promises",
          "scenarios",
        ].map((place) => `${COMPANY}/${place}`),
        ...["people", "invitations", "consultancies", "profile", "audit"].map((place) => `${COMPANY}/settings/${place}`),
      ];
      for (const path of ["/clients", "/o", "/notifications", ...places, FIRM, `${FIRM}/settings/clients`, `${FIRM}/settings/people`]) {
        await page.goto(path);
        await ready();
        if (path.startsWith(COMPANY)) await expect(page.getByText("The people and the figures of Example Ferries are invented.")).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
      }

      await page.goto(`${COMPANY}/cycles`);
      await page.getByRole("link", { name: "Are you customer-centric or product-centric?" }).first().click();
      await expect(page.getByText(/\d of \d+ have answered/)).toBeVisible();
      await page.goto(`${COMPANY}/results`);
      // One of a named cycle: a roadmap is of a single result.
      const singles = page.getByRole("region", { name: "Results", exact: true });
      await singles.getByRole("link", { name: "Are you customer-centric or product-centric?" }).first().click();
      await expect(page.getByText(/of 100, level \d of 5/).first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const result = new URL(page.url()).pathname;
      await page.getByRole("link", { name: "Open your roadmap" }).click();
      await expect(page).toHaveURL(new RegExp(`${result}/roadmap$`));
      await ready();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectRoadmap(page);
      // Other wishes are an address of the same page.
      await page.getByLabel("Quarters ahead (1 to 12)").fill("2");
      await page.getByRole("button", { name: "Plan again" }).click();
      await expect(page).toHaveURL(new RegExp(`${result}/roadmap\\?.*quarters=2`));
      await page.getByRole("link", { name: /: your result$/ }).click();
      await expect(page).toHaveURL(new RegExp(`${result}$`));

      await page.goto(`${COMPANY}/settings/profile`);
      await ready();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is an example");
      await page.getByRole("link", { name: "About the example" }).click();
      await page.getByRole("button", { name: "Leave the example" }).click();
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    });
  });
}
