import type { BrowserContext, Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { makeAnswered } from "../tests/factories/answered-organization.ts";
import { REAL_FILES } from "../tests/factories/sent-files.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { saveMineOverIt } from "./journeys/save-over.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
type Place = { slug: string; response: string; cookie: { name: string; value: string } };

/** An organisation with one result, and its owner. */
async function place(db: OpenDatabase["client"], origin: string): Promise<Place> {
  const catalog = await seedCatalog(db, origin);
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const response = await makeAnswered(db, owner, catalog.assessmentBySlug.get(QUIZ)!, catalog, { seed: 7, memberId: owner.memberId });
  const { cookie } = await sessionCookie(db, owner.person, { origin });
  const at = cookie.indexOf("=");
  return { slug: owner.organization.slug, response, cookie: { name: cookie.slice(0, at), value: cookie.slice(at + 1) } };
}

const test = testWithSeed(async (db, origin) => ({ script: await place(db, origin), plain: await place(db, origin) }));
test.describe.configure({ timeout: 180_000 });

async function signIn(context: BrowserContext, { cookie }: Place, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("evidence is added, refused, replaced by two at once, saved and removed; what is left to show gets shorter", async ({
      page,
      context,
      seeded,
      watch,
    }) => {
      watch.expects(/status of (409|422)/);
      const here = seeded.seed[script ? "script" : "plain"];
      const { slug, response, cookie } = here;
      watch.expectsCookie(cookie.name);
      const ready = async (tab = page) => {
        if (script) await hydrated(tab);
      };
      const accessible = async () => {
        if (script) await expectAccessible(page);
      };
      await signIn(context, here, seeded.product.url);

      await page.goto(`/o/${slug}`);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Evidence" }).click();
      await heading(page, "Harbour Lines has no evidence yet");
      await accessible();

      await page.getByRole("link", { name: "Are you customer-centric or product-centric?" }).click();
      await heading(page, /^\d+ answers in “.*” are claimed and not shown$/);
      await accessible();
      const missing = page.getByRole("table", { name: "Answers without evidence that holds" }).getByRole("row");
      await page.waitForLoadState();
      const before = await missing.count();
      const first = (await missing.nth(1).getByRole("rowheader").innerText()).split("\n")[0]!;
      await missing
        .nth(1)
        .getByRole("link", { name: /^Add evidence for: / })
        .click();
      await heading(page, "What shows that the answer is right?");
      await ready();
      await expect(page.getByLabel("Question")).not.toHaveValue("");
      await accessible();

      await page
        .getByLabel("Or a file")
        .setInputFiles({ name: "page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script>") });
      await page.getByRole("button", { name: "Add evidence" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([/^Enter a title/, /^The file is not what its name says/]);
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await accessible();
      await page.getByLabel("Title").fill("Call statistics");
      await page.getByLabel("Or a file").setInputFiles({ name: "Calls 2027.pdf", mimeType: "application/pdf", buffer: REAL_FILES["pdf"]! });
      await page.getByLabel("Last day it holds").fill("2199-01-31");
      await page.getByRole("button", { name: "Add evidence" }).click();
      await expect(page.getByRole("status")).toHaveText("The evidence has been added.");
      await heading(page, "Call statistics");
      await expect(page.getByText(`Evidence for the question “${first}”`)).toBeVisible();
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Save Calls 2027\.pdf/ }).click()]);
      expect(file.suggestedFilename()).toBe("Calls 2027.pdf");
      if (script) await openAllDetails(page);
      await accessible();

      // Two people at once: both values are shown, and one is chosen.
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(page.url().split("?")[0]!);
        await ready(tab);
        await tab.getByText("Change it", { exact: true }).click();
      }
      await other.getByLabel("Title", { exact: true }).fill("Call statistics of the spring");
      await other.getByRole("button", { name: "Save" }).click();
      await expect(other.getByRole("status")).toHaveText("Saved.");
      await other.close();
      await page.getByLabel("Title", { exact: true }).fill("Calls");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("row").nth(1).getByRole("cell")).toHaveText(["Call statistics of the spring", "Calls"]);
      await accessible();
      await saveMineOverIt(page);
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await heading(page, "Calls");

      await page.goto(`/o/${slug}/evidence`);
      await heading(page, "One piece of evidence shows what Harbour Lines says of itself");
      await accessible();
      await page.getByLabel("State").selectOption("expired");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "0 pieces of evidence found");
      await accessible();
      await page.goto(`/o/${slug}/evidence/audit/${QUIZ}`);
      await expect(missing).toHaveCount(before - 1);
      await page.goto(`/o/${slug}/results/${response}`);
      await expect(page.getByRole("table", { name: "Claimed and shown" }).getByRole("row")).toHaveCount(4);

      await page.goto(`/o/${slug}/evidence`);
      await page.getByRole("link", { name: "Calls" }).click();
      await heading(page, "Calls");
      await ready();
      await page.getByText("Remove it", { exact: true }).click();
      await page.getByLabel(/^Type the title/).fill("calls");
      await page.getByRole("button", { name: "Remove the evidence" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText("That is not the title. Type: Calls");
      await accessible();
      await page.getByLabel(/^Type the title/).fill("Calls");
      await page.getByRole("button", { name: "Remove the evidence" }).click();
      await expect(page.getByRole("status")).toHaveText("The evidence has been removed.");
      await heading(page, "Harbour Lines has no evidence yet");
    });
  });
}
