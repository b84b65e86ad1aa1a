import { randomUUID } from "node:crypto";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withImport } from "../db/with-import.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import { newSlug } from "./create-organization.server.ts";
import { insertResponses } from "./insert-responses.server.ts";

/** Rows that are written by one statement. */
const AT_ONCE = 500;

/** Old ids to new ones. */
export type NewIds = ReadonlyMap<string, string>;

/**
 * Makes an organisation of a file that was read and checked (`readOrganizationFile`): all of it, in one transaction, with ids of its own,
 * so that the same file twice makes two organisations. Whoever brings it becomes its owner; the others of the file get no account and no
 * membership, but stand among the invitations, from where they can be asked.
 * @returns the slug of the organisation
 */
export async function importOrganization(db: Database, person: SignedIn, file: OrganizationFile, now: Date): Promise<string> {
  const id = randomUUID();
  const { createdAt: _, ...profile } = file.organization;
  const slug = newSlug(profile.name);
  await withImport(db, async ({ tx, enter }) => {
    await tx.assessmentVersion.createMany({
      data: file.assessments.map(({ hash, definition }) => ({ hash, slug: definition.slug, version: definition.version, definition })),
      skipDuplicates: true,
    });
    await enter(id);
    await tx.organization.createMany({ data: [{ id, slug, ...profile }] });
    await tx.member.createMany({ data: [{ personId: person.personId, role: "owner" }] });
    const ids: NewIds = new Map([...file.cycles, ...file.responses].map((entry) => [entry.id, randomUUID()]));
    await tx.cycle.createMany({
      data: file.cycles.map(({ id: old, assessment, slug: assessmentSlug, period, openedAt, openedBy, closedAt }) => ({
        ...{ id: ids.get(old)!, assessmentHash: assessment, assessmentSlug, period, openedAt, openedBy, closedAt },
      })),
    });
    await insertResponses(tx, file.responses, ids);
    await inviteLater(tx, person, file, now);
    await insertEvents(tx, file, ids);
    const detail = { exportedAt: file.exportedAt, responses: file.responses.length };
    await recordEvent(tx, { person, actsFor: null }, { action: "organization.imported", object: { kind: "organization", id, name: profile.name }, detail });
  });
  return slug;
}

/** The people of the file as invitations that were never sent and have run out: nobody gets a mail before somebody sends one again. */
async function inviteLater(tx: Transaction, person: SignedIn, { members }: OrganizationFile, now: Date): Promise<void> {
  const others = new Map(members.map((member) => [member.address.toLowerCase(), member]));
  others.delete(person.email.toLowerCase());
  const rows = [...others].map(([address, { role, respondentRole, workFunction }]) => ({
    ...{ address, openAddress: address, role, respondentRole, workFunction },
    ...{ tokenHash: tokenHash(newToken()), invitedBy: person.name, sentAt: now, sentCount: 0, expiresAt: now },
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE) await tx.invitation.createMany({ data: rows.slice(from, from + AT_ONCE) });
}

/** The trail of the file, as it says: with the names of who acted, and nobody of this installation's. What refers to rows that are not here refers to nothing. */
async function insertEvents(tx: Transaction, { events }: OrganizationFile, ids: NewIds): Promise<void> {
  const rows = events.map(({ actor, objectId, detail, ...event }) => ({
    ...{ ...event, actorName: actor, objectId: (objectId && ids.get(objectId)) ?? null },
    ...(detail ? { detail } : {}),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE) await tx.auditEvent.createMany({ data: rows.slice(from, from + AT_ONCE) });
}
