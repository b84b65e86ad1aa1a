import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEAM_TABLES } from "#app/domain/report/team-tables.ts";
import { ROUTES } from "#app/services/access/route-registry.server.ts";
import { computeChanges } from "#app/services/changes/compute-changes.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { openDatabase, type OpenDatabase } from "#app/services/db/open-database.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { addReading } from "#app/services/kpis/change-readings.server.ts";
import { tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, quiz } from "../factories/catalogue-stage.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, startProduct } from "../setup/start-product.ts";
import { clientOf } from "./product-client.ts";

const KPI = "0198b2a0-0000-7000-8000-000000000001";
const KEY = "k".repeat(30);
const ITEMS = quiz.definition.items.slice(0, 3).map(({ id }) => id);
/** Of each role and function ten, who are shown, and of one of each three, who are too few. */
const PEOPLE = [
  { role: "frontline", workFunction: "sales" },
  { role: "manager", workFunction: "service" },
  { role: "frontline", workFunction: "service" },
  { role: "manager", workFunction: "sales" },
] as const;
const FEW = [{ role: "executive", workFunction: "finance" }] as const;

/** Who reads: those of whom somebody may see what all say together. */
const READERS = ["owner", "analyst", "viewer"] as const;

type Place = { organizationId: string; slug: string; earlier: string; later: string; cookies: Record<(typeof READERS)[number], string> };

/** An organisation with two anonymous cycles that are closed and told of, and a KPI. */
async function staged({ client }: OpenDatabase, origin: string): Promise<Place> {
  bindCatalog(catalog);
  bindPublicOrigin(origin);
  await storeVersions(client, catalog);
  const owner = await makeOrganization(client);
  const organizationId = owner.organization.id;
  const cycles: string[] = [];
  for (const [period, seed] of [
    ["2026-Q2", 100],
    ["2026-Q3", 200],
  ] as const) {
    const people = [...peopleFrom(seed, 20, PEOPLE), ...peopleFrom(seed + 50, 3, FEW)].map((person) => ({ ...person, comment: `words of ${person.seed}` }));
    const cycleId = await makeAnsweredCycle(client, owner, quiz, catalog, { period, people });
    expect(await publishResult(client, { organizationId, cycleId }, { compute: computeInSteps })).toBe("stored");
    cycles.push(cycleId);
  }
  const log = { error: (problem: unknown) => expect(problem).toBeNull() };
  expect(await computeChanges({ db: client, log, signal: new AbortController().signal })).toBe(1);
  const terms = { unit: "%", definition: null, higherIsBetter: true, cadence: "month", ownerId: null, baseline: null, baselineOn: null } as const;
  const when = { language: "en", now: new Date() } as const;
  expect((await addKpi(client, owner, { ...terms, name: "Renewals", anchors: null, once: KPI, libraryId: null }, when)).kind).toBe("added");
  expect(await addReading(client, owner, KPI, { on: "2026-07-31", value: 61, note: null, source: "hand" }, when.now)).toEqual({ kind: "added" });
  const key = { name: "A program", prefix: KEY.slice(0, 8), keyHash: tokenHash(KEY), scope: "read", createdBy: "Aino" };
  await withTenant(client, { organizationId }, (tx) => tx.apiKey.createMany({ data: [key] }));
  const people = { owner, analyst: await makeMember(client, owner, "analyst"), viewer: await makeMember(client, owner, "viewer") };
  const cookies = {} as Place["cookies"];
  for (const role of READERS) cookies[role] = (await sessionCookie(client, people[role].person, { origin })).cookie;
  return { organizationId, slug: owner.organization.slug, earlier: cycles[0]!, later: cycles[1]!, cookies };
}

/** The addresses of a route with all that it can be asked for. What is of one's own, or opened by a link, is none of it. */
function addressesOf(pattern: string, { slug, earlier, later }: Place): string[] {
  if (/:(token|response|member|evidence|hash|step)/.test(pattern)) return [];
  const one = `/${pattern}`
    .replace(":org", slug)
    .replace(":kpi", KPI)
    .replace(":day", "2026-07-31")
    .replace(":slug", quiz.definition.slug)
    .replace("*", "nothing/here");
  const ofCycles = one.includes(":cycle") ? [earlier, later].map((id) => one.replace(":cycle", id)) : [one];
  const all = ofCycles.flatMap((each) => (each.includes(":item") ? ITEMS.map((item) => each.replace(":item", item)) : [each]));
  const queries: Record<string, readonly string[]> = {
    "o/:org/cycles/:cycle/result.csv": TEAM_TABLES.map((name) => `?table=${name}`),
    "o/:org/compare": ["", `?from=${earlier}&to=${later}`],
    "o/:org/trends": ["", `?assessment=${quiz.definition.slug}&part=${quiz.definition.dimensions[0]!.id}`],
    "o/:org/trends.csv": ["", `?assessment=${quiz.definition.slug}&part=${quiz.definition.dimensions[0]!.id}`],
  };
  return all.flatMap((each) => (queries[pattern] ?? [""]).map((query) => each + query));
}

/** Where no figures of a team are to be read, and what stands there is another at every look: the trail, what is kept of oneself, when a key was used last, plans that are under way, and the pages of operators. */
const NOT_READ = /^routes\/(audit|audit-file|account-data-file|api-keys|admin.*|example-.*|plan-progress|sign-.*|second-step|verify-address)\/route$/;

/** Without what differs between any two looks. */
const plain = (text: string) =>
  text
    .replace(/nonce=(\\?)"[^"]+"/g, "nonce")
    .replace(/"nonce\\?",\\?"[^"\\]+/g, "nonce")
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, "ID")
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?(Z|\+00:00)?)?/g, "MOMENT")
    .replace(/\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d/g, "MOMENT");

/** Everything that the readers find, by who and where. */
async function readAll(dataDirectory: string, port: number, place: Place): Promise<Map<string, string>> {
  const product = await startProduct({ port, dataDirectory, env: { TRUSTED_PROXY_HOPS: "1" } });
  const seen = new Map<string, string>();
  try {
    const client = clientOf(product);
    for (const [id, { path: pattern, calls }] of Object.entries(ROUTES)) {
      if (!calls.GET || NOT_READ.test(id)) continue;
      for (const reader of pattern.startsWith("o/:org") ? READERS : READERS.slice(0, 1)) {
        for (const address of addressesOf(pattern, place)) {
          // What a page's data holds stands in the page as well.
          const headers = { Cookie: place.cookies[reader], ...(calls.GET.who === "key" ? { Authorization: `Bearer ${KEY}` } : {}) };
          const reply = await client.ask(address, { headers });
          expect(reply.status, address).toBeLessThan(500);
          seen.set(`${id} ${reader} ${address}`, plain(`${reply.status} ${reply.body}`));
        }
      }
    }
  } finally {
    await product.stop();
  }
  return seen;
}

/** Has everybody of both cycles have said what one of them did, in the roles of the others, and with that one's score. */
async function saySomethingElse(tx: Transaction, { organizationId }: Place): Promise<void> {
  const one = `(SELECT id FROM response WHERE organization_id = '${organizationId}' ORDER BY id LIMIT 1)`;
  await tx.$executeRawUnsafe(`UPDATE answer a SET state = b.state, value = b.value, confidence = b.confidence FROM answer b
    WHERE b.response_id = ${one} AND a.item_id = b.item_id AND a.organization_id = '${organizationId}'`);
  await tx.$executeRawUnsafe(
    `UPDATE result r SET score = b.score, band = b.band FROM result b WHERE b.response_id = ${one} AND r.organization_id = '${organizationId}'`,
  );
  await tx.$executeRawUnsafe(`UPDATE response SET respondent_role = CASE respondent_role WHEN 'frontline' THEN 'executive' ELSE 'frontline' END,
    work_function = CASE work_function WHEN 'sales' THEN 'finance' ELSE 'it' END WHERE organization_id = '${organizationId}'`);
}

/** Exchanges the stored figures of the two cycles. */
async function exchangeFigures(tx: Transaction, { earlier, later }: Place): Promise<void> {
  await tx.$executeRawUnsafe(`UPDATE team_result t SET figures = o.figures FROM team_result o
    WHERE (t.cycle_id, o.cycle_id) IN (('${earlier}'::uuid, '${later}'::uuid), ('${later}'::uuid, '${earlier}'::uuid))`);
}

describe("what is said of anonymous cycles that are closed", () => {
  let dataDirectory: string;
  let place: Place;
  let before: Map<string, string>;
  let rawChanged: Map<string, string>;
  let storedChanged: Map<string, string>;
  beforeAll(async () => {
    dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-stored-"));
    copyReadyDatabase(dataDirectory);
    const port = await freePort();
    const inside = async <T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> => {
      const database = await openDatabase({ databaseUrl: undefined, dataDirectory, migrations: "prisma/migrations" }, new Date());
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    };
    place = await inside((database) => staged(database, `http://localhost:${port}`));
    before = await readAll(dataDirectory, port, place);
    await inside(({ client }) => asOwner(client, (tx) => saySomethingElse(tx, place)));
    rawChanged = await readAll(dataDirectory, port, place);
    await inside(({ client }) => asOwner(client, (tx) => exchangeFigures(tx, place)));
    storedChanged = await readAll(dataDirectory, port, place);
  }, 900_000);
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

  const changed = (one: Map<string, string>, other: Map<string, string>) => [...one].filter(([key, text]) => other.get(key) !== text).map(([key]) => key);
  const routesOf = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split(" ")[0]!))].sort();

  it("hangs on no answer: nothing changes on any route when everybody had said something else and been somebody else, but in the file of the organisation", () => {
    const keys = changed(before, rawChanged);
    expect(routesOf(keys)).toEqual(["routes/organization-file/route"]);
  });

  it("is what is stored: it changes with that wherever figures are shown", () => {
    expect(routesOf(changed(rawChanged, storedChanged))).toEqual(WITH_FIGURES);
  });

  it("holds no group that the stored result hides, and the stored result hides some", () => {
    for (const cycle of [place.earlier, place.later]) {
      const figures = before.get(`routes/team-figures/route owner /o/${place.slug}/cycles/${cycle}/result.json`)!;
      expect(figures).toMatch(/^200 /);
      const { roles, functions } = JSON.parse(figures.slice(4)) as Record<"roles" | "functions", Group[]>;
      const hidden = [...roles, ...functions].filter(({ shown }) => !shown);
      expect(hidden.map(({ group }) => group)).toEqual(expect.arrayContaining(["executive", "finance"]));
      expect(hidden.flatMap(({ overall, dimensions }) => [overall, ...dimensions.map(({ mean }) => mean)]).filter((mean) => mean !== null)).toEqual([]);
    }
  });
});

type Group = { group: string; shown: boolean; overall: number | null; dimensions: { mean: number | null }[] };

/** Where figures of the team stand. */
const WITH_FIGURES = [
  "routes/benchmarks/route",
  "routes/compare/route",
  "routes/evidence-audit/route",
  "routes/new-scenario/route",
  "routes/organization-file/route",
  "routes/organization-results/route",
  "routes/organization/route",
  "routes/summary/route",
  "routes/team-figures/route",
  "routes/team-item/route",
  "routes/team-result/route",
  "routes/team-table/route",
];
