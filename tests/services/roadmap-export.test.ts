import { randomUUID } from "node:crypto";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { ORGANIZATION_FILE_VERSION, type OrganizationFile } from "#app/domain/export/organization-file.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import { addFromLibrary, addOwn } from "#app/services/board/add-initiative.server.ts";
import { attach } from "#app/services/board/change-attachments.server.ts";
import { changeBet, decideBet } from "#app/services/board/change-bet.server.ts";
import { changeKeeping } from "#app/services/board/change-keeping.server.ts";
import { addNote } from "#app/services/board/change-notes.server.ts";
import { addStep, tickStep } from "#app/services/board/change-steps.server.ts";
import { moveInitiative } from "#app/services/board/move-initiative.server.ts";
import { readInitiative } from "#app/services/board/read-initiative.server.ts";
import { readOrganizationFile } from "#app/services/exports/read-organization-file.server.ts";
import { readLedger } from "#app/services/ledger/read-ledger.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { adoptScenario } from "#app/services/scenarios/adopt-scenario.server.ts";
import { makeScenario } from "#app/services/scenarios/make-scenario.server.ts";
import { planScenarios } from "#app/services/scenarios/plan-scenarios.server.ts";
import { readScenario } from "#app/services/scenarios/read-scenario.server.ts";
import { scenarioView } from "#app/services/scenarios/scenario-page.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { importOrganization } from "#app/services/tenancy/import-organization.server.ts";
import { checkFile } from "#app/services/evidence/check-file.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { comparable } from "../factories/comparable-organization.ts";
import { english } from "../factories/english.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { accessTo, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { fileFrom, textOf } from "../factories/whole-organization.ts";
import { testDatabases } from "../setup/test-databases.ts";

/** What the roadmap is made at; the database's own clock is behind it. */
const NOW = new Date("2037-03-04T10:00:00Z");
const LATER = new Date("2037-03-05T10:00:00Z");
const asked = { language: "en", now: NOW } as const;
/** So many minutes before, so that everything has a place in the order of time. */
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const STRANGER = "01890000-0000-7000-8000-000000000000";

describe.each(await testDatabases())("a roadmap in an organisation's file, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  let owner: Access;
  let own: string;
  let file: OrganizationFile;

  const read = (text: string) => readOrganizationFile(new Blob([text]), { now: LATER, rules: catalog.contradictions, words: english });
  async function brought(text: string) {
    const { file: found, problems } = await read(text);
    if (problems) throw new Error(JSON.stringify(problems));
    return found;
  }
  async function fileOf(access: Access) {
    return fileFrom(await brought(await textOf({ client: db() } as Parameters<typeof textOf>[0], access, LATER)));
  }
  const refused = async (change: (copy: OrganizationFile) => void) => {
    const copy = structuredClone(file);
    change(copy);
    return (await read(JSON.stringify(copy))).problems ?? [];
  };
  const bringHere = async (copy: OrganizationFile) => {
    const newcomer = await makeSignedIn(db(), { name: "Nea New" });
    return accessTo(db(), newcomer, await importOrganization(db(), newcomer, await brought(JSON.stringify(copy)), LATER));
  };

  /** A scenario of the product's own making, planned and adopted, with another one that waits; and a board on which something has happened. */
  async function makeRoadmap(): Promise<void> {
    owner = await makeOrganization(db(), "Planned", { name: "Olga Owner" });
    const cycle = await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(1, 6, [{ strength: 0.4 }]) });
    await publishResult(db(), { organizationId: owner.organization.id, cycleId: cycle }, { compute: computeInSteps });
    own = randomUUID();
    const resting = ownInitiative({
      ...{ title: "Count the calls", checklist: ["Find the list"], quarters: 2, kpis: ["renewal-rate"] },
      raises: catalog.initiatives
        .flatMap(({ raises }) => raises)
        .filter(({ assessment }) => assessment === quiz.definition.slug)
        .slice(0, 1),
    });
    expect(await addOwn(db(), owner, own, resting, { language: "en", now: ago(9) })).toMatchObject({ kind: "added" });
    const second = ownInitiative({ title: "Answer the calls", requires: [`own-${own}`] });
    expect(await addOwn(db(), owner, randomUUID(), second, { language: "en", now: ago(8) })).toMatchObject({ kind: "added" });
    const weeks = [8, 8];
    const wishes = {
      basis: [{ assessment: quiz.definition.slug, cycle, number: 1 }],
      ...{ quarters: 2, capacity: { people: weeks, process: weeks, content: weeks, technology: weeks, kpis: weeks }, budget: null },
      ...{ target: { kind: "furthest" } as const, importance: {}, pinned: { [`own-${own}`]: "any" as const }, excluded: [], usesLedger: false },
    };
    const id = randomUUID();
    await makeScenario(db(), owner, { once: id, name: "With eight weeks", firstQuarter: "2037-Q2", wishes }, ago(7));
    const solver = { solve: (request: Parameters<typeof firstPlan>[0]) => Promise.resolve(firstPlan(request)) };
    expect(await planScenarios({ db: db(), solver, log: pino({ level: "silent" }), signal: new AbortController().signal })).toBe(1);
    expect(await adoptScenario(db(), owner, { id, revision: 1, note: "Better now", since: null }, asked)).toBe("adopted");
    await makeScenario(db(), owner, { once: randomUUID(), name: "Waits", firstQuarter: "2037-Q2", wishes }, NOW);
    await work();
  }

  async function work(): Promise<void> {
    const revisionOf = async (id: string) => (await readInitiative(db(), owner, id, english, NOW)).initiative.revision;
    const moved = await moveInitiative(db(), owner, { id: own, revision: await revisionOf(own), state: "under_way" }, NOW);
    expect(moved.kind).toBe("moved");
    await changeKeeping(db(), owner, own, { owner: owner.memberId, due: "2037-09-30", revision: await revisionOf(own) }, asked);
    const texts = { analog: "They did", antilog: "These did not", leapOfFaith: "Somebody counts", hypothesis: "Fewer calls", refutedBy: "As many" };
    await changeBet(db(), owner, own, { ...texts, measureOn: "2037-05-01", revision: await revisionOf(own) }, NOW);
    const decision = { verdict: "held", measured: "Counted \u2028 a hundred", decidedOn: "2037-03-01" } as const;
    await decideBet(db(), owner, own, { ...decision, revision: await revisionOf(own) }, NOW);
    const step = randomUUID();
    await addStep(db(), owner, own, { once: step, step: "Count them" }, NOW);
    await tickStep(db(), owner, own, step, true, NOW);
    await addNote(db(), owner, own, { once: randomUUID(), note: "Somebody asked\nwhy" }, NOW);
    const { file: pdf } = await checkFile({ name: "Offer.pdf", bytes: REAL_FILES["pdf"]! });
    await attach(db(), owner, own, { once: randomUUID(), title: "The list", link: "https://example.com/list" }, null, NOW);
    await attach(db(), owner, own, { once: randomUUID(), title: "The offer", link: null }, pdf!, NOW);
    await addFromLibrary(db(), owner, "answer-the-main-number", asked);
  }

  beforeAll(async () => {
    await makeRoadmap();
    file = await fileOf(owner);
  });

  it("holds the board, the scenarios and what was adopted", () => {
    const [first] = file.initiatives;
    expect(ORGANIZATION_FILE_VERSION).toBe(1);
    expect(first).toMatchObject({
      ...{ library: null, own: { title: "Count the calls" }, state: "under_way", owner: owner.memberId, due: "2037-09-30", startedOn: "2037-03-04" },
      ...{ leapOfFaith: "Somebody counts", measureOn: "2037-05-01", verdict: "held", measured: "Counted \u2028 a hundred", decidedOn: "2037-03-01" },
      steps: [
        { text: "Find the list", doneBy: null, doneAt: null },
        { text: "Count them", doneBy: "Olga Owner", doneAt: NOW.toISOString() },
      ],
      notes: [{ text: "Somebody asked\nwhy", writtenBy: "Olga Owner", writtenAt: NOW.toISOString() }],
      promise: { scenario: "With eight weeks", on: "2037-03-04", basis: [{ slug: quiz.definition.slug, cycle: file.cycles[0]!.id }] },
    });
    expect(first!.attachments.map(({ title, link, file: of }) => [title, link, of && [of.name, of.content]]).sort()).toEqual([
      ["The list", "https://example.com/list", null],
      ["The offer", null, ["Offer.pdf", "left out"]],
    ]);
    expect(file.scenarios.map(({ name, state, inputs }) => [name, state, inputs === null])).toEqual([
      ["With eight weeks", "planned", false],
      ["Waits", "waiting", true],
    ]);
    expect(file.adoptions).toMatchObject([{ scenario: file.scenarios[0]!.id, note: "Better now", adoptedBy: "Olga Owner", adoptedAt: NOW.toISOString() }]);
    expect(JSON.stringify([file.initiatives, file.scenarios, file.adoptions])).not.toContain(owner.person.personId);
  });

  it("comes to the same in another organisation, with what leads from one part to the other", async () => {
    const here = await bringHere(file);
    const back = await fileOf(here);
    expect(comparable(back)).toEqual(comparable(file));
    const ids = ({ initiatives, scenarios, adoptions }: OrganizationFile) => [...initiatives, ...scenarios, ...adoptions].map(({ id }) => id);
    expect(ids(back).filter((id) => JSON.stringify(file).includes(id))).toEqual([]);
    for (const id of ids(file)) expect(JSON.stringify(back)).not.toContain(id);
    // Nobody of the file looks after anything here.
    expect(back.initiatives.map(({ owner: of }) => of)).toEqual(back.initiatives.map(() => null));
    const counted = back.initiatives.find(({ own: of }) => of?.title === "Count the calls")!;
    const page = await readInitiative(db(), here, counted.id, english, LATER);
    expect(page.history.length).toBeGreaterThan(5);
    const resting = back.initiatives.find(({ own: of }) => of?.title === "Answer the calls")!;
    expect((await readInitiative(db(), here, resting.id, english, LATER)).about!.requires).toMatchObject([{ title: "Count the calls", rowId: counted.id }]);
    const scenario = (await readScenario(db(), here, back.scenarios[0]!.id))!;
    expect((await scenarioView(db(), scenario, english)).view!.waves.flatMap(({ items }) => items).map(({ title }) => title)).toContain("Count the calls");
    expect((await readLedger(db(), here.organization.id, "en")).rows.length).toBe((await readLedger(db(), owner.organization.id, "en")).rows.length);
    const told = await within(here, (tx) => tx.auditEvent.findFirstOrThrow({ where: { action: "organization.imported" }, select: { detail: true } }));
    expect(told.detail).toMatchObject({ filesLeftOut: 1 });
  });

  it("keeps an id where no id belongs, so that whatever was read can be read again", async () => {
    const id = "a1b2c3d4-0000-4000-8000-00000000000a";
    const [first, ...others] = file.initiatives;
    const resting = { ...first!, id, own: { ...first!.own!, requires: [id] }, promise: null };
    const here = await bringHere({ ...file, initiatives: [resting, ...others], scenarios: [], adoptions: [] });
    const back = (await fileOf(here)).initiatives.find(({ own: of }) => of?.title === first!.own!.title)!;
    expect(back.own!.requires).toEqual([id]);
    expect((await readInitiative(db(), here, back.id, english, LATER)).title).toBe(first!.own!.title);
  });

  it("is read without a roadmap: files of before there was one have none", async () => {
    const { initiatives: _, scenarios: __, adoptions: ___, ...before } = file;
    expect((await brought(JSON.stringify(before))).initiatives).toEqual([]);
  });

  it.each<[string, (f: OrganizationFile) => void, RegExp, RegExp]>([
    ["an initiative that stands twice", (f) => f.initiatives.push(f.initiatives[0]!), /^initiatives\.\d+\.id$/, /stands twice/],
    [
      "one of the library twice",
      (f) => f.initiatives.push({ ...f.initiatives.find(({ library }) => library !== null)!, id: STRANGER }),
      /^initiatives\.\d+\.library$/,
      /stands twice/,
    ],
    ["one that is kept by nobody here", (f) => (f.initiatives[0]!.owner = STRANGER), /^initiatives\.0\.owner$/, /not among the members/],
    ["one that is nothing", (f) => (f.initiatives[0]!.own = null), /^initiatives\.0$/, /is not as it should be/],
    ["one in no state", (f) => Object.assign(f.initiatives[0]!, { state: "adopted" }), /^initiatives\.0\.state$/, /has to be one of: proposed, planned/],
    ["a quarter that is none", (f) => (f.initiatives[0]!.startQuarter = "2037-Q5"), /^initiatives\.0\.startQuarter$/, /./],
    ["a day in no calendar", (f) => (f.initiatives[0]!.due = "0000-01-01"), /^initiatives\.0\.due$/, /from 1970 to 2199/],
    ["NUL deep in an initiative of its own", (f) => (f.initiatives[0]!.own!.problem = "a\u0000b"), /^initiatives\.0\.own$/, /cannot be stored/],
    ["half a character in a note", (f) => (f.initiatives[0]!.notes[0]!.text = "\ud800"), /^initiatives\.0\.notes\.0\.text$/, /cannot be stored/],
    [
      "a note from tomorrow",
      (f) => (f.initiatives[0]!.notes[0]!.writtenAt = "2037-03-06T00:00:00Z"),
      /^initiatives\.0\.notes\.0\.writtenAt$/,
      /later than now/,
    ],
    [
      "who wrote a note",
      (f) => Object.assign(f.initiatives[0]!.notes[0]!, { writtenById: f.members[0]!.id }),
      /^initiatives\.0\.notes\.0$/,
      /no such file has: writtenById/,
    ],
    ["too many notes", (f) => (f.initiatives[0]!.notes = Array.from({ length: 201 }, () => f.initiatives[0]!.notes[0]!)), /notes$/, /at most 200/],
    [
      "a script for a link",
      (f) => (f.initiatives[0]!.attachments.find(({ link }) => link !== null)!.link = "javascript:alert(1)//"),
      /^initiatives\.0\.attachments\.\d\.link$/,
      /./,
    ],
    ["a verdict of no day", (f) => (f.initiatives[0]!.decidedOn = null), /^initiatives\.0$/, /is not as it should be/],
    [
      "a promise from no cycle",
      (f) => (f.initiatives[0]!.promise!.basis[0]!.cycle = STRANGER),
      /^initiatives\.0\.promise\.basis\.0\.cycle$/,
      /not among the cycles/,
    ],
    ["too many initiatives", (f) => (f.initiatives = Array.from({ length: 1_001 }, () => f.initiatives[0]!)), /^initiatives$/, /more than 1,000 entries/],
    ["a scenario from no cycle", (f) => (f.scenarios[1]!.wishes.basis[0]!.cycle = STRANGER), /^scenarios\.1\.wishes\.basis\.0\.cycle$/, /not among the cycles/],
    ["weeks for too few quarters", (f) => f.scenarios[0]!.wishes.capacity.people.pop(), /^scenarios\.0\.wishes$/, /one figure for each quarter/],
    ["a scenario that is planned without a plan", (f) => (f.scenarios[0]!.outcome = null), /^scenarios\.0$/, /is not as it should be/],
    [
      "a start from what nobody can answer",
      (f) => Object.assign(Object.values(f.scenarios[0]!.inputs!.assessments[0]!.answers)[0]!, { state: "answered", value: "no-such-option" }),
      /^scenarios\.0\.inputs\.assessments\.0\.answers$/,
      /not answers to the questions/,
    ],
    [
      "a plan that takes more than there is",
      (f) => f.scenarios[0]!.inputs!.settings.capacity.people!.fill(0),
      /^scenarios\.0\.outcome$/,
      /not a plan for what it says/,
    ],
    [
      "a plan of what it was not made from",
      (f) => Object.assign((f.adoptions[0]!.outcome as { items: { initiative: string }[] }).items[0]!, { initiative: "no-such-thing" }),
      /^adoptions\.0\.outcome$/,
      /not a plan for what it says/,
    ],
    ["something adopted tomorrow", (f) => (f.adoptions[0]!.adoptedAt = "2037-03-06T00:00:00Z"), /^adoptions\.0\.adoptedAt$/, /later than now/],
    ["something adopted twice", (f) => f.adoptions.push(f.adoptions[0]!), /^adoptions\.1\.id$/, /stands twice/],
    ["a promise of more than there is", (f) => (f.initiatives[0]!.promise!.points = 1e308), /^initiatives\.0\.promise\.points$/, /./],
    ...(
      [
        ["is worth more than was proven", { objective: 2000, bound: 1900 }],
        ["misses more than all", { gap: 1.5 }],
        ["misses less than nothing", { gap: -1e300 }],
        ["leads beyond the scale", { projected: [100.1, 100.1] }],
      ] as const
    ).map(([what, figures]): [string, (f: OrganizationFile) => void, RegExp, RegExp] => [
      `a plan that ${what}`,
      (f) => Object.assign(f.scenarios[0]!.outcome!, figures),
      /^scenarios\.0\.outcome$/,
      /not a plan for what it says/,
    ]),
    ["a key more", (f) => Object.assign(f.scenarios[0]!, { askedById: f.members[0]!.id }), /^scenarios\.0$/, /no such file has: askedById/],
    ["too many scenarios", (f) => (f.scenarios = Array.from({ length: 101 }, () => f.scenarios[1]!)), /^scenarios$/, /more than 100 entries/],
  ])("with %s is refused whole, and says where", async (_, change, place, message) => {
    const problems = await refused(change);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]!.place).toMatch(place);
    expect(problems[0]!.message).toMatch(message);
  });
});
