import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "#app/domain/access/can.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { newToken } from "#app/services/responses/respondent-token.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { assignConsultant, unassignConsultant } from "#app/services/tenancy/assign-consultant.server.ts";
import { declineOffer } from "#app/services/tenancy/decline-offer.server.ts";
import { endEngagement } from "#app/services/tenancy/end-engagement.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { listEngagements } from "#app/services/tenancy/list-engagements.server.ts";
import { listOffers } from "#app/services/tenancy/list-offers.server.ts";
import { managedOrganizations } from "#app/services/tenancy/managed-organizations.server.ts";
import { MOST_OFFERS_A_DAY, offerEngagement } from "#app/services/tenancy/offer-engagement.server.ts";
import { readOffer } from "#app/services/tenancy/read-offer.server.ts";
import { withdrawOffer } from "#app/services/tenancy/withdraw-offer.server.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date();
const AT = { now: NOW, language: "en" as const };
bindPublicOrigin("https://assess.example.com");
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const day = (days: number) => later(days).toISOString().slice(0, 10);
const ALL: Scope[] = ["run_assessments", "see_results", "edit_roadmap"];
const ANY = { q: "", page: 1 };

describe.each(await testDatabases())("an engagement, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let client: Access;
  let firm: Access;
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const offer = (by: Access, terms: { scopes?: Scope[]; endsOn?: string | null } = {}, now = NOW) => offerTo(db(), by, terms, now);
  async function fresh(): Promise<void> {
    client = await makeOrganization(db(), "Client", { name: "Clara" });
    firm = await makeConsultancy(db(), "Firm", { name: "Felix" });
  }
  /** The firm works for the client; gives the engagement's id. */
  async function engaged(scopes: Scope[] = ALL, endsOn: string | null = null): Promise<string> {
    await fresh();
    const accepted = await acceptOffer(db(), client, await offer(firm, { scopes, endsOn }), AT);
    if (accepted.outcome !== "engaged") throw new Error(accepted.outcome);
    return accepted.engagementId;
  }
  const trail = (of: Access) =>
    withTenant(db(), { organizationId: of.organization.id }, (tx) =>
      tx.auditEvent.findMany({
        where: { action: { startsWith: "engagement." } },
        select: { action: true, actorName: true, actorFor: true, objectName: true },
        orderBy: [{ at: "asc" }, { id: "asc" }],
      }),
    );
  const engagementsOf = async (of: Access, now = NOW) => (await listEngagements(db(), of, ANY, now)).rows;
  const intoClient = (consultant: Access, now = NOW) => findAccess(consultant.person, client.organization.slug, now);

  it("is offered by a consultancy, accepted by a client, and made in the client's organisation for whoever offered it", async () => {
    await fresh();
    const token = await offer(firm, { scopes: ["see_results"], endsOn: day(90) });
    expect(await readOffer(db(), token, NOW)).toMatchObject({
      state: "open",
      scopes: ["see_results"],
      endsOn: day(90),
      offeredBy: firm.person.name,
      offerer: { name: "Firm", kind: "consultancy" },
    });
    expect(await intoClient(firm)).toBeNull();
    expect(await acceptOffer(db(), client, token, AT)).toMatchObject({ outcome: "engaged" });
    const row = { scopes: ["see_results"], endsOn: day(90), assigned: [{ memberId: firm.memberId, name: firm.person.name }] };
    expect(await engagementsOf(client)).toMatchObject([{ other: "Firm", ...row }]);
    expect(await engagementsOf(firm)).toMatchObject([{ other: "Client", ...row }]);
    const rows = await withTenant(db(), { organizationId: client.organization.id }, (tx) => tx.engagement.findMany({ select: { organizationId: true } }));
    expect(rows).toEqual([{ organizationId: client.organization.id }]);
    expect(await intoClient(firm)).toMatchObject({ actor: { kind: "consultant", scopes: ["see_results"] }, actsFor: { consultancy: "Firm" } });
  });

  it("is offered by a client, accepted by a consultancy, and whoever accepts is assigned", async () => {
    await fresh();
    const second = await makeMember(db(), firm, "admin", { name: "Second" });
    expect(await acceptOffer(db(), second, await offer(client), AT)).toMatchObject({ outcome: "engaged" });
    expect(await engagementsOf(client)).toMatchObject([
      { other: "Firm", scopes: ALL, endsOn: null, assigned: [{ memberId: second.memberId, name: "Second" }] },
    ]);
    expect(await intoClient(second)).not.toBeNull();
    expect(await intoClient(firm)).toBeNull();
  });

  it("is written into both trails, with whom each acted for", async () => {
    const id = await engaged();
    const second = await makeMember(db(), firm, "analyst", { name: "Second" });
    await assignConsultant(db(), firm, { engagementId: id, memberId: second.memberId! }, NOW);
    await endEngagement(db(), client, id, AT);
    const [c, f] = [{ actorName: client.person.name }, { actorName: firm.person.name }];
    expect(await trail(client)).toEqual([
      { action: "engagement.started", ...c, actorFor: null, objectName: "Firm" },
      { action: "engagement.consultant_assigned", ...f, actorFor: "Firm", objectName: "Firm" },
      { action: "engagement.ended", ...c, actorFor: null, objectName: "Firm" },
    ]);
    expect(await trail(firm)).toEqual([
      { action: "engagement.started", ...c, actorFor: "Client", objectName: "Client" },
      { action: "engagement.consultant_assigned", ...f, actorFor: null, objectName: "Client" },
      { action: "engagement.ended", ...c, actorFor: "Client", objectName: "Client" },
    ]);
  });

  it("tells the managers of both sides, apart from who acted, that it has begun and ended", async () => {
    await fresh();
    const [admin, analyst] = [await makeMember(db(), client, "admin"), await makeMember(db(), client, "analyst")];
    const told = async (of: Access) =>
      withPerson(db(), of.person, (tx) => tx.notification.findMany({ select: { kind: true, values: true, path: true }, orderBy: { createdAt: "asc" } }));
    const accepted = await acceptOffer(db(), client, await offer(firm), AT);
    if (accepted.outcome !== "engaged") throw new Error(accepted.outcome);
    await endEngagement(db(), firm, accepted.engagementId, AT);
    const values = { organization: "Client", consultancy: "Firm" };
    const path = `/o/${client.organization.slug}/settings/consultancies`;
    expect(await told(admin)).toEqual([
      { kind: "engagement_started", values, path },
      { kind: "engagement_ended", values, path },
    ]);
    expect(await told(client)).toEqual([{ kind: "engagement_ended", values, path }]);
    expect(await told(firm)).toEqual([{ kind: "engagement_started", values, path: `/o/${firm.organization.slug}/settings/clients` }]);
    expect(await told(analyst)).toEqual([]);
    const mails = await db().mail.findMany({ where: { kind: "notification", address: { in: [admin.person.email, firm.person.email] } } });
    expect(mails).toHaveLength(2);
  });

  it("comes once of an offer that fifty accept at once, for one organisation or for fifty", async () => {
    await fresh();
    const token = await offer(firm);
    const others = await Promise.all(Array.from({ length: 9 }, (_, n) => makeOrganization(db(), `Client ${n}`)));
    const clients = [client, ...others];
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, n) => acceptOffer(db(), clients[n % 10]!, token, AT)));
    expect(outcomes.filter(({ outcome }) => outcome === "engaged")).toHaveLength(1);
    expect((await readOffer(db(), token, NOW))!.state).toBe("accepted");
    expect(await engagementsOf(firm)).toHaveLength(1);
  });

  it("runs once between the same two, also of several offers that are accepted at once", async () => {
    await fresh();
    const tokens = [await offer(firm), await offer(client), await offer(firm), await offer(client)];
    const outcomes = await Promise.all(tokens.map((token, n) => acceptOffer(db(), n % 2 === 0 ? client : firm, token, AT)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["engaged", "engaged-already", "engaged-already", "engaged-already"]);
    // The offers that were not taken are still open, for when it has ended.
    const [engagement] = await engagementsOf(client);
    await endEngagement(db(), client, engagement!.id, AT);
    const left = tokens.filter((_, n) => outcomes[n]!.outcome !== "engaged");
    expect(await readOffer(db(), left[0]!, NOW)).toMatchObject({ state: "open" });
  });

  it.each(["\u0000", "a\u0000b", "", "A", "x".repeat(65), "..", "\ud800"])("leads nowhere for %j, which no organisation can be called", async (slug) => {
    await fresh();
    expect(await findAccess(client.person, slug, NOW)).toBeNull();
  });

  it("does not come of an offer that was used, withdrawn, declined, has expired or is guessed", async () => {
    await fresh();
    const [used, withdrawn, declined, expired] = [await offer(firm), await offer(firm), await offer(firm), await offer(firm, {}, later(-30))];
    const { id } = (await readOffer(db(), withdrawn, NOW))!;
    expect(await withdrawOffer(db(), firm, id, NOW)).toBe("withdrawn");
    expect(await withdrawOffer(db(), firm, id, NOW)).toBe("not-open");
    expect(await declineOffer(db(), declined, null, NOW)).toBe("declined");
    expect(await acceptOffer(db(), client, used, AT)).toMatchObject({ outcome: "engaged" });
    const other = await makeOrganization(db(), "Other");
    for (const [token, outcome] of [
      [used, "accepted"],
      [withdrawn, "withdrawn"],
      [declined, "declined"],
      [expired, "expired"],
    ] as const) {
      const before = await engagementsOf(other);
      expect(await acceptOffer(db(), other, token, AT)).toEqual({ outcome });
      expect(await engagementsOf(other)).toEqual(before);
      expect(await declineOffer(db(), token, null, NOW)).toBe(outcome);
      expect((await readOffer(db(), token, NOW))!.state).toBe(outcome);
    }
    // Of two who declined the trail names the one who was signed in; the link alone names nobody.
    await declineOffer(db(), await offer(firm), client.person, NOW);
    const said = await withTenant(db(), { organizationId: firm.organization.id }, (tx) =>
      tx.auditEvent.findMany({ where: { action: "engagement_offer.declined" }, orderBy: { at: "asc" }, select: { actorName: true, personId: true } }),
    );
    expect(said).toEqual([
      { actorName: "", personId: null },
      { actorName: client.person.name, personId: client.person.personId },
    ]);
    for (const guessed of [newToken(), "", "x", "\u0000", `${used}x`]) {
      expect(await readOffer(db(), guessed, NOW)).toBeNull();
      expect(await acceptOffer(db(), other, guessed, AT)).toEqual({ outcome: "not-found" });
      expect(await declineOffer(db(), guessed, null, NOW)).toBeNull();
    }
    expect(await engagementsOf(other)).toEqual([]);
  });

  it("is answered while its offer lasts: thirty days, and no longer than what is offered", async () => {
    await fresh();
    const [long, short] = [await offer(firm), await offer(firm, { endsOn: day(2) })];
    expect((await readOffer(db(), long, later(29.9)))!.state).toBe("open");
    expect((await readOffer(db(), long, later(30)))!.state).toBe("expired");
    expect((await readOffer(db(), short, later(1.9)))!.state).toBe("open");
    expect(await acceptOffer(db(), client, short, { ...AT, now: later(4) })).toEqual({ outcome: "expired" });
  });

  it("binds two organisations of two kinds: no consultancy engages itself, another consultancy, or a company a company", async () => {
    await fresh();
    const token = await offer(firm);
    const other = await makeConsultancy(db(), "Other firm");
    const company = await makeOrganization(db(), "Company");
    expect(await acceptOffer(db(), firm, token, AT)).toEqual({ outcome: "same-kind" });
    expect(await acceptOffer(db(), other, token, AT)).toEqual({ outcome: "same-kind" });
    expect(await acceptOffer(db(), company, await offer(client), AT)).toEqual({ outcome: "same-kind" });
    expect((await readOffer(db(), token, NOW))!.state).toBe("open");
    const itself = { consultancyId: firm.organization.id, scopes: ALL };
    await expect(withTenant(db(), { organizationId: firm.organization.id }, (tx) => tx.engagement.create({ data: itself }))).rejects.toThrow();
  });

  it("is agreed on by who may: read anew, so that a role lowered in mid-session is lowered here too", async () => {
    await fresh();
    const token = await offer(firm);
    for (const role of ["analyst", "respondent", "viewer"] as const) {
      const member = await makeMember(db(), client, role, { name: role });
      expect(await acceptOffer(db(), { ...member, actor: { kind: "member", role: "owner" } }, token, AT)).toEqual({ outcome: "not-allowed" });
      expect(await offerEngagement(db(), { ...member, actor: { kind: "member", role: "owner" } }, terms("a@example.com"), sending())).toBe("not-allowed");
    }
    const consultant = { ...client, memberId: null };
    expect(await acceptOffer(db(), consultant, token, AT)).toEqual({ outcome: "not-allowed" });
    expect(await managedOrganizations(db(), client.person, "company")).toEqual([{ slug: client.organization.slug, name: "Client" }]);
    expect(await managedOrganizations(db(), client.person, "consultancy")).toEqual([]);
  });

  it("is not agreed on with an organisation that waits to be erased", async () => {
    await fresh();
    const token = await offer(firm);
    const leave = (eraseAfter: Date | null) =>
      withTenant(db(), { organizationId: client.organization.id }, (tx) =>
        tx.organization.updateMany({ where: { id: client.organization.id }, data: { eraseAfter } }),
      );
    await leave(later(30));
    expect(await acceptOffer(db(), client, token, AT)).toEqual({ outcome: "leaving" });
    expect(await offerEngagement(db(), client, terms("a@example.com"), sending())).toBe("not-allowed");
    expect(await managedOrganizations(db(), client.person, "company")).toEqual([]);
    await leave(null);
    expect(await acceptOffer(db(), client, token, AT)).toMatchObject({ outcome: "engaged" });
  });

  it("that has ended lets a consultant with an open tab do nothing on the next request", async () => {
    for (const by of [() => client, () => firm]) {
      const id = await engaged();
      expect(await intoClient(firm)).toMatchObject({ actor: { kind: "consultant", scopes: ALL } });
      expect(await endEngagement(db(), by(), id, AT)).toBe("ended");
      expect(await intoClient(firm)).toBeNull();
      const seen = await withPerson(db(), firm.person, (tx) => tx.organization.findMany({ select: { name: true } }));
      expect(seen).toEqual([{ name: "Firm" }]);
      expect(await engagementsOf(client)).toEqual([]);
      expect(await engagementsOf(firm)).toEqual([]);
      // Once more, and by both at once: one end, one line in the trail.
      await Promise.all([endEngagement(db(), client, id, AT), endEngagement(db(), firm, id, AT)]);
      expect((await trail(client)).filter(({ action }) => action === "engagement.ended")).toHaveLength(1);
    }
  });

  it("is over after its last day", async () => {
    await engaged(ALL, day(3));
    expect(await intoClient(firm, later(3))).not.toBeNull();
    expect(await intoClient(firm, later(4))).toBeNull();
    expect(await engagementsOf(client, later(4))).toEqual([]);
    expect(await acceptOffer(db(), client, await offer(firm, {}, later(4)), { ...AT, now: later(4) })).toMatchObject({ outcome: "engaged" });
  });

  it("shows a client to who is assigned, and to no colleague", async () => {
    const engagementId = await engaged();
    const second = await makeMember(db(), firm, "owner", { name: "Second" });
    const assignment = { engagementId, memberId: second.memberId! };
    expect(await intoClient(second)).toBeNull();
    expect(await assignConsultant(db(), firm, assignment, NOW)).toBe(true);
    expect(await assignConsultant(db(), firm, assignment, NOW)).toBe(true);
    expect(await intoClient(second)).not.toBeNull();
    expect((await engagementsOf(client))[0]!.assigned.map(({ name }) => name)).toEqual([firm.person.name, "Second"]);
    expect(await unassignConsultant(db(), firm, assignment, NOW)).toBe(true);
    expect(await unassignConsultant(db(), firm, assignment, NOW)).toBe(true);
    expect(await intoClient(second)).toBeNull();
    const changes = (await trail(client)).filter(({ action }) => action.startsWith("engagement.consultant"));
    expect(changes.map(({ action }) => action)).toEqual(["engagement.consultant_assigned", "engagement.consultant_unassigned"]);
  });

  it("takes no foreign ids: another firm's engagement, another organisation's member, offer or engagement", async () => {
    const engagementId = await engaged();
    const [mine, myself] = [firm, client];
    const foreign = await makeConsultancy(db(), "Foreign firm");
    const token = await offer(mine);
    const offerId = (await readOffer(db(), token, NOW))!.id;
    expect(await assignConsultant(db(), foreign, { engagementId, memberId: foreign.memberId! }, NOW)).toBe(false);
    expect(await assignConsultant(db(), mine, { engagementId, memberId: foreign.memberId! }, NOW)).toBe(false);
    expect(await assignConsultant(db(), mine, { engagementId, memberId: myself.memberId! }, NOW)).toBe(false);
    expect(await unassignConsultant(db(), foreign, { engagementId, memberId: mine.memberId! }, NOW)).toBe(false);
    expect(await endEngagement(db(), foreign, engagementId, AT)).toBe("not-found");
    expect(await endEngagement(db(), await makeOrganization(db(), "Foreign"), engagementId, AT)).toBe("not-found");
    expect(await withdrawOffer(db(), foreign, offerId, NOW)).toBe("not-found");
    expect((await readOffer(db(), token, NOW))!.state).toBe("open");
    expect(await engagementsOf(mine)).toMatchObject([{ assigned: [{ memberId: mine.memberId }] }]);
    expect(await listOffers(db(), foreign, NOW)).toEqual([]);
  });

  it("is offered once to an address at a time, and so often a day", async () => {
    await fresh();
    expect(await offerEngagement(db(), firm, terms("a@example.com"), sending())).toBe("sent");
    expect(await offerEngagement(db(), firm, terms("a@example.com"), sending())).toBe("offered-already");
    const rest = Array.from({ length: MOST_OFFERS_A_DAY }, (_, n) => offerEngagement(db(), firm, terms(`n${n}@example.com`), sending()));
    expect((await Promise.all(rest)).filter((outcome) => outcome === "sent")).toHaveLength(MOST_OFFERS_A_DAY - 1);
    expect(await listOffers(db(), firm, NOW)).toHaveLength(MOST_OFFERS_A_DAY);
    expect(await offerEngagement(db(), firm, terms("next@example.com"), sending(later(1.1)))).toBe("sent");
  });

  it("leaves nothing half done where the process ends in the middle of an acceptance", async () => {
    await fresh();
    const token = await offer(firm);
    // The last thing an acceptance writes is the consultancy's trail: a session that is no id breaks it there.
    await expect(acceptOffer(db(), { ...client, person: { ...client.person, sessionId: "broken" } }, token, AT)).rejects.toThrow();
    expect((await readOffer(db(), token, NOW))!.state).toBe("open");
    expect(await engagementsOf(client)).toEqual([]);
    expect(await trail(client)).toEqual([]);
    expect(await acceptOffer(db(), client, token, AT)).toMatchObject({ outcome: "engaged" });
  });

  function terms(address: string) {
    return { address, scopes: ALL, endsOn: null };
  }
  function sending(now = NOW) {
    return { now, language: "en" as const, origin: "https://assess.example.com" };
  }
});
