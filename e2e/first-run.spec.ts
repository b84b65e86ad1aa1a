import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { beginWith, submit } from "./journeys/answer-questions.ts";
import { exampleAnswers } from "./journeys/assessment-content.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { mailedLink } from "./journeys/read-mail.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const EXAMPLE = exampleAnswers(QUIZ);
const PASSWORD = "correct horse battery";
const TITLE = "Are you customer-centric or product-centric?";
const CYCLE = /^\d{4}-Q[1-4]: Are you customer-centric or product-centric\?$/;

const test = testWithSeed(() => Promise.resolve(null));
test.describe.configure({ timeout: 300_000 });

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const field = (page: Page, label: string) => main(page).getByLabel(label, { exact: true });
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true }).click();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (!script) return;
      await hydrated(page);
      await expectAccessible(page);
    };

    test("somebody takes the quiz, signs up, is led to a first cycle, answers and closes it, and brings the quiz in", async ({ page, seeded, watch }) => {
      watch.expects(/status of (409|422)/);
      watch.expectsCookie("pinhigh.session_token");
      watch.expectsCookie("pinhigh.known_browser");
      const address = `first-${script}@example.com`;
      const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
      const { resultPath } = await submit(page, takeToken);
      await follow(page, "Keep this result in an organisation");
      await heading(page, "Keep this result in an organisation");
      await ready(page);
      const claimPath = new URL(page.url()).pathname;
      await follow(page, "Make an account");
      await heading(page, "Make an account");
      if (script) await hydrated(page);
      await field(page, "Your name").fill("Nea Uusi");
      await field(page, "Email address").fill(address);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Make the account");
      await heading(page, "Look into your mail");
      await page.goto(await mailedLink(seeded.product.dataDirectory, address));
      await heading(page, "Confirm your address");
      if (script) await hydrated(page);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Confirm and sign in");
      // Back where it began, now signed in.
      await heading(page, "Keep this result in an organisation");
      await expect(page).toHaveURL(new RegExp(`${claimPath}$`));
      await expect(main(page)).toContainText("You belong to no organisation in which you run assessments.");
      await ready(page);

      await page.goto("/o");
      await heading(page, "You belong to no organisation yet");
      await expect(
        main(page)
          .getByRole("listitem")
          .filter({ has: page.getByRole("heading", { level: 3 }) }),
      ).toHaveCount(3);
      await expect(main(page).locator("[aria-current=step]")).toContainText("Make your organisation");
      await expect(main(page)).toContainText(`${TITLE} (about 3 minutes)`);
      await ready(page);
      await follow(page, "Make an organisation");
      await field(page, "Name").fill("Harbour Lines");
      await page.getByLabel("A company that looks at itself").check();
      await press(page, "Make the organisation");
      await heading(page, "Harbour Lines has not been assessed yet");
      await expect(main(page).locator("[aria-current=step]")).toContainText("Choose a first assessment");
      await ready(page);
      const home = new URL(page.url()).pathname;
      await press(page, `Open this one: ${TITLE}`);
      await heading(page, CYCLE);
      await expect(page.getByRole("status")).toHaveText("The cycle is open. Those it asks have been told.");
      await expect(main(page)).toContainText("0 of 1 have answered.");
      await ready(page);
      const cycle = new URL(page.url()).pathname;
      await page.goto(home);
      await expect(main(page).locator("[aria-current=step]")).toContainText("Invite people, or answer it yourself");
      await ready(page);
      await follow(page, "Answer it yourself");

      if (script) await hydrated(page);
      await press(page, "Answer");
      await heading(page, /^Questions 1 to/);
      const own = /\/take\/([\w-]{30})/.exec(page.url())![1]!;
      const changes = Object.entries(EXAMPLE).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
      // As the page's own script would: a session without an origin is refused.
      const headers = { Origin: seeded.product.url };
      expect((await page.request.post(`/take/${own}/answers`, { headers, data: { changes } })).status()).toBe(200);
      await page.goto(cycle);
      if (script) await hydrated(page);
      await press(page, "Go on answering");
      await expect(page).toHaveURL(new RegExp(`/take/${own}`));
      await submit(page, own);
      await expect(main(page)).toContainText("This result belongs to an organisation.");
      await expect(main(page).getByRole("button", { name: "Begin a portfolio with this result" })).toHaveCount(0);
      await expect(main(page).getByRole("link", { name: "Keep this result in an organisation" })).toHaveCount(0);
      await page.goto(cycle);
      await expect(main(page)).toContainText("1 of 1 have answered.");
      await follow(page, "See your result");
      await expect(page.getByRole("region", { name: "Where you stand" })).toBeVisible();
      await ready(page);

      await page.goto(cycle);
      if (script) await hydrated(page);
      await page.getByText("Close this cycle").click();
      if (script) await expectAccessible(page);
      await press(page, "Close it for everybody");
      await expect(page.getByRole("status")).toHaveText("The cycle is closed.");
      await expect(main(page)).toContainText("What was submitted stays; nothing can be added.");
      await ready(page);

      await page.goto(claimPath);
      if (script) await hydrated(page);
      await press(page, "Keep it in Harbour Lines");
      await expect(page.getByRole("status").first()).toHaveText("The result is kept in Harbour Lines. Its old link still shows it too.");
      const kept = new URL(page.url()).pathname;
      await ready(page);
      await page.goto(claimPath);
      if (script) await hydrated(page);
      await press(page, "Keep it in Harbour Lines");
      await expect(page.getByRole("status").first()).toHaveText("Harbour Lines has this result already. Here it is.");
      expect(new URL(page.url()).pathname).toBe(kept);
      await page.goto(resultPath);
      await expect(page.getByRole("region", { name: "Where you stand" })).toBeVisible();
      await follow(page, "Keep this result in an organisation");
      await page.goto(home);
      await heading(page, "Where Harbour Lines stands");
      await expect(page.getByRole("table", { name: "Results, the latest first" }).getByRole("row")).toHaveCount(3);
      await ready(page);
      await follow(page, "See all results");
      await heading(page, "2 results in Harbour Lines");
      await expect(page.getByRole("table").getByRole("row").filter({ hasText: "Brought in" })).toHaveCount(1);
      await expect(page.getByRole("rowheader").filter({ hasText: "(brought in by you)" })).toHaveCount(1);
      await ready(page);
      const singles = page.getByRole("region", { name: "Results", exact: true });
      await follow(page, "Score");
      await expect(singles.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "ascending");
      if (script) await hydrated(page);
      await field(page, "Period").selectOption("brought-in");
      await press(page, "Show");
      await heading(page, "One result found");
      await expect(singles.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "ascending");
      await ready(page);
      const [file] = await Promise.all([page.waitForEvent("download"), follow(page, "These as a file (CSV)")]);
      const lines = readFileSync(await file.path(), "utf8")
        .trim()
        .split("\r\n");
      expect(lines).toHaveLength(2);
      expect(lines[1]).toMatch(/^Are you customer-centric or product-centric\?,Brought in,\d/);
      await follow(page, "Show everything");
      await heading(page, "2 results in Harbour Lines");
    });

    test("a cycle is asked for with what is missing, opened once, and closed over open answers", async ({ page, seeded, watch }) => {
      // Where script draws the page of an error, the browser asks for an icon of its own accord.
      watch.expects(/status of (409|422)|favicon\.ico/);
      watch.expectsCookie("pinhigh.session_token");
      watch.expectsCookie("pinhigh.known_browser");
      const address = `second-${script}@example.com`;
      await page.goto("/sign-up?to=%2Fo%2Fnew");
      if (script) await hydrated(page);
      await field(page, "Your name").fill("Otto Toinen");
      await field(page, "Email address").fill(address);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Make the account");
      await page.goto(await mailedLink(seeded.product.dataDirectory, address));
      if (script) await hydrated(page);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Confirm and sign in");
      await heading(page, "Which organisation is it?");
      if (script) await hydrated(page);
      await field(page, "Name").fill(`A name of one word that has to wrap: ${"x".repeat(70)}`);
      await page.getByLabel("A company that looks at itself").check();
      await press(page, "Make the organisation");
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Cycles" }).click();
      await heading(page, /has had no cycle yet$/);
      const cycles = new URL(page.url()).pathname;
      await ready(page);
      await follow(page, "Open a cycle");
      await heading(page, "What do you want to know, and from whom?");
      await ready(page);
      await press(page, "Open the cycle");
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Choose an assessment."]);
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await ready(page);
      await page.getByRole("checkbox", { name: TITLE }).check();
      await press(page, "Open the cycle");
      await heading(page, CYCLE);
      const cycle = new URL(page.url()).pathname;
      await page.goto(cycles);
      await heading(page, /^One cycle in /);
      await follow(page, "Opened");
      await expect(page.getByRole("columnheader", { name: "Opened" })).toHaveAttribute("aria-sort", "descending");
      if (script) await hydrated(page);
      await field(page, "State").selectOption("closed");
      await press(page, "Show");
      await heading(page, "No cycle found");
      await ready(page);
      await follow(page, "Show everything");
      await heading(page, /^One cycle in /);
      await ready(page);
      await follow(page, "Open a cycle");
      if (script) await hydrated(page);
      await page.getByRole("checkbox", { name: TITLE }).check();
      await press(page, "Open the cycle");
      await expect(page.getByRole("alert")).toContainText(`There is a cycle of “${TITLE}” for `);
      await expect(page.getByRole("checkbox", { name: TITLE })).toBeChecked();
      await page.goto(cycle);
      if (script) await hydrated(page);
      await press(page, "Answer");
      await heading(page, /^Questions 1 to/);
      if (script) await hydrated(page);
      const take = page.url();
      const other = await page.context().newPage();
      await other.goto(cycle);
      await other.getByText("Close this cycle").click();
      await press(other, "Close it for everybody");
      await expect(other.getByRole("status")).toHaveText("The cycle is closed.");
      await expect(main(other)).toContainText("You had not submitted your answers when the cycle was closed.");
      await other.close();
      // The tab in which the questions are still open.
      await page.getByRole("group").first().getByRole("radio").first().check();
      if (script) {
        await expect(page.getByRole("status")).toHaveText("Not saved: no longer open.");
        await expectAccessible(page);
      }
      await press(page, "Continue");
      await heading(page, "These questions are closed");
      if (script) await expectAccessible(page);
      expect((await page.goto(take))!.status()).toBe(409);
      await heading(page, "These questions are closed");
      await page.goto(cycles.replace(/cycles$/, "results"));
      await heading(page, /^There is no result in /);
      await ready(page);
    });
  });
}
