import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WORK_FUNCTIONS, type WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import { exportEvents } from "#app/services/audit/export-events.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { addPeople } from "#app/services/cycles/add-people.server.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { beginByLink } from "#app/services/cycles/begin-by-link.server.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { cyclePage } from "#app/services/cycles/cycle-page.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { remindNow } from "#app/services/cycles/remind-now.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { personalTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { changeMember } from "#app/services/tenancy/change-member.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { english } from "../factories/english.ts";
import { opening } from "../factories/opening.ts";
import { accessTo, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const SECRET = "what the processes of the test share";
const DAY = 24 * 3600 * 1000;
const NOW = new Date("2037-02-03T10:00:00Z");
const on = (day: number) => ({ language: "en", secret: SECRET, now: new Date(NOW.getTime() + day * DAY) }) as const;
const databases = await testDatabases();

describe.each(databases)("how many have answered an anonymous cycle, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    bindSessionSecret(SECRET);
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const opened = async (owner: Access, otherwise: Parameters<typeof opening>[1] = {}) => {
    const outcome = await openCycles(db(), owner, [quiz], opening("2037-Q1", otherwise), on(0));
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    return outcome.ids[0]!;
  };
  /** Who works in a function, as a respondent. */
  const worker = async (owner: Access, workFunction: WorkFunction | null): Promise<Access> => {
    const person = await makeSignedIn(db());
    await within(owner, (tx) => tx.member.createMany({ data: [{ personId: person.personId, role: "respondent", workFunction }] }));
    return accessTo(db(), person, owner.organization.slug);
  };
  const begin = async (member: Access, cycle: string): Promise<string> => {
    const outcome = await answerInCycle(db(), member, cycle, on(0));
    if (outcome.kind !== "answering") throw new Error(outcome.kind);
    return outcome.takeToken;
  };
  const submit = async (takeToken: string) => {
    expect(await submitResponse(db(), takeToken, catalog.contradictions)).toMatchObject({ kind: "submitted" });
  };
  const answer = async (member: Access, cycle: string) => submit(await begin(member, cycle));
  const page = async (owner: Access, cycle: string, day = 0) => (await cyclePage(db(), owner, cycle, on(day)))!;
  const rows = async (owner: Access, cycle: string) => (await page(owner, cycle)).cycle.progress!.byFunction;
  /** An organisation whose owner is not asked, with so many people in each function. */
  const staffed = async (sizes: readonly (readonly [WorkFunction | null, number])[]) => {
    const owner = await makeOrganization(db());
    const people: Access[] = [];
    for (const [workFunction, size] of sizes) for (let n = 0; n < size; n++) people.push(await worker(owner, workFunction));
    const cycle = await opened(owner, { asksEverybody: false, functions: sizes.flatMap(([each]) => (each ? [each] : [])) });
    return { owner, people, cycle };
  };

  it("is said by function where each has five people or more who are asked, and of none where one is smaller: the sum of all would tell of it", async () => {
    const large = await staffed([
      ["marketing", 5],
      ["sales", 6],
    ]);
    for (const member of [large.people[0]!, large.people[5]!, large.people[6]!]) await answer(member, large.cycle);
    expect(await rows(large.owner, large.cycle)).toEqual([
      { workFunction: "marketing", asked: 5, answered: 1 },
      { workFunction: "sales", asked: 6, answered: 2 },
    ]);
    for (const sizes of [
      [
        ["marketing", 5],
        ["sales", 4],
      ],
      [
        ["marketing", 9],
        ["sales", 8],
        ["service", 2],
      ],
      [["marketing", 9]],
    ] as const) {
      const { owner, people, cycle } = await staffed(sizes);
      expect(await rows(owner, cycle)).toEqual([]);
      for (const member of people.slice(0, -1)) await answer(member, cycle);
      expect(await rows(owner, cycle)).toEqual([]);
    }
  });

  it("is said of no set of functions with fewer than five people, added and taken away in any way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 }), async (sizes) => {
        const owner = await makeOrganization(db());
        const cycle = await opened(owner, { asksEverybody: false });
        const groups = [...WORK_FUNCTIONS.slice(0, 3), null];
        const data = groups.flatMap((workFunction, g) =>
          Array.from({ length: sizes[g]! }, (_, n) => ({ cycleId: cycle, workFunction, hasAnswered: n % 2 === 0 })),
        );
        await within(owner, (tx) => tx.respondent.createMany({ data }));
        const { counts, byFunction } = (await page(owner, cycle)).cycle.progress!;
        // What is told besides the whole: each row. Any sum of some of them, and its rest to the whole, is of nobody or of five and more.
        const shown = byFunction.map(({ asked }) => asked);
        for (let set = 0; set < 2 ** shown.length; set++) {
          const people = shown.reduce((sum, asked, n) => sum + (set & (2 ** n) ? asked : 0), 0);
          for (const told of shown.length > 0 ? [people, counts.asked - people] : []) expect(told === 0 || told >= 5, `${sizes.join()}: ${told}`).toBe(true);
        }
        const present = sizes.filter((size) => size > 0);
        expect(byFunction).toHaveLength(present.length > 1 && present.every((size) => size >= 5) ? present.length : 0);
      }),
      { numRuns: 40 },
    );
  });

  /** What whoever runs a cycle does with one person to find out whether they have answered. */
  type Trial = readonly [name: string, run: (owner: Access, person: Access, cycle: string) => Promise<unknown>];
  const change =
    (as: { role: "viewer" | "respondent"; workFunction: WorkFunction | null }) =>
    async (owner: Access, { memberId }: Access) => {
      const { revision } = await within(owner, (tx) => tx.member.findFirstOrThrow({ where: { id: memberId! }, select: { revision: true } }));
      return changeMember(db(), owner, memberId!, { revision, respondentRole: null, ...as }, "en");
    };
  const TRIALS: readonly Trial[] = [
    ["lets them only look", change({ role: "viewer", workFunction: "sales" })],
    ["has them work elsewhere", change({ role: "respondent", workFunction: "service" })],
    ["has them work nowhere", change({ role: "respondent", workFunction: null })],
    ["removes them", (owner, { memberId }) => removeMember(db(), owner, memberId!)],
    ["reminds those who have not answered", (owner, _, cycle) => remindNow(db(), owner, cycle, on(2))],
    ["asks their address", (owner, { person }, cycle) => addPeople(db(), owner, cycle, { ...AS_NOTHING, addresses: [person.email] }, on(0))],
    [
      "closes it and removes them",
      async (owner, { memberId }, cycle) => [await closeCycle(db(), owner, cycle, on(0)), await removeMember(db(), owner, memberId!)],
    ],
    ["sees them leave for good", (_, { person }) => erasePerson(db(), person)],
  ];

  it.each(TRIALS)("does not tell who it was when somebody %s", async (_, tried) => {
    // One by one: of two people of a function the first has answered, or the second, or both have only begun; of them who came late nothing is listed.
    const seen: unknown[][] = [];
    for (const who of [0, 1] as const) {
      const owner = await makeOrganization(db());
      const early: Access[] = [];
      for (const workFunction of ["sales", "service"] as const) for (let n = 0; n < 5; n++) early.push(await worker(owner, workFunction));
      await within(owner, (tx) => tx.member.updateMany({ where: { id: owner.memberId! }, data: { workFunction: "service" } }));
      const cycle = await opened(owner);
      const late = [await worker(owner, "sales"), await worker(owner, "sales")];
      for (const pair of [early.slice(0, 2), late]) await answer(pair[who]!, cycle);
      const told: unknown[] = [];
      const look = async (day: number) => {
        const { cycle: shown, running } = await page(owner, cycle, day);
        told.push(shown.progress, running!.remindable, running!.answeredBy);
      };
      await look(0);
      for (const person of [early[0]!, late[0]!]) {
        await tried(owner, person, cycle).catch((problem: unknown) => told.push(String(problem)));
        for (const day of [0, 1.5, 2.5]) await look(day);
      }
      for await (const event of exportEvents(db(), owner, { q: "cycle", since: null, before: null, after: null }, english))
        told.push(event.replace(PLACES, "-"));
      seen.push(told);
    }
    expect(seen[0]!.slice(0, 3)).toMatchObject([{ counts: { answered: 2, asked: 13, others: 0 } }, null, null]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it("does not tell by a reminder whether the one who was asked last has answered", async () => {
    for (const isAnswered of [false, true]) {
      const owner = await makeOrganization(db());
      const cycle = await opened(owner, {
        asksEverybody: false,
        addresses: Array.from({ length: 5 }, (_, n) => `${n}-${owner.organization.slug}@example.com`),
      });
      const last = `last-${owner.organization.slug}@example.com`;
      await addPeople(db(), owner, cycle, { ...AS_NOTHING, addresses: [last] }, on(0.5));
      await remindNow(db(), owner, cycle, on(1.2));
      if (isAnswered) {
        const { id } = await within(owner, (tx) => tx.respondent.findFirstOrThrow({ where: { address: last } }));
        const token = personalTokenOf(SECRET, { organizationId: owner.organization.id, respondentId: id });
        const begun = await beginByLink(db(), token, { respondentRole: null, workFunction: null }, on(0.6));
        if (begun.kind !== "answering") throw new Error(begun.kind);
        await submit(begun.takeToken);
      }
      expect((await page(owner, cycle, 1.6)).running!.remindable).toBeNull();
      expect(await remindNow(db(), owner, cycle, on(1.6))).toEqual({ kind: "reminded", count: null });
      const mails = await db().mail.findMany({ where: { address: last }, orderBy: { createdAt: "asc" }, select: { kind: true } });
      expect(mails.map(({ kind }) => kind)).toEqual(isAnswered ? ["cycle_invitation"] : ["cycle_invitation", "cycle_reminder"]);
      const trail = await within(owner, (tx) => tx.auditEvent.findMany({ where: { action: "cycle.reminded" }, select: { detail: true } }));
      expect(trail).toEqual([{ detail: {} }, { detail: {} }]);
    }
  });
});

const AS_NOTHING = { respondentRole: null, workFunction: null, language: "en" } as const;
/** What differs between any two organisations. */
const PLACES = /[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g;
