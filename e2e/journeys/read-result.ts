import { expect, type Locator, type Page } from "@playwright/test";
import { type ApiScore, type Definition, itemOf, shown, shownShare } from "./assessment-content.ts";

/** The result in its parts: one sentence, the line, the dimensions, the pillars, what is strong, the roadmap in short. */
export async function expectResult(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\S.{20,}\.$/);
  await expect(page.getByRole("img", { name: /^You: \d+\.\d of 100, level \d of 5/ })).toBeVisible();
  await expect(page.getByText(/^\d+\.\d of 100, level \d of 5/)).toBeVisible();
  await expect(pillarTable(page)).toBeVisible();
  for (const name of ["What is strong", /gaps? that matters?/]) await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open your roadmap" })).toBeVisible();
}

/** Every figure of the page against the API's, as displayed, and the overall score to its last digit. */
export async function expectFiguresOf(page: Page, definition: Definition, api: ApiScore): Promise<void> {
  const { score, level } = api.overall;
  await expect(page.getByText(`${shown(score!)} of 100, level ${level} of 5`)).toBeVisible();
  for (const part of api.dimensions) await expectDimension(page, definition, part.id, api);
  await expectOverallTrace(page, definition, api);
  await expectPillars(page, api);
}

function titleOf(definition: Definition, dimension: string): string {
  return definition.dimensions.find((d) => d.id === dimension)!.title;
}

/** A part's heading begins with its title; what else it says may name other parts. */
function headingOf(title: string): RegExp {
  return new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

export function dimensionEntry(page: Page, definition: Definition, dimension: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: headingOf(titleOf(definition, dimension)) }) });
}

async function expectDimension(page: Page, definition: Definition, id: string, api: ApiScore): Promise<void> {
  const title = titleOf(definition, id);
  const part = api.dimensions.find((d) => d.id === id)!;
  const entry = dimensionEntry(page, definition, id);
  const figure = part.published ? shown(part.score!) : "no score";
  await expect(entry.getByText(figure, { exact: true }).first()).toBeVisible();
  await expect(entry.getByRole("img", { name: `${title}: ${part.published ? `${figure} of 100` : figure}` })).toBeVisible();
  await entry.getByText("How this figure was made").click();
  const table = entry.getByRole("table");
  const lines = api.trace.filter((line) => line.dimension === id);
  await expect(table.locator("tbody tr")).toHaveCount(lines.length);
  for (const line of lines) {
    const row = table.getByRole("row").filter({ hasText: itemOf(definition, line.item).text });
    const counted = line.x === null ? ["not counted", String(line.weight), ""] : [twoDecimals(line.x), String(line.weight), shown(line.contribution!)];
    expect(await row.getByRole("cell").allTextContents()).toEqual([expect.stringContaining(itemOf(definition, line.item).text), ...counted]);
  }
  const sum = table.locator("tfoot");
  await expect(sum.getByRole("cell").last()).toHaveText(part.score === null ? "none" : shown(part.score));
  if (part.coverage !== null) await expect(sum).toContainText(`Answered: ${shownShare(part.coverage)}`);
}

async function expectOverallTrace(page: Page, definition: Definition, api: ApiScore): Promise<void> {
  await page.getByText("How the overall score was made").click();
  const details = page.getByRole("group").filter({ has: page.getByText("How the overall score was made") });
  const isCarried = api.dimensions.some((part) => part.counts !== undefined);
  for (const part of api.dimensions) {
    const row = details.getByRole("row").filter({ has: page.getByRole("rowheader", { name: titleOf(definition, part.id), exact: true }) });
    await expect(row.getByRole("cell").first()).toHaveText(part.published ? shown(part.score!) : "left out");
    if (isCarried) await expect(row.getByRole("cell").nth(1)).toHaveText(part.published ? shown(part.counts ?? part.score!) : "");
  }
  await expect(
    details
      .locator("tfoot")
      .getByRole("cell")
      .nth(isCarried ? 1 : 0),
  ).toHaveText(shown(api.overall.score!));
  await expect(details.getByText(/^Unrounded: /)).toContainText(`Unrounded: ${api.overall.score}. `);
}

async function expectPillars(page: Page, api: ApiScore): Promise<void> {
  const rows = pillarTable(page).locator("tbody tr");
  await page.waitForLoadState();
  const told = await rows.evaluateAll((list) => list.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.firstChild?.textContent ?? "")));
  const asked = api.pillars.filter((p) => told.some(([name]) => name!.toLowerCase() === p.id));
  expect(told.map(([, ...figures]) => figures)).toEqual(
    asked.map((p) => [p.published ? shown(p.score!) : "no score", p.coverage === null ? "none" : shownShare(p.coverage)]),
  );
  // A pillar that is not shown is one that no question names.
  expect(api.pillars.filter((p) => !asked.includes(p)).map((p) => p.score)).toEqual(api.pillars.filter((p) => !asked.includes(p)).map(() => null));
}

export function pillarTable(page: Page): Locator {
  return page.getByRole("table", { name: "Score and coverage of each pillar" });
}

function twoDecimals(figure: number): string {
  return String(Math.round((figure + Number.EPSILON) * 100) / 100);
}
