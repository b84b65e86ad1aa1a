import type { Locator, Page } from "@playwright/test";
import { exampleAnswers, definitionOf } from "./journeys/assessment-content.ts";
import { answerToTheEnd } from "./journeys/answer-questions.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expectResult } from "./journeys/read-result.ts";
import { focused, tabTo } from "./journeys/use-keyboard.ts";
import { expect, test } from "./journeys/watched-test.ts";

const MARTECH = "martech-stack";
const ALL = /^All \d+ assessments, the shortest first$/;

test.describe.configure({ timeout: 60_000 });

const entries = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
const found = (page: Page) => page.getByRole("main").getByRole("status");
const search = (page: Page) => page.getByRole("search", { name: "Assessments" });
const summary = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });

async function chooseStart(page: Page, ...labels: string[]): Promise<void> {
  for (const label of labels) await page.getByRole("radio", { name: label, exact: true }).check();
  await page.getByRole("button", { name: "Show where to start" }).click();
}

async function minutesOf(entry: Locator): Promise<number> {
  return Number(/(\d+) minutes/.exec(await entry.innerText())![1]);
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("from the first page by three questions to a result", async ({ page, request }) => {
      await page.goto("/");
      await page.getByRole("link", { name: "Where should I start?" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Where should I start?" })).toBeVisible();
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
      await expect(page.getByRole("group")).toHaveCount(3);

      await chooseStart(page, "I lead a team", "Our systems do not show us the customer", "Up to eight minutes");
      const definition = await definitionOf(request, MARTECH);
      await expect(page.getByRole("heading", { level: 1, name: `Start with “${definition.title}”` })).toBeVisible();
      await expect(
        page.getByText("Because you lead a team, your systems do not show you the customer and you have up to eight minutes.").first(),
      ).toBeVisible();
      await expect(page).toHaveTitle(`Start with: ${definition.title} · Pinhigh`);
      await expect(page).toHaveURL(/\/start\?form_sent=yes&who=manager&concern=systems&time=eight-minutes$/);
      await expect(entries(page)).toHaveCount(2);
      for (const entry of await entries(page).all()) expect(await minutesOf(entry)).toBeLessThanOrEqual(8);
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(3);
      await page.getByText("How this was chosen").click();
      await expect(page.getByText(`${definition.title}: 4 points, ${definition.minutes} minutes`)).toBeVisible();

      await page.getByRole("link", { name: "Look at it and begin" }).click();
      await expect(page.getByText(`5 questions · ${definition.minutes} minutes · for executives and managers · no account`)).toBeVisible();
      await page.getByRole("button", { name: "Begin" }).click();
      await answerToTheEnd(page, definition, exampleAnswers(MARTECH));
      await page.getByRole("button", { name: "Submit and see the result" }).click();
      await expectResult(page);
    });

    test("questions left open are named, and what was chosen stays", async ({ page, watch }) => {
      watch.expects(/status of 422/);
      await page.goto("/start");
      await chooseStart(page);
      await expect(page).toHaveTitle("Error: Where should I start? · Pinhigh");
      await expect(summary(page).getByRole("link")).toHaveCount(3);
      await chooseStart(page, "I meet customers in my daily work", "Three minutes");
      await expect(summary(page).getByRole("link")).toHaveCount(1);
      if (script) await expect(summary(page)).toBeFocused();
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(2);
      await expect(page.getByRole("group", { name: "What concerns you most?" })).toContainText("Error: Choose an answer");
      await summary(page).getByRole("link").click();
      await expect(page.getByRole("group", { name: "What concerns you most?" }).getByRole("radio").first()).toBeInViewport();
      await chooseStart(page, "Too few good enquiries come in");
      const first = page.getByRole("heading", { level: 1, name: /^Start with “/ });
      await expect(first).toBeVisible();
      if (script) await expect(first).toBeFocused();

      // With the longest time another one leads; going back brings the first one and its answers.
      const before = await first.textContent();
      await chooseStart(page, "Ten minutes or more");
      await expect(first).not.toHaveText(before!);
      await page.goBack();
      await expect(first).toHaveText(before!);
      await expect(page.getByRole("radio", { name: "Three minutes" })).toBeChecked();
    });

    test("the list says what each takes and gives, is searched and filtered, and empties with advice", async ({ page, request }) => {
      await page.goto("/assessments");
      await expect(found(page)).toHaveText(ALL);
      const total = await entries(page).count();
      const minutes = await Promise.all((await entries(page).all()).map(minutesOf));
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
      const definition = await definitionOf(request, MARTECH);
      const entry = entries(page).filter({ hasText: definition.title });
      await expect(entry).toContainText(definition.summary);
      await expect(entry).toContainText("5 questions, 3 minutes, for executives and managers");
      // Of its five questions three name process, one content, four technology, two KPIs.
      await expect(entry).toContainText("Pillars: Process 60 %, Content 20 %, Technology 80 %, KPIs 40 %");
      for (const sentence of definition.youGet) await expect(entry).toContainText(sentence);
      await expect(entry.getByRole("link", { name: `Example result of ${definition.title}` })).toHaveAttribute("href", `/assessments/${MARTECH}/example`);

      await search(page).getByLabel("About").selectOption("Technology");
      await search(page).getByLabel("For").selectOption("People who meet customers");
      await search(page).getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/\?q=&role=frontline&pillar=technology$/);
      await expect(found(page)).toHaveText(new RegExp(`^\\d+ of ${total} assessments found`));
      await page.waitForLoadState();
      expect(await entries(page).count()).toBeLessThan(total);
      for (const one of await entries(page).all()) {
        await expect(one).toContainText("people who meet customers");
        await expect(one).toContainText(/Pillars: .*Technology \d+\s%/);
      }
      await expect(entries(page).filter({ hasText: definition.title })).toHaveCount(0);

      await search(page).getByLabel("Search").fill("MÁRTECH");
      await search(page).getByLabel("Search").press("Enter");
      await expect(found(page)).toHaveText(`None of ${total} assessments found`);
      await expect(page.getByRole("heading", { name: "Nothing here fits all of that" })).toBeVisible();
      await search(page).getByLabel("For").selectOption("Everybody");
      await search(page).getByRole("button", { name: "Show" }).click();
      await expect(found(page)).toHaveText(`1 of ${total} assessments found`);
      await expect(entries(page).getByRole("heading")).toHaveText(definition.title);

      await page.goBack();
      await expect(search(page).getByLabel("For")).toHaveValue("frontline");
      await expect(search(page).getByLabel("Search")).toHaveValue("MÁRTECH");
      await page.getByRole("link", { name: `Show all ${total} assessments` }).click();
      await expect(found(page)).toHaveText(ALL);
      await expect(search(page).getByLabel("Search")).toHaveValue("");
      await expect(search(page).getByLabel("For")).toHaveValue("");
      await page.getByRole("link", { name: "answer three questions" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Where should I start?" })).toBeVisible();
    });

    test("a role that is not there is said, and the rest of the wishes hold", async ({ page, watch }) => {
      watch.expects(/status of 422/);
      await page.goto("/assessments?q=martech&role=boss");
      await expect(page).toHaveTitle("Error: assessments · Pinhigh");
      await expect(summary(page)).toContainText("Choose one of the roles. This list is for all of them.");
      await expect(entries(page)).toHaveCount(1);
      await search(page).getByLabel("For").selectOption("Managers");
      await search(page).getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveTitle("Assessments · Pinhigh");
      await expect(summary(page)).toHaveCount(0);
      await expect(entries(page)).toHaveCount(1);
    });
  });
}

test("searching loads no page anew and leaves the focus where it is; the keyboard is enough", async ({ page }) => {
  await page.goto("/assessments");
  await hydrated(page);
  const loaded: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loaded.push(request.url()));
  await tabTo(page, "search", "Search");
  await page.keyboard.type("customer sales");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=customer\+sales&/);
  await expect(found(page)).toContainText("the closest to your search first");
  expect(await focused(page)).toMatchObject({ role: "search", name: "Search" });
  await tabTo(page, "button", "Show");
  await page.keyboard.press("Enter");
  await tabTo(page, "a", "Show all");
  await page.keyboard.press("Enter");
  await expect(found(page)).toHaveText(ALL);
  await expect(page).toHaveURL(/\/assessments$/);
  await expect(search(page).getByLabel("Search")).toBeFocused();
  await expect(search(page).getByLabel("Search")).toHaveValue("");
  expect(loaded).toEqual([]);
});

test("the three questions are answered by keyboard alone", async ({ page }) => {
  await page.goto("/start");
  await hydrated(page);
  for (const label of ["I lead the company, or a large part of it", "We do not know where we stand with our customers", "Three minutes"]) {
    await tabTo(page, "radio", label);
    await page.keyboard.press("Space");
  }
  await tabTo(page, "button", "Show where to start");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: /^Start with “/ });
  await expect(heading).toBeFocused();
  await tabTo(page, "a", "Look at it and begin");
});
