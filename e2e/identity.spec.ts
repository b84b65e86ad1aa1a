import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import type { Page } from "@playwright/test";
import { makePerson } from "../tests/factories/session-cookie.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { mailedLink } from "./journeys/read-mail.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const PASSWORD = "correct horse battery";
const keeper = (script: boolean) => `keeper-${script}@example.com`;

const MOVER = "muuttaja@example.com";

const test = testWithSeed((db) =>
  Promise.all([keeper(true), keeper(false), MOVER].map((email) => makePerson(db, { name: "Kaisa Keeper", email, password: PASSWORD }))),
);
test.describe.configure({ timeout: 300_000 });

const heading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const field = (page: Page, label: string) => page.getByRole("main").getByLabel(label, { exact: true });
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();
/** The code that an app with this key shows now, or will show next: both are taken, each once. */
const codeOf = (key: string, later = 0) =>
  createOTP(new TextDecoder().decode(base32.decode(key.replaceAll(" ", "")))).hotp(Math.floor(Date.now() / 30_000) + later);

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page, isChecked = true) => {
      if (!script) return;
      await hydrated(page);
      if (isChecked) await expectAccessible(page);
    };

    test("somebody signs up, confirms the address, adds a second factor and signs in with it", async ({ page, seeded, watch }) => {
      watch.expects(/status of (422|410)/);
      const address = `aino-${script}@example.com`;
      const { dataDirectory } = seeded.product;
      await page.goto("/");
      await page.getByRole("link", { name: "Sign in" }).click();
      await heading(page, "Sign in");
      await ready(page);
      await page.getByRole("link", { name: "Make one" }).click();
      await heading(page, "Make an account");
      await press(page, "Make the account");
      await expect(page).toHaveTitle(/^Error: /);
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await ready(page);
      await field(page, "Your name").fill("Aino Example");
      await field(page, "Email address").fill(address.toUpperCase());
      await field(page, "Password").fill("short");
      await press(page, "Make the account");
      await expect(page.getByRole("alert")).toContainText("at least 10 characters");
      await expect(field(page, "Your name")).toHaveValue("Aino Example");
      await field(page, "Password").fill("Password2027!");
      await press(page, "Make the account");
      await expect(page.getByRole("alert")).toContainText("among the most common ones");
      await field(page, "Password").fill("aino-example");
      await press(page, "Make the account");
      await expect(page.getByRole("alert")).toContainText("Your name, your address");
      await expect(field(page, "Your name")).toHaveValue("Aino Example");
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Make the account");
      await heading(page, "Look into your mail");
      await ready(page);
      const link = await mailedLink(dataDirectory, address);
      await page.goto(link);
      await heading(page, "Confirm your address");
      await expect(page.getByRole("main")).toContainText(address);
      await ready(page);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Confirm and sign in");
      await heading(page, "Your account");
      await ready(page);
      await expect(page.getByRole("navigation", { name: "Main" })).toContainText("Aino Example");

      await page.getByRole("link", { name: "Password and devices" }).click();
      await heading(page, "Password and devices");
      await ready(page);
      await page.getByRole("link", { name: "Set it up" }).click();
      await heading(page, "A second factor");
      await field(page, "Your present password").fill(PASSWORD);
      await press(page, "Begin");
      await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
      await ready(page);
      const key = (await page.getByRole("main").locator("p code").textContent())!;
      const codes = page.getByRole("main").locator("li code");
      await expect(codes).toHaveCount(10);
      const recovery = (await codes.first().textContent())!;
      await field(page, "Code").fill("000000");
      await press(page, "Turn it on");
      await expect(page.getByRole("alert")).toContainText("not right");
      await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
      await field(page, "Code").fill(await codeOf(key));
      await press(page, "Turn it on");
      await expect(page.getByRole("status")).toContainText("It is on, and every other session has ended.");
      await expect(page.getByRole("main")).toContainText("On. Besides the password");
      await page.getByRole("link", { name: "Change it" }).click();
      await expect(page.getByRole("main")).not.toContainText(key);
      await expect(page.getByRole("main")).not.toContainText(recovery);
      await ready(page);

      await page.goto("/account");
      await press(page, "Sign out");
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
      await page.goto("/account/address");
      await heading(page, "Sign in");
      await field(page, "Email address").fill(address);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Sign in");
      await heading(page, "One more step");
      await ready(page);
      await field(page, "Code").fill(await codeOf(key, 1));
      await press(page, "Go on");
      // Back to the page that asked for it.
      await heading(page, "Change your address");
      await ready(page);
      await page.goto("/account");
      await press(page, "Sign out");
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

      await page.goto("/sign-in?to=//evil.example");
      await field(page, "Email address").fill(address);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Sign in");
      await field(page, "Code").fill(recovery);
      await press(page, "Go on");
      await heading(page, "Your account");
      await page.goto("/account/delete");
      await heading(page, "Delete your account");
      await ready(page);
      await field(page, "Type your address to confirm").fill(address);
      await field(page, "Your present password").fill(PASSWORD);
      await press(page, "Delete the account");
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
      await page.goto(link);
      await field(page, "Password").fill(PASSWORD);
      await press(page, "Confirm and sign in");
      await expect(page.getByRole("alert")).toContainText("not right");
    });

    test("a forgotten password is set anew, by a link that works once", async ({ page, seeded, watch }) => {
      watch.expects(/status of (422|410)/);
      const password = `a new one, ${script}`;
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Forgotten your password?" }).click();
      await heading(page, "Set a new password");
      await ready(page);
      await field(page, "Email address").fill(keeper(script));
      await press(page, "Send the link");
      await heading(page, "Look into your mail");
      await ready(page);
      const link = await mailedLink(seeded.product.dataDirectory, keeper(script));
      for (const works of [true, false]) {
        await page.goto(link);
        if (works) {
          await heading(page, "Choose a new password");
          await ready(page);
          // Whoever the link is for is known, so their own address is too.
          await field(page, "New password").fill(keeper(script));
          await press(page, "Set the password");
          await expect(page.getByRole("alert")).toContainText("Your name, your address");
          await field(page, "New password").fill(password);
          await press(page, "Set the password");
        }
        await heading(page, works ? "Sign in" : "This link no longer works");
        await ready(page);
        if (!works) await expect(page.getByRole("main").getByRole("link", { name: "Set a new password" })).toBeVisible();
      }
      await page.goto("/sign-in");
      await field(page, "Email address").fill(keeper(script));
      await field(page, "Password").fill(password);
      await press(page, "Sign in");
      await heading(page, "Your account");
      watch.expectsCookie("pinhigh.session_token");
      watch.expectsCookie("pinhigh.known_browser");
    });
  });
}

test.describe("a passkey", () => {
  test("is added, renamed, signs in without password and code, and is removed", async ({ page, context, seeded, watch }) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    const address = "passkey@example.com";
    await page.goto("/sign-up");
    await hydrated(page);
    await field(page, "Your name").fill("Pia Passkey");
    await field(page, "Email address").fill(address);
    await field(page, "Password").fill(PASSWORD);
    await press(page, "Make the account");
    await heading(page, "Look into your mail");
    await page.goto(await mailedLink(seeded.product.dataDirectory, address));
    await field(page, "Password").fill(PASSWORD);
    await press(page, "Confirm and sign in");
    await heading(page, "Your account");
    await page.goto("/account/security");
    await hydrated(page);
    await field(page, "Name of the passkey").fill("Laptop");
    await page.locator("#passkey-password").fill("a wrong password");
    watch.expects(/status of 403/);
    await press(page, "Add a passkey");
    await expect(page.getByRole("main")).toContainText("The password is not right");
    await page.locator("#passkey-password").fill(PASSWORD);
    await press(page, "Add a passkey");
    await expect(page.getByRole("status")).toContainText("The passkey is added, and every other session has ended.");
    await expectAccessible(page);
    await page.locator("input[id^='name-']").fill("Work laptop");
    await press(page, "Rename");
    await expect(page.getByRole("button", { name: "Remove Work laptop" })).toBeVisible();
    await page.goto("/account");
    await hydrated(page);
    await press(page, "Sign out");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/sign-in?to=/account/security");
    await hydrated(page);
    await press(page, "Sign in with a passkey");
    await heading(page, "Password and devices");
    await page.getByRole("button", { name: "Remove Work laptop" }).click();
    await expect(page.getByRole("main")).toContainText("None yet.");
    await page.goto("/account");
    await hydrated(page);
    await press(page, "Sign out");
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/sign-in");
    await hydrated(page);
    await press(page, "Sign in with a passkey");
    await expect(page.getByRole("main")).toContainText("That did not work");
    watch.expectsCookie("pinhigh.known_browser");
    watch.expectsCookie("pinhigh.passkey");
  });
});

test.describe("in Finnish", () => {
  test.use({ locale: "fi-FI" });

  test("an address is changed at the new one, and every page of the account speaks Finnish", async ({ page, seeded, watch }) => {
    watch.expects(/status of 410/);
    const address = "uusi@example.com";
    await page.goto("/account/address");
    await heading(page, "Kirjaudu");
    await hydrated(page);
    await expectAccessible(page, "fi");
    await field(page, "Sähköpostiosoite").fill(MOVER);
    await field(page, "Salasana").fill(PASSWORD);
    await press(page, "Kirjaudu");
    await heading(page, "Vaihda osoitteesi");
    await field(page, "Uusi osoite").fill(address);
    await field(page, "Nykyinen salasanasi").fill(PASSWORD);
    await press(page, "Lähetä linkki");
    await heading(page, "Katso sähköpostisi");
    const link = await mailedLink(seeded.product.dataDirectory, address);
    await page.goto(link);
    await heading(page, "Vahvista uusi osoitteesi");
    await hydrated(page);
    await expectAccessible(page, "fi");
    await press(page, "Vaihda osoite");
    await expect(page.getByRole("status")).toContainText("Osoitteesi on vaihdettu.");
    await page.goto(link);
    await heading(page, "Linkki ei enää toimi");
    for (const path of ["/account", "/account/security", "/account/security/second-factor", "/account/delete"]) {
      await page.goto(path);
      await hydrated(page);
      await expectAccessible(page, "fi");
    }
    watch.expectsCookie("pinhigh.session_token");
    watch.expectsCookie("pinhigh.known_browser");
  });
});
