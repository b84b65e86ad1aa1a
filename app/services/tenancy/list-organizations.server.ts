import { type Role, roleSchema } from "#app/domain/access/can.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { IS_WHOLE } from "./being-erased.server.ts";

/** `role` is null where the person is a consultant and not a member. */
export type OwnOrganization = { slug: string; name: string; role: Role | null; isSynthetic: boolean };

/** The organisations a person has a way into, as a member or as a consultant whose engagement runs, by name. */
export async function listOrganizations(db: Database, person: { personId: string }, now: Date): Promise<OwnOrganization[]> {
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const organization = { select: { slug: true, name: true, isSynthetic: true } };
  return withPerson(db, person, async (tx) => {
    const members = await tx.member.findMany({ where: { personId: person.personId, organization: IS_WHOLE }, select: { role: true, organization } });
    const assignments = await tx.engagementAssignment.findMany({
      where: { personId: person.personId, engagement: { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: today } }], organization: IS_WHOLE } },
      select: { engagement: { select: { organization } } },
    });
    const found = new Map<string, OwnOrganization>();
    for (const { engagement } of assignments) found.set(engagement.organization.slug, { ...engagement.organization, role: null });
    for (const { role, organization: own } of members) found.set(own.slug, { ...own, role: roleSchema.parse(role) });
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
  });
}
