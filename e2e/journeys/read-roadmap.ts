import { expect, type Page } from "@playwright/test";

const WAVES = ["Now", "Next", "Later"];
/** What the page may say about how good its plan is: while it is searched for, and once the search has ended. */
export const SEARCHED = /proven|No better plan was found/;
const STANDING = new RegExp(`better one is being looked for|waits until other plans are done|plan is settled|${SEARCHED.source}`);

/** The whole roadmap: its sentence, how good it is known to be, the curve, the waves, the rest and the pools. */
export async function expectRoadmap(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: /^The plan: from \d+\.\d to \d+\.\d/ })).toBeVisible();
  await expect(standing(page)).toHaveText(STANDING);
  await expect(page.getByRole("table", { name: "Projected score at the end of each quarter" })).toBeVisible();
  for (const wave of WAVES) await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^${wave} ?starts`) })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /^Not in the plan/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /Person-weeks used/ })).toBeVisible();
}

export function standing(page: Page) {
  return page.getByRole("status");
}

/** Opens the first initiative of the plan and finds everything that makes it one. */
export async function expectFirstInitiativeOpens(page: Page): Promise<void> {
  const initiative = page
    .getByRole("listitem")
    .filter({ has: page.getByText(/^Open this initiative/) })
    .first();
  const reason = initiative.getByText("Why it is in the plan", { exact: true });
  await expect(reason).toBeHidden();
  await initiative.getByText(/^Open this initiative/).click();
  await expect(reason).toBeVisible();
  for (const term of ["Effort in person-weeks (low, likely, high)", "Try first", "By hand, before there is technology", "KPIs that would show it"]) {
    const found = initiative.locator("dt", { hasText: term });
    await expect(found).toBeVisible();
    await expect(found.locator("xpath=following-sibling::dd[1]")).toHaveText(/\S.{5,}/);
  }
}
