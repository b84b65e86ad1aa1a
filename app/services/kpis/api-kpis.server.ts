import { z } from "zod";
import { pageOf, readPageQuery } from "../api/page-query.server.ts";
import { problem } from "../api/problem.server.ts";
import type { KeyAccess } from "../api/require-api-key.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { dateOf, dayOf, KPI_COLUMNS, kpiFromRow } from "./kpi-row.server.ts";

/** A page of an organisation's KPIs, in the order of their ids, those of the archive too. */
export async function apiKpis(db: Database, { organizationId }: KeyAccess, request: Request) {
  const { limit, after } = readPageQuery(request, z.string().refine(isId));
  const rows = await withTenant(db, { organizationId }, (tx) =>
    tx.kpi.findMany({
      where: { organizationId, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: limit + 1,
      select: { ...KPI_COLUMNS, readings: { orderBy: { on: "desc" }, take: 1, select: { on: true, value: true } } },
    }),
  );
  const { items, next } = pageOf(rows, limit, ({ id }) => id);
  return {
    items: items.map(({ readings: [latest], ...row }) => {
      const { libraryId, higherIsBetter, anchors, archivedAt, ...kpi } = kpiFromRow(row);
      return {
        ...{ id: kpi.id, name: kpi.name, unit: kpi.unit, definition: kpi.definition, library: libraryId, better: higherIsBetter ? "up" : "down" },
        ...{ cadence: kpi.cadence, baseline: kpi.baseline, baselineOn: kpi.baselineOn, anchors, targets: kpi.targets, archived: archivedAt !== null },
        latest: latest ? { on: dayOf(latest.on), value: latest.value } : null,
      };
    }),
    next,
  };
}

/** A page of a KPI's readings, the earliest first. @throws Response 404 for an id of none, and of another organisation's */
export async function apiReadings(db: Database, { organizationId }: KeyAccess, id: string, request: Request) {
  const { limit, after } = readPageQuery(request, z.iso.date());
  return withTenant(db, { organizationId }, async (tx) => {
    await requireKpiIn(tx, organizationId, id);
    const rows = await tx.kpiReading.findMany({
      where: { organizationId, kpiId: id, ...(after === null ? {} : { on: { gt: dateOf(after) } }) },
      orderBy: { on: "asc" },
      take: limit + 1,
      select: { on: true, value: true, note: true, source: true, enteredAt: true },
    });
    const read = rows.map(({ on, enteredAt, ...row }) => ({ on: dayOf(on), ...row, enteredAt: enteredAt.toISOString() }));
    return pageOf(read, limit, ({ on }) => on);
  });
}

/** @throws Response 404 as a problem document */
export async function requireKpiIn(tx: Transaction, organizationId: string, id: string): Promise<{ name: string }> {
  const kpi = isId(id) ? await tx.kpi.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { name: true } }) : null;
  if (!kpi) throw problem(404, "not-found", "There is no such KPI.");
  return kpi;
}
