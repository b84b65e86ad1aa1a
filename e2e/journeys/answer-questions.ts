import { expect, type Locator, type Page } from "@playwright/test";
import { type Answer, type Answers, type Definition, type Item, labelsOf } from "./assessment-content.ts";
import { hydrated } from "./hydrated.ts";

const CONFIDENCE_WORDS = { certain: "Certain", fairly_sure: "Fairly sure", guess: "A guess" };

/** Begins an assessment from its page; ends on the first screen of questions. */
export async function begin(page: Page, slug: string): Promise<{ takeToken: string }> {
  await page.goto(`/assessments/${slug}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Questions 1 to/ })).toBeVisible();
  return { takeToken: takeTokenOf(page) };
}

export function takeTokenOf(page: Page): string {
  return /\/take\/([^/?#]+)/.exec(page.url())![1]!;
}

/** Begins, with answers already stored through the save endpoint, for tests that are about what comes after. */
export async function beginWith(page: Page, slug: string, answers: Answers): Promise<{ takeToken: string }> {
  const { takeToken } = await begin(page, slug);
  const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
  const reply = await page.request.post(`/take/${takeToken}/answers`, { data: { changes } });
  expect(reply.status()).toBe(200);
  expect(await reply.json()).toMatchObject({ conflicts: [] });
  return { takeToken };
}

/** Submits from the page that checks the answers; ends on the result. */
export async function submit(page: Page, takeToken: string): Promise<{ resultPath: string }> {
  await page.goto(`/take/${takeToken}/check`);
  await page.getByRole("button", { name: "Submit and see the result" }).click();
  await page.waitForURL(/\/results\//);
  await expect(page.getByRole("region", { name: "Where you stand" })).toBeVisible();
  return { resultPath: new URL(page.url()).pathname };
}

export function questionGroup(page: Page, item: Item): Locator {
  return page.getByRole("group", { name: item.text });
}

export function choice(page: Page, item: Item, label: string): Locator {
  return questionGroup(page, item).getByRole(item.kind === "multi" ? "checkbox" : "radio", { name: label, exact: true });
}

/** Which questions the screen says it holds. */
export async function questionsOnScreen(page: Page, definition: Definition): Promise<Item[]> {
  const heading = await page.getByRole("heading", { level: 1, name: /^Questions \d+ to/ }).textContent();
  const [first, last] = (heading ?? "").match(/\d+/g)!.map(Number);
  return definition.items.slice(first! - 1, last);
}

export async function answer(page: Page, item: Item, given: Answer): Promise<void> {
  for (const label of labelsOf(item, given)) await choice(page, item, label).check();
  if (given.confidence) {
    await questionGroup(page, item).getByText("Why this matters, and a note of your own").click();
    await questionGroup(page, item).getByLabel("How sure are you?").selectOption(CONFIDENCE_WORDS[given.confidence]);
  }
}

export async function answerScreen(page: Page, definition: Definition, answers: Answers): Promise<void> {
  for (const item of await questionsOnScreen(page, definition)) await answer(page, item, answers[item.id] ?? { state: "blank" });
}

/** Every choice of the screen stands as answered, and nothing else is chosen. */
export async function expectAnswersShown(page: Page, definition: Definition, answers: Answers): Promise<void> {
  for (const item of await questionsOnScreen(page, definition)) {
    const given = answers[item.id] ?? { state: "blank" };
    const labels = labelsOf(item, given);
    for (const label of labels) await expect(choice(page, item, label)).toBeChecked();
    await expect(questionGroup(page, item).locator("input:checked")).toHaveCount(labels.length);
  }
}

/** Presses a button of the screen and waits for the heading that says where it led. */
export async function go(page: Page, button: "Continue" | "Back" | "Check your answers" | "Finish later", heading: RegExp | string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** From a screen of questions through all that follow to the page that checks the answers. */
export async function answerToTheEnd(page: Page, definition: Definition, answers: Answers): Promise<void> {
  const total = definition.items.length;
  for (;;) {
    await answerScreen(page, definition, answers);
    const last = (await questionsOnScreen(page, definition)).at(-1)!;
    const next = definition.items.indexOf(last) + 2;
    if (next > total) return go(page, "Check your answers", "Check your answers");
    await go(page, "Continue", new RegExp(`^Questions ${next} to`));
  }
}

export function saveState(page: Page): Locator {
  return page.getByRole("status");
}

/** Opens a screen and waits until script runs on it. */
export async function openScreen(page: Page, takeToken: string, screen = 1): Promise<void> {
  await page.goto(`/take/${takeToken}${screen > 1 ? `?screen=${screen}` : ""}`);
  await hydrated(page);
}
