import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Opening } from "#app/domain/cycles/opening-form.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { addPeople } from "#app/services/cycles/add-people.server.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { beginByLink } from "#app/services/cycles/begin-by-link.server.ts";
import { changeClosing } from "#app/services/cycles/change-closing.server.ts";
import { changeOpenLink } from "#app/services/cycles/change-open-link.server.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { endSeries } from "#app/services/cycles/end-series.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { readLink } from "#app/services/cycles/read-link.server.ts";
import { refuseMails } from "#app/services/cycles/refuse-mails.server.ts";
import { readStanding } from "#app/services/cycles/read-standing.server.ts";
import { remindNow } from "#app/services/cycles/remind-now.server.ts";
import { reopenCycle } from "#app/services/cycles/reopen-cycle.server.ts";
import { runCycles } from "#app/services/cycles/run-cycles.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { openLinkTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { opening } from "../factories/opening.ts";
import { ALL_RESULTS } from "../factories/list-queries.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const other = catalog.assessmentBySlug.get("seven-ps")!;
const SECRET = "what the processes of the test share";
const DAY = 24 * 3600 * 1000;
/** Ahead of the database's own clock, by which a cycle refuses answers. */
const NOW = new Date("2037-02-03T10:00:00Z");
const after = (days: number, from = NOW) => new Date(from.getTime() + days * DAY);
const time = (now = NOW) => ({ language: "en", now, secret: SECRET }) as const;
const NOBODY = { respondentRole: null, workFunction: null };
const log = { error: (problem: unknown) => problems.push(problem) };
const problems: unknown[] = [];
const databases = await testDatabases();

describe.each(databases)("who is asked in a cycle, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    bindSessionSecret(SECRET);
    await storeVersions(database.client, catalog);
  });
  afterAll(async () => {
    expect(problems).toEqual([]);
    await database.drop();
  });

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const openMany = async (access: Access, versions: (typeof quiz)[], otherwise: Partial<Opening> = {}, now = NOW) => {
    const outcome = await openCycles(db(), access, versions, opening("2037-Q1", otherwise), time(now));
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    return outcome.ids;
  };
  const openOne = async (access: Access, otherwise: Partial<Opening> = {}, now = NOW) => (await openMany(access, [quiz], otherwise, now))[0]!;
  /** The mails to an address, the first first. */
  const mailsTo = async (address: string) =>
    (await db().mail.findMany({ where: { address }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(({ kind, values, language }) => ({
      ...{ kind, language, values: values as { questions: { link: string }[]; unsubscribe: string } },
    }));
  const tokenIn = (link: string) => link.split("/")[4]!;
  const linkOf = async (address: string) => tokenIn((await mailsTo(address))[0]!.values.questions[0]!.link);
  const begin = async (token: string, as = NOBODY as Parameters<typeof beginByLink>[2], now = NOW) => beginByLink(db(), token, as, { secret: SECRET, now });
  const answering = async (token: string) => {
    const outcome = await begin(token);
    if (outcome.kind !== "answering") throw new Error(outcome.kind);
    return outcome.takeToken;
  };
  const submit = (takeToken: string) => submitResponse(db(), takeToken, catalog.contradictions);
  const run = (now: Date) => runCycles({ db: db(), secret: SECRET, now, log });
  const counts = async (access: Access, id: string, now = NOW) => (await readCycle(db(), access, id, now))!.progress!.counts;
  let number = 0;
  const address = () => `asked-${(number += 1)}-${database.kind}@example.com`;

  it("are addresses by a personal link of their own, one mail for all that is asked at once, in the language that was chosen", async () => {
    const owner = await makeOrganization(db());
    const [ada, ben] = [address(), address()];
    await openMany(owner, [quiz, other], { asksEverybody: false, addresses: [ada, ben], language: "fi" });
    const [mail, ...more] = await mailsTo(ada);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "cycle_invitation", language: "fi" });
    const tokens = mail!.values.questions.map(({ link }) => tokenIn(link));
    expect(new Set([...tokens, await linkOf(ben)]).size).toBe(3);
    expect(await readLink(db(), tokens[0]!, NOW)).toMatchObject({
      kind: "personal",
      state: "open",
      isAnonymous: true,
      organization: "Northern Ferries",
      hasBegun: false,
    });
    expect(await readLink(db(), "x".repeat(30), NOW)).toBeNull();
    // What the database holds opens nothing.
    expect(JSON.stringify(await within(owner, (tx) => tx.respondent.findMany()))).not.toContain(tokens[0]);
  });

  it("come back by it to where they were, and after submitting to their own result; role and function are asked once", async () => {
    const owner = await makeOrganization(db());
    const ada = address();
    const id = await openOne(owner, { asksEverybody: false, addresses: [ada] });
    const token = await linkOf(ada);
    const begun = await begin(token, { respondentRole: "manager", workFunction: "sales" });
    if (begun.kind !== "answering") throw new Error(begun.kind);
    await saveAnswers(db(), begun.takeToken, [{ itemId: "phone-answer", answer: { state: "not_sure" }, basedOn: 0 }]);
    const again = await Promise.all(Array.from({ length: 10 }, () => begin(token, { respondentRole: "executive", workFunction: null })));
    expect(new Set(again.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set([JSON.stringify(begun)]));
    expect((await readResponse(db(), begun.takeToken, "en"))!.answers).toEqual({ "phone-answer": { state: "not_sure" } });
    expect(await counts(owner, id)).toEqual({ answered: 0, asked: 1, others: 0 });
    await submit(begun.takeToken);
    expect(await begin(token)).toMatchObject({ kind: "submitted", takeToken: begun.takeToken });
    expect(await readLink(db(), token, NOW)).toMatchObject({ hasAnswered: true });
    expect(await counts(owner, id)).toEqual({ answered: 1, asked: 1, others: 0 });
    const [response] = await within(owner, (tx) => tx.response.findMany());
    expect(response).toMatchObject({ respondentRole: "manager", workFunction: "sales", memberId: null, respondentId: null });
  });

  it("are the members of functions, whom an address of theirs does not ask twice; others are not asked", async () => {
    const owner = await makeOrganization(db());
    const [sales, service] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "respondent")];
    await within(owner, (tx) => tx.member.updateMany({ where: { id: sales.memberId! }, data: { workFunction: "sales" } }));
    const id = await openOne(owner, { asksEverybody: false, functions: ["sales"], addresses: [sales.person.email] });
    expect(await counts(owner, id)).toEqual({ answered: 0, asked: 1, others: 0 });
    expect(await answerInCycle(db(), sales, id, time())).toMatchObject({ kind: "answering" });
    expect(await answerInCycle(db(), service, id, time())).toEqual({ kind: "not-asked" });
    expect(await addPeople(db(), owner, id, { ...NOBODY, addresses: [service.person.email, address()], language: "en" }, time())).toEqual({
      kind: "added",
      count: 2,
    });
    expect(await answerInCycle(db(), service, id, time())).toMatchObject({ kind: "answering" });
  });

  it("are named in a named cycle: whoever sees results sees whose each is, until they leave", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "respondent", { name: "Mona Member" });
    const ada = address();
    const id = await openOne(owner, { addresses: [ada], isAnonymous: false });
    const own = await answerInCycle(db(), member, id, time());
    for (const token of ["takeToken" in own ? own.takeToken : "", await answering(await linkOf(ada))]) await submit(token);
    expect((await listResults(db(), owner, ALL_RESULTS))!.rows.map(({ who }) => who).sort()).toEqual(["Mona Member", ada]);
    expect((await readCycle(db(), owner, id, NOW))!.running!.answeredBy).toEqual(["Mona Member", ada]);
    await removeMember(db(), owner, member.memberId!);
    expect((await listResults(db(), owner, ALL_RESULTS))!.rows.map(({ who }) => who).sort()).toEqual([ada, null].sort());
    await expect(within(owner, (tx) => tx.cycle.updateMany({ where: { id }, data: { isAnonymous: true } }))).rejects.toThrow(/does not change/);
  });

  it("are nobody in particular by an open link, each time anew, until it is over", async () => {
    const owner = await makeOrganization(db());
    const id = await openOne(owner, { asksEverybody: false, openLinkUntil: after(5) });
    const { openLink } = (await readCycle(db(), owner, id, NOW))!.running!;
    const token = openLinkTokenOf(SECRET, { organizationId: owner.organization.id, linkId: openLink!.id });
    const takes = [await answering(token), await answering(token)];
    expect(new Set(takes).size).toBe(2);
    await submit(takes[0]!);
    expect(await counts(owner, id)).toEqual({ answered: 0, asked: 0, others: 1 });
    expect(await begin(token, NOBODY, after(6))).toEqual({ kind: "over" });
    expect(await changeOpenLink(db(), owner, id, null, time())).toEqual({ kind: "ended" });
    expect(await begin(token)).toEqual({ kind: "over" });
    expect(await readLink(db(), token, NOW)).toMatchObject({ kind: "open", state: "over" });
    // Who has begun goes on.
    expect(await submit(takes[1]!)).toMatchObject({ kind: "submitted" });
    expect(await refuseMails(db(), token, NOW)).toBeNull();
  });

  describe("are reminded", () => {
    it("once a day at most, never who has answered, never an address that wants no mails", async () => {
      const owner = await makeOrganization(db());
      const member = await makeMember(db(), owner, "respondent");
      const [open, done, refused] = [address(), address(), address()];
      const id = await openOne(owner, { addresses: [open, done, refused], isAnonymous: false });
      await submit(await answering(await linkOf(done)));
      expect(await refuseMails(db(), await linkOf(refused), NOW)).toMatchObject({ isRefused: true });
      expect(await remindNow(db(), owner, id, time(after(0.5)))).toEqual({ kind: "reminded", count: 0 });
      expect((await readCycle(db(), owner, id, after(1)))!.running!.remindable).toBe(3);
      expect(await remindNow(db(), owner, id, time(after(1)))).toEqual({ kind: "reminded", count: 3 });
      expect(await remindNow(db(), owner, id, time(after(1.5)))).toEqual({ kind: "reminded", count: 0 });
      const kinds = async (to: string) => (await mailsTo(to)).map(({ kind }) => kind);
      expect(await kinds(open)).toEqual(["cycle_invitation", "cycle_reminder"]);
      expect(await kinds(done)).toEqual(["cycle_invitation"]);
      expect(await kinds(refused)).toEqual(["cycle_invitation"]);
      expect(await kinds(member.person.email)).toEqual(["notification"]);
      expect(await remindNow(db(), member, id, time(after(9)))).toEqual({ kind: "not-allowed" });
      await closeCycle(db(), owner, id, time(after(2)));
      expect(await remindNow(db(), owner, id, time(after(9)))).toEqual({ kind: "not-open" });
    });

    it("by the clock once, however many processes look", async () => {
      const owner = await makeOrganization(db());
      const ada = address();
      const id = await openOne(owner, { asksEverybody: false, addresses: [ada], remindEveryDays: 3 });
      await run(after(2.9));
      expect(await mailsTo(ada)).toHaveLength(1);
      await Promise.all([run(after(3)), run(after(3)), remindNow(db(), owner, id, time(after(3)))]);
      expect((await mailsTo(ada)).map(({ kind }) => kind)).toEqual(["cycle_invitation", "cycle_reminder"]);
      await run(after(5));
      expect(await mailsTo(ada)).toHaveLength(2);
      await Promise.all([run(after(6)), run(after(6))]);
      expect(await mailsTo(ada)).toHaveLength(3);
      await closeCycle(db(), owner, id, time(after(7)));
      await run(after(30));
      expect(await mailsTo(ada)).toHaveLength(3);
    });
  });

  describe("by the clock", () => {
    it("are told when it opens, once, and can answer from then on; it closes at its time, also before that is noted down", async () => {
      const owner = await makeOrganization(db());
      const member = await makeMember(db(), owner, "respondent");
      const ada = address();
      const id = await openOne(owner, { addresses: [ada], opensAt: after(1), closesAt: after(8) });
      expect(await mailsTo(ada)).toEqual([]);
      // Nor is it said to be open where one looks how far one has come.
      const isOpenAt = async (moment: Date) => (await readStanding(db(), owner, moment)).openCycles.some((cycle) => cycle.id === id);
      expect([await isOpenAt(after(0.9)), await isOpenAt(after(1)), await isOpenAt(after(8))]).toEqual([false, true, false]);
      expect(await answerInCycle(db(), member, id, time())).toEqual({ kind: "planned" });
      await Promise.all([run(after(1)), run(after(1)), run(after(1))]);
      const mails = await mailsTo(ada);
      expect(mails).toHaveLength(1);
      expect(await answerInCycle(db(), member, id, time(after(1)))).toMatchObject({ kind: "answering" });
      expect(await answerInCycle(db(), member, id, time(after(8)))).toEqual({ kind: "closed" });
      expect(await readCycle(db(), owner, id, after(8))).toMatchObject({ state: "closed", closedAt: null });
      await Promise.all([run(after(8.1)), run(after(8.1))]);
      const stored = await within(owner, (tx) => tx.cycle.findFirstOrThrow({ where: { id } }));
      expect(stored).toMatchObject({ closedAt: after(8), isResultDue: true, nextReminderAt: null });
      const trail = await within(owner, (tx) => tx.auditEvent.findMany({ where: { objectKind: "cycle", objectId: id }, orderBy: { id: "asc" } }));
      expect(trail.map(({ action }) => action)).toEqual(["cycle.planned", "cycle.opened_by_itself", "cycle.closed_by_itself"]);
      expect(trail[0]!.detail).toMatchObject({ opensAt: after(1).toISOString() });
    });

    it("cannot submit once its closing time has passed, whatever the runner has done", async () => {
      const owner = await makeOrganization(db());
      const past = new Date(Date.now() - 3 * DAY);
      const id = await openOne(owner, { closesAt: new Date(Date.now() + DAY) }, past);
      const begun = await answerInCycle(db(), owner, id, time(past));
      if (begun.kind !== "answering") throw new Error(begun.kind);
      await within(owner, (tx) => tx.cycle.updateMany({ where: { id }, data: { closesAt: new Date(Date.now() - 1000) } }));
      expect(await saveAnswers(db(), begun.takeToken, [{ itemId: "phone-answer", answer: { state: "not_sure" }, basedOn: 0 }])).toEqual({ kind: "closed" });
      expect(await submit(begun.takeToken)).toEqual({ kind: "closed" });
    });
  });

  it("are asked again where it is opened again, with a reason, as it was looked at; in an anonymous one not before its result is there", async () => {
    const owner = await makeOrganization(db());
    const people = Array.from({ length: 5 }, address);
    const id = await openOne(owner, { asksEverybody: false, addresses: people });
    for (const each of people) await submit(await answering(await linkOf(each)));
    await closeCycle(db(), owner, id, time());
    const reopen = (revision: number) => reopenCycle(db(), owner, id, { revision, reason: "Two were on leave", closesAt: null }, time());
    expect(await reopen(1)).toMatchObject({ kind: "conflict" });
    expect(await reopen(2)).toEqual({ kind: "not-yet" });
    await within(owner, (tx) => tx.cycle.updateMany({ where: { id }, data: { isResultDue: false } }));
    expect(await reopen(2)).toEqual({ kind: "reopened" });
    expect(await reopen(3)).toEqual({ kind: "not-closed" });
    expect(await readCycle(db(), owner, id, NOW)).toMatchObject({ state: "open", reopenedReason: "Two were on leave", revision: 3 });
    expect(await changeClosing(db(), owner, id, { revision: 2, closesAt: after(3) }, time())).toMatchObject({ kind: "conflict", closesAt: null, revision: 3 });
    expect(await changeClosing(db(), owner, id, { revision: 3, closesAt: after(3) }, time())).toEqual({ kind: "changed" });
  });

  describe("every quarter", () => {
    it("are those of the latest cycle who still are: one opens, however many processes look, at the same local time over the change of the clock", async () => {
      const owner = await makeOrganization(db());
      await within(owner, (tx) => tx.organization.updateMany({ data: { timeZone: "Europe/Helsinki" } }));
      const [stays, leaves] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "respondent")];
      const [ada, refused] = [address(), address()];
      // 12:00 in Helsinki, on the 3rd of February.
      const first = await openOne(owner, {
        asksEverybody: false,
        addresses: [ada, refused, stays.person.email, leaves.person.email],
        closesAt: after(14),
        isQuarterly: true,
      });
      await removeMember(db(), owner, leaves.memberId!);
      await refuseMails(db(), await linkOf(refused), NOW);
      const opens = new Date("2037-05-03T09:00:00Z");
      await run(new Date(opens.getTime() - 1000));
      expect(await within(owner, (tx) => tx.cycle.count())).toBe(1);
      await Promise.all([run(opens), run(opens), run(opens)]);
      const cycles = await within(owner, (tx) => tx.cycle.findMany({ orderBy: { period: "asc" } }));
      expect(cycles).toHaveLength(2);
      const next = cycles[1]!;
      expect(next).toMatchObject({ period: "2037-Q2", opensAt: opens, closesAt: new Date("2037-05-17T09:00:00Z"), isAnonymous: true, hasInvited: true });
      const asked = await within(owner, (tx) => tx.respondent.findMany({ where: { cycleId: next.id } }));
      expect(asked.map(({ address: to, memberId }) => to ?? memberId).sort()).toEqual([ada, stays.memberId].sort());
      expect((await mailsTo(ada)).map(({ kind }) => kind)).toEqual(["cycle_invitation", "cycle_invitation"]);
      expect(await mailsTo(refused)).toHaveLength(1);
      expect((await readCycle(db(), owner, first, opens))!.running!.series!.nextOpensAt).toEqual(new Date("2037-08-03T09:00:00Z"));
      expect(await endSeries(db(), owner, next.id, time(opens))).toEqual({ kind: "ended" });
      await run(new Date("2037-08-03T09:00:00Z"));
      expect(await within(owner, (tx) => tx.cycle.count())).toBe(2);
    });
  });
});
