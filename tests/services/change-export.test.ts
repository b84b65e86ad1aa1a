import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OrganizationFile, organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { comparePage } from "#app/services/changes/compare-page.server.ts";
import { askChange } from "#app/services/changes/ask-change.server.ts";
import { computeChanges } from "#app/services/changes/compute-changes.server.ts";
import { trendPage } from "#app/services/changes/trend-page.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { readOrganizationFile } from "#app/services/exports/read-organization-file.server.ts";
import { readHome } from "#app/services/home/read-home.server.ts";
import { readSummary } from "#app/services/home/read-summary.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { importOrganization } from "#app/services/tenancy/import-organization.server.ts";
import { makeAnsweredCycle, peopleFrom, reopenAnswered } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { accessTo, makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const now = new Date();

describe.each(await testDatabases())("what changed between cycles, in a file, on $name", ({ open }) => {
  const { db } = catalogueStage(open);
  let elsewhere: OpenDatabase & { drop(): Promise<void> };
  let owner: Access;
  /** Three quarters of the same six people, and a fourth of others without names. */
  let quarters: string[];
  let text: string;
  const problems: unknown[] = [];
  const compute = (client: OpenDatabase["client"]) =>
    computeChanges({ db: client, log: { error: (problem: unknown) => void problems.push(problem) }, signal: new AbortController().signal });

  beforeAll(async () => {
    elsewhere = await open();
    owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(db(), owner, "respondent")));
    quarters = [];
    for (const [place, seed] of [1, 50, 90].entries()) {
      const people = members.map(({ memberId }, i) => ({ seed: seed + i, memberId, role: "frontline" as const }));
      quarters.push(await published(`2026-Q${place + 1}`, people, false));
    }
    quarters.push(await published("2026-Q4", peopleFrom(200, 8), true));
    await askChange(db(), owner, [quarters[0]!, quarters[2]!], now);
    expect(await compute(db())).toBe(4);
    await askChange(db(), owner, [quarters[0]!, quarters[3]!], now);
    text = await textOf(db(), owner);
  });
  afterAll(() => elsewhere.drop());

  async function published(period: string, people: ReturnType<typeof peopleFrom>, isAnonymous: boolean): Promise<string> {
    const id = await makeAnsweredCycle(db(), owner, quiz, catalog, { people, period, isAnonymous });
    expect(await publishResult(db(), { organizationId: owner.organization.id, cycleId: id }, { compute: computeInSteps })).toBe("stored");
    return id;
  }
  async function textOf(client: OpenDatabase["client"], access: Access): Promise<string> {
    let all = "";
    for await (const piece of exportOrganization(client, access, { language: "en", now })) all += piece;
    return all;
  }
  const read = (file: string) => readOrganizationFile(new Blob([file]), { now: new Date(), rules: catalog.contradictions, words: english });
  async function brought(file: string): Promise<Access> {
    const { file: checked, problems: wrong } = await read(file);
    if (wrong) throw new Error(JSON.stringify(wrong));
    const newcomer = await makeSignedIn(elsewhere.client);
    return accessTo(elsewhere.client, newcomer, await importOrganization(elsewhere.client, newcomer, checked, now));
  }
  const cyclesOf = (client: OpenDatabase["client"], { organization }: Access) =>
    withTenant(client, { organizationId: organization.id }, (tx) => tx.cycle.findMany({ orderBy: { period: "asc" }, select: { id: true } }));

  /** Everything that the pages say, with the place of each cycle for its id. */
  async function pagesOf(client: OpenDatabase["client"], access: Access): Promise<unknown> {
    const ids = (await cyclesOf(client, access)).map(({ id }) => id);
    const parts = [null, ...quiz.definition.dimensions.map(({ id }) => id)];
    const { changes, lines } = await readHome(client, access, english, now);
    const { due: _, ...summary } = (await readSummary(client, access, null, english, now))!;
    const pages = {
      trends: await Promise.all(parts.map((part) => trendPage(client, access, { slug: null, part }, english))),
      compared: await Promise.all(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [0, 2],
          [0, 3],
          [1, 3],
        ].map((two) =>
          comparePage(
            client,
            access,
            two.map((place) => ids[place]!),
            english,
          ),
        ),
      ),
      home: { changes, lines },
      summary,
    };
    return JSON.parse(ids.reduce((said, id, place) => said.replaceAll(id, `cycle ${place + 1}`), JSON.stringify(pages)));
  }

  it("says on every page the same after it was brought elsewhere, those who returned among it", async () => {
    const there = await brought(text);
    const before = await pagesOf(db(), owner);
    expect(await pagesOf(elsewhere.client, there)).toEqual(before);
    expect(JSON.stringify(before)).toContain('"test":"paired_permutation"');
    const rows = await withTenant(elsewhere.client, { organizationId: there.organization.id }, (tx) =>
      tx.cycleChange.findMany({ where: { isDue: true }, select: { figures: true } }),
    );
    // Asked for on the day of the file, and not computed yet.
    expect(rows).toEqual([{ figures: null }]);
    expect(await compute(elsewhere.client)).toBe(1);
    expect(await compute(db())).toBe(1);
    expect(await pagesOf(elsewhere.client, there)).toEqual(await pagesOf(db(), owner));
    expect(problems).toEqual([]);
  });

  it("is asked for anew where the file is of an earlier version, and then recognises nobody", async () => {
    const { changes: _, ...earlier } = JSON.parse(text) as OrganizationFile;
    expect(organizationFileSchema.parse(earlier).changes).toEqual([]);
    const there = await brought(JSON.stringify(earlier));
    expect(await compute(elsewhere.client)).toBe(3);
    const { trend } = await trendPage(elsewhere.client, there, { slug: null, part: null }, english);
    const here = (await trendPage(db(), owner, { slug: null, part: null }, english)).trend!;
    expect(trend!.points!.map(({ measured }) => measured)).toEqual(here.points!.map(({ measured }) => measured));
    expect(here.points!.slice(0, 3).every(({ returning }) => returning !== null)).toBe(true);
    expect(trend!.points!.every(({ returning }) => returning === null)).toBe(true);
  });

  it("is not in the file where a cycle has been opened again", async () => {
    const open = await makeOrganization(db());
    const [first, second] = [1, 40].map((seed) => ({ seed }));
    const ids: string[] = [];
    for (const [place, { seed }] of [first!, second!].entries()) {
      const id = await makeAnsweredCycle(db(), open, quiz, catalog, { people: peopleFrom(seed, 6), period: `2026-Q${place + 1}` });
      await publishResult(db(), { organizationId: open.organization.id, cycleId: id }, { compute: computeInSteps });
      ids.push(id);
    }
    await compute(db());
    const changes = async () => (JSON.parse(await textOf(db(), open)) as OrganizationFile).changes.map(({ from, to }) => [from, to]);
    expect(await changes()).toEqual([ids]);
    await reopenAnswered(db(), open, ids[1]!);
    expect(await changes()).toEqual([]);
  });

  it.each([
    ["a response", '"responses":[{', '"id":"01890000-0000-7000-8000-000000000000",', "responses.0", "id"],
    ["a score within one", '"overall":{"', '"applicableWeight":1,"\\u0061pplicableWeight":1,', null, "applicableWeight"],
    ["a line of the trail", '"events":[{', '"\\u0061ction":"member.joined",', "events.0", "action"],
    ["the profile", '"organization":{', '"kind":"consultancy",', "organization", "kind"],
  ])("is refused with a key twice in %s, which the refusal names", async (_, at, twice, place, key) => {
    const altered = text.replace(at, at.endsWith('"') ? `${at.slice(0, -1)}${twice}"` : at + twice);
    const found = (await read(altered)).problems!;
    expect(found).toHaveLength(1);
    expect(found[0]!.message).toBe(`has the same key twice: ${key}`);
    if (place !== null) expect(found[0]!.place).toBe(place);
  });

  it("is refused where it is of something that is not in the file, stands twice, or is not of these two", async () => {
    const refused = async (change: (entries: OrganizationFile["changes"], file: OrganizationFile) => void) => {
      const file = JSON.parse(text) as OrganizationFile;
      const at = (from: number, to: number) => file.changes.find((each) => each.from === quarters[from] && each.to === quarters[to])!;
      file.changes = [at(1, 2), at(0, 2)];
      change(file.changes, file);
      return (await read(JSON.stringify(file))).problems?.map(({ place }) => place) ?? [];
    };
    const elsewhereId = "01890000-0000-7000-8000-000000000000";
    expect(await refused(() => undefined)).toEqual([]);
    expect(await refused(([one]) => (one!.from = elsewhereId))).toEqual(["changes.0.from"]);
    expect(await refused(([one]) => (one!.to = elsewhereId))).toEqual(["changes.0.to"]);
    expect(await refused(([one]) => ([one!.from, one!.to] = [one!.to, one!.from]))).toEqual(["changes.0.to"]);
    expect(await refused((all) => all.push(all[0]!))).toEqual(["changes.2"]);
    expect(await refused(([one]) => (one!.figures!.versions.to += 1))).toEqual(["changes.0.figures"]);
    expect(await refused(([one]) => (one!.figures!.change.dimensions[0]!.id = "no-such-part"))).toEqual(["changes.0.figures"]);
    expect(await refused(([one]) => one!.figures!.change.dimensions.push(one!.figures!.change.dimensions[0]!))).toEqual(["changes.0.figures"]);
    expect(await refused(([one]) => (one!.figures!.trend!.lines.dimensions[0]!.id = "no-such-part"))).toEqual(["changes.0.figures"]);
    expect(await refused(([one]) => one!.figures!.trend!.lines.overall.pop())).toEqual(["changes.0.figures"]);
    expect(await refused(([one]) => (one!.figures!.trend!.cycles[0] = elsewhereId))).toEqual(["changes.0.figures"]);
    // Two that have another between them have no lines.
    expect(await refused(([one, other]) => (other!.figures!.trend = one!.figures!.trend))).toEqual(["changes.1.figures"]);
    expect(await refused(([one]) => (one!.figures = null))).toEqual(["changes.0.isDue"]);
    expect(await refused((_, file) => (file.teamResults = file.teamResults.filter(({ cycle }) => cycle !== quarters[2])))).toEqual([
      "changes.0.to",
      "changes.1.to",
    ]);
  });
});
