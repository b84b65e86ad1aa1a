import { randomBytes } from "node:crypto";
import { Prisma } from "@prisma/client";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import { WEIGHT_COLUMNS, weightsFromRow } from "../cycles/weight-columns.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { KPI_COLUMNS, kpiFromRow } from "../kpis/kpi-row.server.ts";
import { answerEntry, ENTRY_COLUMNS } from "../exports/answer-entry.server.ts";
import { type ShownCycle, shownCycles } from "../results/shown-cycles.server.ts";

type Stored<Key extends keyof OrganizationFile> = Record<keyof OrganizationFile[Key] & string, unknown>;
type Entries<Key extends keyof OrganizationFile> = Record<keyof (OrganizationFile[Key] extends (infer Entry)[] ? Entry : never), unknown>[];

/** All of an organisation's file but its long lists; `until` is when the latest of its submitted responses was begun, so that later ones are in the next file. */
export type Head = {
  organization: Stored<"organization">;
  assessments: Entries<"assessments">;
  members: Entries<"members">;
  invitations: Entries<"invitations">;
  engagementOffers: Entries<"engagementOffers">;
  engagements: Entries<"engagements">;
  cycles: Entries<"cycles">;
  kpis: Entries<"kpis">;
  milestones: Entries<"milestones">;
  evidence: Entries<"evidence">;
  until: Date;
  hashes: string[];
  /** Of this file alone: the order and the ids of its responses come from it. */
  salt: string;
};

const NO_WORDS = { comment: null, evidenceLink: null, evidenceExpires: null };
const iso = (date: Date | null) => date?.toISOString() ?? null;
const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Reads it inside of the organisation's door. */
export async function headEntries(tx: Transaction, organizationId: string): Promise<Head> {
  const where = { organizationId };
  const submitted = { ...where, submittedAt: { not: null } };
  const latest = await tx.response.findFirst({ where: submitted, orderBy: { createdAt: "desc" }, select: { createdAt: true } });
  const until = latest?.createdAt ?? new Date(0);
  const used = await tx.response.findMany({
    where: { ...submitted, createdAt: { lte: until } },
    distinct: ["assessmentHash"],
    select: { assessmentHash: true },
  });
  const cycles = await tx.cycle.findMany({
    where,
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, assessmentHash: true, assessmentSlug: true, period: true, openedAt: true, openedBy: true },
      ...{ opensAt: true, closesAt: true, closedAt: true, isAnonymous: true, ...WEIGHT_COLUMNS },
    },
  });
  const hashes = [...new Set([...used, ...cycles].map(({ assessmentHash }) => assessmentHash))].sort();
  const assessments = await tx.assessmentVersion.findMany({
    where: { hash: { in: hashes } },
    orderBy: { hash: "asc" },
    select: { hash: true, definition: true },
  });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, kind: true, industry: true, sizeBand: true, region: true, isSynthetic: true, retentionDays: true, timeZone: true, createdAt: true },
  });
  return {
    organization: { ...organization, createdAt: iso(organization.createdAt) },
    assessments,
    ...(await peopleEntries(tx, organizationId)),
    ...(await engagementEntries(tx, organizationId)),
    ...(await kpiEntries(tx, organizationId)),
    cycles: cycles.map(({ id, assessmentHash, assessmentSlug, period, openedAt, openedBy, opensAt, closesAt, closedAt, isAnonymous, ...weights }) => ({
      ...{ id, assessment: assessmentHash, slug: assessmentSlug, period, openedBy, isAnonymous, roleWeights: weightsFromRow(weights) },
      ...{ openedAt: iso(openedAt), opensAt: iso(opensAt), closesAt: iso(closesAt), closedAt: iso(closedAt) },
    })),
    evidence: await evidenceEntries(tx, organizationId),
    until,
    hashes,
    salt: randomBytes(32).toString("hex"),
  };
}

async function kpiEntries(tx: Transaction, organizationId: string): Promise<Pick<Head, "kpis" | "milestones">> {
  const kpis = await tx.kpi.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ ...KPI_COLUMNS, createdBy: true },
      readings: { orderBy: { on: "asc" }, select: { on: true, value: true, note: true, source: true, enteredBy: true, enteredAt: true } },
    },
  });
  const milestones = await tx.milestone.findMany({
    where: { organizationId },
    orderBy: [{ on: "asc" }, { id: "asc" }],
    select: { on: true, title: true, initiativeId: true, addedBy: true },
  });
  return {
    kpis: kpis.map(({ createdBy, readings, ...row }) => {
      const { revision: _, ownerId, libraryId, archivedAt, createdAt, ...kpi } = kpiFromRow(row);
      return {
        ...{ ...kpi, library: libraryId, owner: ownerId, createdBy, archivedAt: iso(archivedAt), createdAt: iso(createdAt) },
        readings: readings.map(({ on, enteredAt, ...reading }) => ({ ...reading, on: dayOf(on), enteredAt: iso(enteredAt) })),
      };
    }),
    milestones: milestones.map(({ on, initiativeId, ...milestone }) => ({ ...milestone, on: dayOf(on), initiative: initiativeId })),
  };
}

async function evidenceEntries(tx: Transaction, organizationId: string): Promise<Head["evidence"]> {
  const rows = await tx.evidence.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ assessmentSlug: true, itemId: true, title: true, link: true, ownerId: true, expiresOn: true, addedBy: true, createdAt: true },
      file: { select: { name: true, mediaType: true, size: true, sha256: true } },
    },
  });
  return rows.map(({ assessmentSlug, itemId, ownerId, expiresOn, createdAt, file, ...evidence }) => ({
    ...{ ...evidence, assessment: assessmentSlug, item: itemId, owner: ownerId, expires: dayOf(expiresOn), createdAt: iso(createdAt) },
    file: file && { ...file, content: "left out" },
  }));
}

async function peopleEntries(tx: Transaction, organizationId: string): Promise<Pick<Head, "members" | "invitations">> {
  const asked = { role: true, respondentRole: true, workFunction: true } as const;
  const members = await tx.member.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, ...asked, createdAt: true, person: { select: { name: true, email: true } } },
  });
  const invitations = await tx.invitation.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "asc" }, { address: "asc" }],
    select: { address: true, ...asked, invitedBy: true, sentAt: true, sentCount: true, expiresAt: true, acceptedAt: true, withdrawnAt: true, createdAt: true },
  });
  return {
    members: members.map(({ person, createdAt, ...member }) => ({ ...member, name: person.name, address: person.email, joinedAt: iso(createdAt) })),
    invitations: invitations.map(({ sentAt, expiresAt, acceptedAt, withdrawnAt, createdAt, ...invitation }) => ({
      ...invitation,
      ...{ sentAt: iso(sentAt), expiresAt: iso(expiresAt), acceptedAt: iso(acceptedAt), withdrawnAt: iso(withdrawnAt), createdAt: iso(createdAt) },
    })),
  };
}

async function engagementEntries(tx: Transaction, organizationId: string): Promise<Pick<Head, "engagements" | "engagementOffers">> {
  const offers = await tx.engagementOffer.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ address: true, scopes: true, endsOn: true, offeredBy: true, sentAt: true, expiresAt: true },
      ...{ acceptedAt: true, declinedAt: true, withdrawnAt: true },
    },
  });
  const name = { select: { name: true } } as const;
  // Of both sides: those of a client, and those of a consultancy.
  const engagements = await tx.engagement.findMany({
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: { organization: name, consultancy: name, scopes: true, startedAt: true, endsOn: true, endedAt: true, endedBy: true },
  });
  return {
    engagementOffers: offers.map(({ endsOn, sentAt, expiresAt, acceptedAt, declinedAt, withdrawnAt, ...offer }) => ({
      ...offer,
      ...{ endsOn: dayOf(endsOn), sentAt: iso(sentAt), expiresAt: iso(expiresAt), acceptedAt: iso(acceptedAt) },
      ...{ declinedAt: iso(declinedAt), withdrawnAt: iso(withdrawnAt) },
    })),
    engagements: engagements.map(({ organization, consultancy, scopes, startedAt, endsOn, endedAt, endedBy }) => ({
      ...{ client: organization.name, consultancy: consultancy.name, scopes, endedBy },
      ...{ startedAt: iso(startedAt), endsOn: dayOf(endsOn), endedAt: iso(endedAt) },
    })),
  };
}

/** The last entry of a portion: by what it says and not by its row, which may be gone when the next portion is read. */
export type Last = { at: Date; id: string };
export type Portion = { entries: unknown[]; next: Last | null };

/** A portion of the audit trail, the oldest first, without ids of people and sessions, and without those of responses, which would say whose they are. */
export async function eventEntries(tx: Transaction, organizationId: string, after: Last | null, most: number): Promise<Portion> {
  const rows = await tx.auditEvent.findMany({
    where: { organizationId, ...(after && { OR: [{ at: { gt: after.at } }, { at: after.at, id: { gt: after.id } }] }) },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, at: true, actorName: true, actorFor: true, action: true, objectKind: true, objectId: true, objectName: true, detail: true },
  });
  const entries = rows.map(({ at, actorName, actorFor, action, objectKind, objectId, objectName, detail }) => ({
    ...{ at: iso(at), actor: actorName, actorFor, action, objectKind, objectName, detail },
    objectId: objectKind === "response" ? null : objectId,
  }));
  return { entries, next: rows.length < most ? null : rows.at(-1)! };
}

/**
 * A portion of the submitted responses, without the names of who gave them. From named cycles with role and function; from anonymous ones
 * (as far as they are shown, asked anew for each portion) without these, without words and links that somebody may be known by, and with no
 * moment but the cycle's own. The ids are of this file alone: by their own a shared address of a result would name its row. Of one moment
 * they come in an order of this file alone, too, which says nothing of these.
 */
export async function responseEntries(
  tx: Transaction,
  organizationId: string,
  { until, hashes, salt }: Pick<Head, "until" | "hashes" | "salt">,
  after: Last | null,
  most: number,
): Promise<Portion> {
  const shown = await shownCycles(tx, organizationId);
  const idsOf = (cycles: readonly ShownCycle[]) => cycles.map(({ id }) => id);
  const isPart = ({ isAnonymous, hasResult }: ShownCycle) => isAnonymous && hasResult;
  const anonymous = new Set(idsOf(shown.filter(({ isAnonymous }) => isAnonymous)));
  const [parts, whole] = [idsOf(shown.filter(isPart)), idsOf(shown.filter((cycle) => !isPart(cycle)))];
  const portion = await tx.$queryRaw<{ id: string; at: Date; key: string }[]>`
    SELECT * FROM (SELECT r.id, r.created_at AS at, md5(${salt} || r.id::text) AS key FROM response r
      WHERE r.organization_id = ${organizationId}::uuid AND r.submitted_at IS NOT NULL AND r.created_at BETWEEN ${after?.at ?? new Date(0)} AND ${until} AND r.assessment_hash = ANY (${hashes})
        AND (r.cycle_id IS NULL OR r.cycle_id = ANY (${whole}::uuid[]) OR (r.cycle_id = ANY (${parts}::uuid[]) AND r.published_in IS NOT NULL))) AS keyed
    WHERE ${after ? Prisma.sql`(at, key) > (${after.at}, ${after.id})` : Prisma.sql`true`} ORDER BY at, key LIMIT ${most}`;
  const found = await tx.response.findMany({
    where: { organizationId, id: { in: portion.map(({ id }) => id) } },
    select: {
      ...{ id: true, cycleId: true, assessmentHash: true, createdAt: true, submittedAt: true, respondentRole: true, workFunction: true, publishedIn: true },
      answers: { orderBy: { itemId: "asc" }, select: ENTRY_COLUMNS },
      result: { select: { method: true, score: true, band: true, createdAt: true } },
    },
  });
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = portion.flatMap(({ id, key }) => {
    const row = byId.get(id);
    return row ? [{ ...row, key }] : [];
  });
  const entries = rows.map(({ id, key, cycleId, assessmentHash, createdAt, submittedAt, respondentRole, workFunction, publishedIn, answers, result }) => {
    const isAnonymous = cycleId !== null && anonymous.has(cycleId);
    return {
      ...{ id: isAnonymous ? idFrom(key) : id, cycle: cycleId, assessment: assessmentHash, publishedIn },
      ...{ createdAt: iso(createdAt), submittedAt: iso(submittedAt) },
      ...(cycleId === null || isAnonymous ? {} : { respondentRole, workFunction }),
      answers: answers.map((row) => answerEntry(isAnonymous ? { ...row, ...NO_WORDS } : row)),
      result: result && { ...result, createdAt: iso(result.createdAt) },
    };
  });
  const last = portion.at(-1);
  return { entries, next: last && portion.length === most ? { at: last.at, id: last.key } : null };
}

/** An id of the form that others have. */
function idFrom(key: string): string {
  return `${key.slice(0, 8)}-${key.slice(8, 12)}-4${key.slice(13, 16)}-8${key.slice(17, 20)}-${key.slice(20, 32)}`;
}
