import { english } from "#app/words/en/index.ts";
import { finnish } from "#app/words/fi/index.ts";
import { beginWith } from "./journeys/answer-questions.ts";
import { exampleAnswers } from "./journeys/assessment-content.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { englishOf } from "./journeys/english-of.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

const CORE = ["customer-or-product-centric", "martech-stack", "seven-ps"];
const QUIZ = CORE[0]!;

test.describe.configure({ timeout: 120_000 });

test.describe("a browser that asks for Finnish", () => {
  test.use({ locale: "fi-FI" });

  const PAGES = [
    "/",
    "/start",
    "/start?who=manager&concern=systems&time=ten-minutes",
    "/assessments",
    "/assessments?q=asiakas&role=frontline&pillar=technology",
    "/portfolios",
    "/method",
    ...CORE.flatMap((slug) => [`/assessments/${slug}`, `/assessments/${slug}/example`, `/assessments/${slug}/example/roadmap`]),
    "/assessments/great-brand-path/example",
  ];
  for (const path of PAGES) {
    test(`reads ${path} in Finnish, and nothing of it in English that is not marked as such`, async ({ page }) => {
      await page.goto(path);
      await hydrated(page);
      await openAllDetails(page);
      await expectAccessible(page, "fi");
      expect(await englishOf(page)).toEqual([]);
    });
  }

  for (const slug of CORE) {
    test(`answers ${slug} and reads its result in Finnish`, async ({ page }) => {
      await page.goto(`/assessments/${slug}`);
      await page.getByRole("button", { name: finnish.catalogue.begin }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Kysymykset 1–/ })).toBeVisible();
      await hydrated(page);
      await openAllDetails(page);
      expect(await englishOf(page)).toEqual([]);
      const takeToken = /\/take\/([^/?#]+)/.exec(page.url())![1]!;
      const changes = Object.entries(exampleAnswers(slug)).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
      expect((await page.request.post(`/take/${takeToken}/answers`, { data: { changes } })).status()).toBe(200);
      await page.goto(`/take/${takeToken}/check`);
      expect(await englishOf(page)).toEqual([]);
      await page.getByRole("button", { name: finnish.finishing.submit }).click();
      await page.waitForURL(/\/results\//);
      await openAllDetails(page);
      await expectAccessible(page, "fi");
      expect(await englishOf(page)).toEqual([]);
    });
  }

  test("reads a portfolio, its roadmap and the way back to the questions in Finnish", async ({ page }) => {
    await page.goto("/portfolios");
    await page.getByRole("button", { name: finnish.portfolio.beginPortfolio }).click();
    await page.waitForURL(/\/portfolios\/[\w-]{30}$/);
    const portfolio = page.url();
    await page.locator(`button[name="assessment"][value="${QUIZ}"]`).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Kysymykset 1–/ })).toBeVisible();
    const takeToken = /\/take\/([^/?#]+)/.exec(page.url())![1]!;
    const changes = Object.entries(exampleAnswers(QUIZ)).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
    expect((await page.request.post(`/take/${takeToken}/answers`, { data: { changes } })).status()).toBe(200);
    const read = async (address: string) => {
      await page.goto(address);
      await hydrated(page);
      await openAllDetails(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "fi");
      expect(await englishOf(page), address).toEqual([]);
    };
    await read(`/take/${takeToken}/save`);
    await read(portfolio);
    await page.goto(`/take/${takeToken}/check`);
    await page.getByRole("button", { name: finnish.finishing.submit }).click();
    await page.waitForURL(/\/portfolios\//);
    await read(portfolio);
    await read(`${portfolio}/roadmap`);
  });

  test("is told of a mistake in Finnish", async ({ page, watch }) => {
    watch.expects(/status of 4(04|22)/);
    await page.goto(`/assessments/${QUIZ}/example/roadmap?quarters=0&people=paljon`);
    await hydrated(page);
    await expect(page).toHaveTitle(/^Virhe: /);
    expect(await englishOf(page)).toEqual([]);
    await page.goto("/ei-mitaan");
    await expect(page.getByRole("heading", { level: 1, name: finnish.frame.nothingHere })).toBeVisible();
    await expectAccessible(page, "fi");
  });
});

test("a page that is still open when another language is chosen in a second tab changes as a whole", async ({ page, context, watch }) => {
  watch.expectsCookie("language");
  await page.goto("/assessments");
  await hydrated(page);
  const second = await context.newPage();
  await second.goto("/");
  await second.getByRole("button", { name: "Suomi" }).click();
  await expect(second.locator("html")).toHaveAttribute("lang", "fi");
  await page.getByRole("link", { name: english.frame.method, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(finnish.method.heading);
  await expect(page.locator("html")).toHaveAttribute("lang", "fi");
  await expect(page.getByRole("button", { name: "English" })).toBeVisible();
  expect(await englishOf(page)).toEqual([]);
});

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("the language is chosen on any page, holds on the next, and is given back", async ({ page, context, watch }) => {
      watch.expectsCookie("language");
      await page.goto(`/assessments?q=customer`);
      await page.getByRole("button", { name: "Suomi" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "fi");
      expect(new URL(page.url()).search).toBe("?q=customer");
      expect(await context.cookies()).toMatchObject([{ name: "language", httpOnly: true, sameSite: "Lax", path: "/" }]);
      await page.getByRole("link", { name: finnish.frame.method, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(finnish.method.heading);
      await page.getByRole("button", { name: "English" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(english.method.heading);
    });

    test("a result is read by each in their own language", async ({ page, browser, watch }) => {
      watch.expectsCookie("language");
      const { takeToken } = await beginWith(page, QUIZ, exampleAnswers(QUIZ));
      await page.getByRole("button", { name: "Suomi" }).click();
      await page.goto(`/take/${takeToken}/check`);
      await page.getByRole("button", { name: finnish.finishing.submit }).click();
      await page.waitForURL(/\/results\//);
      const inFinnish = await page.getByRole("heading", { level: 1 }).textContent();
      const reader = await browser.newPage({ locale: "en-GB" });
      await reader.goto(page.url());
      await expect(reader.locator("html")).toHaveAttribute("lang", "en");
      await expect(reader.getByRole("heading", { level: 1 })).not.toHaveText(inFinnish!);
      await reader.close();
    });
  });
}
