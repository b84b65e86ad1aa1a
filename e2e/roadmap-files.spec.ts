import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import readWorkbook from "read-excel-file/node";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { ownInitiative } from "../tests/factories/own-initiative.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessibleOpened } from "./journeys/check-accessibility.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const DESK = "Paint the front desk";

/** An organisation with one initiative, its owner and somebody who only looks. */
async function place(db: OpenDatabase["client"], origin: string) {
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const viewer = await makeMember(db, owner, "viewer", { name: "Vera Viewer" });
  await withTenant(db, { organizationId: owner.organization.id }, async (tx) => {
    const id = randomUUID();
    await tx.roadmapInitiative.createMany({
      data: [{ id, own: ownInitiative(), state: "planned", startQuarter: "2027-Q1", dueOn: new Date("2027-03-15"), ownerId: owner.memberId, createdBy: "x" }],
    });
    await tx.roadmapStep.createMany({ data: [{ initiativeId: id, position: 1, text: "Choose a colour" }] });
  });
  const cookieOf = async (person: { personId: string }) => {
    const { cookie } = await sessionCookie(db, person, { origin });
    const at = cookie.indexOf("=");
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
  };
  return { slug: owner.organization.slug, owner: await cookieOf(owner.person), viewer: await cookieOf(viewer.person) };
}

const test = testWithSeed(async (db, origin) => {
  await seedCatalog(db, origin);
  return place(db, origin);
});

/** What each link gives: the end of its name, and what is in it. */
const FILES: [string, string, (path: string) => unknown, unknown][] = [
  ["Workbook for Excel (.xlsx)", ".xlsx", async (path) => (await readWorkbook(path)).map(({ data }) => data[1]?.[0] ?? null), [DESK, DESK, null]],
  ["Table (.csv)", ".csv", (path) => (parse(readFileSync(path), { bom: true }) as string[][]).map((row) => row[0]), ["Initiative", DESK]],
  ["Document (.md)", ".md", (path) => readFileSync(path, "utf8").includes(`### [${DESK}](<http`), true],
  [
    "Calendar (.ics)",
    ".ics",
    (path) => String(new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")) as unknown[]).getFirstSubcomponent("vevent")?.getFirstPropertyValue("dtstart")),
    "2027-03-15",
  ],
  ["Work items for Jira (.csv)", "-jira.csv", (path) => (parse(readFileSync(path)) as string[][]).map((row) => row[3]), ["Summary", DESK, "Choose a colour"]],
  [
    "Work items for Azure DevOps (.csv)",
    "-azure-devops.csv",
    (path) => (parse(readFileSync(path)) as string[][]).map((row) => row.slice(2, 4)),
    [
      ["Title 1", "Title 2"],
      [DESK, ""],
      ["", "Choose a colour"],
    ],
  ],
];

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("the roadmap is taken as each of its files, from the board and from the timeline", async ({ page, context, seeded, watch }) => {
      const { slug, owner } = seeded.seed;
      watch.expectsCookie(owner.name);
      await context.addCookies([{ ...owner, url: seeded.product.url }]);
      for (const view of ["roadmap", "roadmap/timeline"]) {
        await page.goto(`/o/${slug}/${view}`);
        if (script) await hydrated(page);
        for (const [link, ending, read, expected] of FILES) {
          const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
          expect(await file.failure(), link).toBeNull();
          expect(file.suggestedFilename()).toBe(`roadmap-${slug}${ending}`);
          expect(await read(await file.path()), link).toEqual(expected);
        }
        await page.getByText("How to import it into Jira").click();
        await expect(page.getByText("Owners stand in it by their email address.").first()).toBeVisible();
        if (script) await expectAccessibleOpened(page);
      }
    });
  });
}

test("whoever only looks takes them too, and is told that no addresses are in them", async ({ page, context, seeded, watch }) => {
  const { slug, viewer } = seeded.seed;
  watch.expectsCookie(viewer.name);
  await context.addCookies([{ ...viewer, url: seeded.product.url }]);
  await page.goto(`/o/${slug}/roadmap`);
  await page.getByText("How to import it into Azure DevOps").click();
  await expect(page.getByText("which your role does not show you").nth(1)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Work items for Jira (.csv)" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).not.toContain("@");
});
