import type { Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { mailedLink } from "./journeys/read-mail.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Seeded = { slug: string; cookie: { name: string; value: string } };

async function harbour(db: OpenDatabase["client"], origin: string): Promise<Seeded> {
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const { cookie } = await sessionCookie(db, owner.person, { origin });
  const at = cookie.indexOf("=");
  return { slug: owner.organization.slug, cookie: { name: cookie.slice(0, at), value: cookie.slice(at + 1) } };
}

const test = testWithSeed(async (db, origin) => ({ script: await harbour(db, origin), plain: await harbour(db, origin) }));
test.describe.configure({ timeout: 240_000 });

const TITLE = "Are you customer-centric or product-centric?";
const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
/** A day ahead, as a form field holds it. */
const inDays = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T17:00`;

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (!script) return;
      await hydrated(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page);
      }
    };

    test("a cycle is opened for addresses and a link, answered without an account, closed and opened again", async ({ page, browser, seeded, watch }) => {
      watch.expects(/status of (410|422)|favicon\.ico/);
      watch.expectsCookie("pinhigh.session_token");
      const { slug, cookie } = seeded.seed[script ? "script" : "plain"];
      const url = seeded.product.url;
      await page.context().addCookies([{ ...cookie, url }]);
      const address = `asked-${script}@example.com`;

      await page.goto(`${url}/o/${slug}/cycles/new`);
      await heading(page, "What do you want to know, and from whom?");
      await ready(page);
      await page.getByLabel("Only the addresses and the link below").check();
      await press(page, "Open the cycle");
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Choose an assessment.", "Enter at least one address, or make an open link."]);
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await ready(page);
      await page.getByRole("checkbox", { name: TITLE }).check();
      await page.getByLabel("Addresses", { exact: true }).fill(address);
      await page.getByLabel("Make an open link").check();
      await page.getByLabel("Good until").fill(inDays(9));
      await page.getByLabel("Closes by itself at").fill(inDays(10));
      await press(page, "Open the cycle");
      await heading(page, new RegExp(`: ${TITLE.replace("?", "\\?")}$`));
      await expect(page.getByRole("status").first()).toHaveText("The cycle is open. Those it asks have been told.");
      await expect(main(page)).toContainText("Anonymous: nobody can tell whose an answer is.");
      await expect(main(page)).toContainText("0 of 1 have answered.");
      await ready(page);
      const cycle = page.url().split("?")[0]!;
      const openLink = await page.getByLabel("An open link", { exact: true }).inputValue();

      // Somebody without an account, in a browser of their own.
      const guests = await browser.newContext({ javaScriptEnabled: script });
      const guest = await guests.newPage();
      const link = await mailedLink(seeded.product.dataDirectory, address);
      expect(link).toMatch(/\/answer\/[\w-]{30}$/);
      await guest.goto(link);
      await heading(guest, "Harbour Lines asks you to answer");
      await expect(main(guest)).toContainText("You answer anonymously.");
      await expect(main(guest)).toContainText("anyone who has it can answer as you");
      await ready(guest);
      await guest.getByLabel("I answer as").selectOption("manager");
      await press(guest, "Begin");
      await heading(guest, /^Questions 1 to/);
      const take = new URL(guest.url()).pathname;
      const changes = [{ itemId: "phone-answer", answer: { state: "not_sure" }, basedOn: 0 }];
      expect((await guest.request.post(`${url}${take}/answers`, { data: { changes } })).status()).toBe(200);
      await guest.goto(link);
      if (script) await hydrated(guest);
      await press(guest, "Go on answering");
      await expect(guest).toHaveURL(new RegExp(take));
      await guest.goto(`${url}${take}/check`);
      if (script) await hydrated(guest);
      await press(guest, "Submit and see the result");
      await guest.waitForURL(/\/results\//);
      const result = guest.url();
      await guest.goto(link);
      await expect(main(guest)).toContainText("You have submitted your answers. Thank you.");
      await ready(guest);
      await press(guest, "See your result");
      await expect(guest).toHaveURL(result);

      await guest.goto(`${link}/unsubscribe`);
      await heading(guest, "No more mails from Harbour Lines");
      await ready(guest);
      await press(guest, "Send me no more");
      await expect(guest.getByRole("status")).toHaveText("Harbour Lines sends you no more invitations or reminders.");
      await ready(guest);

      await guest.goto(openLink);
      await expect(main(guest)).toContainText("Anyone with this link can answer.");
      await ready(guest);
      await press(guest, "Begin");
      await heading(guest, /^Questions 1 to/);
      expect(new URL(guest.url()).pathname).not.toBe(take);

      await page.goto(cycle);
      await expect(main(page)).toContainText("1 of 1 have answered.");
      await expect(main(page)).toContainText("How many they are is not said");
      await page.getByText("Change when it closes").click();
      await page.getByLabel("Closes by itself at").fill(inDays(12));
      await press(page, "Save");
      await expect(page.getByRole("status").first()).toHaveText("Saved.");
      await ready(page);
      await press(page, "End this link");
      await expect(page.getByRole("status").first()).toContainText("The open link is over.");
      expect((await guest.goto(openLink))!.status()).toBe(410);
      await expect(main(guest)).toContainText("This link is over.");
      await ready(guest);

      await page.getByText("Close this cycle").click();
      await press(page, "Close it for everybody");
      await expect(page.getByRole("status").first()).toHaveText("The cycle is closed.");
      await ready(page);
      await page.getByText("Open this cycle again").click();
      await press(page, "Open it again");
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Say why, in at most 300 characters on one line."]);
      await ready(page);
      await page.getByLabel("Why", { exact: true }).fill("Two were on leave");
      await press(page, "Open it again");
      await expect(page.getByRole("status").first()).toHaveText("The cycle is open again.");
      await expect(main(page)).toContainText("It was opened again: Two were on leave");
      await ready(page);
      await guests.close();
    });
  });
}
