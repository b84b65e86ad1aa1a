import { randomUUID } from "node:crypto";
import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import type { AssessmentEntry, Catalog } from "#app/services/content/load-content.server.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnswered } from "./answered-organization.ts";

export type Answering = {
  seed: number;
  role?: RespondentRole | null;
  workFunction?: WorkFunction | null;
  memberId?: string | null;
  strength?: number | null;
  comment?: string;
};
type CycleSettings = { period?: string; isAnonymous?: boolean; people: readonly Answering[]; isClosed?: boolean };

/** A cycle with what people have answered in it, closed unless it is to be open: its result is due. @returns its id */
export async function makeAnsweredCycle(
  db: Database,
  { organization }: Pick<Access, "organization">,
  assessment: AssessmentEntry,
  catalog: Catalog,
  { period = "2026-Q3", isAnonymous = true, people, isClosed = true }: CycleSettings,
): Promise<string> {
  const id = randomUUID();
  const openedAt = new Date("2026-08-03T08:00:00Z");
  await withTenant(db, { organizationId: organization.id }, (tx) =>
    tx.cycle.createMany({
      data: [{ id, assessmentHash: assessment.hash, assessmentSlug: assessment.definition.slug, period, openedAt, openedBy: "Ada", isAnonymous }],
    }),
  );
  await addAnswers(db, { organization }, assessment, catalog, { cycleId: id, people });
  if (isClosed) await closeAnswered(db, { organization }, id);
  return id;
}

/** More answers in a cycle. */
export async function addAnswers(
  db: Database,
  access: Pick<Access, "organization">,
  assessment: AssessmentEntry,
  catalog: Catalog,
  { cycleId, people }: { cycleId: string; people: readonly Answering[] },
): Promise<void> {
  for (const person of people) await makeAnswered(db, access, assessment, catalog, { strength: 0.5, ...person, cycleId, at: new Date("2026-08-03T08:00:00Z") });
}

/** Closes it, so that its result is due. */
export async function closeAnswered(db: Database, { organization }: Pick<Access, "organization">, cycleId: string): Promise<void> {
  const organizationId = organization.id;
  await withTenant(db, { organizationId }, (tx) =>
    tx.cycle.updateMany({ where: { organizationId, id: cycleId }, data: { closedAt: new Date(), isResultDue: true } }),
  );
}

/** Opens it again. */
export async function reopenAnswered(db: Database, { organization }: Pick<Access, "organization">, cycleId: string): Promise<void> {
  const organizationId = organization.id;
  await withTenant(db, { organizationId }, (tx) =>
    tx.cycle.updateMany({ where: { organizationId, id: cycleId }, data: { closedAt: null, isResultDue: false, reopenedReason: "Others were on leave." } }),
  );
}

/** So many people with seeds from a number on, of these roles and functions in turn. */
export function peopleFrom(seed: number, count: number, as: readonly Omit<Answering, "seed">[] = [{}]): Answering[] {
  return Array.from({ length: count }, (_, i) => ({ seed: seed + i, ...as[i % as.length]! }));
}
