import { MAY_BE_FORGOTTEN } from "../cycles/stays-asked.server.ts";
import type { Erasure, Named } from "../db/with-erasure.server.ts";
import { responsesOfAddress } from "../responses/own-responses.server.ts";
import { takeWordsOut } from "../responses/take-words-out.server.ts";

/**
 * Takes a person's name and address out of the rows that name them without holding their id: in the organisations they belong to or
 * have ever done something in, and in those that have written to their address. There only the address goes: somebody else may have the name.
 */
export async function takeNameOut(erasure: Erasure, named: Named): Promise<void> {
  const { tx, nameAs, toOwn } = erasure;
  await toOwn();
  // Row-level security leaves only what is addressed to the person.
  const invitations = await tx.$queryRaw<{ id: string }[]>`DELETE FROM "invitation" RETURNING organization_id AS id`;
  const offers = await tx.$queryRaw<{ id: string }[]>`DELETE FROM "engagement_offer" RETURNING organization_id AS id`;
  const asked = await tx.$queryRaw<{ id: string }[]>`SELECT organization_id AS id FROM "respondent"`;
  for (const place of named.places) await takeOutOf(erasure, place, named.names, named.address);
  nameAs({ ...named, names: [named.address] });
  const wroteToThem = new Set([...invitations, ...offers, ...asked].map(({ id }) => id).filter((id) => !named.places.includes(id)));
  for (const place of [...wroteToThem].sort()) await takeOutOf(erasure, place, [named.address], named.address);
  nameAs(named);
}

async function takeOutOf({ tx, enter }: Erasure, organizationId: string, names: readonly string[], address: string): Promise<void> {
  await enter(organizationId);
  const called = [...names];
  const organization = await tx.organization.findUnique({ where: { id: organizationId }, select: { name: true } });
  // Whoever holds such a link still has to read who asks: from now on it is the organisation.
  const asker = (organization?.name ?? "").slice(0, 100);
  await tx.invitation.updateMany({ where: { organizationId, invitedBy: { in: called } }, data: { invitedBy: asker } });
  await tx.engagementOffer.updateMany({ where: { organizationId, offeredBy: { in: called } }, data: { offeredBy: asker } });
  await tx.engagement.updateMany({ where: { endedBy: { in: called } }, data: { endedBy: "" } });
  await tx.cycle.updateMany({ where: { organizationId, openedBy: { in: called } }, data: { openedBy: "" } });
  await tx.cycleSeries.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  await tx.openLink.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  // As with a member: what was not submitted goes, and the words; whether the address has answered stays counted.
  const theirs = await responsesOfAddress(tx, organizationId, address);
  await tx.response.deleteMany({ where: { ...theirs, submittedAt: null } });
  await takeWordsOut(tx, organizationId, theirs);
  await tx.response.updateMany({ where: { organizationId, respondent: { address: { equals: address, mode: "insensitive" } } }, data: { respondentId: null } });
  await tx.respondent.deleteMany({ where: { organizationId, hasAnswered: false, address: { in: called, mode: "insensitive" }, ...MAY_BE_FORGOTTEN } });
  await tx.respondent.updateMany({ where: { organizationId, address: { in: called, mode: "insensitive" } }, data: { address: null, linkHash: null } });
  await tx.consensusAnswer.updateMany({ where: { organizationId, setBy: { in: called } }, data: { setBy: "" } });
  await tx.evidence.updateMany({ where: { organizationId, addedBy: { in: called } }, data: { addedBy: "" } });
  await tx.milestone.updateMany({ where: { organizationId, addedBy: { in: called } }, data: { addedBy: "" } });
  await tx.scenario.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  await tx.roadmapAdoption.updateMany({ where: { organizationId, adoptedBy: { in: called } }, data: { adoptedBy: "" } });
  await tx.roadmapInitiative.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  await tx.roadmapStep.updateMany({ where: { organizationId, doneBy: { in: called } }, data: { doneBy: "" } });
  await tx.roadmapNote.updateMany({ where: { organizationId, writtenBy: { in: called } }, data: { writtenBy: "" } });
  await tx.roadmapAttachment.updateMany({ where: { organizationId, addedBy: { in: called } }, data: { addedBy: "" } });
  await tx.kpi.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  await tx.kpiReading.updateMany({ where: { organizationId, enteredBy: { in: called } }, data: { enteredBy: "" } });
  await tx.apiKey.updateMany({ where: { organizationId, createdBy: { in: called } }, data: { createdBy: "" } });
  await tx.auditEvent.updateMany({ where: { organizationId, objectName: { in: called } }, data: { objectName: null } });
  await tx.$executeRaw`UPDATE "audit_event" SET detail = app_without_erased_names(detail)
    WHERE organization_id = ${organizationId}::uuid AND app_without_erased_names(detail) <> detail`;
  // Those that tell of the person, and their own.
  await tx.$executeRaw`DELETE FROM "notification"`;
}
