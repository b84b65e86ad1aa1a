import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { familyOf } from "#app/domain/benchmark/family.ts";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { makeKey } from "#app/services/keys/make-key.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../tests/factories/answered-cycle.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { plantSnapshot, spread } from "../tests/factories/snapshot.ts";
import { makeOrganization } from "../tests/factories/tenants.ts";
import { expectAccessibleOpened } from "./journeys/check-accessibility.ts";
import { seedCatalog } from "./journeys/seed-catalog.ts";
import { testWithSeed } from "./journeys/seeded-product.ts";
import { expect } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const OTHER = "martech-stack";

async function seed(db: OpenDatabase["client"], origin: string) {
  const catalog = await seedCatalog(db, origin);
  const [quiz, other] = [QUIZ, OTHER].map((slug) => catalog.assessmentBySlug.get(slug)!) as [(typeof catalog.assessments)[0], (typeof catalog.assessments)[0]];
  const person = async (access: Access) => {
    const { cookie } = await sessionCookie(db, access.person, { origin });
    const at = cookie.indexOf("=");
    return { slug: access.organization.slug, cookie: { name: cookie.slice(0, at), value: cookie.slice(at + 1) } };
  };
  const make = async () => {
    const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
    const { id } = owner.organization;
    await withTenant(db, { organizationId: id }, (tx) => tx.organization.updateMany({ where: { id }, data: { industry: "retail", sizeBand: "50-249" } }));
    for (const [assessment, period] of [
      [other, "2026-Q1"],
      [quiz, "2026-Q2"],
      [quiz, "2026-Q3"],
    ] as const) {
      const people = peopleFrom(1, 20, [
        { role: "manager", strength: 0.7 },
        { role: "frontline", strength: 0.6 },
      ]);
      const cycleId = await makeAnsweredCycle(db, owner, assessment, catalog, { period, people });
      await publishResult(db, { organizationId: id, cycleId }, { compute: computeInSteps });
    }
    const key = await makeKey(db, owner, { once: randomUUID(), name: "Reader", scope: "read" }, { now: new Date(), secret: "of the installation" });
    if (key.kind !== "made") throw new Error(key.kind);
    return { ...(await person(owner)), key: key.key };
  };
  const parts = ["overall", ...quiz.definition.dimensions.map(({ id }) => `dimension:${id}`), "pillar:people", "pillar:process"];
  const all = (list: readonly number[]) => Object.fromEntries(parts.map((part) => [part, list]));
  const [first, second] = quiz.definition.items;
  await plantSnapshot(db, familyOf(quiz.definition), {
    organizations: 130,
    cohorts: [
      {
        cohort: "//",
        scores: all([...spread(60, 20, 50), ...spread(60, 40, 90)]),
        best: [
          { item: first!.id, bestCount: 30, bestMean: 0.85, restCount: 90, restMean: 0.4 },
          { item: second!.id, bestCount: 30, bestMean: 0.7, restCount: 90, restMean: 0.45 },
        ],
      },
      { cohort: "retail//", scores: all(spread(40, 20, 90)) },
      { cohort: "retail/50-249/", scores: all(spread(12, 5, 15)) },
    ],
  });
  await plantSnapshot(db, familyOf(other.definition), { organizations: 4, cohorts: [] });
  return { script: await make(), plain: await make(), empty: await person(await makeOrganization(db, "Quiet Harbour", { name: "Pekka Laine" })) };
}

const test = testWithSeed(seed);
test.describe.configure({ timeout: 300_000 });
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    const ready = async (page: Page) => {
      if (script) await expectAccessibleOpened(page);
    };

    test("an organisation sees as much of others as there are enough of", async ({ page, context, seeded, watch }) => {
      const { slug, cookie, key } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      await page.goto(`/o/${slug}`);
      await page.getByRole("link", { name: "Compared with others" }).click();
      await heading(page, /^Harbour Lines is above \d+ % of 120 other organisations; anything from \d+ to \d+ % would fit as well$/);
      await expect(page.getByRole("img", { name: /^You: \d+\.\d of 100\. The middle half of the others lies between \d+\.\d and \d+\.\d\.$/ })).toBeVisible();
      await expect(page.getByRole("img", { name: /^You are above \d+ to \d+ % of the others\.$/ })).toBeVisible();
      await expect(page.getByRole("img", { name: /^Organisations by overall score/ })).toBeVisible();
      await expect(page.getByRole("table", { name: "Questions with the largest difference" }).getByRole("row")).toHaveCount(3);
      await expect(page.getByRole("table", { name: "Your own earlier cycles" }).getByRole("row")).toHaveCount(3);
      await expect(page.getByRole("row", { name: /^Managers \d/ })).toBeVisible();
      await ready(page);
      await page.getByText("How many others in each step of five points").first().click();

      await page.getByRole("link", { name: "Retail", exact: true }).click();
      await heading(page, /^Harbour Lines is in the .* quarter of 40 other organisations/);
      await ready(page);
      await page.getByRole("link", { name: "Retail, 50 to 249 people" }).click();
      await heading(page, "Harbour Lines is above the middle of 12 other organisations");
      await expect(page.getByRole("columnheader", { name: "Their mean, drawn to the wider group" })).toBeVisible();
      await expect(page.getByText("50 to 249 people: Nothing can be shown of this group yet", { exact: true })).toBeVisible();
      await ready(page);

      const reply = await page.request.get(`/api/v1/benchmarks/${QUIZ}?cohort=retail%2F%2F`, { headers: { Authorization: `Bearer ${key}` } });
      const read = replies.benchmark.parse(await reply.json());
      expect(read).toMatchObject({ cohort: "retail//", ownLeftOut: false });
      expect(read.parts[0]).toMatchObject({ part: "overall", n: 40, claim: { kind: "quartile" } });
      const elsewhere = await page.request.get(`/api/v1/benchmarks/${QUIZ}?cohort=energy%2F%2F`, { headers: { Authorization: `Bearer ${key}` } });
      expect([elsewhere.status(), await elsewhere.json()]).toMatchObject([422, { code: "invalid-input" }]);

      await page.goto(`/o/${slug}/benchmarks?assessment=${OTHER}`);
      await heading(page, "Other organisations so far: 4 of the 11 that are needed");
      await expect(page.getByText("none are estimated, bought or made up")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Part by part" })).toHaveCount(0);
      await ready(page);
    });

    test("an organisation shares its results, and takes that back", async ({ page, context, seeded, watch }) => {
      const { slug, cookie } = seeded.seed[script ? "script" : "plain"];
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      await page.goto(`/o/${slug}/benchmarks`);
      await expect(page.getByText("Harbour Lines does not share its results.")).toBeVisible();
      await expect(page.getByText("Never shared: your name, people’s names, anybody’s answers")).toBeVisible();
      await page.getByRole("button", { name: "Share our results" }).click();
      await expect(page.getByText("Your results are shared from now on.")).toBeVisible();
      await expect(page.getByText(/^Harbour Lines has shared its results since /)).toBeVisible();
      await ready(page);
      await page.getByRole("button", { name: "Stop sharing" }).click();
      await expect(page.getByText("Your results are no longer shared.")).toBeVisible();
      await expect(page.getByText("Harbour Lines does not share its results.")).toBeVisible();
    });

    test("a fresh organisation is told that there is nothing", async ({ page, context, seeded, watch }) => {
      const { slug, cookie } = seeded.seed.empty;
      watch.expectsCookie(cookie.name);
      await context.addCookies([{ ...cookie, url: seeded.product.url }]);
      await page.goto(`/o/${slug}/benchmarks`);
      await heading(page, "There is nothing of Quiet Harbour to compare yet");
      await expect(page.getByRole("main")).not.toContainText(/\d+\.\d/);
      await ready(page);
    });
  });
}
