import type { Role } from "#app/domain/access/can.ts";
import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

export type Member = {
  id: string;
  personId: string;
  name: string;
  address: string;
  role: Role;
  respondentRole: RespondentRole | null;
  workFunction: WorkFunction | null;
  revision: number;
};

/** One member of an organisation; null for an id of none, and of another organisation's. */
export async function readMember(db: Database, { organization }: Access, id: string): Promise<(Member & { responses: number; assignments: number }) | null> {
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const member = await memberIn(tx, organization.id, id);
    if (!member) return null;
    const responses = await tx.response.count({ where: { organizationId: organization.id, memberId: id } });
    const assignments = await tx.engagementAssignment.count({ where: { consultancyId: organization.id, memberId: id } });
    return { ...member, responses, assignments };
  });
}

/** The same inside a door, without what they have done. */
export async function memberIn(tx: Transaction, organizationId: string, id: string): Promise<Member | null> {
  if (!isId(id)) return null;
  const found = await tx.member.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { id: true, personId: true, role: true, respondentRole: true, workFunction: true, revision: true, person: { select: { name: true, email: true } } },
  });
  if (!found) return null;
  const { person, ...member } = found;
  return { ...member, name: person.name, address: person.email } as Member;
}
