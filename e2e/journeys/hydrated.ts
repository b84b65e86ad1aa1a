import type { Page } from "@playwright/test";

/**
 * Resolves when React has taken over the page. Until then a page works as plain HTML, so a test of what only script does
 * (saving at each answer, keys) would test the other way by chance.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$"));
    const root = key && (document as unknown as Record<string, { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } }>)[key];
    return root ? !root.stateNode.current.memoizedState.isDehydrated : false;
  });
}
