import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** `on` is an ISO date. */
export type Milestone = { id: string; on: string; title: string; addedBy: string; revision: number };

/** What has been marked on an organisation's time line, the latest first. */
export function listMilestones(db: Database, { organization }: Pick<Access, "organization">): Promise<Milestone[]> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, (tx) => milestonesIn(tx, organizationId));
}

export async function milestonesIn(tx: Transaction, organizationId: string): Promise<Milestone[]> {
  const found = await tx.milestone.findMany({
    where: { organizationId },
    orderBy: [{ on: "desc" }, { id: "desc" }],
    select: { id: true, on: true, title: true, addedBy: true, revision: true },
  });
  return found.map(({ on, ...row }) => ({ ...row, on: isoDate(on) }));
}

/** A day as the database keeps it, in ISO 8601. */
export function isoDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
