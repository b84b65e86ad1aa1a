import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { acceptInvitation } from "#app/services/tenancy/accept-invitation.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { findInvitation } from "#app/services/tenancy/find-invitation.server.ts";
import { invitePeople, MOST_A_DAY } from "#app/services/tenancy/invite-people.server.ts";
import { listInvitations } from "#app/services/tenancy/list-invitations.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { resendInvitation } from "#app/services/tenancy/resend-invitation.server.ts";
import { sendInvitations } from "#app/services/tenancy/send-invitations.server.ts";
import { withdrawInvitation } from "#app/services/tenancy/withdraw-invitation.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization, makeSignedIn } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date("2027-01-15T12:00:00Z");
const DAY_MS = 24 * 3600 * 1000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const sending = (now = NOW) => ({ origin: "https://pinhigh.example", language: "en", now }) as const;
const AS = { role: "analyst", respondentRole: "manager", workFunction: "sales" } as const;
const databases = await testDatabases();

describe.each(databases)("an invitation, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const address = () => `invited-${randomUUID()}@example.com`;
  /** The token of the latest mail to an address. */
  async function tokenTo(to: string): Promise<string> {
    const mails = await db().mail.findMany({ where: { address: to, kind: "invitation" }, orderBy: { id: "asc" } });
    return (mails.at(-1)!.values as { link: string }).link.slice("https://pinhigh.example/invitations/".length);
  }
  async function invited(owner: Access, to = address(), now = NOW): Promise<{ address: string; token: string; id: string }> {
    expect(await invitePeople(db(), owner, { ...AS, addresses: [to] }, sending(now))).toEqual({ kind: "sent", count: 1 });
    const { id } = await within(owner, (tx) => tx.invitation.findFirstOrThrow({ where: { openAddress: to }, select: { id: true } }));
    return { address: to, token: await tokenTo(to), id };
  }
  const members = (owner: Access) => within(owner, (tx) => tx.member.count());

  it("goes out by mail with a link that the database alone does not know, to several at once, and says who invites to what", async () => {
    const owner = await makeOrganization(db(), "Inviting Ltd", { name: "Maria" });
    const [one, two] = [address(), address()];
    expect(await invitePeople(db(), owner, { ...AS, addresses: [one, two] }, sending())).toEqual({ kind: "sent", count: 2 });
    const token = await tokenTo(one);
    expect(token).toMatch(/^[\w-]{30}$/);
    expect(await findInvitation(db(), token, NOW)).toMatchObject({
      organization: { name: "Inviting Ltd" },
      address: one,
      role: "analyst",
      invitedBy: "Maria",
      closed: null,
    });
    const rows = JSON.stringify(await within(owner, async (tx) => [await tx.invitation.findMany(), await tx.auditEvent.findMany()]));
    expect(rows).not.toContain(token);
    expect(rows).toContain(tokenHash(token));
    expect((await listInvitations(db(), owner, { q: "", page: 1 })).rows.map((row) => row.address).sort()).toEqual([one, two].sort());
    expect((await listInvitations(db(), owner, { q: one.slice(0, 20), page: 1 })).rows.map((row) => row.address)).toEqual([one]);
  });

  it("makes whoever has the address a member, as it says, once", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address, name: "Anna" });
    expect(await acceptInvitation(db(), person, invitation.token, NOW)).toEqual({ kind: "joined", slug: owner.organization.slug });
    const member = await within(owner, (tx) => tx.member.findFirst({ where: { personId: person.personId } }));
    expect(member).toMatchObject(AS);
    expect((await listInvitations(db(), owner, { q: "", page: 1 })).total).toBe(0);
    const event = await within(owner, (tx) => tx.auditEvent.findFirst({ where: { action: "member.joined" } }));
    expect(event).toMatchObject({ actorName: "Anna", personId: person.personId, objectId: member!.id });
    expect((await findInvitation(db(), invitation.token, NOW))!.closed).toBe("accepted");
  });

  it("accepted fifty times at once makes one member, and one line in the trail", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => acceptInvitation(db(), person, invitation.token, NOW)));
    expect(outcomes.filter(({ kind }) => kind === "joined")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "already-a-member")).toHaveLength(49);
    expect(await members(owner)).toBe(2);
    expect(await within(owner, (tx) => tx.auditEvent.count({ where: { action: "member.joined" } }))).toBe(1);
  });

  it("is for the invited address alone, confirmed, however it is written", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    expect(await acceptInvitation(db(), await makeSignedIn(db()), invitation.token, NOW)).toEqual({ kind: "other-address" });
    const unverified = await makeSignedIn(db(), { email: invitation.address, verified: false });
    expect(await acceptInvitation(db(), unverified, invitation.token, NOW)).toEqual({ kind: "unverified" });
    // What the session says of the address counts for nothing.
    const liar = { ...(await makeSignedIn(db())), email: invitation.address };
    expect(await acceptInvitation(db(), liar, invitation.token, NOW)).toEqual({ kind: "other-address" });
    expect(await members(owner)).toBe(1);
    await db().person.update({ where: { id: unverified.personId }, data: { emailVerified: true, email: invitation.address.toUpperCase() } });
    expect(await acceptInvitation(db(), unverified, invitation.token, NOW)).toMatchObject({ kind: "joined" });
  });

  it("expires after fourteen days, to the moment; sent again it has a link of its own, and the old one is dead", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address });
    expect((await findInvitation(db(), invitation.token, new Date(later(14).getTime() - 1)))!.closed).toBeNull();
    expect((await findInvitation(db(), invitation.token, later(14)))!.closed).toBe("expired");
    expect(await acceptInvitation(db(), person, invitation.token, later(14))).toEqual({ kind: "expired" });
    expect(await resendInvitation(db(), owner, invitation.id, sending(later(20)))).toBe("done");
    const renewed = await tokenTo(invitation.address);
    expect(renewed).not.toBe(invitation.token);
    expect(await findInvitation(db(), invitation.token, later(20))).toBeNull();
    expect(await acceptInvitation(db(), person, invitation.token, later(20))).toEqual({ kind: "unknown" });
    expect(await acceptInvitation(db(), person, renewed, later(33))).toMatchObject({ kind: "joined" });
    expect(await resendInvitation(db(), owner, invitation.id, sending(later(34)))).toBe("not-open");
  });

  it("that has expired makes room for a new one to the same address", async () => {
    const owner = await makeOrganization(db());
    const first = await invited(owner);
    const second = await invited(owner, first.address, later(15));
    expect((await findInvitation(db(), first.token, later(15)))!.closed).toBe("expired");
    expect((await findInvitation(db(), second.token, later(15)))!.closed).toBeNull();
    expect((await listInvitations(db(), owner, { q: "", page: 1 })).total).toBe(1);
  });

  it("that was withdrawn opens nothing; withdrawn and accepted at once, one of the two holds", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address });
    expect(await withdrawInvitation(db(), owner, invitation.id, NOW)).toBe("done");
    expect(await withdrawInvitation(db(), owner, invitation.id, NOW)).toBe("not-open");
    expect(await acceptInvitation(db(), person, invitation.token, NOW)).toEqual({ kind: "withdrawn" });
    for (let i = 0; i < 10; i++) {
      const again = await invited(owner);
      const newcomer = await makeSignedIn(db(), { email: again.address });
      const [accepted, withdrawn] = await Promise.all([acceptInvitation(db(), newcomer, again.token, NOW), withdrawInvitation(db(), owner, again.id, NOW)]);
      expect([accepted.kind, withdrawn]).toEqual(accepted.kind === "joined" ? ["joined", "not-open"] : ["withdrawn", "done"]);
    }
  });

  it("is not sent to members, nor twice while it is open, also not by twenty clicks at once; the page says to whom", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "viewer");
    const to = address();
    const send = (addresses: string) =>
      sendInvitations(db(), owner, { intent: "invite", addresses, role: "viewer", respondentRole: "", workFunction: "" }, sending(), english);
    expect(await send(`${to}, ${member.person.email}`)).toEqual({
      problems: [
        { field: "addresses", message: `${member.person.email} belongs to the organisation already. Nothing has been sent yet; take the address out.` },
      ],
    });
    expect(await db().mail.count({ where: { address: to } })).toBe(0);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => send(to)));
    expect(outcomes.filter((outcome) => !outcome.problems)).toEqual([{ count: 1 }]);
    expect(await db().mail.count({ where: { address: to } })).toBe(1);
    expect((await send(to)).problems![0]!.message).toContain(`${to} has an open invitation already.`);
  });

  it("whose address became a member's by another way joins nobody twice", async () => {
    const owner = await makeOrganization(db());
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address });
    await within(owner, (tx) => tx.member.createMany({ data: [{ personId: person.personId, role: "viewer" }] }));
    expect(await acceptInvitation(db(), person, invitation.token, NOW)).toEqual({ kind: "already-a-member", slug: owner.organization.slug });
    expect(await within(owner, (tx) => tx.member.findMany({ where: { personId: person.personId } }))).toMatchObject([{ role: "viewer" }]);
  });

  it("of another organisation cannot be sent again, withdrawn or listed; nor one for an owner by an admin", async () => {
    const [owner, other] = [await makeOrganization(db()), await makeOrganization(db())];
    const invitation = await invited(owner);
    for (const id of [invitation.id, randomUUID()]) {
      expect(await resendInvitation(db(), other, id, sending())).toBe("not-found");
      expect(await withdrawInvitation(db(), other, id, NOW)).toBe("not-found");
    }
    expect((await listInvitations(db(), other, { q: "", page: 1 })).rows).toEqual([]);
    const admin = await makeMember(db(), owner, "admin");
    await within(owner, (tx) => tx.invitation.updateMany({ data: { role: "owner" } }));
    expect(await resendInvitation(db(), admin, invitation.id, sending())).toBe("not-allowed");
    expect(await withdrawInvitation(db(), admin, invitation.id, NOW)).toBe("not-allowed");
    expect((await findInvitation(db(), invitation.token, NOW))!.closed).toBeNull();
  });

  it("goes to so many a day and no more, and to one address so often", async () => {
    const owner = await makeOrganization(db());
    const some = (count: number) => Array.from({ length: count }, () => address());
    await within(owner, (tx) =>
      tx.invitation.createMany({
        data: some(MOST_A_DAY - 1).map((to) => ({
          address: to,
          openAddress: to,
          role: "viewer",
          tokenHash: tokenHash(to),
          invitedBy: "x",
          sentAt: NOW,
          expiresAt: later(14),
        })),
      }),
    );
    expect(await invitePeople(db(), owner, { ...AS, addresses: some(2) }, sending())).toEqual({ kind: "too-many" });
    const { id } = await invited(owner);
    expect(await invitePeople(db(), owner, { ...AS, addresses: some(1) }, sending(later(0.99)))).toEqual({ kind: "too-many" });
    expect(await invitePeople(db(), owner, { ...AS, addresses: some(1) }, sending(later(1)))).toMatchObject({ kind: "sent" });
    const outcomes = [];
    for (let i = 0; i < 10; i++) outcomes.push(await resendInvitation(db(), owner, id, sending()));
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => "done"), "too-many"]);
  });

  it("to an organisation that is about to be erased waits, and says so", async () => {
    const owner = await makeOrganization(db(), "Leaving Ltd");
    const invitation = await invited(owner);
    const person = await makeSignedIn(db(), { email: invitation.address });
    await planDeletion(db(), owner, "Leaving Ltd", sending());
    expect(await acceptInvitation(db(), person, invitation.token, NOW)).toEqual({ kind: "leaving" });
    expect(await members(owner)).toBe(1);
  });

  it("is not found by anything but its token", async () => {
    const owner = await makeOrganization(db());
    const { token } = await invited(owner);
    for (const wrong of ["", "x", token.slice(1), token.toUpperCase(), tokenHash(token), `${token}'`, "\u0001"])
      expect(await findInvitation(db(), wrong, NOW)).toBeNull();
  });
});
