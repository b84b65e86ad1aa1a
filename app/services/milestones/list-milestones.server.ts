import type { Mark } from "#app/domain/milestones/milestones-within.ts";
import type { Happening } from "#app/domain/milestones/milestone-form.ts";
import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { initiativeTitle } from "./initiative-choices.server.ts";

export type Milestone = Happening & { id: string; addedBy: string; revision: number };

/** What has been marked on an organisation's time line, the latest first. */
export function listMilestones(db: Database, { organization }: Pick<Access, "organization">): Promise<Milestone[]> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, (tx) => milestonesIn(tx, organizationId));
}

async function milestonesIn(tx: Transaction, organizationId: string): Promise<Milestone[]> {
  const found = await tx.milestone.findMany({
    where: { organizationId },
    orderBy: [{ on: "desc" }, { id: "desc" }],
    select: { id: true, on: true, title: true, initiativeId: true, addedBy: true, revision: true },
  });
  return found.map(({ on, initiativeId, ...row }) => ({ ...row, on: isoDate(on), initiative: initiativeId }));
}

/** The same as charts draw them. */
export async function marksIn(tx: Transaction, organizationId: string, language: Language): Promise<Mark[]> {
  const found = await milestonesIn(tx, organizationId);
  return found.map(({ id, on, title, initiative }) => ({ id, on, title, initiative: initiative && initiativeTitle(initiative, language) })).reverse();
}

/** A day as the database keeps it, in ISO 8601. */
export function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
