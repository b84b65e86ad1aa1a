import { answerToTheEnd, beginWith, choice, expectAnswersShown, questionGroup, questionsOnScreen, submit } from "./journeys/answer-questions.ts";
import { type Answers, definitionOf, exampleAnswers, itemOf, labelsOf } from "./journeys/assessment-content.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expectFirstInitiativeOpens, expectRoadmap } from "./journeys/read-roadmap.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const OWNERSHIP = "experience-ownership";
/** Stands in both, under the same id. */
const SHARED = "executive-owner";

/** Goals with figures, while nothing but revenue speaks for the experience: a rule of content/contradictions.yaml across the two. */
const QUIZ_ANSWERS: Answers = { ...exampleAnswers(QUIZ), "experience-measures": { state: "answered", value: "revenue-alone" } };
const OWNERSHIP_ANSWERS: Answers = { ...exampleAnswers(OWNERSHIP), "experience-goals": { state: "answered", value: "goals-with-figures" } };

test.use({ viewport: { width: 390, height: 844 } });
test.describe.configure({ timeout: 120_000 });

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("from one result to a map and a roadmap over three assessments", async ({ page, request, watch }) => {
      watch.expects(/status of 422/);
      const [quiz, ownership] = [await definitionOf(request, QUIZ), await definitionOf(request, OWNERSHIP)];
      const martech = await definitionOf(request, "martech-stack");
      const other = await submit(page, (await beginWith(page, "martech-stack", exampleAnswers("martech-stack"))).takeToken);
      await submit(page, (await beginWith(page, QUIZ, QUIZ_ANSWERS)).takeToken);
      await page.getByRole("button", { name: "Begin a portfolio with this result" }).click();
      await page.waitForURL(/\/portfolios\/[\w-]{30}$/);
      const address = page.url();
      const map = page.getByRole("table", { name: "Score of each assessment, overall and by pillar" });
      await expect(map.getByRole("link")).toHaveText([quiz.shortTitle]);
      await expect(page.getByText("One assessment has been answered.")).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Address of your portfolio" })).toHaveValue(address);

      // The question that stands in both is filled in, and says so; nothing else is.
      await page.getByRole("button", { name: `Begin: ${ownership.title}` }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
      if (script) await hydrated(page);
      const shared = itemOf(ownership, SHARED);
      expect((await questionsOnScreen(page, ownership)).map((item) => item.id)).toContain(SHARED);
      await expectAnswersShown(page, ownership, { [SHARED]: QUIZ_ANSWERS[SHARED]! });
      const from = new RegExp(`Carried over from “${quiz.shortTitle}”, answered on \\d+ \\S+ \\d{4}\\.`);
      await expect(page.getByText(/Carried over from/)).toHaveCount(1);
      await expect(questionGroup(page, shared)).toContainText(from);

      // Left for later, it is found again in the portfolio, with no second beginning beside it.
      await page.goto(address);
      await expect(page.getByText(/^1 of 30 answered, begun on/)).toBeVisible();
      await expect(page.getByRole("button", { name: `Begin: ${ownership.title}` })).toHaveCount(0);
      await page.getByRole("link", { name: `Go on with ${ownership.title}` }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
      if (script) await hydrated(page);
      await answerToTheEnd(page, ownership, OWNERSHIP_ANSWERS);
      await expect(page.getByText("Every question is answered.")).toBeVisible();
      await expect(page.locator("dl > div").filter({ hasText: shared.text })).toContainText(from);
      await page.getByRole("button", { name: "Submit and see the result" }).click();

      await page.waitForURL(`${address}?submitted=${OWNERSHIP}`);
      await expect(page.getByText(`“${ownership.shortTitle}” has been submitted.`)).toBeVisible();
      await expect(map.getByRole("link")).toHaveText([ownership.shortTitle, quiz.shortTitle]);
      await expect(page.getByText(/^2 assessments have been answered\. Their scores have a mean of \d+\.\d\.$/)).toBeVisible();
      const contradiction = page.getByRole("listitem").filter({ hasText: "the goals may be about sales" });
      for (const [definition, answers, id] of [
        [ownership, OWNERSHIP_ANSWERS, "experience-goals"],
        [quiz, QUIZ_ANSWERS, "experience-measures"],
      ] as const) {
        const item = itemOf(definition, id);
        await expect(contradiction).toContainText(`${definition.shortTitle}: ${item.text}`);
        await expect(contradiction).toContainText(labelsOf(item, answers[id]!)[0]!);
      }
      await page.getByText("How the last line was made").click();
      await expect(page.getByRole("row", { name: /^People \d+ 1 / })).toBeVisible();

      await page.getByRole("link", { name: "Open your roadmap" }).click();
      await expectRoadmap(page);
      // A mean over several assessments has no level.
      await expect(page.getByRole("columnheader", { name: "Level", exact: true })).toHaveCount(0);
      await expect(page.getByText(`: ${ownership.shortTitle}, ${quiz.shortTitle}`)).toBeVisible();
      await expectFirstInitiativeOpens(page);
      await page.getByRole("link", { name: "Your portfolio" }).click();

      const field = page.getByRole("textbox", { name: "Address of its page" });
      await field.fill("https://results.example/mine");
      await page.getByRole("button", { name: "Add it" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      const problem = page.getByRole("alert");
      await expect(problem).toContainText("There is no result at this address.");
      if (script) await expect(problem).toBeFocused();
      await expect(problem).toBeInViewport();
      await problem.getByRole("link").click();
      await expect(field).toBeFocused();
      await expect(field).toHaveValue("https://results.example/mine");
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await field.fill(new URL(other.resultPath, address).href);
      await page.getByRole("button", { name: "Add it" }).click();
      await expect(map.getByRole("link")).toHaveCount(3);
      await expect(page).not.toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert")).toHaveCount(0);
      if (script) await expect(field).toHaveValue("");

      // Taken out again, it stays where it is.
      const third = page.getByRole("group").filter({ hasText: martech.title });
      await third.getByText(martech.title).click();
      await expect(third).toContainText(new URL(other.resultPath, address).href);
      await third.getByRole("button", { name: `Take it out of this portfolio: ${martech.title}` }).click();
      await expect(map.getByRole("link")).toHaveText([ownership.shortTitle, quiz.shortTitle]);
      expect((await request.get(other.resultPath)).status()).toBe(200);

      // The result is reached from here and does not lead back.
      await map.getByRole("link", { name: quiz.shortTitle }).click();
      await expect(page.getByRole("region", { name: "Where you stand" })).toBeVisible();
      await expect(page.locator("main a[href*='/portfolios/']")).toHaveCount(0);
    });
  });
}

test("an answer that was carried over and changed is the portfolio's from then on", async ({ page, request }) => {
  const [quiz, ownership] = [await definitionOf(request, QUIZ), await definitionOf(request, OWNERSHIP)];
  await submit(page, (await beginWith(page, QUIZ, QUIZ_ANSWERS)).takeToken);
  await page.getByRole("button", { name: "Begin a portfolio with this result" }).click();
  await page.getByRole("button", { name: `Begin: ${ownership.title}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
  await hydrated(page);
  const shared = itemOf(ownership, SHARED);
  const nobody = choice(page, shared, "Nobody, as far as one can find out by asking");
  await nobody.check();
  await expect(page.getByText(/Carried over from/)).toHaveCount(0);
  await page.reload();
  await expect(nobody).toBeChecked();
  await expect(page.getByText(/Carried over from/)).toHaveCount(0);
  await expect(questionGroup(page, itemOf(ownership, "owner-staff")).locator("input:checked")).toHaveCount(0);
  expect(quiz.items.map((item) => item.id)).toContain(SHARED);
});
