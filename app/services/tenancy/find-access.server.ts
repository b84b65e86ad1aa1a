import { type Actor, roleSchema, scopeSchema } from "#app/domain/access/can.ts";
import { database } from "../db/database-instance.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { isBeingErased } from "./being-erased.server.ts";

/** A signed-in person in one organisation. */
export type Access = {
  person: SignedIn;
  actor: Actor;
  organization: { id: string; slug: string; name: string; kind: "company" | "consultancy"; isSynthetic: boolean; eraseAfter: Date | null; timeZone: string };
  /** The person's membership; null for a consultant and an operator. */
  memberId: string | null;
  /** The firm a consultant acts for; null for everybody else. */
  actsFor: { consultancyId: string; consultancy: string; engagementId: string } | null;
};

const SLUG = /^[a-z0-9-]{1,64}$/;
const ORGANIZATION = { id: true, slug: true, name: true, kind: true, isSynthetic: true, eraseAfter: true, timeZone: true } as const;

/**
 * How a person comes into an organisation: as a member, as a consultant with an engagement that runs, or as an operator whom an owner
 * lets look inside. Read anew for every request, so that what was revoked ends with the next one. Null where they have no way in, and
 * for an organisation that is not.
 */
export async function findAccess(person: SignedIn, slug: string, now: Date): Promise<Access | null> {
  // What no organisation can be called does not reach the database, which would not take a NUL.
  if (!SLUG.test(slug)) return null;
  return (await findOwnAccess(person, slug, now)) ?? (person.isOperator ? findSupportAccess(person, slug, now) : null);
}

function findOwnAccess(person: SignedIn, slug: string, today: Date): Promise<Access | null> {
  return withPerson(database(), person, async (tx) => {
    const organization = await tx.organization.findUnique({ where: { slug }, select: ORGANIZATION });
    if (!organization || isBeingErased(organization)) return null;
    const shown = { ...organization, kind: organization.kind as Access["organization"]["kind"] };
    const member = await tx.member.findUnique({
      where: { organizationId_personId: { organizationId: organization.id, personId: person.personId } },
      select: { id: true, role: true },
    });
    if (member) return { person, actor: { kind: "member", role: roleSchema.parse(member.role) }, organization: shown, memberId: member.id, actsFor: null };
    const assignment = await tx.engagementAssignment.findFirst({
      where: {
        organizationId: organization.id,
        personId: person.personId,
        engagement: { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(today) } }] },
      },
      select: { engagementId: true, consultancyId: true, engagement: { select: { scopes: true, consultancy: { select: { name: true } } } } },
    });
    if (!assignment) return null;
    const { engagement, engagementId, consultancyId } = assignment;
    return {
      person,
      actor: { kind: "consultant", scopes: engagement.scopes.map((scope) => scopeSchema.parse(scope)) },
      organization: shown,
      memberId: null,
      actsFor: { consultancyId, consultancy: engagement.consultancy.name, engagementId },
    };
  });
}

/** Both in the database at this moment: that the person is an operator, and that an owner lets operators look. */
function findSupportAccess(person: SignedIn, slug: string, now: Date): Promise<Access | null> {
  return withOperator(database(), async (tx) => {
    const operator = await tx.person.findFirst({ where: { id: person.personId, operatorSince: { not: null } }, select: { id: true } });
    if (!operator) return null;
    const found = await tx.organization.findFirst({
      where: { slug, kind: { not: "nobody" }, supportAccessUntil: { gt: now } },
      select: { ...ORGANIZATION, supportAccessUntil: true },
    });
    if (!found?.supportAccessUntil || isBeingErased(found)) return null;
    const { supportAccessUntil: until, ...organization } = found;
    return {
      person,
      actor: { kind: "operator", until },
      organization: { ...organization, kind: organization.kind as Access["organization"]["kind"] },
      memberId: null,
      actsFor: null,
    };
  });
}

/** An engagement runs through its last day, in UTC. */
function startOfDay(now: Date): Date {
  return new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
}
