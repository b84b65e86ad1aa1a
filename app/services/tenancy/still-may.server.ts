import { type Action, type Actor, can, goesOnWhileLeaving, scopeSchema } from "#app/domain/access/can.ts";
import { startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { Access } from "./find-access.server.ts";
import { lockOrganization } from "./lock-organization.server.ts";

/**
 * Whether who acts may do something as things stand once the organisation is held: a role that was lowered or an engagement that ended
 * while this waited counts no more. The organisation stays held until the transaction ends.
 */
export async function stillMay(tx: Transaction, access: Access, action: Action, now: Date): Promise<boolean> {
  const { actor, isLeaving } = await lockOrganization(tx, access);
  const acting = actor ?? (await consultantIn(tx, access, now));
  return acting !== null && can(acting, action) && (!isLeaving || goesOnWhileLeaving(action));
}

async function consultantIn(tx: Transaction, { organization, person, actsFor }: Access, now: Date): Promise<Actor | null> {
  if (!actsFor) return null;
  const engagement = await tx.engagement.findFirst({
    where: {
      organizationId: organization.id,
      id: actsFor.engagementId,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(now) } }],
      assignments: { some: { personId: person.personId } },
    },
    select: { scopes: true },
  });
  return engagement && { kind: "consultant", scopes: engagement.scopes.map((scope) => scopeSchema.parse(scope)) };
}
