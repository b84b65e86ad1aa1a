import { begin, beginWith, choice, openScreen, questionGroup, questionsOnScreen, saveState, submit, takeTokenOf } from "./journeys/answer-questions.ts";
import { type Answers, definitionOf, exampleAnswers } from "./journeys/assessment-content.ts";
import { expectAccessible, expectNothingForAxe, openAllDetails } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { SEARCHED, standing } from "./journeys/read-roadmap.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const EXAMPLE = exampleAnswers(QUIZ);
const TWO_OPEN: Answers = Object.fromEntries(Object.entries(EXAMPLE).slice(2));

test.describe.configure({ timeout: 90_000 });

const PAGES = [
  "/",
  "/start",
  "/start?who=manager&concern=systems&time=ten-minutes",
  "/assessments",
  "/assessments?q=customer&role=frontline&pillar=technology",
  "/assessments?q=nothing-of-that-name",
  `/assessments/${QUIZ}`,
  "/assessments/martech-stack",
  "/assessments/seven-ps",
  "/portfolios",
  "/method",
  "/api/docs",
  `/assessments/${QUIZ}/example`,
  "/assessments/martech-stack/example",
];

for (const path of PAGES) {
  test(`page ${path}`, async ({ page }) => {
    await page.goto(path);
    await hydrated(page);
    await openAllDetails(page);
    await expectAccessible(page);
  });
}

test("an example roadmap, everything opened", async ({ page }) => {
  await page.goto(`/assessments/${QUIZ}/example/roadmap`);
  await expect(standing(page)).toHaveText(SEARCHED, { timeout: 60_000 });
  await openAllDetails(page);
  await expectAccessible(page);
});

test("a roadmap with figures that cannot be used", async ({ page, watch }) => {
  watch.expects(/status of 422/);
  await page.goto(`/assessments/${QUIZ}/example/roadmap?quarters=0&people=many&budget=some`);
  await hydrated(page);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toBeFocused();
  await expectAccessible(page);
});

test("the ways to an assessment, with choices that cannot be used", async ({ page, watch }) => {
  watch.expects(/status of 422/);
  for (const path of ["/assessments?role=boss&pillar=none", "/start?form_sent=yes&who=manager"]) {
    await page.goto(path);
    await hydrated(page);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toBeFocused();
    await expectAccessible(page);
  }
});

test("a page that is not there", async ({ page, watch }) => {
  watch.expects(/status of 404/);
  for (const path of ["/nothing-here", "/take/not-a-token", "/results/not-a-token"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing here" })).toBeVisible();
  }
  await expectAccessible(page);
});

test("a screen of questions, nothing answered", async ({ page }) => {
  await begin(page, QUIZ);
  await hydrated(page);
  await expectAccessible(page);
});

test("a screen of questions, answered and opened", async ({ page }) => {
  const { takeToken } = await beginWith(page, "martech-stack", exampleAnswers("martech-stack"));
  await openScreen(page, takeToken);
  await openAllDetails(page);
  await expectAccessible(page);
});

test("a screen of questions with errors", async ({ page, request, watch }) => {
  watch.expects(/status of 422/);
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  await openScreen(page, takeToken);
  const [first] = await questionsOnScreen(page, definition);
  await questionGroup(page, first!).getByText("Why this matters, and a note of your own").click();
  await questionGroup(page, first!).getByLabel("Link to evidence").fill("ftp://files.example/menu");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(questionGroup(page, first!).getByLabel("Link to evidence")).toHaveValue("ftp://files.example/menu");
  await summary.getByRole("link").click();
  await expect(questionGroup(page, first!).getByRole("radio").first()).toBeFocused();
  await expect(questionGroup(page, first!).getByLabel("Link to evidence")).toHaveValue("ftp://files.example/menu");
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
});

test("a screen of questions with a conflict, then without a connection, then submitted elsewhere", async ({ page, context, request, otherDevice, watch }) => {
  watch.expects(/status of 409|ERR_INTERNET_DISCONNECTED/);
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await begin(page, QUIZ);
  await hydrated(page);
  const [first, second] = await questionsOnScreen(page, definition);
  const changes = [{ itemId: first!.id, answer: EXAMPLE[first!.id], basedOn: 0 }];
  expect((await request.post(`/take/${takeToken}/answers`, { data: { changes } })).status()).toBe(200);
  await choice(page, first!, "I don’t know").check();
  await expect(questionGroup(page, first!).getByRole("alert")).toBeVisible();
  await expectAccessible(page);

  await context.setOffline(true);
  await choice(page, second!, "I don’t know").check();
  await expect(saveState(page)).toContainText("Not saved yet.");
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(saveState(page)).not.toContainText("Not saved yet.");

  await submit(await otherDevice(), takeToken);
  await choice(page, second!, "Does not apply to us").check();
  await expect(saveState(page)).toHaveText("Not saved: already submitted.");
  await expectAccessible(page);
});

test("the pages that keep and check the answers", async ({ page }) => {
  const { takeToken } = await beginWith(page, QUIZ, TWO_OPEN);
  await page.goto(`/take/${takeToken}/save`);
  await hydrated(page);
  await expectAccessible(page);
  await page.goto(`/take/${takeToken}/check`);
  await hydrated(page);
  await expect(page.getByText("2 questions are still open.")).toBeVisible();
  await expectAccessible(page);
});

test("a result and its roadmap, everything opened", async ({ page }) => {
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  const { resultPath } = await submit(page, takeToken);
  await expect(standing(page)).toHaveText(SEARCHED, { timeout: 60_000 });
  await openAllDetails(page);
  await expectAccessible(page);
  await page.goto(`${resultPath}/roadmap`);
  await expect(standing(page)).toHaveText(SEARCHED, { timeout: 60_000 });
  await openAllDetails(page);
  await expectAccessible(page);
});

test("a portfolio: empty, with an error, with carried answers being checked, full", async ({ page, watch }) => {
  test.slow();
  watch.expects(/status of 422/);
  await page.goto("/portfolios");
  await page.getByRole("button", { name: "Begin a portfolio" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nothing has been answered here yet" })).toBeVisible();
  const address = page.url();
  await hydrated(page);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);

  const { takeToken } = await beginWith(page, QUIZ, { ...EXAMPLE, "experience-measures": { state: "answered", value: "revenue-alone" } });
  const { resultPath } = await submit(page, takeToken);
  await page.goto(address);
  await page.getByRole("textbox", { name: "Address of its page" }).fill(new URL(resultPath, address).href);
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("table", { name: "Score of each assessment, overall and by pillar" })).toBeVisible();

  await page.getByRole("button", { name: "Begin: Who owns your customer’s experience?" }).click();
  await expect(page.getByText(/Carried over from/)).toBeVisible();
  const own = takeTokenOf(page);
  const { "executive-owner": _, ...others } = exampleAnswers("experience-ownership");
  const answers: Answers = { ...others, "experience-goals": { state: "answered", value: "goals-with-figures" } };
  const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
  expect((await page.request.post(`/take/${own}/answers`, { data: { changes } })).status()).toBe(200);
  await expectAccessible(page);
  await page.goto(`/take/${own}/save`);
  await hydrated(page);
  await expectAccessible(page);
  await page.goto(`/take/${own}/check`);
  await hydrated(page);
  await expect(page.getByText(/Carried over from/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Answers that do not fit together" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: SEARCHED })).toBeVisible({ timeout: 90_000 });
  await openAllDetails(page);
  await expectAccessible(page);
  await page.goto(`${address}/roadmap`);
  await expect(standing(page)).toHaveText(SEARCHED, { timeout: 60_000 });
  await openAllDetails(page);
  await expectAccessible(page);
});

test("a result without a score", async ({ page }) => {
  const { takeToken } = await begin(page, QUIZ);
  const { resultPath } = await submit(page, takeToken);
  await expect(page.getByText("No score.", { exact: true })).toBeVisible();
  await openAllDetails(page);
  await expectAccessible(page);
  await page.goto(`${resultPath}/roadmap`);
  await expect(page.getByRole("heading", { level: 1, name: "There is no roadmap yet" })).toBeVisible();
  await expectNothingForAxe(page, "a roadmap that cannot be made");
});

test("forced colours and reduced motion", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await begin(page, QUIZ);
  await hydrated(page);
  await page.getByRole("radio").first().check();
  await expect(saveState(page)).toHaveText("Saved");
  await expectNothingForAxe(page, "a screen of questions");
  for (const path of ["/", `/assessments/${QUIZ}/example`, `/assessments/${QUIZ}/example/roadmap`]) {
    await page.goto(path);
    await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingForAxe(page, path);
  }
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
