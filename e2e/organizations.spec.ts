import type { BrowserContext, Page } from "@playwright/test";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization, makeSignedIn } from "../tests/factories/tenants.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { mailedLink } from "./journeys/read-mail.ts";
import { saveMineOverIt } from "./journeys/save-over.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

type Cookie = { name: string; value: string };
type People = {
  slug: string;
  invitation: string;
  fresh: { address: string; invitation: string };
  owner: Cookie;
  newcomer: Cookie;
  invited: Cookie;
  stranger: Cookie;
};

const asCookie = ({ cookie }: { cookie: string }): Cookie => {
  const at = cookie.indexOf("=");
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
};

/** An organisation with its owner, somebody invited to it, somebody with nothing, and somebody who has no business there. */
async function people(db: OpenDatabase["client"], origin: string): Promise<People> {
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const invited = await makeSignedIn(db, { name: "Anna Laine", email: `anna-${owner.organization.slug}@example.com` });
  const [newcomer, stranger] = [await makeSignedIn(db, { name: "Nea Uusi" }), await makeSignedIn(db, { name: "Otto Other" })];
  const fresh = `fresh-${owner.organization.slug}@example.com`;
  const other = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  for (const [access, address] of [
    [owner, invited.email],
    [other, fresh],
  ] as const) {
    const as = { role: "respondent", respondentRole: null, workFunction: null } as const;
    await invitePeople(db, access, { addresses: [address], ...as }, { origin, language: "en", now: new Date() });
  }
  const invitationTo = async (address: string) => {
    const { values } = await db.mail.findFirstOrThrow({ where: { address } });
    return new URL((values as { link: string }).link).pathname;
  };
  const cookieOf = async (person: { personId: string }) => asCookie(await sessionCookie(db, person, { origin }));
  return {
    slug: owner.organization.slug,
    invitation: await invitationTo(invited.email),
    fresh: { address: fresh, invitation: await invitationTo(fresh) },
    owner: await cookieOf(owner.person),
    newcomer: await cookieOf(newcomer),
    invited: await cookieOf(invited),
    stranger: await cookieOf(stranger),
  };
}

const test = testWithSeed(async (db, origin) => ({ script: await people(db, origin), plain: await people(db, origin) }));
test.describe.configure({ timeout: 180_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await hydrated(page);
    };

    test("somebody with nothing makes an organisation, and is told what to do next", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { newcomer } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(newcomer.name);
      await page.goto("/o/new");
      await expect(page).toHaveURL(/\/sign-in\?to=%2Fo%2Fnew$/);
      watch.expects(/status of 404/);
      await signIn(context, newcomer, seeded.product.url);
      await page.goto("/o");
      await heading(page, "You belong to no organisation yet");
      if (script) await expectAccessible(page);
      await page.getByRole("link", { name: "Make an organisation" }).click();
      await heading(page, "Which organisation is it?");
      await ready(page);
      await page.getByLabel("Industry").selectOption("transport");
      await page.getByRole("button", { name: "Make the organisation" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert").getByRole("link")).toHaveText(["Enter the name of the organisation.", "Choose what kind of organisation it is."]);
      await expect(page.getByLabel("Industry")).toHaveValue("transport");
      if (script) {
        await expect(page.getByRole("alert")).toBeFocused();
        await expectAccessible(page);
      }
      await page.getByLabel("Name").fill("<script>alert(1)</script> Oy");
      await page.getByLabel("A company that looks at itself").check();
      await page.getByRole("button", { name: "Make the organisation" }).click();
      await expect(page).toHaveURL(/\/o\/script-alert-1-script-oy-[a-z2-9]{6}$/);
      await heading(page, "<script>alert(1)</script> Oy has not been assessed yet");
      await expect(main(page).getByRole("link", { name: "Invite people" })).toBeVisible();
      if (script) await expectAccessible(page);
      // One organisation needs no list.
      const home = page.url();
      await page.goto("/o");
      await expect(page).toHaveURL(home);
    });

    test("two people change the profile: both values are shown, and one is chosen", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 409/);
      const { owner, slug } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      await signIn(context, owner, seeded.product.url);
      const other = await context.newPage();
      for (const tab of [page, other]) await tab.goto(`/o/${slug}/settings/profile`);
      await ready(page);
      await ready(other);
      await other.getByLabel("Industry").selectOption("transport");
      await other.getByRole("button", { name: "Save" }).click();
      await expect(other.getByRole("status")).toHaveText("Saved.");
      await page.getByLabel("Industry").selectOption("retail");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page).toHaveTitle(/^Error: /);
      const row = page.getByRole("alert").getByRole("row").filter({ hasText: "Industry" });
      await expect(row.getByRole("cell")).toHaveText(["Transport and travel", "Retail"]);
      if (script) await expectAccessible(page);
      await saveMineOverIt(page);
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await expect(page.getByLabel("Industry")).toHaveValue("retail");
      await other.close();
    });

    test("an invitation is for whom it names; a member is changed, removed, and out with the next click", async ({ page, context, browser, seeded, watch }) => {
      watch.expects(/status of (404|422)/);
      const { owner, invited, stranger, slug, invitation } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      await signIn(context, owner, seeded.product.url);
      const away = await browser.newContext({ baseURL: seeded.product.url, javaScriptEnabled: script });
      const guest = await away.newPage();
      await guest.goto(invitation);
      await heading(guest, "Maria Virtanen invites you to Harbour Lines");
      await expect(guest.getByText("The invitation is for a•••@example.com.")).toBeVisible();
      await expect(guest.getByRole("link", { name: "Sign in", exact: true }).last()).toHaveAttribute("href", `/sign-in?to=${encodeURIComponent(invitation)}`);
      if (script) await expectAccessible(guest);
      await signIn(away, stranger, seeded.product.url);
      await guest.goto(invitation);
      await expect(guest.getByText("the invitation is for another address: a•••@example.com.")).toBeVisible();
      await expect(guest.getByRole("button", { name: /^Join/ })).toHaveCount(0);
      expect((await guest.goto(`/o/${slug}`))!.status()).toBe(404);
      await signIn(away, invited, seeded.product.url);
      await guest.goto(invitation);
      await ready(guest);
      await guest.getByRole("button", { name: "Join Harbour Lines" }).click();
      await heading(guest, "Harbour Lines has not been assessed yet");
      await expect(guest.getByRole("navigation", { name: "Places" }).getByRole("listitem")).toHaveText(["Where we stand", "Cycles", "Results"]);
      expect((await guest.goto(invitation))!.status()).toBe(410);
      await heading(guest, "This invitation has been used already");

      await page.goto(`/o/${slug}/settings/people`);
      await heading(page, "2 people belong to Harbour Lines");
      if (script) await expectAccessible(page);
      await page.getByRole("searchbox", { name: "Name or address" }).fill("laine");
      await page.getByRole("button", { name: "Show" }).click();
      await heading(page, "One person found");
      await page.getByRole("link", { name: "Anna Laine" }).click();
      await heading(page, "Anna Laine in Harbour Lines");
      await ready(page);
      if (script) await expectAccessible(page);
      await page.getByLabel("Role").selectOption("analyst");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await guest.goto(`/o/${slug}`);
      await expect(guest.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "People" })).toBeVisible();
      await expect(page.getByText("They have answered nothing under their name here. What was answered anonymously stays.")).toBeVisible();
      await page.getByRole("button", { name: "Remove from the organisation" }).click();
      await expect(page.getByRole("status")).toHaveText("Removed.");
      // The guest's tab is still open.
      await guest.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "People" }).click();
      await heading(guest, "Nothing here");
      await away.close();

      await page.goto(`/o/${slug}/settings/invitations`);
      await ready(page);
      await page.getByLabel("Addresses").fill("new@example.com, not an address");
      await page.getByRole("button", { name: "Send the invitations" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel("Addresses")).toHaveValue("new@example.com, not an address");
      if (script) await expectAccessible(page);
      await page.getByLabel("Addresses").fill("new@example.com");
      await page.getByRole("button", { name: "Send the invitations" }).click();
      await expect(page.getByRole("status")).toHaveText("One invitation is on its way.");
      await page.getByRole("button", { name: "Withdraw the invitation to new@example.com" }).click();
      await expect(page.getByText("Nobody has an invitation that is still open.")).toBeVisible();
      if (script) await expectAccessible(page);
    });

    test("somebody without an account comes from an invitation, makes one, and is back at the invitation", async ({ page, seeded, watch }) => {
      const { fresh } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie("pinhigh.session_token");
      watch.expectsCookie("pinhigh.known_browser");
      await page.goto(fresh.invitation);
      if (script) {
        await ready(page);
        await expectAccessible(page);
      }
      await main(page).getByRole("link", { name: "Make an account" }).click();
      await heading(page, "Make an account");
      await ready(page);
      await page.getByLabel("Your name").fill("Frida Fresh");
      await page.getByLabel("Email address").fill(fresh.address);
      await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
      await page.getByRole("button", { name: "Make the account" }).click();
      await heading(page, "Look into your mail");
      await page.goto(await mailedLink(seeded.product.dataDirectory, fresh.address, "verify-address"));
      await ready(page);
      await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
      await page.getByRole("button", { name: "Confirm and sign in" }).click();
      await heading(page, "Maria Virtanen invites you to Harbour Lines");
      await expect(page).toHaveURL(new RegExp(`${fresh.invitation}$`));
      await ready(page);
      await page.getByRole("button", { name: "Join Harbour Lines" }).click();
      await expect(page).toHaveURL(/\/o\/harbour-lines-/);
    });

    test("an organisation is to be deleted, only read meanwhile, and kept; the trail tells it all", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of (403|422)/);
      const { owner, slug } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      await signIn(context, owner, seeded.product.url);
      await page.goto(`/o/${slug}/settings/deletion`);
      await ready(page);
      await page.getByLabel("Type the name of the organisation").fill("Harbour");
      await page.getByRole("button", { name: "Delete the organisation in 30 days" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      if (script) await expectAccessible(page);
      await page.getByLabel("Type the name of the organisation").fill("Harbour Lines");
      await page.getByRole("button", { name: "Delete the organisation in 30 days" }).click();
      await heading(page, /^Harbour Lines will be erased on /);
      if (script) await expectAccessible(page);
      expect((await page.goto(`/o/${slug}/settings/profile`))!.status()).toBe(403);
      await heading(page, "You may not do that here");
      await page.goto(`/o/${slug}`);
      await ready(page);
      await page.getByRole("button", { name: "Keep the organisation" }).click();
      await expect(page.getByRole("status")).toHaveText("The organisation stays. Everything can be changed again.");
      await page.goto(`/o/${slug}/settings/audit`);
      await ready(page);
      const trail = page.getByRole("table", { name: "Events, the newest first" });
      await expect(trail.getByRole("row").nth(1)).toContainText("Maria Virtanen");
      await expect(trail.getByRole("row").nth(1)).toContainText("kept the organisation from being deleted");
      if (script) await expectAccessible(page);
      await page.getByRole("searchbox").fill("made the organisation");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(trail.getByRole("row")).toHaveCount(2);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "These as a file (CSV)" }).click()]);
      expect(file.suggestedFilename()).toBe(`audit-${slug}.csv`);
    });
  });
}
