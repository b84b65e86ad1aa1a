import { Prisma } from "@prisma/client";
import { KPIS_A_PAGE, type KpiQuery, type KpiSort } from "#app/domain/kpis/kpi-query.ts";
import { type NextReading, nextReading } from "#app/domain/kpis/reading-period.ts";
import { type TargetStanding, targetStanding } from "#app/domain/kpis/target-standing.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { KPI_COLUMNS, kpiFromRow, type StoredKpi } from "./kpi-row.server.ts";
import { organizationDayIn } from "./organization-day.server.ts";

export type KpiListRow = StoredKpi & {
  ownerName: string | null;
  latest: { on: string; value: number } | null;
  next: NextReading | null;
  standing: TargetStanding | null;
};

const BY_NAME = Prisma.sql`lower(k.name), k.id`;
const ORDERS: Record<KpiSort, Prisma.Sql> = {
  name: BY_NAME,
  latest: Prisma.sql`r.on_day DESC NULLS LAST, ${BY_NAME}`,
  // Whose period ended first: without a reading the one in which it was begun.
  due: Prisma.sql`date_trunc(k.cadence, COALESCE(r.on_day + CASE k.cadence WHEN 'month' THEN interval '1 month' ELSE interval '3 months' END, k.created_at)), ${BY_NAME}`,
};

type Listed = { id: string; owner_name: string | null; on_day: Date | null; value: number | null };

/**
 * The KPIs of an organisation, in use or in the archive, that have a text in their name, definition or owner's name, in an order.
 * @param query without a `page`: all of them, for a file
 * @returns the rows of the page, how many there are on all pages, and how many the organisation has in use or in the archive at all
 */
export async function listKpis(
  db: Database,
  { organization }: Access,
  { q, sort, archived, page }: Omit<KpiQuery, "page"> & { page?: number },
  now: Date,
): Promise<{ rows: KpiListRow[]; total: number; inUse: number; inArchive: number }> {
  const organizationId = organization.id;
  const like = containing(q);
  const isWanted = archived ? Prisma.sql`k.archived_at IS NOT NULL` : Prisma.sql`k.archived_at IS NULL`;
  const found = Prisma.sql`FROM kpi k LEFT JOIN member m ON m.organization_id = k.organization_id AND m.id = k.owner_id LEFT JOIN person p ON p.id = m.person_id
    LEFT JOIN LATERAL (SELECT on_day, value FROM kpi_reading r WHERE r.organization_id = k.organization_id AND r.kpi_id = k.id ORDER BY on_day DESC LIMIT 1) r ON true
    WHERE k.organization_id = ${organizationId}::uuid AND ${isWanted}
      AND (${q} = '' OR k.name ILIKE ${like} OR k.definition ILIKE ${like} OR p.name ILIKE ${like})`;
  const part = page ? Prisma.sql`LIMIT ${KPIS_A_PAGE} OFFSET ${(page - 1) * KPIS_A_PAGE}` : Prisma.empty;
  return withTenant(db, { organizationId }, async (tx) => {
    const listed = await tx.$queryRaw<Listed[]>`SELECT k.id, p.name AS owner_name, r.on_day, r.value ${found} ORDER BY ${ORDERS[sort]} ${part}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
    const kpis = await tx.kpi.findMany({ where: { organizationId, id: { in: listed.map(({ id }) => id) } }, select: KPI_COLUMNS });
    const byId = new Map(kpis.map((row) => [row.id, kpiFromRow(row)]));
    const today = await organizationDayIn(tx, organizationId, now);
    const rows = listed.flatMap((row) => byId.get(row.id) ?? []).map((kpi, index) => ({ ...kpi, ...standingOf(kpi, listed[index]!, today) }));
    const inArchive = await tx.kpi.count({ where: { organizationId, archivedAt: { not: null } } });
    const inUse = await tx.kpi.count({ where: { organizationId, archivedAt: null } });
    return { rows, total: count!.total, inUse, inArchive };
  });
}

function standingOf(kpi: StoredKpi, { owner_name: ownerName, on_day, value }: Listed, today: string): Omit<KpiListRow, keyof StoredKpi> {
  const latest = on_day === null || value === null ? null : { on: on_day.toISOString().slice(0, 10), value };
  return { ownerName, latest, next: nextOf(kpi, latest?.on ?? null, today), standing: targetStanding(kpi.targets, kpi.higherIsBetter, latest) };
}

/** Which reading of a KPI is wanted next; null: none, for it is in the archive. */
export function nextOf({ archivedAt, cadence, createdAt }: StoredKpi, latestOn: string | null, today: string): NextReading | null {
  return archivedAt ? null : nextReading({ cadence, begunOn: createdAt.toISOString().slice(0, 10), latestOn }, today);
}
