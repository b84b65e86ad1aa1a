import { setImmediate as letOthers } from "node:timers/promises";
import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { BEING_ERASED } from "./being-erased.server.ts";

type Door = <T>(db: Database, organizationId: string, work: (tx: Transaction) => Promise<T>) => Promise<T>;
const tenant: Door = (db, organizationId, work) => withTenant(db, { organizationId }, work);
const operator: Door = (db, _, work) => withOperator(db, work);

/**
 * What there may be much of, in the order in which it goes, and how many rows at once: on the embedded database everybody waits for a
 * portion. A response takes its answers and its result with it, an evidence its file. What is left is little, and goes with the organisation.
 */
const PORTIONS: readonly { table: string; key: string; atOnce: number; through: Door }[] = [
  { table: "response", key: "id", atOnce: 20, through: tenant },
  { table: "audit_event", key: "id", atOnce: 500, through: operator },
  { table: "kpi_reading", key: "kpi_id, on_day", atOnce: 500, through: tenant },
  { table: "respondent", key: "id", atOnce: 500, through: tenant },
  { table: "file_chunk", key: "file_id, position", atOnce: 20, through: tenant },
  { table: "evidence", key: "id", atOnce: 5, through: tenant },
  { table: "scenario", key: "id", atOnce: 5, through: tenant },
  { table: "roadmap_adoption", key: "id", atOnce: 5, through: tenant },
  { table: "roadmap_initiative", key: "id", atOnce: 5, through: tenant },
];

/**
 * Erases an organisation whose time is over, with everything that belongs to it, in short transactions between which others have their
 * turn. From the first one on nobody comes into it and no owner keeps it, so that nobody sees a part of it; what was begun and
 * interrupted goes on at the next call.
 * @returns whether it is gone; false where it stays after all
 */
export async function eraseOrganization(db: Database, organizationId: string, signal?: AbortSignal): Promise<boolean> {
  if (!(await closeForever(db, organizationId))) return false;
  for (const { table, key, atOnce, through } of PORTIONS) {
    const [name, columns] = [Prisma.raw(`"${table}"`), Prisma.raw(key)];
    const statement = Prisma.sql`DELETE FROM ${name} WHERE organization_id = ${organizationId}::uuid
      AND (${columns}) IN (SELECT ${columns} FROM ${name} WHERE organization_id = ${organizationId}::uuid LIMIT ${atOnce})`;
    for (let removed = atOnce; removed > 0;) {
      if (signal?.aborted) return false;
      await letOthers();
      removed = await through(db, organizationId, (tx) => tx.$executeRaw(statement));
    }
  }
  await letOthers();
  const { count } = await withOperator(db, (tx) => tx.organization.deleteMany({ where: { id: organizationId, eraseAfter: BEING_ERASED } }));
  return count === 1;
}

/** From here on it is not kept: whoever keeps it at this moment holds its row, and comes before this or finds it closed. What leads into it from outside goes at once. */
function closeForever(db: Database, organizationId: string): Promise<boolean> {
  return withTenant(db, { organizationId }, async (tx) => {
    const count = await tx.$executeRaw`UPDATE organization SET erase_after = ${BEING_ERASED}, support_access_until = NULL
      WHERE id = ${organizationId}::uuid AND erase_after < clock_timestamp()`;
    if (count === 0) return false;
    await tx.apiKey.deleteMany({ where: { organizationId } });
    await tx.openLink.deleteMany({ where: { organizationId } });
    await tx.invitation.deleteMany({ where: { organizationId } });
    await tx.engagementOffer.deleteMany({ where: { organizationId } });
    return true;
  });
}
