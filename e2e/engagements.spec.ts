import type { BrowserContext, Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { makeConsultancy, offerTo } from "../tests/factories/engaged.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Cookie = { name: string; value: string };

/** A company and a consultancy with two people; the consultancy has offered its work. */
async function twoSides(db: OpenDatabase["client"], origin: string) {
  const client = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const firm = await makeConsultancy(db, "Kuusi & Co", { name: "Kaisa Kuusi" });
  const colleague = await makeMember(db, firm, "analyst", { name: "Pekka Pihl" });
  const token = await offerTo(db, firm, { scopes: ["see_results"] }, new Date());
  const cookieOf = async (person: { personId: string }): Promise<Cookie> => {
    const { cookie } = await sessionCookie(db, person, { origin });
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
  };
  return {
    client: client.organization.slug,
    firm: firm.organization.slug,
    offer: `/engagements/${token}`,
    maria: await cookieOf(client.person),
    kaisa: await cookieOf(firm.person),
    pekka: await cookieOf(colleague.person),
  };
}

const test = testWithSeed(async (db, origin) => ({ script: await twoSides(db, origin), plain: await twoSides(db, origin) }));
test.describe.configure({ timeout: 180_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a consultancy's offer is read, accepted, worked on, shared with a colleague and ended by the client", async ({
      page,
      context,
      browser,
      seeded,
      watch,
    }) => {
      watch.expects(/status of (403|404|410|422)/);
      const { client, firm, offer, maria, kaisa, pekka } = seeded.seed[script ? "script" : "plain"];
      const { url } = seeded.product;
      watch.expectsCookie(maria.name);
      const looked = async (at: Page) => {
        if (!script) return;
        await hydrated(at);
        await expectAccessible(at);
      };

      // Whoever has the link reads what is offered; the wrong side can do no more than that.
      await page.goto(offer);
      await heading(page, "Kuusi & Co offers to work for you");
      await expect(page.getByText("They see every result: scores, levels, and what they rest on.")).toBeVisible();
      await expect(page.getByText("They change the roadmap")).toHaveCount(0);
      await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toHaveAttribute("href", `/sign-in?to=${encodeURIComponent(offer)}`);
      await expect(page.getByRole("link", { name: "Make an account" })).toHaveAttribute("href", `/sign-up?to=${encodeURIComponent(offer)}`);
      await looked(page);
      await signIn(context, kaisa, url);
      await page.goto(offer);
      await expect(page.getByText("You are neither owner nor admin of a company.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Make an organisation" })).toHaveAttribute("href", `/o/new?to=${encodeURIComponent(offer)}`);
      await page.goto("/clients");
      await heading(page, "No client is assigned to you");
      await looked(page);

      // The client accepts.
      const away = await browser.newContext({ baseURL: url, javaScriptEnabled: script });
      await signIn(away, maria, url);
      const guest = await away.newPage();
      await guest.goto(`/o/${client}/settings/consultancies`);
      await heading(guest, "No consultancy works for Harbour Lines");
      await looked(guest);
      await guest.goto(offer);
      await looked(guest);
      await guest.getByLabel("Accept for").selectOption("Harbour Lines");
      await guest.getByRole("button", { name: "Accept the offer" }).click();
      await expect(guest.getByRole("status")).toHaveText("The engagement has begun.");
      await heading(guest, "One consultancy works for Harbour Lines");
      await expect(guest.getByText("Kaisa Kuusi")).toBeVisible();
      await looked(guest);
      expect((await guest.goto(offer))!.status()).toBe(410);
      await heading(guest, "This offer has been accepted");

      // The consultant comes in, as far as was agreed on.
      await page.goto("/clients");
      await heading(page, "You work for one client");
      await expect(page.getByRole("row").nth(1)).toContainText("There has been no cycle yet. The client begins the first one.");
      await looked(page);
      await page.getByRole("link", { name: "Harbour Lines" }).click();
      await expect(page.getByText("You are here for Kuusi & Co.")).toBeVisible();
      expect((await page.goto(`/o/${client}/settings/consultancies`))!.status()).toBe(403);

      // A colleague sees nothing of it until they are assigned.
      const desk = await browser.newContext({ baseURL: url, javaScriptEnabled: script });
      await signIn(desk, pekka, url);
      const colleague = await desk.newPage();
      expect((await colleague.goto(`/o/${client}`))!.status()).toBe(404);
      await page.goto(`/o/${firm}/settings/clients`);
      await heading(page, "Kuusi & Co works for one client");
      await looked(page);
      await page.getByLabel("Assign somebody to Harbour Lines").selectOption("Pekka Pihl");
      await page.getByRole("button", { name: "Assign" }).click();
      await expect(page.getByRole("status")).toHaveText("Assigned.");
      expect((await colleague.goto(`/o/${client}`))!.status()).toBe(200);
      await page.getByRole("button", { name: "Take Pekka Pihl off Harbour Lines" }).click();
      await expect(page.getByRole("status")).toHaveText("Taken off. They see nothing of the client any more.");
      expect((await colleague.goto(`/o/${client}`))!.status()).toBe(404);

      // Another offer needs its fields, and can be withdrawn.
      if (script) await hydrated(page);
      await page.getByLabel("Mail address at the client").fill("not an address");
      await page.getByRole("button", { name: "Send the offer" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([
        "Enter a whole mail address, such as name@example.com.",
        "Choose at least one thing that the engagement allows.",
      ]);
      await expect(page.getByLabel("Mail address at the client")).toHaveValue("not an address");
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await looked(page);
      await page.getByLabel("Mail address at the client").fill("other@example.com");
      await page.getByLabel("Edit the roadmap").check();
      await page.getByRole("button", { name: "Send the offer" }).click();
      await expect(page.getByRole("status")).toHaveText("The offer is on its way.");
      await looked(page);
      await page.getByRole("button", { name: "Withdraw the offer to other@example.com" }).click();
      await expect(page.getByRole("status")).toContainText("The offer has been withdrawn.");

      // The client ends it; the consultant's tab is still open.
      await page.goto(`/o/${client}`);
      await guest.goto(`/o/${client}/settings/consultancies`);
      if (script) await hydrated(guest);
      await guest.getByText("End the engagement", { exact: true }).click();
      await expect(guest.getByText("From the next click on, its people can open nothing of Harbour Lines any more.")).toBeVisible();
      await looked(guest);
      await guest.getByRole("button", { name: "End the engagement with Kuusi & Co now" }).click();
      await expect(guest.getByRole("status")).toHaveText("The engagement has ended.");
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Where we stand" }).click();
      await heading(page, "Nothing here");
      await page.goto("/clients");
      await heading(page, "No client is assigned to you");

      // Both trails tell it.
      await guest.goto(`/o/${client}/settings/audit`);
      await expect(guest.getByRole("row").filter({ hasText: "let a consultant work on an engagement" })).toContainText("Kaisa Kuusi for Kuusi & Co");
      await page.goto(`/o/${firm}/settings/audit`);
      await expect(page.getByRole("row").filter({ hasText: "ended an engagement" })).toContainText("Maria Virtanen for Harbour Lines");
      await away.close();
      await desk.close();
    });
  });
}
