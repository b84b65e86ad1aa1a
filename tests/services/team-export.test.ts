import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organizationFileSchema, type OrganizationFile } from "#app/domain/export/organization-file.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { type BroughtFile, readOrganizationFile } from "#app/services/exports/read-organization-file.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { setConsensus } from "#app/services/results/set-consensus.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { importOrganization } from "#app/services/tenancy/import-organization.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { english } from "../factories/english.ts";
import { accessTo, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { fileFrom } from "../factories/whole-organization.ts";
import { testDatabases } from "../setup/test-databases.ts";

bindPublicOrigin("https://pinhigh.example");
const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const [first, second] = quiz.definition.items as [(typeof quiz.definition.items)[number], (typeof quiz.definition.items)[number]];
const now = new Date();

describe.each(await testDatabases())("what a team scored and agreed on, in a file, on $name", ({ open }) => {
  let [here, there] = [] as unknown as [OpenDatabase & { drop(): Promise<void> }, OpenDatabase & { drop(): Promise<void> }];
  let owner: Access;
  let file: OrganizationFile;
  beforeAll(async () => {
    [here, there] = [await open(), await open()];
    bindCatalog(catalog);
    await storeVersions(here.client, catalog);
    owner = await makeOrganization(here.client);
    const roles = [{ role: "manager" as const }, { role: "frontline" as const }];
    const published = await makeAnsweredCycle(here.client, owner, quiz, catalog, { people: peopleFrom(1, 20, roles) });
    await publishResult(here.client, { organizationId: owner.organization.id, cycleId: published }, { compute: computeInSteps });
    await makeAnsweredCycle(here.client, owner, quiz, catalog, { people: peopleFrom(31, 6), period: "2026-Q4" });
    const agree = (item: string, agreed: { answer: { state: "not_sure" }; reason: string } | null, revision: number) =>
      setConsensus(here.client, owner, { cycleId: published, item, agreed, revision }, now);
    await agree(first.id, { answer: { state: "not_sure" }, reason: "Nobody measures it." }, 0);
    await agree(second.id, { answer: { state: "not_sure" }, reason: "Taken back." }, 0);
    await agree(second.id, null, 1);
    file = await fileOf(here, owner);
  });
  afterAll(async () => {
    await here.drop();
    await there.drop();
  });

  async function textOf({ client }: OpenDatabase, access: Access): Promise<string> {
    let text = "";
    for await (const piece of exportOrganization(client, access, { language: "en", now })) text += piece;
    return text;
  }
  const readText = (text: string) => readOrganizationFile(new Blob([text]), { now: new Date(), rules: catalog.contradictions, words: english });
  async function broughtFrom(database: OpenDatabase, access: Access): Promise<BroughtFile> {
    const read = await readText(await textOf(database, access));
    if (read.problems) throw new Error(JSON.stringify(read.problems));
    return read.file;
  }
  async function fileOf(database: OpenDatabase, access: Access): Promise<OrganizationFile> {
    return fileFrom(await broughtFrom(database, access));
  }
  const plain = ({ teamResults, consensusAnswers, responses }: OrganizationFile) => ({
    teamResults: teamResults.map(({ cycle: _, ...result }) => result),
    consensusAnswers: consensusAnswers.map(({ cycle: _, ...agreed }) => agreed),
    publishedIn: responses.map(({ publishedIn }) => publishedIn).sort(),
  });
  const refused = async (change: (copy: OrganizationFile) => void) => {
    const copy = structuredClone(file);
    change(copy);
    const read = await readText(JSON.stringify(copy));
    return read.problems?.map(({ place }) => place) ?? [];
  };

  it("comes to the same in another installation, and what was not computed yet is computed there", async () => {
    expect(plain(file)).toMatchObject({
      teamResults: [{ number: 1, respondents: 20 }],
      consensusAnswers: [{ item: first.id, reason: "Nobody measures it.", revision: 1 }],
    });
    const newcomer = await makeSignedIn(there.client);
    const access = await accessTo(there.client, newcomer, await importOrganization(there.client, newcomer, await broughtFrom(here, owner), now));
    const cycles = await withTenant(there.client, { organizationId: access.organization.id }, (tx) =>
      tx.cycle.findMany({ orderBy: { period: "asc" }, select: { id: true, isResultDue: true } }),
    );
    expect(cycles.map(({ isResultDue }) => isResultDue)).toEqual([false, true]);
    expect(plain(await fileOf(there, access))).toEqual(plain(file));
    const result = (await readTeamResult(there.client, access, cycles[0]!.id, "en"))!;
    expect(result).toMatchObject({ state: "shown", agreed: [{ item: first.id }] });
    expect(result.stored!.figures).toEqual(file.teamResults[0]!.figures);
  });

  it("is not in the files of earlier versions, which are read all the same", () => {
    const { teamResults: _, consensusAnswers: __, ...earlier } = file;
    const responses = earlier.responses.map(({ publishedIn: ___, ...response }) => response);
    const read = organizationFileSchema.parse({ ...earlier, responses });
    expect(read).toMatchObject({ teamResults: [], consensusAnswers: [] });
    expect(new Set(read.responses.map(({ publishedIn }) => publishedIn))).toEqual(new Set([null]));
  });

  it("is refused where it is of something that is not in the file, or stands twice", async () => {
    const elsewhere = "01890000-0000-7000-8000-000000000000";
    expect(await refused(({ teamResults }) => (teamResults[0]!.cycle = elsewhere))).toEqual(["teamResults.0.cycle"]);
    expect(await refused(({ teamResults }) => teamResults.push(teamResults[0]!))).toEqual(["teamResults.1"]);
    expect(await refused(({ teamResults }) => (teamResults[0]!.respondents = 19))).toEqual(["teamResults.0.respondents"]);
    expect(await refused(({ teamResults }) => (teamResults[0]!.figures.items[0]!.id = "no-such-item"))).toEqual(["teamResults.0.figures"]);
    expect(await refused(({ teamResults }) => teamResults[0]!.figures.overall.heldBackBy.push("no-such-part"))).toEqual(["teamResults.0.figures"]);
    expect(await refused(({ consensusAnswers }) => (consensusAnswers[0]!.item = "no-such-item"))).toEqual(["consensusAnswers.0.item"]);
    expect(await refused(({ consensusAnswers }) => (consensusAnswers[0]!.answer = { state: "answered", value: "no-such-option" }))).toEqual([
      "consensusAnswers.0.answer",
    ]);
    expect(await refused(({ consensusAnswers }) => (consensusAnswers[0]!.answer = { state: "blank" }))).toEqual(["consensusAnswers.0.answer"]);
  });
});
