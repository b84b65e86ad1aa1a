import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { addOwn } from "#app/services/board/add-initiative.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { ownInitiative } from "../tests/factories/own-initiative.ts";
import { REAL_FILES } from "../tests/factories/sent-files.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { saveMineOverIt } from "./journeys/save-over.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Cookie = { name: string; value: string };
type Place = { slug: string; owner: Cookie; viewer: Cookie };

const asCookie = ({ cookie }: { cookie: string }): Cookie => {
  const at = cookie.indexOf("=");
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
};

/** An organisation with nothing on its roadmap, and one with an initiative of its own. */
async function places(db: OpenDatabase["client"], origin: string): Promise<{ empty: Place; full: Place & { initiative: string } }> {
  await seedCatalog(db, origin);
  const [empty, full] = [
    await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" }),
    await makeOrganization(db, "Pine Works", { name: "Otto Owner" }),
  ];
  const people = async (access: typeof empty) => ({
    slug: access.organization.slug,
    owner: asCookie(await sessionCookie(db, access.person, { origin })),
    viewer: asCookie(await sessionCookie(db, (await makeMember(db, access, "viewer", { name: "Vera Viewer" })).person, { origin })),
  });
  const initiative = randomUUID();
  const own = ownInitiative({ problem: "Guests wait at an empty desk.", checklist: ["Choose the colour", "Move the chairs"] });
  await addOwn(db, full, initiative, own, { language: "en", now: new Date() });
  return { empty: await people(empty), full: { ...(await people(full)), initiative } };
}

const test = testWithSeed(async (db, origin) => ({ script: await places(db, origin), plain: await places(db, origin) }));
test.describe.configure({ timeout: 240_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const part = (page: Page, name: string | RegExp) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await hydrated(page);
    };
    const accessible = async (page: Page) => {
      if (script) await expectAccessible(page);
    };

    test("an initiative of the library is put on the roadmap, and its steps, notes, files and bet are kept", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of (409|422)/);
      const { empty } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(empty.owner.name);
      await signIn(context, empty.owner, seeded.product.url);
      await page.goto(`/o/${empty.slug}/roadmap/leaps`);
      await heading(page, "Harbour Lines has named no leap of faith yet");
      await accessible(page);
      await page.getByRole("link", { name: "Put an initiative on the roadmap" }).click();
      await heading(page, "What do you want to do?");
      await page.getByLabel("Title, problem or what it raises").fill("answer the main number");
      await page.getByRole("button", { name: "Show", exact: true }).click();
      const title = "Let a person answer the main number";
      await expect(page.getByRole("heading", { level: 3, name: title })).toBeVisible();
      await ready(page);
      await openAllDetails(page);
      await accessible(page);
      await page.getByRole("button", { name: `Put it on the roadmap: ${title}` }).click();
      await heading(page, title);
      await expect(page.getByRole("status")).toHaveText("It is on the roadmap, as a proposal.");
      await ready(page);
      await accessible(page);
      await openAllDetails(page);
      await accessible(page);
      const address = page.url().split("?")[0]!;
      await page.goto(`/o/${empty.slug}/roadmap/initiatives/new?q=answer+the+main+number`);
      await page.getByRole("link", { name: `Look at it: ${title}` }).click();
      await heading(page, title);
      await ready(page);

      // The checklist.
      const checklist = part(page, /^Checklist/);
      const steps = checklist.getByRole("listitem");
      await page.waitForLoadState();
      const count = await steps.count();
      await expect(checklist.getByRole("heading")).toHaveText(`Checklist: 0 of ${count} done`);
      await steps
        .first()
        .getByRole("button", { name: /^Mark as done: / })
        .click();
      await expect(checklist.getByRole("heading")).toHaveText(`Checklist: 1 of ${count} done`);
      await expect(steps.first()).toContainText("Maria Virtanen, ");
      await checklist.getByRole("button", { name: "Add the step" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Say what is to be done."]);
      await accessible(page);
      await page.getByLabel("Another step").fill("Tell the neighbours");
      await checklist.getByRole("button", { name: "Add the step" }).click();
      await expect(steps.last()).toContainText("Tell the neighbours");
      await page.getByRole("button", { name: "Move up: Tell the neighbours" }).click();
      await expect(steps.nth(count - 1)).toContainText("Tell the neighbours");
      await page.getByRole("button", { name: "Remove: Tell the neighbours" }).click();
      await expect(page.getByRole("status")).toContainText("The step “Tell the neighbours” has been removed.");
      await expect(steps).toHaveCount(count);
      await accessible(page);
      await page.getByRole("button", { name: "Put it back" }).click();
      await expect(page.getByRole("status")).toHaveText("It is back.");
      await expect(steps.nth(count - 1)).toContainText("Tell the neighbours");

      // Notes.
      await page.getByLabel("Another note").fill("We try one team first.\nThen all.");
      await page.getByRole("button", { name: "Add the note" }).click();
      const notes = part(page, "Notes");
      await expect(notes.getByRole("listitem")).toContainText("We try one team first.");
      await expect(page.getByLabel("Another note")).toHaveValue("");
      await page.getByRole("button", { name: /^Remove this note of Maria Virtanen/ }).click();
      await expect(page.getByRole("status")).toContainText("The note of Maria Virtanen has been removed.");
      await page.getByRole("button", { name: "Put it back" }).click();
      await expect(notes.getByRole("listitem")).toContainText("Then all.");

      // Links and files.
      const files = part(page, "Links and files");
      await files.getByText("Attach a link or a file").click();
      await page.getByLabel("What it is").fill("Offer of the supplier");
      await page
        .getByLabel("Or a file")
        .setInputFiles({ name: "page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script>") });
      await page.getByRole("button", { name: "Attach it" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([/^The file is not what its name says/]);
      await accessible(page);
      await page.getByLabel("Or a file").setInputFiles({ name: "Offer 2027.pdf", mimeType: "application/pdf", buffer: REAL_FILES["pdf"]! });
      await page.getByRole("button", { name: "Attach it" }).click();
      await expect(files.getByRole("listitem")).toContainText("Offer of the supplier");
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Save Offer 2027\.pdf/ }).click()]);
      expect(file.suggestedFilename()).toBe("Offer 2027.pdf");
      await files.getByText("Remove “Offer of the supplier”").click();
      await page.getByLabel("Type its title to remove it: Offer of the supplier").fill("offer");
      await page.getByRole("button", { name: "Remove it" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["The title is another. Type: Offer of the supplier"]);
      await accessible(page);
      await page.getByLabel("Type its title to remove it: Offer of the supplier").fill("Offer of the supplier");
      await page.getByRole("button", { name: "Remove it" }).click();
      await expect(files.getByText("Nothing is attached.")).toBeVisible();

      // Its owner, by two at once.
      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(address);
        await ready(tab);
      }
      await other.getByLabel("Due day").fill("2027-06-30");
      await other.getByLabel("Due day").press("Enter");
      await expect(other.getByRole("status")).toHaveText("Saved.");
      await other.close();
      await page.getByLabel("Owner", { exact: true }).selectOption({ label: "Maria Virtanen" });
      await part(page, "Who looks after it").getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("alert").getByRole("row").nth(1).getByRole("cell")).toHaveText(["Nobody", "Maria Virtanen"]);
      await accessible(page);
      await saveMineOverIt(page);
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await expect(page.getByLabel("Owner", { exact: true }).locator("option:checked")).toHaveText("Maria Virtanen");

      // What it bets on.
      await page.locator("summary", { hasText: "Change what it bets on" }).click();
      await page.getByLabel("Leap of faith").fill("Callers who reach a person stay longer.");
      await page.getByLabel("Measured by").fill("2024-01-31");
      await part(page, "What it bets on").getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Overdue: was to be measured by 31 January 2024")).toBeVisible();
      await page.goto(`/o/${empty.slug}/roadmap/leaps`);
      await heading(page, "One leap of faith is open");
      await expect(page.getByText("One should have been measured by now.")).toBeVisible();
      await accessible(page);
      await page.getByRole("main").getByRole("link", { name: title }).click();
      await ready(page);
      await page.getByText("Note what the measurement showed").click();
      await page.getByRole("button", { name: "Note the result" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Choose what the measurement showed.", "Say what was measured."]);
      await accessible(page);
      await page.getByRole("radio", { name: "It was refuted" }).check();
      await page.getByLabel("What was measured").fill("41 % of 220 callers, as before.");
      await page.getByRole("button", { name: "Note the result" }).click();
      await expect(page.getByText(/^It was refuted on \d/)).toBeVisible();
      await page.goto(`/o/${empty.slug}/roadmap/leaps`);
      await heading(page, "No leap of faith is open");
      await page.getByText("One decided").click();
      await expect(page.getByText("41 % of 220 callers, as before.")).toBeVisible();
      await accessible(page);
      await page.getByRole("link", { name: "Decided", exact: true }).click();
      await expect(page.getByText(/^It was refuted on \d/)).toBeVisible();
      await page.goto(address);
      await page.locator("summary", { hasText: "What was done to it" }).click();
      await expect(page.getByText("Maria Virtanen: noted what a measurement showed")).toBeVisible();
    });

    test("one's own is described row by row, refused with what was entered, and changed by two at once", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of (409|422)/);
      const { full } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(full.owner.name);
      await signIn(context, full.owner, seeded.product.url);
      await page.goto(`/o/${full.slug}/roadmap/initiatives/new`);
      await page.getByRole("link", { name: "Describe your own" }).click();
      await heading(page, "Describe your initiative");
      await ready(page);
      await accessible(page);
      await page.getByRole("button", { name: "Put it on the roadmap" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(5);
      await accessible(page);

      await page.getByLabel("Title", { exact: true }).fill("Greet every guest");
      await page.getByLabel("Pillar it belongs to").selectOption({ label: "People" });
      await page.getByLabel("It also rests on").selectOption({ label: "Paint the front desk" });
      await page.getByRole("button", { name: "Add what it rests on" }).click();
      await expect(page.getByRole("checkbox", { name: "Paint the front desk" })).toBeChecked();
      await expect(page.getByLabel("It also rests on")).toHaveValue("");
      await expect(page.getByLabel("It also rests on")).toBeFocused();
      await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Greet every guest");
      await page.getByLabel("Another KPI").selectOption({ label: "Net recommendation" });
      await page.getByRole("button", { name: "Add the KPI" }).click();
      await expect(page.getByRole("checkbox", { name: "Net recommendation" })).toBeChecked();
      await page.getByLabel("Another question").selectOption("customer-or-product-centric.phone-answer");
      // Sent as a whole with a question whose answer is still to be chosen, and figures that do not fit.
      await page.getByRole("radio", { name: "One quarter" }).check();
      await page.getByLabel("Chance of success in %").fill("60");
      await page.getByLabel("People, low").fill("2");
      await page.getByLabel("People, likely").fill("1");
      await page.getByLabel("People, high").fill("3");
      await page.getByRole("button", { name: "Put it on the roadmap" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([
        "Low comes first and high last: likely lies between them.",
        "Choose an answer that is better than the lowest one, or untick the question.",
      ]);
      await accessible(page);
      await page.getByLabel("People, likely").fill("2,5");
      await page.getByLabel("Answer reached").selectOption({ index: 4 });
      await page.getByLabel("Checklist", { exact: true }).fill("Write the greeting\nTry it for a week");
      await page.getByRole("button", { name: "Put it on the roadmap" }).click();
      await heading(page, "Greet every guest");
      await expect(page.getByText("People: 2 to 3, likely 2.5")).toBeVisible();
      await expect(part(page, "What it is").getByText("Paint the front desk")).toBeVisible();
      await ready(page);
      await openAllDetails(page);
      await accessible(page);

      const other = await context.newPage();
      for (const tab of [page, other]) {
        await tab.goto(`/o/${full.slug}/roadmap/initiatives/${full.initiative}/edit`);
        await ready(tab);
      }
      await accessible(page);
      await other.getByLabel("Title", { exact: true }).fill("Paint the front door");
      await other.getByLabel("Title", { exact: true }).press("Enter");
      await heading(other, "Paint the front door");
      await other.close();
      await page.getByLabel("Title", { exact: true }).fill("Paint it green");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("alert").getByRole("row").nth(1).getByRole("cell")).toHaveText(["Paint the front door", "Paint it green"]);
      await accessible(page);
      // What rests on it cannot be what it rests on.
      await page.getByLabel("It also rests on").selectOption({ label: "Greet every guest" });
      await saveMineOverIt(page);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([
        "It would have to be done before itself: Paint it green → Greet every guest → Paint it green.",
      ]);
      await page.getByRole("checkbox", { name: "Greet every guest" }).uncheck();
      await page.getByRole("button", { name: "Save" }).click();
      await heading(page, "Paint it green");
    });

    test("whoever only looks finds everything, and nothing to change it by", async ({ page, context, seeded, watch }) => {
      const { full } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(full.viewer.name);
      await signIn(context, full.viewer, seeded.product.url);
      await page.goto(`/o/${full.slug}/roadmap/initiatives/${full.initiative}`);
      await expect(page.getByText("Guests wait at an empty desk.")).toBeVisible();
      await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
      await ready(page);
      await openAllDetails(page);
      await accessible(page);
    });
  });
}
