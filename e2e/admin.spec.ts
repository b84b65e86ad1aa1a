import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { grantOperator } from "#app/services/identity/grant-operator.server.ts";
import { askForTidying } from "#app/services/operator/ask-for-tidying.server.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization, makeSignedIn } from "../tests/factories/tenants.ts";
import { asOwner } from "../tests/setup/as-owner.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Db = OpenDatabase["client"];
type Cookie = { name: string; value: string };

async function cookieOf(db: Db, person: { personId: string }, origin: string): Promise<Cookie> {
  const { cookie } = await sessionCookie(db, person, { origin });
  const at = cookie.indexOf("=");
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
}

const LONG = "Ylläpitosopimustenhallinta".repeat(4);

/** 130 organisations, 160 people and 70 mails, some with names as long as they may be. */
async function plenty(db: Db): Promise<void> {
  const mail = (address: string) => ({ kind: "notification", address, language: "en", values: {} });
  await asOwner(db, async (tx) => {
    await tx.organization.createMany({
      data: Array.from({ length: 130 }, (_, i) => ({
        ...{ id: randomUUID(), kind: i % 7 ? "company" : "consultancy", slug: `many-${i}`, isSynthetic: i % 11 === 0 },
        name: i === 3 ? `${LONG} Oy` : `Many ${i}`,
        eraseAfter: i === 5 ? new Date(Date.now() + 86_400_000) : null,
      })),
    });
    await tx.person.createMany({
      data: Array.from({ length: 160 }, (_, i) => ({
        name: i === 2 ? LONG.slice(0, 100) : `Person ${i}`,
        email: `${i === 2 ? "x".repeat(60) : "person"}-${i}@example.com`,
      })),
    });
    await tx.mail.createMany({
      data: [
        ...Array.from({ length: 68 }, (_, i) => ({ ...mail(`sent-${i}@example.com`), sentAt: new Date() })),
        { ...mail(`${"long".repeat(15)}@example.com`), failedAt: new Date(), attempts: 6, problem: "getaddrinfo ENOTFOUND mail.example.com ".repeat(6) },
        { ...mail("failed@example.com"), failedAt: new Date(), attempts: 6, problem: "550 no such mailbox" },
      ],
    });
  });
}

const test = testWithSeed(async (db, origin) => {
  await plenty(db);
  const of = async (name: string) => {
    const owner = await makeOrganization(db, name, { name: "Maria Virtanen" });
    return { slug: owner.organization.slug, name, owner: await cookieOf(db, owner.person, origin) };
  };
  const operator = await makeSignedIn(db, { name: "Olga Operator", email: "olga@example.com", operator: true });
  const stranger = await makeSignedIn(db, { name: "Otto Other" });
  const longest = await makeSignedIn(db, { name: LONG.slice(0, 100) });
  await grantOperator(db, longest.email, new Date());
  for (let i = 0; i < 55; i++) await askForTidying(db, operator);
  return {
    script: await of("Harbour Lines"),
    plain: await of("Northern Ferries"),
    operator: await cookieOf(db, operator, origin),
    stranger: await cookieOf(db, stranger, origin),
  };
});
const emptyTest = testWithSeed(async (db, origin) => ({
  operator: await cookieOf(db, await makeSignedIn(db, { name: "Olga Operator", operator: true }), origin),
}));
test.describe.configure({ timeout: 240_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const places = (page: Page) => page.getByRole("navigation", { name: "Operator’s pages" });

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await hydrated(page);
    };
    const accessible = async (page: Page) => {
      if (script) await expectAccessible(page);
    };

    test("an operator finds their way through a lot, and through nothing that is not theirs", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 404/);
      const { operator, stranger } = seeded.seed;
      watch.expectsCookie(operator.name);
      await signIn(context, stranger, seeded.product.url);
      expect((await page.goto("/admin"))!.status()).toBe(404);
      await expect(page.getByRole("link", { name: "Operator" })).toHaveCount(0);

      await signIn(context, operator, seeded.product.url);
      await page.goto("/method");
      await page.getByRole("link", { name: "Operator", exact: true }).click();
      await heading(page, "Something needs you");
      await expect(page.getByRole("definition").filter({ hasText: "embedded, PostgreSQL" })).toBeVisible();
      await accessible(page);

      await places(page).getByRole("link", { name: "Organisations" }).click();
      await heading(page, "132 organisations");
      await accessible(page);
      await page.getByRole("link", { name: "Further" }).click();
      await expect(page.getByText("Page 2 of 3")).toBeVisible();
      await page.getByLabel("In the order of").selectOption("leaving");
      await page.getByRole("searchbox", { name: "Name or address of the page" }).fill("many");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "130 found");
      await expect(page.getByRole("row").nth(1)).toContainText("Many 5");
      await page.getByRole("searchbox").fill("nothing like it");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "0 found");
      await accessible(page);

      await places(page).getByRole("link", { name: "People" }).click();
      await heading(page, "165 people have an account");
      await accessible(page);
      await page.getByRole("searchbox").fill("olga@");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(
        page
          .getByRole("row", { name: /Olga Operator/ })
          .getByRole("cell")
          .last(),
      ).toHaveText("yes");

      await places(page).getByRole("link", { name: "Content" }).click();
      await heading(page, /assessments can be answered now$/);
      await accessible(page);

      await places(page).getByRole("link", { name: "Jobs" }).click();
      await heading(page, "No job has failed of late");
      await ready(page);
      await page.getByRole("button", { name: "Do the daily tidying now" }).click();
      await expect(page.getByRole("status")).toContainText("The daily tidying was asked for");
      await accessible(page);

      await places(page).getByRole("link", { name: "Events" }).click();
      await heading(page, /things were done by operators$/);
      await expect(page.getByRole("row", { name: /Olga Operator asked for the daily tidying/ }).first()).toBeVisible();
      await accessible(page);
      await page.getByRole("link", { name: "Further" }).click();
      await expect(page.getByText("Page 2 of 2")).toBeVisible();
      await page.getByLabel("What", { exact: true }).selectOption("operator.granted");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "1 found");
      await expect(page.getByRole("row").nth(1)).toContainText(/Somebody on the machine itself\s*made somebody an operator\s*Ylläpito/);
      await accessible(page);
      await page.getByRole("searchbox", { name: "Who, or to what" }).fill("nothing like it");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "0 found");
      await accessible(page);
    });

    test("a failed mail is tried again", async ({ page, context, seeded, watch }) => {
      const { operator } = seeded.seed;
      watch.expectsCookie(operator.name);
      await signIn(context, operator, seeded.product.url);
      await page.goto("/admin/mails");
      await heading(page, /^Failed mails: [12]$/);
      await ready(page);
      await accessible(page);
      await page
        .getByRole("button", { name: script ? "Try again to send to failed@example.com" : /^Try again to send to long/ })
        .first()
        .click();
      await expect(page.getByRole("status")).toHaveText("The mail is on its way again.");
      await page.getByLabel("Which").selectOption("sent");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, /^Mails sent in the last 30 days: /);
      await accessible(page);
      await page.goto("/admin/events?action=mail.retried&q=olga");
      await expect(page.getByRole("row").nth(1)).toContainText(/Olga Operator\s*had a mail tried again\s*notification/);
    });

    test("a reference set is looked at, imported, shown to be there, and removed", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { operator } = seeded.seed;
      watch.expectsCookie(operator.name);
      await signIn(context, operator, seeded.product.url);
      await page.goto("/admin/reference-sets");
      await heading(page, "1 reference set");
      await expect(page.getByRole("row", { name: /Why 107 marketers invest in technology/ })).toContainText("comes with the content");
      await ready(page);
      await accessible(page);

      const choose = (lines: string[]) =>
        page.getByLabel("CSV file").setInputFiles({ name: "set.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
      const provenance = ["name,<b>Shops</b>", "assessment,seven-ps", "source,An institute", "year,2019", "n,412", "method,Asked by post", "licence,CC BY 4.0"];
      await choose([...provenance, "part,kind,at,value", "overall,mean,,lots"]);
      await page.getByRole("button", { name: "Look at what would be added" }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(
        "1 thing is wrong with the file, so nothing was imported. Mend it and choose it again.",
      );
      await expect(page.getByRole("row", { name: /^9 value: Is no figure from 0/ })).toContainText("lots");
      await accessible(page);

      await choose([...provenance, "part,kind,at,value", "overall,percentile,25,41", "overall,mean,,54"]);
      await page.getByRole("button", { name: "Look at what would be added" }).click();
      await heading(page, "What the import would add");
      await expect(page.getByRole("heading", { level: 2, name: "<b>Shops</b>" })).toBeVisible();
      await expect(page.getByRole("definition").filter({ hasText: "CC BY 4.0" })).toBeVisible();
      await accessible(page);
      await page.getByRole("button", { name: "Import this set" }).click();
      await expect(page.getByRole("status")).toHaveText("The reference set was imported and is shown from now on.");
      await heading(page, "2 reference sets");
      await ready(page);
      await accessible(page);

      await page.goto("/assessments/seven-ps/example");
      await expect(page.getByRole("heading", { name: /Beside a published survey/ })).toHaveCount(0);
      await page.goto("/admin/reference-sets");
      await page
        .getByRole("row", { name: /<b>Shops<\/b>/ })
        .locator("summary")
        .click();
      await page.getByRole("button", { name: "Remove it" }).click();
      await expect(page.getByRole("status")).toHaveText("The reference set was removed.");
      await heading(page, "1 reference set");
      await page.goto("/admin/events?action=reference_set.imported");
      await expect(page.getByRole("row").nth(1)).toContainText(/Olga Operator\s*imported a reference set\s*<b>Shops<\/b>/);
    });

    test("an owner lets the operator look, sees that they did, and ends it", async ({ page, context, browser, seeded, watch }) => {
      watch.expects(/status of (403|404|422)/);
      const { operator } = seeded.seed;
      const { owner, slug, name } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      await signIn(context, owner, seeded.product.url);
      const away = await browser.newContext({ baseURL: seeded.product.url, javaScriptEnabled: script });
      await signIn(away, operator, seeded.product.url);
      const outside = await away.newPage();
      expect((await outside.goto(`/o/${slug}`))!.status()).toBe(404);

      await page.goto(`/o/${slug}/settings/support`);
      await heading(page, `Nobody from outside looks inside ${name}`);
      await ready(page);
      await accessible(page);
      await page.getByRole("button", { name: "Let the operator look" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText("Choose for how long.");
      await accessible(page);
      await page.getByLabel("24 hours").check();
      await page.getByRole("button", { name: "Let the operator look" }).click();
      await expect(page.getByRole("status")).toHaveText("The operator may look inside from now on.");
      await heading(page, `The operator may look inside ${name}`);
      await accessible(page);

      await outside.goto(`/admin/organizations?q=${encodeURIComponent(name)}`);
      await outside.getByRole("link", { name: `Look inside ${name}` }).click();
      await heading(outside, `${name} has not been assessed yet`);
      await expect(outside.getByText(`You look at ${name} as the operator.`)).toBeVisible();
      await expect(outside.getByRole("navigation", { name: "Places" }).getByRole("listitem")).toHaveText([
        "Where we stand",
        "Roadmap",
        "What has changed",
        "Compared with others",
        "Cycles",
        "Results",
        "Evidence",
        "KPIs",
      ]);
      await accessible(outside);
      for (const place of ["people", "audit", "audit.csv", "people.csv", "support", "deletion"]) {
        expect((await outside.request.get(`/o/${slug}/settings/${place}`)).status(), place).toBe(403);
      }

      await page.goto(`/o/${slug}/settings/audit`);
      await expect(page.getByRole("row", { name: /looked inside, as the operator/ })).toContainText("Olga Operator");
      await page.goto("/notifications");
      await expect(page.getByText(`Olga Operator, who runs this installation, has looked inside ${name}, as an owner allowed.`)).toBeVisible();
      await page.goto(`/o/${slug}/settings/support`);
      await page.getByRole("button", { name: "End it now" }).click();
      await expect(page.getByRole("status")).toHaveText("The operator can look inside no longer.");
      await outside.getByRole("link", { name: "Where we stand" }).click();
      await heading(outside, "Nothing here");
      await away.close();
    });
  });
}

emptyTest("an operator of an installation with nothing in it is told what will stand where", async ({ page, context, seeded, watch }) => {
  const { operator } = seeded.seed;
  watch.expectsCookie(operator.name);
  await signIn(context, operator, seeded.product.url);
  for (const [path, title] of [
    ["/admin", "Nothing waits for you"],
    ["/admin/organizations", "0 organisations"],
    ["/admin/people", "1 person has an account"],
    ["/admin/mails", "Failed mails: 0"],
    ["/admin/jobs", "No job has failed of late"],
    ["/admin/events", "0 things were done by operators"],
  ] as const) {
    await page.goto(path);
    await heading(page, title);
    await expectAccessible(page);
  }
});
