import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { linkIn, mailTo } from "./journeys/mails-sent.ts";
import { expect, test } from "./journeys/watched-test.ts";

test.describe.configure({ timeout: 120_000 });

/** Signs somebody up and, by the link in the mail that really goes out, in. */
async function signUp(page: Page): Promise<string> {
  const address = `person-${randomUUID()}@example.com`;
  const password = "four words in a row";
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ada Example");
  await page.getByLabel("Email address").fill(address);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("/sign-up/sent");
  await page.goto(linkIn(await mailTo(address)));
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("/account");
  return address;
}

test("somebody who has just signed up reads what notifications are and chooses which come by mail", async ({ page, watch }) => {
  watch.expectsCookie("pinhigh.session_token");
  watch.expectsCookie("pinhigh.known_browser");
  const address = await signUp(page);
  await page.goto("/notifications");
  await hydrated(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing has happened yet");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Choose what comes by mail" }).click();
  await expect(page.getByText(`Choose what comes to ${address} as well.`)).toBeVisible();
  const joined = page.getByRole("checkbox", { name: "Somebody joins an organisation you look after" });
  await expect(joined).not.toBeChecked();
  await joined.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await expectAccessible(page);
  await page.goto("/account/notifications");
  await expect(joined).toBeChecked();
});
