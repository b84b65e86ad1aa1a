import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBoard } from "#app/domain/board/check-board.ts";
import type { Move } from "#app/domain/board/move-form.ts";
import { evenCapacity, planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import { eventInWords } from "#app/domain/tenancy/event-in-words.ts";
import { moveByForm } from "#app/services/board/move-by-form.server.ts";
import { moveInitiative } from "#app/services/board/move-initiative.server.ts";
import { readRoadmap } from "#app/services/board/read-roadmap.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { english } from "../factories/english.ts";
import { finnish } from "../factories/finnish.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;

const databases = await testDatabases();
/** Still 2 February in New York, already the 3rd in Helsinki and in UTC. */
const now = new Date("2027-02-03T02:00:00Z");
const MAIN_NUMBER = "answer-the-main-number";
const ROTA = "rota-for-the-main-number";

type Row = { libraryId?: string; own?: object; state?: string; startQuarter?: string; ownerId?: string; startedOn?: Date };

describe.each(databases)("the board of a roadmap, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const inside = <T>({ organization }: Access, work: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, work);
  const put = async (access: Access, row: Row = { libraryId: MAIN_NUMBER }): Promise<string> => {
    const id = randomUUID();
    await inside(access, (tx) => tx.roadmapInitiative.createMany({ data: [{ id, createdBy: "x", ...row }] }));
    return id;
  };
  const stored = (access: Access, id: string) =>
    inside(access, (tx) =>
      tx.roadmapInitiative.findUniqueOrThrow({
        where: { organizationId_id: { organizationId: access.organization.id, id } },
        select: { state: true, startQuarter: true, startedOn: true, endedOn: true, revision: true },
      }),
    );
  const events = (access: Access) =>
    inside(access, async (tx) => {
      const found = await tx.auditEvent.findMany({ where: { objectKind: "initiative" }, orderBy: { id: "asc" } });
      return found.map((event) => ({ ...event, inWords: eventInWords(event, english) }));
    });
  const move = (access: Access, id: string, to: Omit<Move, "id">) => moveInitiative(db(), access, { id, ...to }, now);
  const sent = (access: Access, fields: Record<string, string>) =>
    moveByForm(db(), access, new Request("https://pinhigh.example/", { method: "POST", body: new URLSearchParams(fields) }), now, english);

  it("moves an initiative between states and quarters; the days are those where the organisation is, and the trail says each", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    await inside(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { timeZone: "America/New_York" } }));
    const id = await put(owner);
    const none = { startQuarter: null, startedOn: null, endedOn: null };
    expect(await move(owner, id, { revision: 1, state: "under_way", startQuarter: "2027-Q1" })).toEqual({
      kind: "moved",
      was: { state: "proposed", ...none },
      now: { state: "under_way", startQuarter: "2027-Q1", startedOn: "2027-02-02", endedOn: null, revision: 2 },
    });
    expect(await move(owner, id, { revision: 2, startQuarter: "2027-Q2" })).toMatchObject({ kind: "moved" });
    expect(await move(owner, id, { revision: 3, state: "done" })).toMatchObject({ kind: "moved" });
    const day = new Date("2027-02-02T00:00:00Z");
    expect(await stored(owner, id)).toEqual({ state: "done", startQuarter: "2027-Q2", startedOn: day, endedOn: day, revision: 4 });
    expect((await events(owner)).map(({ action, objectName, inWords }) => [action, objectName, inWords.details])).toEqual([
      ["initiative.moved", "Let a person answer the main number", ["State: Proposed → Under way", "First quarter: none → 2027-Q1"]],
      ["initiative.moved", "Let a person answer the main number", ["First quarter: 2027-Q1 → 2027-Q2"]],
      ["initiative.moved", "Let a person answer the main number", ["State: Under way → Done"]],
    ]);
  });

  it("puts one back to where it was with its days, and not over what somebody else has made of it since", async () => {
    const owner = await makeOrganization(db());
    const id = await put(owner, { own: ownInitiative(), state: "under_way", startQuarter: "2026-Q4", startedOn: new Date("2026-11-02") });
    const before = await stored(owner, id);
    await sent(owner, { intent: "move", id, revision: "1", state: "proposed", quarter: "" });
    const back = { intent: "put_back", id, revision: "2", state: "under_way", quarter: "2026-Q4", startedOn: "2026-11-02", endedOn: "" };
    expect(await sent(owner, back)).toMatchObject({ status: 200, answer: { kind: "moved", id, isPutBack: true } });
    expect(await stored(owner, id)).toEqual({ ...before, revision: 3 });
    const [, last] = await events(owner);
    expect([last!.action, last!.objectName, last!.inWords.details]).toEqual([
      ...["initiative.put_back", "Paint the front desk"],
      ["State: Proposed → Under way", "First quarter: none → 2026-Q4"],
    ]);
    await move(owner, id, { revision: 3, state: "dropped" });
    expect(await sent(owner, { ...back, revision: "3", quarter: "2027-Q1" })).toMatchObject({
      status: 409,
      answer: { kind: "conflict", now: { state: "dropped", revision: 4 }, move: { state: "under_way", startQuarter: "2027-Q1" } },
    });
  });

  it("does not move one over what somebody else has made of it, but says what is there now, and does so when told to", async () => {
    const owner = await makeOrganization(db());
    const id = await put(owner);
    const wishes = [{ state: "planned" }, { state: "under_way" }, { state: "done" }, { state: "dropped" }] as const;
    const outcomes = await Promise.all(wishes.map((wish) => move(owner, id, { revision: 1, ...wish })));
    expect(outcomes.filter(({ kind }) => kind === "moved")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "conflict")).toHaveLength(3);
    const there = await stored(owner, id);
    expect(there.revision).toBe(2);
    expect(await events(owner)).toHaveLength(1);
    // Where it is wanted already there is nothing to refuse.
    expect(await sent(owner, { intent: "move", id, revision: "1", state: there.state })).toMatchObject({ status: 200, answer: { kind: "moved" } });
    expect(await stored(owner, id)).toEqual(there);
    const refused = await sent(owner, { intent: "move", id, revision: "1", quarter: "2027-Q3" });
    expect(refused).toMatchObject({ status: 409, answer: { kind: "conflict", now: { state: there.state, startQuarter: null, revision: 2 } } });
    expect(await stored(owner, id)).toEqual(there);
    expect(await sent(owner, { intent: "move", id, revision: "2", quarter: "2027-Q3" })).toMatchObject({ status: 200 });
    expect(await stored(owner, id)).toMatchObject({ state: there.state, startQuarter: "2027-Q3", revision: 3 });
  });

  it("lets moves of different initiatives be, however many come at once", async () => {
    const owner = await makeOrganization(db());
    const analyst = await makeMember(db(), owner, "analyst");
    const ids = await Promise.all([...catalog.initiativeById.keys()].slice(0, 12).map((libraryId) => put(owner, { libraryId })));
    const outcomes = await Promise.all(ids.map((id, n) => move(n % 2 ? owner : analyst, id, { revision: 1, state: "planned", startQuarter: "2027-Q2" })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(ids.map(() => "moved"));
    for (const id of ids) expect(await stored(owner, id)).toMatchObject({ state: "planned", startQuarter: "2027-Q2", revision: 2 });
    expect(await events(owner)).toHaveLength(12);
  });

  it("is one organisation's, and only who works on the roadmap there moves anything, as things stand at that moment", async () => {
    const [owner, other] = [await makeOrganization(db()), await makeOrganization(db())];
    const id = await put(owner);
    const wish = { revision: 1, state: "planned" as const };
    expect(await move(other, id, wish)).toEqual({ kind: "gone" });
    expect(await sent(other, { intent: "move", id, revision: "1", state: "planned" })).toEqual({
      status: 404,
      answer: { kind: "refused", id, why: "gone" },
    });
    const analyst = await makeMember(db(), owner, "analyst");
    for (const role of ["respondent", "viewer"] as const) {
      const access = await makeMember(db(), owner, role);
      await expect(sent(access, { intent: "move", id, revision: "1", state: "planned" })).rejects.toMatchObject({ status: 403 });
    }
    await removeMember(db(), owner, analyst.memberId!);
    expect(await move(analyst, id, wish)).toEqual({ kind: "not-allowed" });
    expect(await planDeletion(db(), owner, "Northern Ferries", { language: "en", now })).toBe("done");
    expect(await move(owner, id, wish)).toEqual({ kind: "not-allowed" });
    expect(await stored(owner, id)).toMatchObject({ state: "proposed", revision: 1 });
  });

  it("refuses what neither of its pages sends", async () => {
    const owner = await makeOrganization(db());
    const id = await put(owner);
    const unfit: Record<string, string>[] = [{ surplus: "1" }, { intent: "move", id, revision: "1", state: "finished" }, { intent: "move", id, state: "done" }];
    for (const fields of unfit) expect(await sent(owner, fields)).toEqual({ status: 422, answer: { kind: "refused", id: null, why: "formChanged" } });
    expect(await stored(owner, id)).toMatchObject({ revision: 1 });
  });

  it("is read with what each takes, whose it is and how far it is, in the reader's language", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    const id = await put(owner, { libraryId: MAIN_NUMBER, startQuarter: "2027-Q1", ownerId: owner.memberId! });
    const own = await put(owner, { own: ownInitiative({ requires: [ROTA, "never-heard-of"] }) });
    await put(owner, { libraryId: "no-more-in-the-library" });
    await inside(owner, (tx) =>
      tx.roadmapStep.createMany({ data: [1, 2, 3].map((position) => ({ initiativeId: id, position, text: "x", doneAt: position === 1 ? now : null })) }),
    );
    const { today, cards, limits, titles } = await readRoadmap(db(), owner, "fi", now);
    expect([today, limits]).toEqual(["2027-02-03", null]);
    const source = catalog.initiativeById.get(MAIN_NUMBER)!;
    expect(cards.find((card) => card.id === id)).toMatchObject({
      ...{ planId: MAIN_NUMBER, title: "Antakaa ihmisen vastata päänumeroon", language: "fi", isOwn: false, startQuarter: "2027-Q1" },
      ...{ ownerName: "Maria Virtanen", steps: { all: 3, done: 1 }, pillars: source.pillars },
      work: { quarters: source.quarters, cost: source.cost.likely, requires: source.requires },
    });
    expect(cards.find((card) => card.id === own)).toMatchObject({
      ...{ planId: `own-${own}`, title: "Paint the front desk", language: null, isOwn: true },
      work: { quarters: 1, effort: { people: 2 }, cost: 0 },
    });
    expect(cards.find(({ title }) => title === "no-more-in-the-library")).toMatchObject({ work: null, pillars: [] });
    expect(Object.keys(titles).sort()).toEqual(["never-heard-of", ROTA, ...source.requires.filter((required) => required !== ROTA)].sort());
    expect(titles["never-heard-of"]).toBe("never-heard-of");
    expect(titles[ROTA]).not.toBe(catalog.initiativeById.get(ROTA)!.title);
    expect(
      eventInWords({ actorName: "x", actorFor: null, action: "initiative.moved", objectName: null, detail: { stateAfter: "done" } }, finnish).details,
    ).toEqual(["Tila: Valmis"]);
  });

  it("is held against the plan that was adopted last, whatever else its inputs have come to hold", async () => {
    const owner = await makeOrganization(db());
    await put(owner, { own: ownInitiative(), state: "planned", startQuarter: "2027-Q2" });
    const settings = (people: number) => planSettingsSchema.parse({ quarters: 2, capacity: evenCapacity(2, { people }), budget: [1, 1] });
    const adopt = (people: number, adoptedAt: string) =>
      inside(owner, (tx) =>
        tx.roadmapAdoption.createMany({
          data: [
            {
              ...{
                scenarioId: randomUUID(),
                name: "x",
                firstQuarter: "2027-Q1",
                wishes: {},
                outcome: {},
                note: "",
                adoptedBy: "x",
                adoptedAt: new Date(adoptedAt),
              },
              inputs: { assessments: [], initiatives: [], settings: settings(people), surplus: 1 },
            },
          ],
        }),
      );
    const warned = async () => {
      const { cards, limits } = await readRoadmap(db(), owner, "en", now);
      return checkBoard(cards, limits).map(({ kind }) => kind);
    };
    expect(await warned()).toEqual([]);
    await adopt(1, "2027-01-05T10:00:00Z");
    expect(await warned()).toEqual(["capacity"]);
    await adopt(2, "2027-01-06T10:00:00Z");
    await adopt(1, "2027-01-04T10:00:00Z");
    expect(await warned()).toEqual([]);
    const { limits } = await readRoadmap(db(), owner, "en", now);
    expect(limits).toMatchObject({ firstQuarter: "2027-Q1", settings: { quarters: 2, capacity: { people: [2, 2] }, budget: [1, 1] } });
  });
});
