import { readdirSync } from "node:fs";
import { beginWith, submit } from "./journeys/answer-questions.ts";
import { type Answers, apiScore, definitionOf, exampleAnswers, itemOf, shown } from "./journeys/assessment-content.ts";
import { dimensionEntry, expectFiguresOf } from "./journeys/read-result.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const SLUGS = readdirSync("content/assessments");

test("where everything was answered “does not apply” there is no score, and nowhere a 0", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const nothing: Answers = Object.fromEntries(definition.items.map((item) => [item.id, { state: "not_applicable" }]));
  const { takeToken } = await beginWith(page, QUIZ, nothing);
  await page.goto(`/take/${takeToken}/check`);
  await expect(page.getByText("Every question is answered.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "As it stands, 5 parts would have no score" })).toBeVisible();
  await submit(page, takeToken);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no score yet: too little of this could be answered.");
  await expect(page.getByText("No score.", { exact: true })).toBeVisible();
  const main = await page.getByRole("main").innerText();
  expect(main).not.toMatch(/\b0\.0\b|\b0 of 100\b|of 100/);
  for (const dimension of definition.dimensions) {
    const entry = dimensionEntry(page, definition, dimension.id);
    await expect(entry.getByText("no score", { exact: true })).toBeVisible();
    await expect(entry).toContainText("No score: nothing here applies to your company.");
  }
  await expect(page.getByRole("heading", { name: "No part has enough answers for a score" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No pillar has enough answers for a score" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "There is no roadmap yet" })).toBeVisible();
  expect((await apiScore(request, QUIZ, nothing)).overall).toMatchObject({ score: null, level: null, gatedLevel: null });
});

test("whoever skips half of a dimension is told what is missing, before submitting and in the result", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const skipped = ["site-pictures", "phone-answer"];
  const answers = Object.fromEntries(Object.entries(exampleAnswers(QUIZ)).filter(([id]) => !skipped.includes(id)));
  const { takeToken } = await beginWith(page, QUIZ, answers);
  await page.goto(`/take/${takeToken}/check`);
  await expect(page.getByText("2 questions are still open.")).toBeVisible();
  const warning = page
    .locator("main div")
    .filter({ has: page.getByRole("heading", { name: "As it stands, one part would have no score" }) })
    .last();
  await expect(warning).toContainText("Front door");
  for (const id of skipped) await expect(warning).toContainText(itemOf(definition, id).text);
  await expect(page.getByText("Not answered", { exact: true })).toHaveCount(2);

  await submit(page, takeToken);
  await expect(page.getByText("The score leaves out front door")).toBeVisible();
  const entry = dimensionEntry(page, definition, "front-door");
  await expect(entry.getByText("no score", { exact: true })).toBeVisible();
  await expect(entry).toContainText("Not enough answers");
  for (const id of skipped) await expect(entry.getByText(itemOf(definition, id).text).first()).toBeVisible();
  const api = await apiScore(request, QUIZ, answers);
  expect(api.overall.leftOut).toEqual(["front-door"]);
  await expectFiguresOf(page, definition, api);
});

for (const slug of SLUGS) {
  test(`the example of ${slug} is labelled as invented, and its figures are the API's`, async ({ page, request }) => {
    const definition = await definitionOf(request, slug);
    await page.goto(`/assessments/${slug}/example`);
    await expect(page.getByText(/^Example\..*The answers are invented/)).toBeVisible();
    await expect(page).toHaveTitle(/example/);
    await expectFiguresOf(page, definition, await apiScore(request, slug, exampleAnswers(slug)));
    await page.getByRole("link", { name: "Open your roadmap" }).click();
    await expect(page).toHaveURL(/\/example\/roadmap$/);
    await expect(page.getByText(/^Example\..*The answers are invented/)).toBeVisible();
  });
}

test("answers of all four kinds give the figures of the API, to the last digit", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const answers: Answers = {
    ...exampleAnswers(QUIZ),
    "phone-answer": { state: "not_applicable" },
    "preference-centre": { state: "not_sure", comment: "The newsletter team will know." },
    "journey-segmentation": { state: "blank" },
    "service-record": { state: "answered", value: "separate-systems", confidence: "certain", evidence: { link: "https://files.example/calls" } },
  };
  const { takeToken } = await beginWith(page, QUIZ, answers);
  await submit(page, takeToken);
  await expectFiguresOf(page, definition, await apiScore(request, QUIZ, answers));
});

test("the worked example of the method page is the API's score of the example answers", async ({ page, request }) => {
  const definition = await definitionOf(request, QUIZ);
  const api = await apiScore(request, QUIZ, exampleAnswers(QUIZ));
  await page.goto("/method");
  const main = page.getByRole("main");
  const [first] = api.dimensions;
  const lines = api.trace.filter((line) => line.dimension === first!.id);
  const table = page.getByRole("region", { name: "Worked example of a part" });
  for (const line of lines) {
    const row = table.getByRole("row").filter({ hasText: itemOf(definition, line.item).text });
    await expect(row.getByRole("cell").nth(1)).toHaveText(String(line.x));
    await expect(row.getByRole("cell").nth(2)).toHaveText(String(line.weight));
  }
  const sum = lines.reduce((total, line) => total + line.x! * line.weight, 0);
  const weight = lines.reduce((total, line) => total + line.weight, 0);
  await expect(main).toContainText(`100 × ${Number(sum.toFixed(2))} ÷ ${weight} = ${shown(first!.score!)}.`);
  const terms = api.dimensions.map((part, i) => `${definition.dimensions[i]!.weight} × ${shown(part.score!)}`).join(" + ");
  const weights = definition.dimensions.reduce((total, d) => total + d.weight, 0);
  await expect(main).toContainText(`(${terms}) ÷ ${weights} = ${shown(api.overall.score!)}.`);
  await expect(main).toContainText(`here level ${api.overall.level}.`);
  await expect(main).toContainText(`here level ${api.overall.gatedLevel}, held back by`);
});

test("the first page shows the example as an example, with the figure of the API", async ({ page, request }) => {
  const api = await apiScore(request, QUIZ, exampleAnswers(QUIZ));
  await page.goto("/");
  await expect(page.getByText(/^Example, not a real company/)).toBeVisible();
  await expect(page.getByRole("img", { name: `Example: ${shown(api.overall.score!)} of 100, level ${api.overall.level} of 5` })).toBeVisible();
});
