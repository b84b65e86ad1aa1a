import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { begin, openScreen, questionsOnScreen } from "./journeys/answer-questions.ts";
import { apiScore, definitionOf, exampleAnswers, shown } from "./journeys/assessment-content.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

/** The pictures of the README. A run writes one only where it is missing or was asked to, so that no run leaves a change behind. */
const QUIZ = "customer-or-product-centric";

test.use({ colorScheme: "light" });

async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (!existsSync(path) || process.env["UPDATE_SCREENSHOTS"] === "1") await page.screenshot({ path, animations: "disabled", caret: "hide" });
}

test.describe("wide", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the example result opens with its sentence, its line and its level", async ({ page, request }) => {
    const { overall } = await apiScore(request, QUIZ, exampleAnswers(QUIZ));
    await page.goto(`/assessments/${QUIZ}/example`);
    await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    await expect(page.getByRole("img", { name: `You: ${shown(overall.score!)} of 100, level ${overall.level} of 5` })).toBeInViewport();
    await expect(page.getByText(`Held at level ${overall.gatedLevel} by`)).toBeInViewport();
    await picture(page, "docs/images/result.png");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });

  test("a screen of questions shows a question with its answers and what is saved", async ({ page, request }) => {
    const definition = await definitionOf(request, QUIZ);
    const { takeToken } = await begin(page, QUIZ);
    await openScreen(page, takeToken);
    const [first] = await questionsOnScreen(page, definition);
    const radios = page.getByRole("group", { name: first!.text }).getByRole("radio");
    await expect(radios).toHaveCount(6);
    await radios.nth(1).check();
    await expect(page.getByRole("status")).toHaveText("Saved");
    await expect(radios.last()).toBeInViewport();
    await expect(page.getByRole("button", { name: "Continue" })).toBeInViewport();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await picture(page, "docs/images/question.png");
  });
});
