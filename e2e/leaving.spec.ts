import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

test("another link followed while a page is still arriving leads there, and nothing is reported as an error", async ({ page }) => {
  // The method's page arrives as far as its headers and no further, until the reading is broken off.
  await page.addInitScript(() => {
    const fetched = window.fetch;
    window.fetch = async (input, init) => {
      const reply = await fetched(input, init);
      if (!reply.url.includes("/method.data")) return reply;
      const unfinished = new ReadableStream({
        start: (body) => init!.signal!.addEventListener("abort", () => body.error(init!.signal!.reason)),
      });
      return new Response(unfinished, reply);
    };
  });
  await page.goto("/");
  await hydrated(page);
  const arriving = page.waitForResponse(/\/method\.data/);
  await page.getByRole("link", { name: "Method", exact: true }).first().click();
  await arriving;
  await page.getByRole("link", { name: "Assessments", exact: true }).first().click();
  await expect(page).toHaveURL(/\/assessments$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
