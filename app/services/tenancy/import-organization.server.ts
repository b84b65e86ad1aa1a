import { randomUUID } from "node:crypto";
import { setImmediate as letOthers } from "node:timers/promises";
import type { Prisma } from "@prisma/client";
import type { EventEntry } from "#app/domain/export/organization-file.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { removeUnusedVersions } from "../content/remove-unused-versions.server.ts";
import { weightColumns } from "../cycles/weight-columns.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { BroughtFile } from "../exports/read-organization-file.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { newToken, tokenHash } from "../responses/respondent-token.server.ts";
import { BEING_ERASED } from "./being-erased.server.ts";
import { askForMissingChanges, insertChanges } from "./change-entries.server.ts";
import { newSlug } from "./create-organization.server.ts";
import { cutPortions } from "./cut-portions.server.ts";
import { eraseOrganization } from "./erase-organization.server.ts";
import { insertKpis } from "./insert-kpis.server.ts";
import { insertResponses } from "./insert-responses.server.ts";
import { insertRoadmap } from "./roadmap-entries.server.ts";
import { askForMissingResults, insertTeamEntries } from "./team-entries.server.ts";

/** Rows that one transaction writes: on the embedded database everybody waits for it. */
const AT_ONCE = 500;
/** Whole assessments are large. */
const ASSESSMENTS_AT_ONCE = 10;
/** Within it an import is done; what is left of one whose process died goes with the tidying after that. */
const HOUR_MS = 3600 * 1000;
/** Characters of a detail that count as a row. */
const LONG_DETAIL = 1_000;

/** Old ids to new ones. */
export type NewIds = ReadonlyMap<string, string>;
/** Writes a list into the organisation that is being made, in short transactions between which others have their turn. */
export type WriteInPortions = <Entry>(
  entries: readonly Entry[],
  insert: (tx: Transaction, portion: Entry[]) => Promise<unknown>,
  weightOf?: (entry: Entry) => number,
) => Promise<void>;

/**
 * Makes an organisation of a file that was read and checked (`readOrganizationFile`), with ids of its own, so that the same file twice
 * makes two organisations. Whoever brings it becomes its owner; the others of the file get no account and no membership, but stand
 * among the invitations, from where they can be asked. Until all of it is there it has no member and is to be erased within the hour.
 * @returns the slug of the organisation
 * @throws what went wrong, after nothing is left of it
 */
export async function importOrganization(db: Database, person: SignedIn, file: BroughtFile, now: Date): Promise<string> {
  const id = randomUUID();
  const slug = newSlug(file.organization.name);
  const stored: string[] = [];
  try {
    await storeAssessments(db, file, stored);
    await fillOrganization(db, person, file, now, { id, slug });
    await withTenant(db, { organizationId: id }, (tx) => handOver(tx, person, file, id));
  } catch (error) {
    // Where that fails too, the tidying does it.
    await eraseUnfinished(db, id).catch(() => undefined);
    await removeUnusedVersions(db, stored).catch(() => undefined);
    throw error;
  }
  return slug;
}

/** @param stored is given the hashes of those that were not here before */
async function storeAssessments(db: Database, { assessments }: BroughtFile, stored: string[]): Promise<void> {
  for (const portion of cutPortions(assessments, ASSESSMENTS_AT_ONCE)) {
    await letOthers();
    const made = await db.assessmentVersion.createManyAndReturn({
      data: portion.map(({ hash, definition }) => ({ hash, slug: definition.slug, version: definition.version, definition, isBrought: true })),
      skipDuplicates: true,
      select: { hash: true },
    });
    stored.push(...made.map(({ hash }) => hash));
  }
}

async function fillOrganization(db: Database, person: SignedIn, file: BroughtFile, now: Date, { id, slug }: { id: string; slug: string }): Promise<void> {
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => withTenant(db, { organizationId: id }, work);
  const write: WriteInPortions = async (entries, insert, weightOf) => {
    for (const portion of cutPortions(entries, AT_ONCE, weightOf)) {
      await letOthers();
      await inside((tx) => insert(tx, portion));
    }
  };
  const { createdAt: _, ...profile } = file.organization;
  await inside((tx) => tx.organization.createMany({ data: [{ id, slug, ...profile, eraseAfter: new Date(now.getTime() + HOUR_MS) }] }));
  const ids: NewIds = new Map(
    [...file.cycles, ...file.responses, ...file.kpis, ...file.initiatives, ...file.scenarios].map((entry) => [entry.id, randomUUID()]),
  );
  await write(file.cycles, (tx, portion) =>
    tx.cycle.createMany({
      data: portion.map(({ id: old, assessment, slug: assessmentSlug, period, openedAt, openedBy, opensAt, closesAt, closedAt, isAnonymous, roleWeights }) => ({
        ...{ id: ids.get(old)!, assessmentHash: assessment, assessmentSlug, period, openedAt, openedBy, opensAt, closesAt, closedAt, isAnonymous },
        ...weightColumns(roleWeights),
        // Nobody is written to.
        hasInvited: true,
      })),
    }),
  );
  await insertKpis(write, file, ids);
  await insertResponses(write, file, ids);
  await insertTeamEntries(write, file, ids);
  await insertChanges(write, file, ids);
  await write(broughtEvidence(file, now), (tx, data) => tx.evidence.createMany({ data }));
  // After the results: the job runner plans what waits as soon as it is there.
  await insertRoadmap(write, file, ids);
  await write(laterInvitations(person, file, now), (tx, data) => tx.invitation.createMany({ data }));
  await write(
    file.events,
    (tx, portion) => tx.auditEvent.createMany({ data: portion.map((event) => eventRow(event, ids, now)) }),
    ({ detail }) => 1 + Math.floor(JSON.stringify(detail).length / LONG_DETAIL),
  );
}

/** The last step: from here on it is there, and somebody's. */
async function handOver(tx: Transaction, person: SignedIn, file: BroughtFile, id: string): Promise<void> {
  const { count } = await tx.organization.updateMany({ where: { id, eraseAfter: { gt: BEING_ERASED } }, data: { eraseAfter: null } });
  if (count !== 1) throw new Error("The organisation was erased before its import was done.");
  await tx.member.createMany({ data: [{ personId: person.personId, role: "owner" }] });
  await askForMissingResults(tx, id);
  await askForMissingChanges(tx, id);
  const { name } = file.organization;
  const { linksLeftOut } = file;
  const detail = {
    ...{ exportedAt: file.exportedAt, responses: file.responses.length, ...(linksLeftOut > 0 ? { linksLeftOut } : {}) },
    filesLeftOut: [...file.evidence, ...file.initiatives.flatMap(({ attachments }) => attachments)].filter((of) => of.file !== null).length,
  };
  await recordEvent(tx, { person, actsFor: null }, { action: "organization.imported", object: { kind: "organization", id, name }, detail });
}

/** One that was handed over stays, also where only the answer to that was lost. */
async function eraseUnfinished(db: Database, id: string): Promise<void> {
  await withTenant(db, { organizationId: id }, (tx) =>
    tx.organization.updateMany({ where: { id, eraseAfter: { not: null } }, data: { eraseAfter: BEING_ERASED } }),
  );
  await eraseOrganization(db, id);
}

/** The people of the file as invitations that were never sent and have run out: nobody gets a mail before somebody sends one again. */
function laterInvitations(person: SignedIn, { members }: BroughtFile, now: Date): Prisma.InvitationCreateManyInput[] {
  const others = new Map(members.map((member) => [member.address.toLowerCase(), member]));
  others.delete(person.email.toLowerCase());
  return [...others].map(([address, { role, respondentRole, workFunction }]) => ({
    ...{ address, openAddress: address, role, respondentRole, workFunction },
    ...{ tokenHash: tokenHash(newToken()), invitedBy: person.name, sentAt: now, sentCount: 0, expiresAt: now },
  }));
}

/**
 * The evidence of the file that is a link, kept up to date by nobody yet, for its people are not here; and reminded of as if somebody had entered it now. One that was a file has no content,
 * and shows nothing.
 */
function broughtEvidence({ evidence }: BroughtFile, now: Date): Prisma.EvidenceCreateManyInput[] {
  const links = evidence.filter(({ link }) => link !== null);
  return links.map(({ assessment, item, title, link, expires, addedBy, createdAt }) => ({
    ...{ assessmentSlug: assessment, itemId: item, title, link, addedBy, createdAt, remindedOf: now },
    expiresOn: expires === null ? null : new Date(`${expires}T00:00:00Z`),
  }));
}

/**
 * A line of the file's trail, as it says: with the names of who acted, and nobody of this installation's, and with the day it was
 * brought here, for nobody here saw it happen. What refers to rows that are not here refers to nothing.
 */
function eventRow({ actor, objectId, detail, ...event }: EventEntry, ids: NewIds, now: Date): Prisma.AuditEventCreateManyInput {
  const notes = Object.entries(detail ?? {}).filter(([name]) => !name.startsWith("broughtInOn"));
  return {
    ...{ ...event, actorName: actor, objectId: (objectId && ids.get(objectId)) ?? null },
    detail: { ...Object.fromEntries(notes), broughtInOn: now.toISOString().slice(0, 10) },
  };
}
