import type { Page } from "@playwright/test";

/**
 * Chooses one's own values where somebody else has saved meanwhile. The button stands above the form that it sends, and a page that is still
 * arriving does not have that form yet: whoever clicks faster than a page can be read would send nothing.
 */
export async function saveMineOverIt(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.getByRole("button", { name: "Save mine over it" }).click();
}
