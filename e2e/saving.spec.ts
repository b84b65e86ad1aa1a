import {
  answer,
  begin,
  beginWith,
  choice,
  expectAnswersShown,
  openScreen,
  questionGroup,
  questionsOnScreen,
  saveState,
  submit,
} from "./journeys/answer-questions.ts";
import { definitionOf, exampleAnswers, type Item } from "./journeys/assessment-content.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { focused, tab, tabTo } from "./journeys/use-keyboard.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const EXAMPLE = exampleAnswers(QUIZ);
const OFFLINE = /net::ERR_INTERNET_DISCONNECTED/;
const BANNER = "Not saved yet. Your answers are kept on this device and will be sent when the connection is back.";

function optionsOf(item: Item): string[] {
  if (!("options" in item)) throw new Error("every question of the quiz has options");
  return item.options.map((option) => option.label);
}

test("what was shown as saved is there after a reload and on another device", async ({ page, request, otherDevice }) => {
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await begin(page, QUIZ);
  await hydrated(page);
  const [first, second, third] = await questionsOnScreen(page, definition);
  await choice(page, first!, optionsOf(first!)[2]!).check();
  await choice(page, second!, "I don’t know").check();
  await questionGroup(page, third!).getByText("Why this matters, and a note of your own").click();
  await questionGroup(page, third!).getByLabel("Note").fill("To be asked on Monday.");
  await questionGroup(page, third!).getByLabel("How sure are you?").selectOption("A guess");
  await expect(saveState(page)).toHaveText("Saved");

  const other = await otherDevice();
  await other.goto(`/take/${takeToken}`);
  await page.reload();
  for (const device of [page, other]) {
    await expect(choice(device, first!, optionsOf(first!)[2]!)).toBeChecked();
    await expect(choice(device, second!, "I don’t know")).toBeChecked();
    await expect(questionGroup(device, third!).getByLabel("Note")).toHaveValue("To be asked on Monday.");
    await expect(questionGroup(device, third!).getByLabel("How sure are you?")).toHaveValue("guess");
  }
});

test("answers given offline are kept and sent when the connection is back", async ({ page, context, request, otherDevice, watch }) => {
  watch.expects(OFFLINE);
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await begin(page, QUIZ);
  await hydrated(page);
  const [first, second] = await questionsOnScreen(page, definition);
  await context.setOffline(true);
  await answer(page, first!, EXAMPLE[first!.id]!);
  await answer(page, second!, EXAMPLE[second!.id]!);
  await expect(saveState(page)).toHaveText(BANNER);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
  await expectAnswersShown(page, definition, { [first!.id]: EXAMPLE[first!.id]!, [second!.id]: EXAMPLE[second!.id]! });
  await context.setOffline(false);
  await expect(saveState(page)).toHaveText("Saved");
  const other = await otherDevice();
  await other.goto(`/take/${takeToken}`);
  await expectAnswersShown(other, definition, { [first!.id]: EXAMPLE[first!.id]!, [second!.id]: EXAMPLE[second!.id]! });
});

test("answers given offline outlast the closing of the page", async ({ page, context, request, otherDevice, watch }) => {
  watch.expects(OFFLINE);
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await begin(page, QUIZ);
  await hydrated(page);
  const [first] = await questionsOnScreen(page, definition);
  await context.setOffline(true);
  await answer(page, first!, EXAMPLE[first!.id]!);
  await expect(saveState(page)).toHaveText(BANNER);
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(`/take/${takeToken}`);
  await expect(saveState(again)).toHaveText("Saved");
  await expectAnswersShown(again, definition, { [first!.id]: EXAMPLE[first!.id]! });
  const other = await otherDevice();
  await other.goto(`/take/${takeToken}`);
  await expectAnswersShown(other, definition, { [first!.id]: EXAMPLE[first!.id]! });
});

test("a connection lost between two screens loses no answer and leaves the page in place", async ({ page, context, request, watch }) => {
  watch.expects(OFFLINE);
  const definition = await definitionOf(request, QUIZ);
  await begin(page, QUIZ);
  await hydrated(page);
  const [first] = await questionsOnScreen(page, definition);
  await answer(page, first!, EXAMPLE[first!.id]!);
  await expect(saveState(page)).toHaveText("Saved");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(saveState(page)).toHaveText("There was no connection. Your answers are kept; continue again when it is back.");
  await expectAnswersShown(page, definition, { [first!.id]: EXAMPLE[first!.id]! });
  await context.setOffline(false);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Questions 7 to/ })).toBeVisible();
});

for (const way of ["Keep the answer shown here", "Take the other one"] as const) {
  test(`an answer changed on two devices is shown as such: ${way.toLowerCase()}`, async ({ page, request, otherDevice }) => {
    const definition = await definitionOf(request, QUIZ);
    const { takeToken } = await begin(page, QUIZ);
    await hydrated(page);
    const other = await otherDevice();
    await openScreen(other, takeToken);
    const [first, second] = await questionsOnScreen(page, definition);
    const [, theirs, mine] = optionsOf(first!);
    await choice(other, first!, theirs!).check();
    await expect(saveState(other)).toHaveText("Saved");

    await choice(page, first!, mine!).check();
    const conflict = questionGroup(page, first!).getByRole("alert");
    await expect(conflict).toContainText("Answered differently on another device");
    await expect(conflict).toContainText(`There it says: ${theirs}.`);
    await expect(saveState(page)).toContainText("Not all saved");
    await choice(page, second!, "I don’t know").check();
    await expect(conflict).toBeVisible();
    await conflict.getByRole("button", { name: way }).click();
    await expect(conflict).toBeHidden();
    await expect(saveState(page)).toHaveText("Saved");

    const kept = way === "Take the other one" ? theirs! : mine!;
    await expect(choice(page, first!, kept)).toBeChecked();
    for (const device of [page, other]) {
      await device.reload();
      await expect(choice(device, first!, kept)).toBeChecked();
      await expect(choice(device, second!, "I don’t know")).toBeChecked();
    }
    // Afterwards the question can be answered as ever.
    await hydrated(page);
    await choice(page, first!, optionsOf(first!)[0]!).check();
    await expect(saveState(page)).toHaveText("Saved");
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an answer changed on two devices comes back to be confirmed", async ({ page, request, watch }) => {
    watch.expects(/status of 409/);
    const definition = await definitionOf(request, QUIZ);
    const { takeToken } = await begin(page, QUIZ);
    const [first] = await questionsOnScreen(page, definition);
    const [, theirs, mine] = optionsOf(first!);
    const value = "options" in first! ? first.options[1]!.id : "";
    const changes = [{ itemId: first!.id, answer: { state: "answered", value }, basedOn: 0 }];
    expect((await request.post(`/take/${takeToken}/answers`, { data: { changes } })).status()).toBe(200);
    await choice(page, first!, mine!).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("was answered differently on another device meanwhile");
    await expect(choice(page, first!, mine!)).toBeChecked();
    await expect(choice(page, first!, theirs!)).not.toBeChecked();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Questions 7 to/ })).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await expect(choice(page, first!, mine!)).toBeChecked();
  });

  test("a screen posted after the submission is said not to be kept, and the result stays", async ({ page, request, otherDevice }) => {
    const definition = await definitionOf(request, QUIZ);
    const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
    await page.goto(`/take/${takeToken}`);
    const other = await otherDevice();
    await submit(other, takeToken);
    const figures = await other.getByText(/^\d+\.\d of 100, level/).textContent();
    const [first] = await questionsOnScreen(page, definition);
    await choice(page, first!, "I don’t know").check();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toContainText("Your last answers were not kept: these questions had been submitted before.");
    await expect(page.getByText(figures!, { exact: true })).toBeVisible();
  });
});

test("a tab left open after submission says that nothing more is saved", async ({ page, request, otherDevice, watch }) => {
  watch.expects(/status of 409/);
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  await openScreen(page, takeToken);
  const other = await otherDevice();
  await submit(other, takeToken);
  const figures = await other.getByText(/^\d+\.\d of 100, level/).textContent();

  const [first] = await questionsOnScreen(page, definition);
  await choice(page, first!, "I don’t know").check();
  await expect(saveState(page)).toHaveText("Not saved: already submitted.");
  await expect(page.getByRole("alert")).toContainText("These answers were submitted meanwhile and can no longer be changed.");
  await page.getByRole("link", { name: "Go to the result" }).click();
  await expect(page.getByText(figures!, { exact: true })).toBeVisible();
});

test("submitting without a connection says so and submits nothing; with it, the result comes", async ({ page, context, otherDevice, watch }) => {
  watch.expects(OFFLINE);
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  await page.goto(`/take/${takeToken}/check`);
  await hydrated(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await expect(page.getByRole("alert")).toContainText("Not submitted: there is no connection. Your answers are kept");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  const other = await otherDevice();
  await other.goto(`/take/${takeToken}/check`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await page.waitForURL(/\/results\//);
  await expect(page.getByText(/^\d+\.\d of 100, level/)).toBeVisible();
});

test("a note and its evidence stand on the check page and in the result, and both print with their address", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  await openScreen(page, takeToken);
  const [first] = await questionsOnScreen(page, definition);
  await questionGroup(page, first!).getByText("Why this matters, and a note of your own").click();
  await questionGroup(page, first!).getByLabel("Note").fill("Counted in May.\nBy two of us.");
  await questionGroup(page, first!).getByLabel("Link to evidence").fill("https://files.example/menu?page=2");
  await expect(saveState(page)).toHaveText("Saved");
  await page.goto(`/take/${takeToken}/check`);
  await expect(page.getByText("Counted in May.\nBy two of us.")).toBeVisible();
  await expect(page.getByRole("link", { name: "https://files.example/menu?page=2" })).toBeVisible();
  const { resultPath } = await submit(page, takeToken);
  await page.getByText("How this figure was made").first().click();
  await expect(page.getByText("Counted in May.\nBy two of us.")).toBeVisible();
  await expect(page.getByRole("link", { name: "https://files.example/menu?page=2" })).toHaveAttribute("href", "https://files.example/menu?page=2");
  for (const address of [resultPath, `${resultPath}/roadmap`]) {
    await page.goto(address);
    await expect(page.getByText(`${new URL(page.url()).origin}${address}`)).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(`${new URL(page.url()).origin}${address}`, { exact: true })).toBeVisible();
    await expect(page.getByText(/version 2, method 1\. SHA-256 of the assessment’s text: [0-9a-f]{64}$/)).toBeVisible();
    await expect(page.getByText("on the next page")).toBeHidden();
    await page.emulateMedia({ media: null });
  }
});

test("a double click on submit and going back afterwards do no harm", async ({ page }) => {
  const { takeToken } = await beginWith(page, QUIZ, EXAMPLE);
  await page.goto(`/take/${takeToken}/check`);
  await hydrated(page);
  await page.getByRole("button", { name: "Submit and see the result" }).dblclick();
  await page.waitForURL(/\/results\//);
  const result = page.url();
  await expect(page.getByText(/^\d+\.\d of 100, level/)).toBeVisible();
  const headline = await page.getByRole("heading", { level: 1 }).textContent();
  await page.goBack();
  await expect(page).toHaveURL(result);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline!);
  await page.goto(`/take/${takeToken}?screen=2`);
  await expect(page).toHaveURL(result);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline!);
});

test("a whole screen is answered with the keyboard alone, the focus always in sight", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const { takeToken } = await begin(page, QUIZ);
  await openScreen(page, takeToken);
  expect((await tab(page)).name).toBe("Skip to the content");
  const questions = await questionsOnScreen(page, definition);
  for (const [i, item] of questions.entries()) {
    const options = optionsOf(item);
    await tabTo(page, "radio", options[0]!);
    const key = (i % 4) + 1;
    await page.keyboard.press(String(key));
    await expect(choice(page, item, options[key - 1]!)).toBeChecked();
    await expect(choice(page, item, options[key - 1]!)).toBeFocused();
  }
  // Arrows go through the answers of the last one, and on to the two ways out.
  const last = questions.at(-1)!;
  const at = (questions.length - 1) % 4;
  await page.keyboard.press("ArrowDown");
  await expect(choice(page, last, optionsOf(last)[at + 1]!)).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(choice(page, last, optionsOf(last)[at]!)).toBeChecked();
  expect(await focused(page)).toMatchObject({ outlined: true, inView: true, uncovered: true });
  await expect(saveState(page)).toHaveText("Saved");

  await tabTo(page, "button", "Continue");
  expect((await tab(page)).name).toBe("Finish later");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: new RegExp(`^Questions ${questions.length + 1} to`) });
  await expect(heading).toBeFocused();
  // Enter goes on from an answer, too.
  const [next] = await questionsOnScreen(page, definition);
  await tabTo(page, "radio", optionsOf(next!)[0]!);
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
  for (const [i, item] of questions.entries()) {
    const line = page.locator("dl > div").filter({ hasText: item.text });
    await expect(line).toContainText(optionsOf(item)[i % 4]!);
  }
  await expect(page.locator("dl > div").filter({ hasText: next!.text })).toContainText(optionsOf(next!)[1]!);
});

test("digits typed into a note choose nothing", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  await begin(page, QUIZ);
  await hydrated(page);
  const [first] = await questionsOnScreen(page, definition);
  await questionGroup(page, first!).getByText("Why this matters, and a note of your own").click();
  await questionGroup(page, first!).getByLabel("Note").pressSequentially("24 customers");
  await expect(questionGroup(page, first!).getByLabel("Note")).toHaveValue("24 customers");
  await expect(questionGroup(page, first!).locator("input:checked")).toHaveCount(0);
  await expect(saveState(page)).toHaveText("Saved");
});
