import type { Erasure, Named } from "../db/with-erasure.server.ts";

/**
 * Takes a person's name and address out of the rows that name them without holding their id: in the organisations they belong to or
 * have ever done something in, and where something is addressed to them.
 */
export async function takeNameOut({ tx, enter, toOwn }: Erasure, { names, places }: Named): Promise<void> {
  await toOwn();
  // Row-level security leaves only what is addressed to the person.
  await tx.$executeRaw`DELETE FROM "invitation"`;
  await tx.$executeRaw`DELETE FROM "engagement_offer"`;
  for (const organizationId of places) {
    await enter(organizationId);
    const called = [...names];
    const organization = await tx.organization.findUnique({ where: { id: organizationId }, select: { name: true } });
    // Whoever holds such a link still has to read who asks: from now on it is the organisation.
    const asker = (organization?.name ?? "").slice(0, 100);
    await tx.invitation.updateMany({ where: { organizationId, invitedBy: { in: called } }, data: { invitedBy: asker } });
    await tx.engagementOffer.updateMany({ where: { organizationId, offeredBy: { in: called } }, data: { offeredBy: asker } });
    await tx.engagement.updateMany({ where: { endedBy: { in: called } }, data: { endedBy: "" } });
    await tx.cycle.updateMany({ where: { organizationId, openedBy: { in: called } }, data: { openedBy: "" } });
    await tx.auditEvent.updateMany({ where: { organizationId, objectName: { in: called } }, data: { objectName: null } });
    await tx.$executeRaw`UPDATE "audit_event" SET detail = app_without_erased_names(detail) WHERE organization_id = ${organizationId}::uuid AND app_without_erased_names(detail) <> detail`;
    // Those that tell of the person, and their own.
    await tx.$executeRaw`DELETE FROM "notification"`;
  }
}
