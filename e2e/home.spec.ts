import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

test.describe.configure({ timeout: 180_000 });

const COMPANY = "/o/example-ferries";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an executive sees where the company stands, what changed, what is due and what to do, and prints one page", async ({ page, watch }) => {
      watch.expects(/favicon\.ico/);
      watch.expectsCookie("pinhigh.session_token");
      await page.goto("/demo");
      await page.getByRole("button", { name: "Look around" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You work for 4 clients");
      await page.goto(COMPANY);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where Example Ferries stands");
      for (const heading of ["What to do next", "What changed", "What is due"])
        await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
      await expect(page.getByRole("img", { name: /of 100, level \d of 5.*It was \d+\.\d in \d{4}-Q\d/ }).first()).toBeVisible();
      if (javaScriptEnabled) {
        await hydrated(page);
        await expectAccessible(page);
      }
      await page.getByRole("link", { name: "The page for the board" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "Where people disagree most" })).toBeVisible();
      await expect(page.getByRole("heading", { level: 2, name: "The roadmap" })).toBeVisible();
      await expect(page.getByText(/adopted on .*: from \d+\.\d of 100 it was planned to reach \d+\.\d\. That is a projection, and no result\./)).toBeVisible();
      await expect(page.getByText(/^Initiatives: \d+ under way, \d+ planned, \d+ done, \d+ proposed, 0 dropped\.$/)).toBeVisible();
      await expect(page.getByText(/SHA-256 of the assessment’s text: [0-9a-f]{64}/)).toBeVisible();
      if (javaScriptEnabled) {
        await hydrated(page);
        await expectAccessible(page);
      }
      // Another assessment of theirs, by a link that needs no script.
      const choice = page.getByRole("navigation", { name: "Which assessment" });
      const other = choice.locator("a:not([aria-current])").first();
      const title = (await other.textContent())!;
      await other.click();
      await expect(choice.locator("a[aria-current=page]")).toHaveText(title);
      await expect(page.getByRole("article")).toContainText(`${title} ·`);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    });
  });
}
