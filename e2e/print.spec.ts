import { expect, test } from "./journeys/watched-test.ts";

test("a printed table says its total once, at its end, and not at the foot of every sheet", async ({ page }) => {
  await page.goto("/assessments/customer-or-product-centric/example");
  const totals = page.locator("tfoot");
  await expect(totals.first()).toHaveCSS("display", "table-footer-group");
  await page.emulateMedia({ media: "print" });
  for (const total of await totals.all()) await expect(total).toHaveCSS("display", "table-row-group");
});
