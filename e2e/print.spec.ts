import { expect, test } from "@playwright/test";
import { paths } from "#app/paths.ts";

test("a printed table says its total once, at its end, and not at the foot of every sheet", async ({ page }) => {
  await page.goto(paths.example("customer-or-product-centric"));
  const totals = page.locator("tfoot");
  await expect(totals.first()).toHaveCSS("display", "table-footer-group");
  await page.emulateMedia({ media: "print" });
  for (const total of await totals.all()) await expect(total).toHaveCSS("display", "table-row-group");
});
