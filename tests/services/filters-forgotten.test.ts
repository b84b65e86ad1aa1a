import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditWishes } from "#app/domain/tenancy/audit-query.ts";
import { exportEvents } from "#app/services/audit/export-events.server.ts";
import { listEvents } from "#app/services/audit/list-events.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";
import { countUnread } from "#app/services/notifications/count-unread.server.ts";
import { listNotifications } from "#app/services/notifications/list-notifications.server.ts";
import { changeProfile } from "#app/services/tenancy/change-profile.server.ts";
import { exportMembers } from "#app/services/tenancy/export-members.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import { listClients } from "#app/services/tenancy/list-clients.server.ts";
import { listEngagements } from "#app/services/tenancy/list-engagements.server.ts";
import { listInvitations } from "#app/services/tenancy/list-invitations.server.ts";
import { exportCycles } from "#app/services/cycles/export-cycles.server.ts";
import { listCycles } from "#app/services/cycles/list-cycles.server.ts";
import { addPeople } from "#app/services/cycles/add-people.server.ts";
import { changeClosing } from "#app/services/cycles/change-closing.server.ts";
import { changeOpenLink } from "#app/services/cycles/change-open-link.server.ts";
import { endSeries } from "#app/services/cycles/end-series.server.ts";
import { openCycle } from "#app/services/cycles/open-cycle.server.ts";
import { remindNow } from "#app/services/cycles/remind-now.server.ts";
import { reopenCycle } from "#app/services/cycles/reopen-cycle.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { readStanding } from "#app/services/cycles/read-standing.server.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { claimingOrganizations } from "#app/services/results/claiming-organizations.server.ts";
import { exportResults } from "#app/services/results/export-results.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { readResult } from "#app/services/results/read-result.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { listMembers } from "#app/services/tenancy/list-members.server.ts";
import { listOffers } from "#app/services/tenancy/list-offers.server.ts";
import { listOrganizations } from "#app/services/tenancy/list-organizations.server.ts";
import { managedOrganizations } from "#app/services/tenancy/managed-organizations.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { readMember } from "#app/services/tenancy/read-member.server.ts";
import { readProfile } from "#app/services/tenancy/read-profile.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { transferOwnership } from "#app/services/tenancy/transfer-ownership.server.ts";
import { undoDeletion } from "#app/services/tenancy/undo-deletion.server.ts";
import { withdrawInvitation } from "#app/services/tenancy/withdraw-invitation.server.ts";
import { ALL_CYCLES, ALL_RESULTS } from "../factories/list-queries.ts";
import { english } from "../factories/english.ts";
import { TENANT_TABLES } from "../factories/random-tenants.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { type TwoViews, viewsOf } from "../setup/without-filters.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const views = await viewsOf();
const now = new Date();
const sending = { origin: "https://assess.example.com", language: "en", now } as const;
const ALL: AuditWishes = { q: "", since: null, before: null, after: null };

describe.each(views)("with the application's own filters forgotten, on $name", ({ open }) => {
  const word = `secret${randomBytes(8).toString("hex")}`;
  let database: TwoViews;
  let own: Access;
  let foreign: Access;
  let spare: string;
  let invitation: string;
  let cycle: string;
  let response: string;
  beforeAll(async () => {
    database = await open();
    const { whole, forgetful } = database;
    bindDatabase({ client: forgetful } as OpenDatabase);
    foreign = await makeOrganization(whole, `Foreign ${word}`, { name: `Owner ${word}` });
    spare = (await makeMember(whole, foreign, "admin", { name: `Spare ${word}` })).memberId!;
    await invitePeople(whole, foreign, { addresses: [`${word}@example.com`], role: "viewer", respondentRole: null, workFunction: null }, sending);
    invitation = (await asOwner(whole, (tx) => tx.invitation.findFirstOrThrow({ where: { organizationId: foreign.organization.id } }))).id;
    bindCatalog(catalog);
    bindSessionSecret(word);
    await storeVersions(whole, catalog);
    const opened = await openCycle(whole, foreign, { assessment: catalog.assessments[0]!, period: "2027-Q1" }, { ...sending, secret: word });
    cycle = "id" in opened ? opened.id : "";
    const begun = await answerInCycle(whole, foreign, cycle, { secret: word, now });
    await submitResponse(whole, "takeToken" in begun ? begun.takeToken : "", []);
    response = (await asOwner(whole, (tx) => tx.response.findFirstOrThrow({ where: { organizationId: foreign.organization.id } }))).id;
    own = await makeOrganization(whole, "Own", { name: "Owner" });
    await makeMember(whole, own, "viewer", { name: "Viewer" });
    await invitePeople(whole, own, { addresses: ["own@example.com"], role: "viewer", respondentRole: null, workFunction: null }, sending);
  });
  afterAll(() => database.drop());

  it("they are: whoever passes the policies sees both", async () => {
    const named = await asOwner(database.forgetful, (tx) =>
      tx.member.findMany({ where: { organizationId: own.organization.id }, select: { organizationId: true } }),
    );
    expect(new Set(named.map(({ organizationId }) => organizationId))).toEqual(new Set([own.organization.id, foreign.organization.id]));
  });

  it("no use case that reads gives anything of another organisation", async () => {
    const before = database.forgotten();
    const db = database.forgetful;
    const person = own.person;
    const read: unknown[] = [
      await listMembers(db, own, { q: "", sort: "name" }),
      await listMembers(db, own, { q: word, sort: "name" }),
      await exportMembers(db, own, english),
      await readMember(db, own, spare),
      await readProfile(db, own),
      await listInvitations(db, own, { q: "", page: 1 }),
      await listEvents(db, own, ALL, english, 100),
      await listEngagements(db, own, { q: "", page: 1 }, now),
      await listOffers(db, own, now),
      await listOrganizations(db, person, now),
      await managedOrganizations(db, person, "company"),
      await listClients(db, person, { q: "", sort: "name", page: 1 }, now),
      await listNotifications(db, person, 1, english),
      await countUnread(db, person),
      await listCycles(db, own, ALL_CYCLES, { language: "en", now: new Date() }),
      await exportCycles(db, own, ALL_CYCLES, english, new Date()),
      await readCycle(db, own, cycle, now),
      await readStanding(db, own, new Date()),
      await listResults(db, own, ALL_RESULTS),
      await exportResults(db, own, ALL_RESULTS, english, { isTaken: true }),
      await readResult(db, own, response, now, "en"),
      await claimingOrganizations(db, person),
      await findAccess(person, own.organization.slug, now),
      await findAccess(person, foreign.organization.slug, now),
    ];
    for await (const piece of exportEvents(db, own, ALL, english)) read.push(piece);
    const said = JSON.stringify(read);
    expect(said).toContain("own@example.com");
    expect(said).not.toContain(word);
    expect(said).not.toContain(foreign.organization.id);
    expect(database.forgotten() - before).toBeGreaterThan(8);
  });

  it("no use case that writes changes anything of another organisation", async () => {
    const before = await asOwner(database.whole, foreignRows);
    const db = database.forgetful;
    expect(cycle).not.toBe("");
    const profile = { name: "Taken", industry: null, sizeBand: null, region: null, timeZone: "UTC", revision: 1 };
    const changing = { ...sending, secret: word };
    const writes = [
      () => changeProfile(db, own, profile),
      () => withdrawInvitation(db, own, invitation, now),
      () => removeMember(db, own, spare),
      () => transferOwnership(db, own, spare, "en"),
      () => planDeletion(db, own, "Taken", sending),
      () => undoDeletion(db, own),
      () => closeCycle(db, own, cycle, sending),
      () => answerInCycle(db, own, cycle, { secret: word, now }),
      () => remindNow(db, own, cycle, changing),
      () => changeClosing(db, own, cycle, { revision: 1, closesAt: null }, changing),
      () => changeOpenLink(db, own, cycle, new Date(now.getTime() + 86_400_000), changing),
      () => addPeople(db, own, cycle, { addresses: ["other@example.com"], respondentRole: null, workFunction: null, language: "en" }, changing),
      () => endSeries(db, own, cycle, changing),
      () => reopenCycle(db, own, cycle, { revision: 1, reason: "Why not", closesAt: null }, changing),
    ];
    // What each says does not matter here, nor whether it fails: only what stands afterwards.
    for (const write of writes) await write().catch(() => undefined);
    expect(await asOwner(database.whole, foreignRows)).toEqual(before);
  });

  async function foreignRows(tx: Transaction): Promise<string[]> {
    const parts = TENANT_TABLES.map((table) => `SELECT '${table} ' || to_jsonb(t)::text AS row FROM "${table}" t`);
    const rows = await tx.$queryRawUnsafe<{ row: string }[]>(parts.join(" UNION ALL "));
    return rows
      .map(({ row }) => row)
      .filter((row) => row.includes(foreign.organization.id))
      .sort();
  }
});
