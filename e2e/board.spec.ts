import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { quarterName } from "#app/domain/kpis/reading-period.ts";
import { evenCapacity, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { ownInitiative } from "../tests/factories/own-initiative.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessible, openAllDetails } from "./journeys/check-accessibility.ts";
import { englishOf } from "./journeys/english-of.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { tabTo } from "./journeys/use-keyboard.ts";
import { expect } from "./journeys/watched-test.ts";

const MAIN_NUMBER = "Let a person answer the main number";
const DESK = "Paint the front desk";
type Cookie = { name: string; value: string };
type Place = { slug: string; empty: string; owner: Cookie; viewer: Cookie };

const quarter = (after: number) => quarterAfter(quarterName(new Date().toISOString().slice(0, 10)), after);

/** An organisation with nothing on its roadmap, and one with a plan and three initiatives: of the library, their own, and one that was dropped. */
async function place(db: OpenDatabase["client"], origin: string): Promise<Place> {
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const viewer = await makeMember(db, owner, "viewer", { name: "Vera Viewer" });
  const cookie = async (person: { personId: string }): Promise<Cookie> => {
    const made = await sessionCookie(db, person, { origin });
    const at = made.cookie.indexOf("=");
    return { name: made.cookie.slice(0, at), value: made.cookie.slice(at + 1) };
  };
  await withTenant(db, { organizationId: owner.organization.id }, async (tx) => {
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    await tx.roadmapInitiative.createMany({
      data: [
        { id: ids[0], libraryId: "answer-the-main-number", startQuarter: quarter(0), ownerId: owner.memberId, dueOn: new Date("2026-01-15"), createdBy: "x" },
        { id: ids[1], own: ownInitiative({ requires: ["answer-the-main-number"], quarters: 2 }), startQuarter: quarter(1), createdBy: "x" },
        { id: ids[2], libraryId: "shared-customer-record", state: "dropped", endedOn: new Date("2026-02-01"), createdBy: "x" },
      ],
    });
    await tx.roadmapStep.createMany({
      data: [1, 2, 3].map((position) => ({ initiativeId: ids[0], position, text: "x", doneAt: position < 3 ? new Date() : null })),
    });
    const settings = planSettingsSchema.parse({ quarters: 4, capacity: evenCapacity(4, { people: 1, process: 30, content: 30, technology: 30, kpis: 30 }) });
    const adopted = { scenarioId: randomUUID(), name: "x", firstQuarter: quarter(0), wishes: {}, outcome: {}, note: "", adoptedBy: "x" };
    await tx.roadmapAdoption.createMany({ data: [{ ...adopted, inputs: { assessments: [], initiatives: [], settings } }] });
  });
  const nobody = await makeOrganization(db, "Pine Works", { name: "Otto Owner" });
  const { personId } = owner.person;
  await withTenant(db, { organizationId: nobody.organization.id }, (tx) => tx.member.createMany({ data: [{ personId, role: "admin" }] }));
  return { slug: owner.organization.slug, empty: nobody.organization.slug, owner: await cookie(owner.person), viewer: await cookie(viewer.person) };
}

const NAMES = ["script", "plain", "mouse", "timeline", "keys", "finnish", "viewers", "offline", "phone"] as const;
const test = testWithSeed(async (db, origin) => {
  await seedCatalog(db, origin);
  const places: [string, Place][] = [];
  for (const name of NAMES) places.push([name, await place(db, origin)]);
  return Object.fromEntries(places) as Record<(typeof NAMES)[number], Place>;
});
test.describe.configure({ timeout: 180_000 });

async function signIn(context: BrowserContext, cookie: Cookie, url: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...cookie, url }]);
}

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const column = (page: Page, state: string) => page.locator(`section[data-column="${state}"]:visible`);
const cardOf = (place: Locator, title: string) => place.getByRole("listitem").filter({ has: place.page().getByRole("heading", { level: 3, name: title }) });
const news = (page: Page) => page.getByRole("main").getByRole("status");

/** Opens the form of a card, and sends it. */
async function moveByForm(card: Locator, { state, to }: { state?: string; to?: string }): Promise<void> {
  await card.locator("summary", { hasText: "Move it" }).click();
  if (state) await card.getByLabel("Move to").selectOption({ label: state });
  if (to) await card.getByLabel("Starts in").selectOption({ label: to });
  await card.getByRole("button", { name: "Move", exact: true }).click();
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("an initiative is moved, warned of, put back, and moved by two at once", async ({ page, context, seeded, watch }) => {
      watch.expects(/status of 409/);
      const { slug, empty, owner } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(owner.name);
      const ready = async (tab = page) => {
        if (script) await hydrated(tab);
      };
      const accessible = async () => {
        if (script) await expectAccessible(page);
      };
      await signIn(context, owner, seeded.product.url);
      await page.setViewportSize({ width: 1280, height: 900 });

      await page.goto(`/o/${empty}`);
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Roadmap" }).click();
      await heading(page, "Pine Works has nothing on its roadmap yet");
      await expect(page.getByRole("link", { name: "Make a plan" })).toHaveAttribute("href", `/o/${empty}/scenarios`);
      await expect(page.getByRole("link", { name: "Add an initiative" })).toHaveAttribute("href", `/o/${empty}/roadmap/initiatives/new`);
      await accessible();
      await page.goto(`/o/${empty}/roadmap/timeline`);
      await heading(page, "Pine Works has nothing to show over time yet");
      await accessible();

      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`/o/${slug}/roadmap`);
      await heading(page, "Harbour Lines has no initiative under way");
      await expect(page.getByRole("heading", { level: 2, name: "Everything fits" })).toBeVisible();
      await ready();
      const card = cardOf(column(page, "proposed"), MAIN_NUMBER);
      await expect(card.getByRole("link", { name: MAIN_NUMBER })).toHaveAttribute("href", new RegExp(`^/o/${slug}/roadmap/initiatives/`));
      for (const fact of ["Owner: Maria Virtanen", "overdue since 15 January 2026", "2 of 3 steps done"]) await expect(card.getByText(fact)).toBeVisible();
      await expect(cardOf(column(page, "proposed"), DESK)).toContainText(`your own`);
      await expect(cardOf(column(page, "proposed"), DESK)).toContainText(`${quarter(1)} to ${quarter(2)}`);
      await expect(column(page, "dropped").getByText("ended on 1 February 2026")).toBeVisible();
      if (script) await openAllDetails(page);
      await accessible();

      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`/o/${slug}/roadmap`);
      await ready();
      await moveByForm(cardOf(column(page, "proposed"), DESK), { state: "Planned" });
      await expect(news(page)).toContainText(`“${DESK}” is now here: Planned, ${quarter(1)}. One thing about it does not fit.`);
      await expect(page.getByRole("heading", { level: 2, name: "One thing does not fit" })).toBeVisible();
      await expect(page.getByText(`${DESK}: it rests on “${MAIN_NUMBER}”, which is not planned.`)).toBeVisible();
      await expect(cardOf(column(page, "planned"), DESK)).toContainText(`it rests on “${MAIN_NUMBER}”, which is not planned.`);
      await accessible();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole("button", { name: "Put it back" }).click();
      await expect(news(page)).toContainText(`“${DESK}” is now here: Proposed, ${quarter(1)}.`);
      await expect(page.getByRole("button", { name: "Put it back" })).toHaveCount(0);
      await expect(cardOf(column(page, "proposed"), DESK)).toBeVisible();

      // Somebody else at the same time: another initiative is no conflict, the same one is.
      const other = await context.newPage();
      await other.setViewportSize({ width: 1280, height: 900 });
      for (const tab of [page, other]) {
        await tab.goto(`/o/${slug}/roadmap`);
        await ready(tab);
      }
      await moveByForm(cardOf(column(other, "proposed"), MAIN_NUMBER), { state: "Under way" });
      await expect(news(other)).toContainText(`“${MAIN_NUMBER}” is now here: Under way, ${quarter(0)}.`);
      await heading(other, "Harbour Lines has one initiative under way");
      await moveByForm(cardOf(column(other, "proposed"), DESK), { to: quarter(3) });
      await expect(news(other)).toContainText(`“${DESK}” is now here: Proposed, ${quarter(3)}.`);
      await other.close();
      await moveByForm(cardOf(column(page, "proposed"), DESK), { state: "Planned" });
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByRole("alert")).toContainText(`It is now here: Proposed, ${quarter(3)}. You wanted it here: Planned, ${quarter(1)}.`);
      if (script) await expect(page.getByRole("alert")).toBeFocused();
      await expect(cardOf(column(page, "proposed"), DESK)).toContainText(quarter(3));
      await expect(cardOf(column(page, "under_way"), MAIN_NUMBER)).toBeVisible();
      await accessible();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole("button", { name: "Move it all the same" }).click();
      await expect(page.getByRole("alert")).toHaveCount(0);
      await expect(cardOf(column(page, "planned"), DESK)).toContainText(`${quarter(1)} to ${quarter(2)}`);

      await page.getByLabel("Owner", { exact: true }).selectOption({ label: "Maria Virtanen" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/owner=/);
      await expect(page.getByRole("heading", { level: 3 })).toHaveText([MAIN_NUMBER]);
      await page.getByRole("link", { name: "Show everything" }).click();
      await expect(page.getByRole("heading", { level: 3 })).toHaveCount(3);
      await page.getByLabel("Wave").selectOption({ label: "next: the quarter after" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("heading", { level: 3 })).toHaveText([DESK]);

      await page.goto(`/o/${slug}/roadmap/timeline`);
      await heading(page, `Harbour Lines: 2 initiatives from ${quarter(0)} to ${quarter(3)}`);
      await ready();
      const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${DESK}`) }) });
      await expect(row.getByRole("cell")).toHaveText(["", "Planned", "goes on", ""]);
      await moveByForm(row, { to: quarter(2) });
      await expect(row.getByRole("cell")).toHaveText(["", "", "Planned", "goes on"]);
      await expect(
        page
          .getByRole("row", { name: /^People/ })
          .getByRole("cell")
          .nth(2),
      ).toHaveText("1 of 1");
      if (script) await openAllDetails(page);
      await accessible();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole("link", { name: "By pillar" }).click();
      await expect(page.getByRole("rowgroup").filter({ has: page.getByRole("heading", { level: 2, name: "People" }) })).toContainText(DESK);
    });

    test("whoever only looks sees the board and the timeline, and nothing to move by", async ({ page, context, seeded, watch }) => {
      const { slug, viewer } = seeded.seed.viewers;
      watch.expectsCookie(viewer.name);
      await signIn(context, viewer, seeded.product.url);
      for (const [path, name] of [
        ["roadmap", "Harbour Lines has no initiative under way"],
        ["roadmap/timeline", /^Harbour Lines: 2 initiatives/],
      ] as const) {
        await page.goto(`/o/${slug}/${path}`);
        await heading(page, name);
        await expect(page.getByText("Move it")).toHaveCount(0);
        await expect(page.locator("[draggable=true]")).toHaveCount(0);
      }
    });
  });
}

test("a card is dragged to another column, and is there before the server has answered", async ({ page, context, seeded, watch }) => {
  const { slug, owner } = seeded.seed.mouse;
  watch.expectsCookie(owner.name);
  await signIn(context, owner, seeded.product.url);
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`/o/${slug}/roadmap`);
  await hydrated(page);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/roadmap\.data/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await cardOf(column(page, "proposed"), MAIN_NUMBER).dragTo(column(page, "planned"));
  await expect(cardOf(column(page, "planned"), MAIN_NUMBER)).toBeVisible();
  await expect(cardOf(column(page, "proposed"), MAIN_NUMBER)).toHaveCount(0);
  // It is taken for moved by what is checked, too.
  await expect(page.getByRole("heading", { level: 2, name: /fits?$/ })).toBeVisible();
  // Another one does not wait for it.
  await cardOf(column(page, "proposed"), DESK).dragTo(column(page, "done"));
  await expect(cardOf(column(page, "done"), DESK)).toBeVisible();
  await expect(news(page)).toBeEmpty();
  answer();
  await expect(news(page)).toContainText("is now here:");
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await expect(cardOf(column(page, "planned"), MAIN_NUMBER)).toBeVisible();
  await expect(cardOf(column(page, "done"), DESK)).toBeVisible();
});

test("a card that cannot be saved is back where it was, and says so", async ({ page, context, seeded, watch }) => {
  watch.expects(/ERR_INTERNET_DISCONNECTED/);
  const { slug, owner } = seeded.seed.offline;
  watch.expectsCookie(owner.name);
  await signIn(context, owner, seeded.product.url);
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`/o/${slug}/roadmap`);
  await hydrated(page);
  await context.setOffline(true);
  await cardOf(column(page, "proposed"), MAIN_NUMBER).dragTo(column(page, "planned"));
  await expect(news(page)).toContainText("There is no connection, so nothing was moved.");
  await expect(cardOf(column(page, "proposed"), MAIN_NUMBER)).toBeVisible();
  await context.setOffline(false);
  await cardOf(column(page, "proposed"), MAIN_NUMBER).dragTo(column(page, "planned"));
  await expect(news(page)).toContainText(`“${MAIN_NUMBER}” is now here: Planned, ${quarter(0)}.`);
});

test("a bar is dragged to another quarter, whose load is warned of at once", async ({ page, context, seeded, watch }) => {
  const { slug, owner } = seeded.seed.timeline;
  watch.expectsCookie(owner.name);
  await signIn(context, owner, seeded.product.url);
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`/o/${slug}/roadmap`);
  await hydrated(page);
  await cardOf(column(page, "proposed"), DESK).dragTo(column(page, "planned"));
  await expect(news(page)).toContainText("is now here:");
  await page.goto(`/o/${slug}/roadmap/timeline`);
  await hydrated(page);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${DESK}`) }) });
  await row.getByRole("cell", { name: "Planned" }).getByText("Planned").dragTo(row.getByRole("cell").nth(3));
  await expect(row.getByRole("cell")).toHaveText(["", "", "", "Planned", "goes on"]);
  await expect(news(page)).toContainText(`“${DESK}” is now here: Planned, ${quarter(3)}.`);
  await expect(page.getByText(`${DESK}: it ends after ${quarter(3)}, the last quarter of the plan.`)).toBeVisible();
  // From its name as well.
  await row.getByRole("link", { name: DESK }).locator("..").dragTo(row.getByRole("cell").nth(0));
  await expect(row.getByRole("cell")).toHaveText(["Planned", "goes on", "", ""]);
});

test("by keyboard alone a card is moved and put back, and the place is not lost", async ({ page, context, seeded, watch }) => {
  const { slug, owner } = seeded.seed.keys;
  watch.expectsCookie(owner.name);
  await signIn(context, owner, seeded.product.url);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/o/${slug}/roadmap`);
  await hydrated(page);
  await tabTo(page, "select", "Wave");
  await tabTo(page, "summary", /^Move it/);
  await page.keyboard.press("Enter");
  await tabTo(page, "select", "Move to");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, "button", "Move");
  await page.keyboard.press("Enter");
  await expect(news(page)).toContainText(`“${MAIN_NUMBER}” is now here: Planned, ${quarter(0)}.`);
  await expect(column(page, "planned").locator("summary", { hasText: MAIN_NUMBER })).toBeFocused();
  await page.getByRole("button", { name: "Put it back" }).press("Enter");
  await expect(news(page)).toContainText(`“${MAIN_NUMBER}” is now here: Proposed, ${quarter(0)}.`);
  await expect(column(page, "proposed").locator("summary", { hasText: MAIN_NUMBER })).toBeFocused();
});

test("on a phone the columns stand one beneath the other, what has ended is folded, and a card can be moved", async ({ page, context, seeded, watch }) => {
  const { slug, owner } = seeded.seed.phone;
  watch.expectsCookie(owner.name);
  await signIn(context, owner, seeded.product.url);
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto(`/o/${slug}/roadmap`);
  await hydrated(page);
  await expect(cardOf(column(page, "dropped"), "Bring the customer record onto one screen")).toBeHidden();
  await column(page, "dropped").locator("summary").first().click();
  await expect(cardOf(column(page, "dropped"), "Bring the customer record onto one screen")).toBeVisible();
  const boxes = await Promise.all(["proposed", "planned", "under_way", "done", "dropped"].map((state) => column(page, state).boundingBox()));
  expect(boxes.every((box, n) => n === 0 || box!.y >= boxes[n - 1]!.y + boxes[n - 1]!.height)).toBe(true);
  await moveByForm(cardOf(column(page, "proposed"), DESK), { state: "Planned" });
  await expect(news(page)).toContainText(`“${DESK}” is now here: Planned`);
});

test.describe("in Finnish", () => {
  test.use({ locale: "fi-FI" });

  test("nothing of it is English", async ({ page, context, seeded, watch }) => {
    const { slug, empty, owner } = seeded.seed.finnish;
    watch.expectsCookie(owner.name);
    await signIn(context, owner, seeded.product.url);
    for (const address of [`/o/${slug}/roadmap`, `/o/${slug}/roadmap/timeline`, `/o/${empty}/roadmap`, `/o/${empty}/roadmap/timeline`]) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", "fi");
      expect(await englishOf(page), address).toEqual([]);
    }
  });
});
