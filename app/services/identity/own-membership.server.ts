import type { Prisma } from "@prisma/client";
import { roleSchema } from "#app/domain/access/can.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import type { PersonalData } from "#app/domain/export/personal-data.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { isRunning } from "#app/domain/engagement/engagement-terms.ts";
import { dayOf, titleIn } from "../board/initiative-row.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ownResponses } from "../responses/own-responses.server.ts";
import { answerEntry, ENTRY_COLUMNS } from "../exports/answer-entry.server.ts";

type Own<Key extends keyof PersonalData> = PersonalData[Key] extends (infer Entry)[] ? Entry : never;
type Assignment = Omit<Own<"consultantAssignments">, "scopes"> & { scopes: string[] };
/** What one organisation holds about a person. */
export type OwnPlace = { membership: Own<"memberships">; assignments: Assignment[]; eventsByOthers: Own<"auditEvents">[] };

/** Reads it inside of the organisation's door; null for who does not belong to it any more. */
export async function membershipIn(
  tx: Transaction,
  { personId, name, email }: { personId: string; name: string; email: string },
  organization: string,
  now: Date,
): Promise<OwnPlace | null> {
  const member = await tx.member.findFirst({
    where: { personId },
    select: { id: true, organizationId: true, role: true, respondentRole: true, workFunction: true, createdAt: true },
  });
  if (!member) return null;
  const { id, organizationId, role, respondentRole, workFunction, createdAt } = member;
  const rows = await tx.engagementAssignment.findMany({
    where: { consultancyId: organizationId, memberId: id },
    orderBy: { createdAt: "asc" },
    select: { createdAt: true, engagement: { select: { scopes: true, endsOn: true, endedAt: true, organization: { select: { name: true } } } } },
  });
  const events = await tx.auditEvent.findMany({
    where: {
      AND: [{ OR: [{ objectId: id }, { objectName: { in: [name, email] } }] }, { OR: [{ personId: null }, { personId: { not: personId } }] }],
    },
    orderBy: { at: "asc" },
    select: { at: true, action: true, objectKind: true, objectName: true },
  });
  const initiatives = await tx.roadmapInitiative.findMany({
    where: { organizationId, ownerId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, libraryId: true, own: true, state: true, dueOn: true, measureOn: true },
  });
  return {
    membership: {
      ...{ organization, role: roleSchema.parse(role), since: createdAt.toISOString() },
      respondentRole: RESPONDENT_ROLES.find((known) => known === respondentRole) ?? null,
      workFunction: WORK_FUNCTIONS.find((known) => known === workFunction) ?? null,
      responses: (await responsesIn(tx, await ownResponses(tx, organizationId, id))).map(({ entry }) => entry),
      initiatives: initiatives.map(({ state, dueOn, measureOn, ...row }) => ({
        ...{ title: titleIn(row, SOURCE_LANGUAGE), state: state as InitiativeState, due: dayOf(dueOn), measureOn: dayOf(measureOn) },
      })),
    },
    assignments: rows.map(({ createdAt: since, engagement: { scopes, endsOn, endedAt, organization: client } }) => ({
      ...{ consultancy: organization, client: isRunning({ endsOn, endedAt }, now) ? client.name : null, since: since.toISOString(), scopes },
      ...{ endsOn: endsOn?.toISOString().slice(0, 10) ?? null, endedAt: endedAt?.toISOString() ?? null },
    })),
    eventsByOthers: events.map(({ at, action, objectKind, objectName }) => ({
      ...{ at: at.toISOString(), organization, action, objectKind, byYou: false, calledAs: objectName },
    })),
  };
}

/** What somebody has answered themselves, each with the cycle it was for. */
export async function responsesIn(
  tx: Transaction,
  where: Prisma.ResponseWhereInput,
): Promise<{ cycleId: string | null; entry: Own<"memberships">["responses"][number] }[]> {
  const rows = await tx.response.findMany({
    where,
    orderBy: { createdAt: "asc" },
    select: {
      ...{ cycleId: true, createdAt: true, submittedAt: true, assessment: { select: { slug: true, version: true, definition: true } } },
      ...{ cycle: { select: { period: true } }, answers: { orderBy: { itemId: "asc" }, select: ENTRY_COLUMNS } },
      result: { select: { method: true, score: true } },
    },
  });
  return rows.map(({ cycleId, createdAt, submittedAt, assessment: { slug, version, definition }, cycle, answers, result }) => {
    const { title } = definition as { title?: string };
    const { overall } = (result?.score ?? {}) as { overall?: { score: number | null; level: number | null; gatedLevel: number | null } };
    const entry = {
      ...{ assessment: { slug, version, title: title ?? slug }, period: cycle?.period ?? null },
      ...{ startedAt: createdAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null, answers: answers.map(answerEntry) },
      result: result && overall ? { method: result.method, score: overall.score, level: overall.level, gatedLevel: overall.gatedLevel } : null,
    };
    return { cycleId, entry };
  });
}
