import { readFileSync } from "node:fs";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { personalDataSchema } from "#app/domain/export/personal-data.ts";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const PASSWORD = "correct horse battery";

/** An organisation with a long name, its owner, and a member with a password. */
async function seed(db: OpenDatabase["client"], origin: string) {
  const owner = await makeOrganization(db, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", { name: "Maria Virtanen" });
  const member = await makeMember(db, owner, "analyst", {
    name: "Mika Member",
    email: `mika-${owner.organization.slug}@example.com`.slice(-60),
    password: PASSWORD,
  });
  const cookieOf = async (person: { personId: string }) => {
    const { cookie } = await sessionCookie(db, person, { origin });
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
  };
  return { slug: owner.organization.slug, email: member.person.email, owner: await cookieOf(owner.person), member: await cookieOf(member.person) };
}

const test = testWithSeed(async (db, origin) => ({ script: await seed(db, origin), plain: await seed(db, origin) }));
test.describe.configure({ timeout: 180_000 });

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("an owner takes everything, says how long things are kept, and brings it again", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 422/);
      const { owner, slug } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      await context.addCookies([{ ...owner, url: seeded.product.url }]);
      await page.goto(`/o/${slug}/settings/data`);
      if (script) await hydrated(page);
      if (script) await expectAccessible(page);
      await page.getByLabel("One year").check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status")).toHaveText("Saved.");
      await expect(page.getByLabel("One year")).toBeChecked();
      const waiting = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download everything (JSON)" }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(`${slug}.json`);
      const text = readFileSync(await download.path(), "utf8");
      expect(organizationFileSchema.parse(JSON.parse(text)).organization.retentionDays).toBe(365);

      await page.goto("/o/new");
      await page.getByRole("link", { name: "Bring an organisation from another installation" }).click();
      await expect(page).toHaveURL(/\/o\/new\/import$/);
      if (script) await hydrated(page);
      const choose = (content: string) =>
        page.getByLabel("File (JSON)").setInputFiles({ name: "export.json", mimeType: "application/json", buffer: Buffer.from(content) });
      await choose(text.replace('"schemaVersion":1', '"schemaVersion":2'));
      await page.getByRole("button", { name: "Bring it here" }).click();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByText("schemaVersion")).toBeVisible();
      if (script) await expectAccessible(page);
      await choose(text);
      await page.getByRole("button", { name: "Bring it here" }).click();
      await expect(page.getByRole("status")).toContainText("is here, with the same figures");
      if (script) await expectAccessible(page);
      await page.getByRole("link", { name: "See the invitations" }).click();
      await expect(page.getByRole("button", { name: /^Send again to / }).first()).toBeVisible();
    });

    test("a person takes their data, reads what stays, and deletes the account", async ({ page, context, seeded }) => {
      const { member, email } = seeded.seed[script ? "script" : "plain"];
      await context.addCookies([{ ...member, url: seeded.product.url }]);
      await page.goto("/account/data");
      if (script) await hydrated(page);
      if (script) await expectAccessible(page);
      const waiting = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download your data" }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe("your-data.json");
      expect(personalDataSchema.parse(JSON.parse(readFileSync(await download.path(), "utf8"))).person.address).toBe(email);
      await page.getByRole("main").getByRole("link", { name: "Delete the account" }).last().click();
      await expect(page.getByText("You have answered nothing there.")).toBeVisible();
      if (script) await hydrated(page);
      if (script) await expectAccessible(page);
      await page.getByLabel("Type your address to confirm").fill(email);
      await page.getByLabel("Your present password").fill(PASSWORD);
      await page.getByRole("button", { name: "Delete the account" }).click();
      await expect(page).toHaveURL(/\/$/);
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in/);
    });
  });
}
