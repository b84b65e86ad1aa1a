import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personalDataSchema } from "#app/domain/export/personal-data.ts";
import { recordEvent } from "#app/services/audit/record-event.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withErasure } from "#app/services/db/with-erasure.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { collectPersonalData } from "#app/services/identity/collect-personal-data.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { grantOperator } from "#app/services/identity/grant-operator.server.ts";
import { previewErasure } from "#app/services/identity/preview-erasure.server.ts";
import { askForTidying } from "#app/services/operator/ask-for-tidying.server.ts";
import { listOperatorEvents } from "#app/services/operator/list-operator-events.server.ts";
import { acceptInvitation } from "#app/services/tenancy/accept-invitation.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { beginByLink } from "#app/services/cycles/begin-by-link.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readLink } from "#app/services/cycles/read-link.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { personalTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { assignConsultant } from "#app/services/tenancy/assign-consultant.server.ts";
import { endEngagement } from "#app/services/tenancy/end-engagement.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { opening } from "../factories/opening.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { accessTo, makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
bindCatalog(catalog);
bindPublicOrigin("https://pinhigh.example");
const SECRET = "what the processes of the test share";
bindSessionSecret(SECRET);
/** Ahead of the database's own clock, by which a cycle refuses answers. */
const NOW = new Date("2037-02-03T10:00:00Z");
const databases = await testDatabases();
const sending = () => ({ origin: "https://pinhigh.example", language: "en" as const, now: new Date() });

describe.each(databases)("what is kept about a person, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());
  const db = () => database.client;

  const invite = async (by: Access, address: string) => {
    const as = { addresses: [address], role: "analyst" as const, respondentRole: "manager" as const, workFunction: "sales" as const };
    expect(await invitePeople(db(), by, as, sending())).toMatchObject({ kind: "sent" });
    const { values } = await db().mail.findFirstOrThrow({ where: { address, kind: "invitation" }, orderBy: { id: "desc" } });
    return new URL((values as { link: string }).link).pathname.split("/").pop()!;
  };

  /** Somebody whose name and address stand wherever the product writes any. */
  async function wellKnown() {
    const word = randomUUID().slice(0, 8);
    const person = await makeSignedIn(db(), { name: `Vanished ${word}`, email: `vanished-${word}@example.com` });
    await sessionCookie(db(), person);
    await db().passkey.create({
      data: {
        userId: person.personId,
        name: "Old phone",
        publicKey: "SECRET-KEY",
        credentialID: `SECRET-${word}`,
        counter: 0,
        deviceType: "singleDevice",
        backedUp: false,
      },
    });
    const owner = await makeOrganization(db(), `Kept ${word}`, { name: "Olga Owner" });
    const token = await invite(owner, person.email);
    expect((await acceptInvitation(db(), person, token, sending())).kind).toBe("joined");
    const own = await accessTo(db(), person, owner.organization.slug);
    const manager = { ...own, actor: { kind: "member" as const, role: "admin" as const } };
    await withTenant(db(), { organizationId: owner.organization.id }, async (tx) => {
      await tx.member.updateMany({ where: { personId: person.personId }, data: { role: "admin" } });
      await tx.cycle.createMany({
        data: [{ assessmentHash: quiz.hash, assessmentSlug: quiz.definition.slug, period: "2027-Q1", openedBy: person.name, isAnonymous: false }],
      });
      await recordEvent(tx, owner, {
        action: "member.changed",
        object: { kind: "member", id: own.memberId!, name: person.name },
        detail: { consultant: person.name, days: 3 },
      });
    });
    const guest = `guest-${word}@example.com`;
    await invite(manager, guest);
    // One that was never accepted, in an organisation that they do not belong to.
    const foreign = await makeOrganization(db(), `Foreign ${word}`);
    await invite(foreign, person.email);
    // A client of a firm of theirs, whose engagement they ended.
    const firm = await makeConsultancy(db(), `Firm ${word}`);
    await withTenant(db(), { organizationId: firm.organization.id }, (tx) => tx.member.createMany({ data: [{ personId: person.personId, role: "admin" }] }));
    const atFirm = await accessTo(db(), person, firm.organization.slug);
    const offer = await offerTo(db(), atFirm, {}, new Date());
    // They run the installation too, and so does somebody else.
    expect(await grantOperator(db(), person.email, new Date())).toBe("granted");
    await askForTidying(db(), person);
    await askForTidying(db(), await makeSignedIn(db(), { name: "Percy", operator: true }));
    return { word, person, owner, own: manager, guest, foreign, atFirm, offer };
  }

  it("is one file of everything, by its schema, without secrets and without others", async () => {
    const { person, owner, own, foreign, word } = await wellKnown();
    const at = new Date("2027-02-03T04:05:06.000Z");
    await makeAnswered(db(), owner, quiz, catalog, { seed: 5, memberId: own.memberId, comment: `mine ${word}`, at });
    await makeAnswered(db(), owner, quiz, catalog, { seed: 6, memberId: owner.memberId, comment: "somebody else's" });
    // On the roadmap: a note of theirs, one of somebody who is called alike, and an initiative that they look after.
    const [initiativeId, foreignId] = [randomUUID(), randomUUID()];
    await withTenant(db(), { organizationId: owner.organization.id }, async (tx) => {
      const measured = { leapOfFaith: "It holds", measureOn: new Date("2027-05-01"), dueOn: new Date("2027-06-30") };
      await tx.roadmapInitiative.createMany({
        data: [{ id: initiativeId, own: ownInitiative(), ownerId: own.memberId, createdBy: "Olga Owner", ...measured }],
      });
      const note = { initiativeId, writtenBy: person.name, writtenAt: at };
      await tx.roadmapNote.createMany({
        data: [
          { ...note, text: `noted ${word}`, writtenById: person.personId },
          { ...note, text: "not theirs", writtenById: owner.person.personId },
        ],
      });
    });
    // And one for a client that they are no member of.
    await withTenant(db(), { organizationId: foreign.organization.id }, async (tx) => {
      await tx.roadmapInitiative.createMany({ data: [{ id: foreignId, own: ownInitiative(), createdBy: "x" }] });
      const whose = { writtenBy: person.name, writtenById: person.personId, writtenAt: at };
      await tx.roadmapNote.createMany({ data: [{ initiativeId: foreignId, text: `noted elsewhere ${word}`, ...whose }] });
      await recordEvent(
        tx,
        { person: { ...person, sessionId: null }, actsFor: { consultancy: "Firm" } },
        { action: "initiative.note_added", object: { kind: "initiative", id: foreignId } },
      );
    });
    const data = personalDataSchema.parse(await collectPersonalData(db(), person, at));
    expect(data.roadmapNotes).toEqual(
      expect.arrayContaining([
        { organization: `Kept ${word}`, initiative: "Paint the front desk", text: `noted ${word}`, writtenAt: at.toISOString() },
        { organization: null, initiative: "Paint the front desk", text: `noted elsewhere ${word}`, writtenAt: at.toISOString() },
      ]),
    );
    expect(data.roadmapNotes).toHaveLength(2);
    expect(data.memberships[0]!.initiatives).toEqual([{ title: "Paint the front desk", state: "proposed", due: "2027-06-30", measureOn: "2027-05-01" }]);
    expect(data).toMatchObject({
      format: "pinhigh-personal-data",
      schemaVersion: 1,
      exportedAt: "2027-02-03T04:05:06.000Z",
      person: { id: person.personId, name: person.name, address: person.email, isAddressConfirmed: true },
      passkeys: [{ name: "Old phone" }],
    });
    expect(data.memberships.map(({ organization, role }) => [organization, role])).toEqual([
      [`Kept ${word}`, "admin"],
      [`Firm ${word}`, "admin"],
    ]);
    const [kept] = data.memberships;
    expect(kept).toMatchObject({ respondentRole: "manager", workFunction: "sales" });
    expect(kept!.responses).toHaveLength(1);
    expect(kept!.responses[0]).toMatchObject({ assessment: { slug: quiz.definition.slug }, startedAt: at.toISOString(), submittedAt: at.toISOString() });
    expect(kept!.responses[0]!.answers.map(({ comment }) => comment).filter(Boolean)).toEqual([`mine ${word}`]);
    expect(data.auditEvents.filter(({ byYou }) => byYou).map(({ action }) => action)).toEqual([
      "member.joined",
      "invitation.sent",
      "engagement_offer.sent",
      "tidying.asked",
      "initiative.note_added",
    ]);
    expect(data.auditEvents.filter(({ byYou }) => !byYou)).toEqual([
      expect.objectContaining({ action: "invitation.sent", calledAs: person.email }),
      expect.objectContaining({ action: "member.changed", calledAs: person.name }),
      { at: expect.any(String) as string, organization: null, action: "operator.granted", objectKind: "operator", byYou: false, calledAs: person.name },
    ]);
    const text = JSON.stringify(data);
    for (const other of ["SECRET", "Olga", "Percy", "guest-", "somebody else's", owner.person.email, owner.person.personId]) expect(text).not.toContain(other);
    const { token } = await db().session.findFirstOrThrow({ where: { userId: person.personId } });
    expect(text).not.toContain(token);
  });

  describe("who was asked at their address and belongs nowhere", () => {
    /** Asked by a link of their own in an anonymous cycle and a named one, and answered both; in a third they were asked and did not. */
    async function asked() {
      const word = randomUUID().slice(0, 8);
      const person = await makeSignedIn(db(), { name: `Guest ${word}`, email: `Guest-${word}@Example.com`.toLowerCase() });
      const owner = await makeOrganization(db(), `Asking ${word}`);
      const organizationId = owner.organization.id;
      const other = `other-${word}@example.com`;
      const takes: string[] = [];
      for (const [period, isAnonymous] of [
        ["2037-Q1", true],
        ["2037-Q2", false],
        ["2037-Q3", true],
      ] as const) {
        // As somebody typed it.
        const addresses = [`Guest-${word}@example.com`, other];
        const outcome = await openCycles(db(), owner, [quiz], opening(period, { asksEverybody: false, addresses, isAnonymous }), {
          language: "en",
          now: NOW,
          secret: SECRET,
        });
        if (outcome.kind !== "opened") throw new Error(outcome.kind);
        const respondents = await withTenant(db(), { organizationId }, (tx) => tx.respondent.findMany({ where: { cycleId: outcome.ids[0]! } }));
        if (period === "2037-Q3") continue;
        for (const { id, address } of respondents) {
          const link = personalTokenOf(SECRET, { organizationId, respondentId: id });
          const begun = await beginByLink(db(), link, { respondentRole: "manager", workFunction: "sales" }, { secret: SECRET, now: NOW });
          if (begun.kind !== "answering") throw new Error(begun.kind);
          const comment = `${address === other ? "others" : "own"} words ${word}`;
          await saveAnswers(db(), begun.takeToken, [{ itemId: quiz.definition.items[0]!.id, answer: { state: "not_sure", comment }, basedOn: 0 }]);
          expect(await submitResponse(db(), begun.takeToken, catalog.contradictions)).toMatchObject({ kind: "submitted" });
          if (address !== other) takes.push(begun.takeToken);
        }
      }
      return { word, person, owner, other, takes, inside: <T>(read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId }, read) };
    }

    it("finds the cycles in their file, with what they answered, and nothing of others; not before the address is confirmed", async () => {
      const { word, person, other } = await asked();
      const data = personalDataSchema.parse(await collectPersonalData(db(), person, NOW));
      expect(data.memberships).toEqual([]);
      const common = { organization: `Asking ${word}`, assessment: quiz.definition.slug, language: "en" };
      const as = { respondentRole: "manager", workFunction: "sales", hasAnswered: true };
      expect(data.askedAtAddress).toMatchObject([
        { ...common, ...as, period: "2037-Q1", isAnonymous: true, invitedAt: NOW.toISOString() },
        { ...common, ...as, period: "2037-Q2", isAnonymous: false },
        { ...common, period: "2037-Q3", isAnonymous: true, hasAnswered: false, responses: [] },
      ]);
      expect(data.askedAtAddress.map(({ responses }) => responses.flatMap(({ answers }) => answers.map(({ comment }) => comment)))).toEqual([
        [`own words ${word}`],
        [`own words ${word}`],
        [],
      ]);
      expect(data.mails.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => "cycle_invitation"));
      for (const text of [other, "others words"]) expect(JSON.stringify(data)).not.toContain(text);
      // The database itself keeps them from whoever has only typed the address.
      const rows = () => withPerson(db(), person, (tx) => tx.respondent.count());
      expect(await rows()).toBe(3);
      await db().person.update({ where: { id: person.personId }, data: { emailVerified: false } });
      expect(await rows()).toBe(0);
      expect((await collectPersonalData(db(), person, NOW)).askedAtAddress).toEqual([]);
    });

    it("is erased with their address and link; what they answered stays, as nobody's and without their words", async () => {
      const { word, person, other, takes, inside } = await asked();
      const scores = () => inside((tx) => tx.result.findMany({ orderBy: { responseId: "asc" }, select: { responseId: true, score: true } }));
      const [before, links] = [await scores(), await inside((tx) => tx.respondent.findMany({ select: { id: true, organizationId: true, address: true } }))];
      expect(await erasePerson(db(), person)).toEqual({ lastOwnerOf: [] });
      expect(await rowsWith([person.email, `Guest-${word}`, person.personId, `own words ${word}`])).toEqual([]);
      // Every figure rests on the same answers as before, and rows that nobody is named in still count as asked, and two of them as answered.
      expect(await scores()).toEqual(before);
      const left = await inside((tx) => tx.respondent.findMany());
      const nobodys = left.filter(({ address }) => address === null);
      expect(nobodys.map(({ linkHash, memberId, hasAnswered }) => [linkHash, memberId, hasAnswered]).sort()).toEqual([
        [null, null, false],
        [null, null, true],
        [null, null, true],
      ]);
      expect(await inside((tx) => tx.response.count({ where: { submittedAt: { not: null } } }))).toBe(4);
      expect(await inside((tx) => tx.response.count({ where: { respondentId: { not: null } } }))).toBe(1);
      // Their links lead nowhere, and neither do those of what they answered; another's does.
      for (const { id, organizationId, address } of links) {
        const found = await readLink(db(), personalTokenOf(SECRET, { organizationId, respondentId: id }), NOW);
        if (address === other) expect(found).not.toBeNull();
        else expect(found).toBeNull();
      }
      for (const take of takes) expect(await readResponse(db(), take, "en")).toBeNull();
      expect(await inside((tx) => tx.answer.count({ where: { comment: `others words ${word}` } }))).toBe(2);
    });
  });

  it("says for whom they work as a consultant", async () => {
    const { person, atFirm, offer, word } = await wellKnown();
    const client = await makeOrganization(db(), `Client ${word}`);
    const { engagementId } = (await acceptOffer(db(), client, offer, sending())) as { engagementId: string };
    await assignConsultant(db(), atFirm, { engagementId, memberId: atFirm.memberId! }, new Date());
    const data = await collectPersonalData(db(), person, new Date());
    expect(data.consultantAssignments.map(({ client: name, consultancy }) => [name, consultancy])).toEqual([[`Client ${word}`, `Firm ${word}`]]);
    // Over, it stays told that there was one; the client is none of theirs any more.
    await endEngagement(db(), client, engagementId, sending());
    expect((await collectPersonalData(db(), person, new Date())).consultantAssignments).toMatchObject([{ client: null, consultancy: `Firm ${word}` }]);
  });

  /** Every row of every table that holds a text, as `table: row`. */
  const rowsWith = (texts: string[]) =>
    asOwner(db(), async (tx) => {
      const tables = await tx.$queryRaw<{ name: string }[]>`
        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
      expect(tables.length).toBeGreaterThan(25);
      const found: string[] = [];
      for (const { name } of tables)
        for (const text of texts) {
          const rows = await tx.$queryRawUnsafe<{ row: string }[]>(
            `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE strpos(lower(to_jsonb(t)::text), lower($1)) > 0`,
            text,
          );
          found.push(...rows.map(({ row }) => `${name}: ${row}`));
        }
      return found;
    });

  it("names them nowhere once they are erased, in any column of any table", async () => {
    const { person, owner, own, guest, foreign, word } = await wellKnown();
    // An earlier name stands in what they did under it.
    const former = { ...own, person: { ...person, name: `Former ${word}` } };
    await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      recordEvent(tx, former, { action: "member.changed", object: { kind: "member", name: `Former ${word}` } }),
    );
    const submitted = await makeAnswered(db(), owner, quiz, catalog, { seed: 7, memberId: own.memberId, comment: `I, ${person.name}, think so` });
    const unfinished = await makeAnswered(db(), owner, quiz, catalog, { seed: 8, memberId: own.memberId, isSubmitted: false });
    const texts = [person.personId, person.name, person.email, `Former ${word}`];
    expect((await rowsWith(texts)).length).toBeGreaterThan(12);
    // What is on its way is emptied once it is sent.
    await db().mail.updateMany({ data: { failedAt: new Date() } });
    const before = await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.result.findUniqueOrThrow({ where: { responseId: submitted }, select: { score: true, band: true } }),
    );

    expect(await previewErasure(db(), person)).toEqual([
      expect.objectContaining({ name: `Firm ${word}`, isLastOwner: false, submitted: 0, unfinished: 0 }),
      expect.objectContaining({ name: `Kept ${word}`, isLastOwner: false, submitted: 1, unfinished: 1 }),
    ]);
    expect(await erasePerson(db(), person)).toEqual({ lastOwnerOf: [] });

    expect(await rowsWith(texts)).toEqual([]);
    await withTenant(db(), { organizationId: owner.organization.id }, async (tx) => {
      expect(await tx.response.findUniqueOrThrow({ where: { id: submitted } })).toMatchObject({ memberId: null });
      expect(await tx.result.findUniqueOrThrow({ where: { responseId: submitted }, select: { score: true, band: true } })).toEqual(before);
      expect(await tx.answer.count({ where: { responseId: submitted, state: "answered" } })).toBeGreaterThan(0);
      expect(await tx.response.count({ where: { id: unfinished } })).toBe(0);
      // The invitation they sent still stands, and says who asks.
      expect(await tx.invitation.findFirst({ where: { address: guest } })).toMatchObject({ invitedBy: `Kept ${word}`, openAddress: guest });
      const changed = await tx.auditEvent.findFirstOrThrow({ where: { action: "member.changed", personId: owner.person.personId } });
      expect(changed).toMatchObject({ actorName: "Olga Owner", objectName: null, detail: { consultant: null, days: 3 } });
    });
    expect(await withTenant(db(), { organizationId: foreign.organization.id }, (tx) => tx.invitation.count())).toBe(0);
    // What they did as an operator, and that they were made one, stays told without them; what another did with their name.
    const { rows } = await listOperatorEvents(db(), { q: "", choice: "all", page: 1 });
    expect(rows.slice(0, 3).map(({ action, actorName, objectId, objectName }) => [action, actorName, objectId, objectName])).toEqual([
      ["tidying.asked", "Percy", null, null],
      ["tidying.asked", "", null, null],
      ["operator.granted", "", null, null],
    ]);
  });

  it("leaves everybody else as they were, also one of the same name elsewhere", async () => {
    const { person, word } = await wellKnown();
    const namesake = await makeOrganization(db(), `Elsewhere ${word}`, { name: person.name });
    await invite(namesake, `other-${word}@example.com`);
    const inside = () =>
      asOwner(
        db(),
        (tx) =>
          tx.$queryRaw`SELECT to_jsonb(t)::text AS row FROM invitation t WHERE organization_id = ${namesake.organization.id}::uuid
          UNION ALL SELECT to_jsonb(t)::text FROM audit_event t WHERE organization_id = ${namesake.organization.id}::uuid ORDER BY 1`,
      );
    const before = await inside();
    expect(await erasePerson(db(), person)).toEqual({ lastOwnerOf: [] });
    expect(await inside()).toEqual(before);
    expect(await db().person.count({ where: { id: namesake.person.personId } })).toBe(1);
  });

  it("goes out of an engagement that they ended, and of nothing else of it", async () => {
    const { person, atFirm, offer, word } = await wellKnown();
    const client = await makeOrganization(db(), `Ended ${word}`);
    const { engagementId: id } = (await acceptOffer(db(), client, offer, sending())) as { engagementId: string };
    await endEngagement(db(), atFirm, id, sending());
    const read = () => asOwner(db(), (tx) => tx.engagement.findFirstOrThrow({ where: { id } }));
    const before = await read();
    expect(before).toMatchObject({ endedBy: person.name });
    expect(await erasePerson(db(), person)).toEqual({ lastOwnerOf: [] });
    expect(await read()).toEqual({ ...before, endedBy: "" });
  });

  it("is told in advance to the last owner of an organisation", async () => {
    const owner = await makeOrganization(db(), "Alone");
    expect(await previewErasure(db(), owner.person)).toEqual([
      { slug: owner.organization.slug, name: "Alone", isLastOwner: true, submitted: 0, published: 0, unfinished: 0 },
    ]);
    expect(await erasePerson(db(), owner.person)).toEqual({ lastOwnerOf: ["Alone"] });
    await makeMember(db(), owner, "owner");
    expect(await previewErasure(db(), owner.person)).toMatchObject([{ isLastOwner: false }]);
  });

  it("cannot be altered in a trail by an erasure, beyond the name", async () => {
    const { person, owner } = await wellKnown();
    const organizationId = owner.organization.id;
    const named = { address: person.email, names: [person.name, person.email], places: [organizationId] };
    const tried = (statement: string) =>
      withErasure(db(), { personId: person.personId }, async ({ tx, nameAs, enter }) => {
        nameAs(named);
        await enter(organizationId);
        await tx.$executeRawUnsafe(statement);
      });
    await expect(tried("UPDATE audit_event SET object_name = 'Somebody else'")).rejects.toThrow(/append-only/);
    await expect(tried("UPDATE audit_event SET object_name = NULL")).rejects.toThrow(/append-only/);
    await expect(tried("UPDATE audit_event SET detail = '{}'")).rejects.toThrow(/append-only/);
    await expect(tried("UPDATE audit_event SET action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(tried("DELETE FROM audit_event")).rejects.toThrow(/permission denied/);
    // Outside of an erasure there is nothing to change.
    const outside = (statement: string) => withTenant(db(), { organizationId }, (tx) => tx.$executeRawUnsafe(statement));
    expect(await outside("UPDATE audit_event SET object_name = NULL, detail = NULL")).toBe(0);
    expect(await withPerson(db(), person, (tx) => tx.$executeRawUnsafe("UPDATE audit_event SET object_name = NULL"))).toBe(0);
  });
});
