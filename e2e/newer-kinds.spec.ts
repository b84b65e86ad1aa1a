import type { Page } from "@playwright/test";
import { begin, beginWith, choice, go, openScreen, questionGroup, questionsOnScreen, saveState, submit } from "./journeys/answer-questions.ts";
import { type Answers, apiScore, type Definition, definitionOf, exampleAnswers, type Item } from "./journeys/assessment-content.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { expectFiguresOf } from "./journeys/read-result.ts";
import { expect, test } from "./journeys/watched-test.ts";

const SHIFTS = "paradigm-shifts";
const CAPABILITIES = "customer-capabilities";
const EMPOWERMENT = "digital-empowerment";

test.use({ viewport: { width: 390, height: 844 } });
test.describe.configure({ timeout: 90_000 });

type ItemOf<Kind extends Item["kind"]> = Extract<Item, { kind: Kind }>;

function firstOf<Kind extends Item["kind"]>({ items }: Definition, kind: Kind): ItemOf<Kind> {
  return items.find((item): item is ItemOf<Kind> => item.kind === kind)!;
}

async function goToScreenOf(page: Page, definition: Definition, takeToken: string, id: string): Promise<void> {
  for (let screen = 1; ; screen++) {
    await page.goto(`/take/${takeToken}?screen=${screen}`);
    if ((await questionsOnScreen(page, definition)).some((item) => item.id === id)) return;
  }
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("fourteen shifts are placed today and wanted in a year, checked, and told as distances", async ({ page, request }) => {
      const definition = await definitionOf(request, SHIFTS);
      const answers = exampleAnswers(SHIFTS);
      await begin(page, SHIFTS);
      for (;;) {
        const items = await questionsOnScreen(page, definition);
        for (const item of items) await place(page, item, answers);
        const next = definition.items.indexOf(items.at(-1)!) + 2;
        if (next > definition.items.length) break;
        await go(page, "Continue", new RegExp(`^Questions ${next} to`));
      }
      await go(page, "Check your answers", "Check your answers");
      const first = firstOf(definition, "shift");
      const said = answers[first.id]!;
      if (said.state !== "answered" || said.target === undefined) throw new Error("the example states no target");
      await expect(page.getByText(`Today: ${first.positions[Number(said.value)]}; wanted: ${first.positions[said.target]}`)).toBeVisible();
      await page.getByRole("button", { name: "Submit and see the result" }).click();
      await page.waitForURL(/\/results\//);
      await expectFiguresOf(page, definition, await apiScore(request, SHIFTS, answers));
      const distances = page.getByRole("region", { name: /today, wanted and distance$/ });
      await expect(distances.getByRole("row")).toHaveCount(15);
      const row = distances.getByRole("row").filter({ hasText: first.text });
      await expect(row.getByRole("cell").last()).toHaveText(((100 * (said.target - Number(said.value))) / (first.positions.length - 1)).toFixed(1));
    });

    test("a figure may be typed with a comma; one that cannot be read comes back as it was typed", async ({ page, request, watch }) => {
      watch.expects(/status of 422/);
      const definition = await definitionOf(request, CAPABILITIES);
      const item = firstOf(definition, "number");
      const { takeToken } = await beginWith(page, CAPABILITIES, exampleAnswers(CAPABILITIES));
      await goToScreenOf(page, definition, takeToken, item.id);
      const field = questionGroup(page, item).getByLabel("Figure in months");
      await field.fill("1,000.5");
      await page.getByRole("button", { name: /^(Continue|Check your answers)$/ }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(questionGroup(page, item)).toContainText("Error: Enter a number such as 12 or 2.5");
      await expect(field).toHaveValue("1,000.5");
      await field.fill("2,5");
      await page.getByRole("button", { name: /^(Continue|Check your answers)$/ }).click();
      await expect(page).not.toHaveTitle(/^Error: /);
      await page.goto(`/take/${takeToken}/check`);
      await expect(page.getByText("2.5 months", { exact: true })).toBeVisible();
      await submit(page, takeToken);
      // 1 - 0.979^2.5, worked out apart from the product.
      await expect(page.getByText(/^5\.2 % of it is likely to be stale after 2\.5 months\.$/)).toBeVisible();
    });

    test("a ranking counts when it is whole, and says what is missing until then", async ({ page, request, watch }) => {
      watch.expects(/status of 422/);
      const definition = await definitionOf(request, EMPOWERMENT);
      const item = firstOf(definition, "ranking");
      const { [item.id]: _, ...others } = exampleAnswers(EMPOWERMENT);
      const { takeToken } = await beginWith(page, EMPOWERMENT, others);
      await goToScreenOf(page, definition, takeToken, item.id);
      const places = questionGroup(page, item).getByRole("combobox");
      await expect(places).toHaveCount(item.pick);
      for (let place = 0; place < item.pick - 1; place++) await places.nth(place).selectOption({ label: item.options[place]!.label });
      await page.getByRole("button", { name: /^(Continue|Check your answers)$/ }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(questionGroup(page, item)).toContainText("a ranking counts when it is whole");
      for (let place = 0; place < item.pick - 1; place++) await expect(places.nth(place)).toHaveValue(item.options[place]!.id);
      const summary = page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
      await expect(summary.getByRole("link", { name: `${item.text} Choose the` })).toBeVisible();
      await places.nth(item.pick - 1).focus();
      await places.nth(item.pick - 1).selectOption({ label: item.options[item.pick]!.label });
      if (script) {
        await expect(saveState(page)).toHaveText("Saved");
        await expect(summary).toBeHidden();
        await expect(questionGroup(page, item)).not.toContainText("Error: ");
        await expect(page).not.toHaveTitle(/^Error: /);
        await expect(places.nth(item.pick - 1)).toBeFocused();
      }
      await page.getByRole("button", { name: /^(Continue|Check your answers)$/ }).click();
      await expect(page).not.toHaveTitle(/^Error: /);
      await page.goto(`/take/${takeToken}/check`);
      const picked = [...item.options.slice(0, item.pick - 1), item.options[item.pick]!];
      await expect(page.getByText(picked.map((option, place) => `${place + 1}. ${option.label}`).join("; "))).toBeVisible();
    });
  });
}

/** Chooses the positions of a shift, or the option of another question, as the answers say. */
async function place(page: Page, item: Item, answers: Answers): Promise<void> {
  const given = answers[item.id]!;
  if (given.state === "not_sure") return choice(page, item, "I don’t know").check();
  if (given.state !== "answered") throw new Error(`${item.id} is ${given.state} in the example`);
  if (item.kind === "single") return choice(page, item, item.options.find((option) => option.id === given.value)!.label).check();
  if (item.kind !== "shift") throw new Error(`${item.id} is a ${item.kind}`);
  const group = (name: string) => questionGroup(page, item).getByRole("group", { name });
  await group("Today")
    .getByRole("radio", { name: item.positions[Number(given.value)]!, exact: true })
    .check();
  if (given.target === undefined) return;
  await group("Wanted in 12 months (optional)").getByRole("radio", { name: item.positions[given.target]!, exact: true }).check();
}

test("what is saved of the newer kinds is there after a reload", async ({ page, request }) => {
  const definition = await definitionOf(request, SHIFTS);
  const { takeToken } = await begin(page, SHIFTS);
  await openScreen(page, takeToken);
  const item = firstOf(definition, "shift");
  const group = (name: string) => questionGroup(page, item).getByRole("group", { name });
  await group("Today").getByRole("radio").nth(1).check();
  await group("Wanted in 12 months (optional)").getByRole("radio").nth(2).check();
  await expect(saveState(page)).toHaveText("Saved");
  await page.reload();
  await expect(group("Today").getByRole("radio").nth(1)).toBeChecked();
  await expect(group("Wanted in 12 months (optional)").getByRole("radio").nth(2)).toBeChecked();
});

for (const slug of [SHIFTS, CAPABILITIES, EMPOWERMENT, "great-brand-path"]) {
  test(`the example of ${slug}, everything opened, is accessible`, async ({ page }) => {
    await page.goto(`/assessments/${slug}/example`);
    await openAllDetails(page);
    await expectAccessible(page);
  });
}

for (const [slug, kind] of [
  [SHIFTS, "shift"],
  [CAPABILITIES, "number"],
  [EMPOWERMENT, "ranking"],
] as const) {
  test(`a screen with a ${kind} is accessible`, async ({ page, request }) => {
    const definition = await definitionOf(request, slug);
    const { takeToken } = await begin(page, slug);
    await goToScreenOf(page, definition, takeToken, firstOf(definition, kind).id);
    await expectAccessible(page);
  });
}
