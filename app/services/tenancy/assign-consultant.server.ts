import { startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import { betweenTenants, type Enter } from "../db/between-tenants.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { type Named, recordOnBothSides } from "./engagement-sides.server.ts";
import type { Access } from "./find-access.server.ts";

export type Assignment = { engagementId: string; memberId: string };
type Found = { client: Named; consultancy: Named; member: { id: string; personId: string; name: string } };

/** Lets a member of a consultancy work for a client. False for an engagement that does not run, and for ids that are not the consultancy's. */
export async function assignConsultant(db: Database, access: Access, assignment: Assignment, now: Date): Promise<boolean> {
  return changeAssignment(db, access, assignment, now, async (tx, { client, member }) => {
    const { engagementId } = assignment;
    const row = { organizationId: client.id, engagementId, consultancyId: access.organization.id, memberId: member.id, personId: member.personId };
    const { count } = await tx.engagementAssignment.createMany({ data: [row], skipDuplicates: true });
    return count === 1 ? "engagement.consultant_assigned" : null;
  });
}

/** Takes a member off a client; they see nothing of it from the next request on. False as above. */
export async function unassignConsultant(db: Database, access: Access, assignment: Assignment, now: Date): Promise<boolean> {
  return changeAssignment(db, access, assignment, now, async (tx, { client, member }) => {
    const { count } = await tx.engagementAssignment.deleteMany({
      where: { organizationId: client.id, engagementId: assignment.engagementId, consultancyId: access.organization.id, memberId: member.id },
    });
    return count === 1 ? "engagement.consultant_unassigned" : null;
  });
}

/** `change` says what it did; null: it was so already, and there is nothing to write down. */
async function changeAssignment(
  db: Database,
  access: Access,
  assignment: Assignment,
  now: Date,
  change: (tx: Transaction, found: Found) => Promise<"engagement.consultant_assigned" | "engagement.consultant_unassigned" | null>,
): Promise<boolean> {
  return betweenTenants(db, {}, async (tx, enter) => {
    const found = await find(tx, enter, access, assignment, now);
    if (!found) return false;
    const action = await change(tx, found);
    const detail = { consultant: found.member.name };
    if (action) await recordOnBothSides(tx, enter, access, found, { action, engagementId: assignment.engagementId, detail });
    return true;
  });
}

async function find(tx: Transaction, enter: Enter, { organization }: Access, { engagementId, memberId }: Assignment, now: Date): Promise<Found | null> {
  await enter(organization.id);
  const engagement = await tx.engagement.findFirst({
    where: { id: engagementId, consultancyId: organization.id, endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(now) } }] },
    select: { organization: { select: { id: true, name: true, slug: true } } },
  });
  const member = await tx.member.findUnique({
    where: { organizationId_id: { organizationId: organization.id, id: memberId } },
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  if (!engagement || !member) return null;
  const { person, ...ids } = member;
  return { client: engagement.organization, consultancy: organization, member: { ...ids, name: person.name } };
}
