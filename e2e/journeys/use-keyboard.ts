import { expect, type Page } from "@playwright/test";

type Focus = { name: string; role: string; outlined: boolean; inView: boolean; uncovered: boolean };

/** What has the focus, and whether a person can see that it has. */
export async function focused(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const label = (element as HTMLInputElement).labels?.[0];
    return {
      name: (label ?? element).innerText.trim(),
      role: element instanceof HTMLInputElement ? element.type : element.localName,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      inView: box.top >= 0 && box.bottom <= innerHeight,
      uncovered: middle !== null && (element.contains(middle) || middle.contains(element)),
    };
  });
}

/** Moves on by Tab and holds that the new place is visible, marked and not under anything. */
export async function tab(page: Page): Promise<Focus> {
  await page.keyboard.press("Tab");
  const focus = await focused(page);
  expect(focus).toMatchObject({ outlined: true, inView: true, uncovered: true });
  return focus;
}

/** Tabs until something of that role and name has the focus; fails after more stops than a page should need. */
export async function tabTo(page: Page, role: string, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    const focus = await tab(page);
    if (focus.role === role && (typeof name === "string" ? focus.name === name : name.test(focus.name))) return;
  }
  throw new Error(`no ${role} called ${String(name)} can be reached by Tab`);
}
