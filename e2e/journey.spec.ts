import {
  answer,
  answerScreen,
  answerToTheEnd,
  begin,
  beginWith,
  choice,
  expectAnswersShown,
  go,
  questionGroup,
  questionsOnScreen,
  saveState,
  submit,
  takeTokenOf,
} from "./journeys/answer-questions.ts";
import { type Answers, definitionOf, exampleAnswers, itemOf, labelsOf } from "./journeys/assessment-content.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expectResult } from "./journeys/read-result.ts";
import { expectFirstInitiativeOpens, expectRoadmap, SEARCHED, standing } from "./journeys/read-roadmap.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const MARTECH = "martech-stack";
const SEVEN_PS = "seven-ps";
const POOLS = ["People", "Process", "Content", "Technology", "KPIs"];

/** The example of the quiz, with one question that does not apply and one that nobody can answer. */
const QUIZ_ANSWERS: Answers = { ...exampleAnswers(QUIZ), "phone-answer": { state: "not_applicable" }, "persona-segmentation": { state: "not_sure" } };

test.use({ viewport: { width: 390, height: 844 } });
test.describe.configure({ timeout: 60_000 });

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("from the first page to the roadmap of the quiz, with a change of device half way", async ({ page, request, otherDevice }) => {
      const definition = await definitionOf(request, QUIZ);
      await page.goto("/");
      await page.getByRole("link", { name: "Take the quiz" }).click();
      await expect(page.getByRole("heading", { level: 1, name: definition.title })).toBeVisible();
      await page.getByRole("button", { name: "Begin" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
      await expectAnswersShown(page, definition, {});

      const first = await questionsOnScreen(page, definition);
      const next = new RegExp(`^Questions ${first.length + 1} to`);
      await answerScreen(page, definition, QUIZ_ANSWERS);
      await go(page, "Continue", next);
      const [half] = await questionsOnScreen(page, definition);
      await answer(page, half!, QUIZ_ANSWERS[half!.id]!);
      await go(page, "Back", /^Questions 1 to/);
      await expectAnswersShown(page, definition, QUIZ_ANSWERS);
      await go(page, "Continue", next);
      const soFar = Object.fromEntries([...first, half!].map((item) => [item.id, QUIZ_ANSWERS[item.id]!]));
      await expectAnswersShown(page, definition, soFar);

      await go(page, "Finish later", "Your answers are kept");
      await expect(page.getByText(`${first.length + 1} of 14 questions are answered.`)).toBeVisible();
      await expect(page.getByRole("img", { name: "QR code of your link" })).toBeVisible();
      const link = await page.getByRole("textbox", { name: "Your link" }).inputValue();

      const other = await otherDevice();
      await other.goto(link);
      await expectAnswersShown(other, definition, QUIZ_ANSWERS);
      await go(other, "Continue", next);
      await expectAnswersShown(other, definition, soFar);
      const remaining = (await questionsOnScreen(other, definition)).slice(1);
      for (const item of remaining) await answer(other, item, QUIZ_ANSWERS[item.id]!);
      await go(other, "Check your answers", "Check your answers");
      await expect(other.getByText("Every question is answered.")).toBeVisible();

      const changed = itemOf(definition, "loyal-customers");
      const line = other.locator("dl > div").filter({ hasText: changed.text });
      await expect(line).toContainText(labelsOf(changed, QUIZ_ANSWERS[changed.id]!)[0]!);
      const number = definition.items.indexOf(changed) + 1;
      await other.getByRole("link", { name: `Change the answer to question ${number}`, exact: true }).click();
      await expect(questionGroup(other, changed)).toBeInViewport();
      await choice(other, changed, "Nothing, although there is a list of them").check();
      await go(other, "Check your answers", "Check your answers");
      await expect(line).toContainText("Nothing, although there is a list of them");

      await other.getByRole("button", { name: "Submit and see the result" }).click();
      await expectResult(other);
      await expect(other.getByText("These were answered with “I don’t know”.")).toBeVisible();
      await expect(other.getByText(itemOf(definition, "persona-segmentation").text).first()).toBeVisible();

      await other.getByRole("link", { name: "Open your roadmap" }).click();
      await expectRoadmap(other);
      await expectFirstInitiativeOpens(other);
    });

    test("the stack of marketing technology, from its list to its roadmap", async ({ page, request }) => {
      const definition = await definitionOf(request, MARTECH);
      await page.goto("/assessments");
      await page.getByRole("link", { name: definition.title, exact: true }).click();
      await page.getByRole("button", { name: "Begin" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
      await answerToTheEnd(page, definition, exampleAnswers(MARTECH));
      for (const item of definition.items) {
        const line = page.locator("dl > div").filter({ hasText: item.text });
        await expect(line).toContainText(labelsOf(item, exampleAnswers(MARTECH)[item.id]!).join("; "));
      }
      await page.getByRole("button", { name: "Submit and see the result" }).click();
      await expectResult(page);
      await page.getByRole("link", { name: "Open your roadmap" }).click();
      await expectRoadmap(page);
      await expectFirstInitiativeOpens(page);
    });
  });
}

test.describe("with JavaScript", () => {
  test("the audit of seven Ps, all its screens", async ({ page, request }) => {
    const definition = await definitionOf(request, SEVEN_PS);
    const { takeToken } = await begin(page, SEVEN_PS);
    await hydrated(page);
    await answerToTheEnd(page, definition, exampleAnswers(SEVEN_PS));
    await expect(page.getByText("Every question is answered.")).toBeVisible();
    await submit(page, takeToken);
    await expectResult(page);
    await page.getByRole("link", { name: "Open your roadmap" }).click();
    await expectRoadmap(page);
    await expectFirstInitiativeOpens(page);
  });

  test("“none of these” and a practice exclude each other, as do an answer and “I don’t know”", async ({ page, request }) => {
    const definition = await definitionOf(request, MARTECH);
    await begin(page, MARTECH);
    await hydrated(page);
    const item = itemOf(definition, "content-experience-marks");
    const none = choice(page, item, "None of these has been checked in the last 12 months");
    const [found, format] = [choice(page, item, "Whether customers found it easily"), choice(page, item, "Whether they liked the format")];
    await found.check();
    await format.check();
    await none.check();
    await expect(found).not.toBeChecked();
    await expect(format).not.toBeChecked();
    await found.check();
    await expect(none).not.toBeChecked();
    await choice(page, item, "I don’t know").check();
    await expect(found).not.toBeChecked();
    await expect(saveState(page)).toHaveText("Saved");
    await page.reload();
    await expect(choice(page, item, "I don’t know")).toBeChecked();
    await expect(found).not.toBeChecked();
  });

  test("other weeks make another plan, without loading the page anew and with the progress of the search", async ({ page }) => {
    test.slow();
    const { takeToken } = await beginWith(page, SEVEN_PS, exampleAnswers(SEVEN_PS));
    const { resultPath } = await submit(page, takeToken);
    await page.goto(`${resultPath}/roadmap`);
    await hydrated(page);
    const before = await page.getByRole("heading", { level: 1 }).textContent();
    const loaded: string[] = [];
    page.on("request", (request) => request.isNavigationRequest() && loaded.push(request.url()));
    for (const pool of POOLS) await page.getByLabel(`${pool}, quarter 1`).fill("9");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page).toHaveURL(/people=9&/);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before!);
    await expectRoadmap(page);
    await expect(page.getByRole("table", { name: /Person-weeks used/ })).toContainText("of 9");
    await expect(page.getByLabel("Technology, quarter 1")).toHaveValue("9");

    await expect(page.getByRole("button", { name: "Plan again" })).toBeFocused();

    await page.getByLabel("Quarters ahead").fill("12");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page.getByLabel("KPIs, quarter 12")).toHaveValue("3");
    await expect(standing(page)).toHaveText(SEARCHED, { timeout: 90_000 });
    // Room for about half of what there is, otherwise in each quarter: proving that takes many seconds. Figures of this run alone, so that no earlier one has stored the plan.
    for (const pool of POOLS) {
      for (let quarter = 1; quarter <= 12; quarter++)
        await page.getByLabel(`${pool}, quarter ${quarter}`, { exact: true }).fill((4 + Math.random() * 0.4).toFixed(2));
    }
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(standing(page)).toContainText("better one is being looked for");
    await expect(standing(page)).toHaveText(SEARCHED, { timeout: 90_000 });
    expect(loaded).toEqual([]);
  });

  test("weeks that cannot be used are marked before anything is sent", async ({ page }) => {
    await page.goto(`/assessments/${QUIZ}/example/roadmap`);
    await hydrated(page);
    const field = page.getByLabel("Content, quarter 2");
    await field.fill("many");
    await page.getByRole("button", { name: "Plan again" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await summary.getByRole("link", { name: "Content, quarter 2: Enter a number, such as 3 or 2.5" }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription("Enter a number, such as 3 or 2.5");
    await expect(page).toHaveURL(/\/roadmap(#content-2)?$/);
    await field.fill("2,5");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page).toHaveURL(/content=2%2C5/);
    await expectRoadmap(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page).not.toHaveTitle(/^Error: /);

    // Somebody asks for more quarters than there may be: the figures stay, and it is said how many there may be.
    await page.getByLabel("Quarters ahead").fill("13");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(summary.getByRole("link")).toHaveText(["Quarters ahead (1 to 12): Enter a whole number from 1 to 12"]);
    await expect(page.getByRole("textbox", { name: /^People, quarter/ })).toHaveCount(4);
    await expect(field).toHaveValue("2,5");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a choice that contradicts itself comes back with a summary and everything as it was chosen", async ({ page, request, watch }) => {
    watch.expects(/status of 422/);
    const definition = await definitionOf(request, MARTECH);
    await begin(page, MARTECH);
    const item = itemOf(definition, "content-experience-marks");
    const measured = itemOf(definition, "engagement-measurement");
    const both = ["Whether customers found it easily", "None of these has been checked in the last 12 months"];
    for (const label of both) await choice(page, item, label).check();
    const practice = choice(page, measured, "Web analytics shows us which pages draw the most visits");
    const unknown = choice(page, measured, "I don’t know");
    await practice.check();
    await unknown.check();
    const last = definition.items.at(-1)!;
    const note = questionGroup(page, last).getByLabel("Note");
    const evidence = questionGroup(page, last).getByLabel("Link to evidence");
    await questionGroup(page, last).getByText("Why this matters, and a note of your own").click();
    await note.fill("Asked in the spring.");
    await evidence.fill("ftp://files.example/notes");
    const button = page.getByRole("button", { name: /^(Continue|Check your answers)$/ });
    await button.click();
    await expect(page).toHaveTitle(/^Error: /);
    const summary = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
    await expect(summary).toBeVisible();
    for (const label of both) await expect(choice(page, item, label)).toBeChecked();
    await expect(practice).toBeChecked();
    await expect(unknown).toBeChecked();
    await expect(note).toHaveValue("Asked in the spring.");
    await expect(evidence).toHaveValue("ftp://files.example/notes");
    for (const wrong of [item, measured, last]) await expect(questionGroup(page, wrong)).toContainText("Error: ");
    await summary.getByRole("link", { name: item.text }).click();
    await expect(questionGroup(page, item)).toBeInViewport();

    await choice(page, item, both[1]!).uncheck();
    await unknown.uncheck();
    await evidence.fill("https://files.example/notes");
    await button.click();
    await expect(page).not.toHaveTitle(/^Error: /);
    await page.goto(`/take/${takeTokenOf(page)}`);
    await expect(choice(page, item, both[0]!)).toBeChecked();
    await expect(choice(page, item, both[1]!)).not.toBeChecked();
    await expect(practice).toBeChecked();
    await expect(unknown).not.toBeChecked();
    await expect(evidence).toHaveValue("https://files.example/notes");
  });

  test("other weeks make another plan by the form, and weeks that cannot be used are marked", async ({ page, watch }) => {
    watch.expects(/status of 422/);
    const { takeToken } = await beginWith(page, QUIZ, exampleAnswers(QUIZ));
    const { resultPath } = await submit(page, takeToken);
    await page.goto(`${resultPath}/roadmap`);
    await expectRoadmap(page);
    const before = await page.getByRole("heading", { level: 1 }).textContent();
    for (const pool of POOLS) await page.getByLabel(`${pool}, quarter 1`).fill("9");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before!);
    await expectRoadmap(page);
    await expect(page.getByRole("table", { name: /Person-weeks used/ })).toContainText("of 9");
    await expect(page.getByLabel("Technology, quarter 1")).toHaveValue("9");

    await page.getByLabel("People, quarter 1").fill("many");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    const first = page.getByLabel("People, quarter 1");
    await page.getByRole("alert").getByRole("link", { name: "People, quarter 1: Enter a number, such as 3 or 2.5" }).click();
    await expect(first).toBeFocused();
    await expect(first).toHaveValue("many");
    await expect(page.getByLabel("Technology, quarter 1")).toHaveValue("9");

    await first.fill("1");
    await page.getByLabel("Quarters ahead").fill("13");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page.getByRole("alert")).toContainText("Enter a whole number from 1 to 12");
    await expect(page.getByRole("textbox", { name: /^People, quarter/ })).toHaveCount(4);
    await expect(first).toHaveValue("1");

    await page.getByLabel("Quarters ahead").fill("4");
    for (const field of await page.getByRole("textbox", { name: /, quarter \d$/ }).all()) await field.fill("0");
    await page.getByRole("button", { name: "Plan again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Without weeks to spare nothing can be planned");
  });
});
