import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { hydrated } from "./hydrated.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const WIDTHS = [320, 1280];

/** The state as it stands: nothing for axe in light and dark, narrow and wide; no sideways scrolling; one heading, one title. */
export async function expectAccessible(page: Page, language = "en"): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S.* Pinhigh$|^Pinhigh: /);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScrolling(page);
    // As tall as the page: what lies under the bar at the foot of a screen can be scrolled up, which axe does not know.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNothingForAxe(page, `${colorScheme}, ${width} px`);
    }
  }
}

export async function expectNothingForAxe(page: Page, look: string): Promise<void> {
  // In one go: the other way of running axe opens a page more for each of hundreds of runs, for frames that are not there.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG_22_AA).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((n) => `${n.target.join(" ")}: ${n.failureSummary}`) }));
  expect({ look, found }).toEqual({ look, found: [] });
}

/** Polled: a chart follows its page a frame later. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(whatIsWider)).toEqual({ wider: false, by: [] });
}

function whatIsWider(): { wider: boolean; by: string[] } {
  const { scrollWidth, clientWidth } = document.documentElement;
  const scrollsItself = (e: Element) => getComputedStyle(e).overflowX !== "visible";
  const inside = (e: Element): boolean => e.parentElement !== null && (scrollsItself(e.parentElement) || inside(e.parentElement));
  const outside = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1 && !inside(e));
  return { wider: scrollWidth > clientWidth, by: outside.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)) };
}

/** Opens everything that is folded away. */
export async function openAllDetails(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((list) => list.forEach((details) => ((details as HTMLDetailsElement).open = true)));
}

/** A page as it is once script has taken over, with all that is folded away opened, as `expectAccessible` wants it. */
export async function expectAccessibleOpened(page: Page): Promise<void> {
  await hydrated(page);
  await openAllDetails(page);
  await expectAccessible(page);
}
