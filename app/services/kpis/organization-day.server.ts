import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Which day it is where an organisation is: "2027-03-31". */
export function organizationDay(db: Database, { organization: { id } }: Pick<Access, "organization">, now: Date): Promise<string> {
  return withTenant(db, { organizationId: id }, (tx) => organizationDayIn(tx, id, now));
}

/** The same inside a door. */
export async function organizationDayIn(tx: Transaction, organizationId: string, now: Date): Promise<string> {
  const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { timeZone: true } });
  return dayIn(timeZone, now);
}
