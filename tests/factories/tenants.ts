import { randomUUID } from "node:crypto";
import { type Role, ROLES } from "#app/domain/access/can.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { SignedIn } from "#app/services/identity/signed-in-person.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makePerson, type PersonSettings } from "./session-cookie.ts";

/** Somebody who is signed in; the session is in no table. */
export async function makeSignedIn(db: Database, settings: PersonSettings = {}): Promise<SignedIn> {
  return { ...(await makePerson(db, settings)), sessionId: randomUUID(), isOperator: settings.operator ?? false };
}

/** An organisation with its owner, as that one comes into it. */
export async function makeOrganization(db: Database, name = "Northern Ferries", settings: PersonSettings = {}): Promise<Access> {
  const person = await makeSignedIn(db, settings);
  const slug = (await createOrganization(db, person, { name, kind: "company", industry: null, sizeBand: null, region: null, once: randomUUID() }))!;
  return accessTo(db, person, slug);
}

/** A new member of an organisation, as they come into it. */
export async function makeMember(db: Database, { organization }: Access, role: Role, settings: PersonSettings = {}): Promise<Access> {
  const person = await makeSignedIn(db, settings);
  await withTenant(db, { organizationId: organization.id }, (tx) => tx.member.createMany({ data: [{ personId: person.personId, role }] }));
  return accessTo(db, person, organization.slug);
}

/** How a member comes into an organisation of theirs. */
export async function accessTo(db: Database, person: SignedIn, slug: string): Promise<Access> {
  const { id } = await withPerson(db, person, (tx) => tx.organization.findUniqueOrThrow({ where: { slug }, select: { id: true } }));
  return withTenant(db, { organizationId: id }, async (tx) => {
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id },
      select: { id: true, slug: true, name: true, kind: true, isSynthetic: true, eraseAfter: true, timeZone: true },
    });
    const member = await tx.member.findUniqueOrThrow({ where: { organizationId_personId: { organizationId: id, personId: person.personId } } });
    const role = ROLES.find((known) => known === member.role)!;
    return { person, actor: { kind: "member", role }, organization: organization as Access["organization"], memberId: member.id, actsFor: null };
  });
}
