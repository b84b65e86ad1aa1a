import type { Prisma } from "@prisma/client";
import { CADENCES, type KpiTerms, type Targets } from "#app/domain/kpis/kpi-terms.ts";
import { targetsSchema } from "#app/domain/kpis/targets-form.ts";
import { isId } from "../db/is-id.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** Columns of a KPI as its pages read it. */
export const KPI_COLUMNS = {
  ...{ id: true, libraryId: true, name: true, unit: true, definition: true, higherIsBetter: true, cadence: true, ownerId: true },
  ...{ baseline: true, baselineOn: true, worst: true, middle: true, best: true, targets: true, archivedAt: true, createdAt: true, revision: true },
} satisfies Prisma.KpiSelect;
export type KpiRow = Prisma.KpiGetPayload<{ select: typeof KPI_COLUMNS }>;

export type StoredKpi = KpiTerms & { id: string; libraryId: string | null; targets: Targets; archivedAt: Date | null; createdAt: Date; revision: number };

/** A stored KPI as the domain speaks of it. */
export function kpiFromRow({ baselineOn, cadence, worst, middle, best, targets, ...row }: KpiRow): StoredKpi {
  return {
    ...row,
    cadence: CADENCES.find((known) => known === cadence) ?? "quarter",
    baselineOn: baselineOn && dayOf(baselineOn),
    anchors: worst === null || middle === null || best === null ? null : { worst, middle, best },
    targets: targetsSchema.parse(targets),
  };
}

/** The columns of what somebody says of a KPI. */
export function rowFromTerms({ anchors, baselineOn, ...terms }: KpiTerms) {
  return {
    ...terms,
    baselineOn: baselineOn && dateOf(baselineOn),
    ...{ worst: anchors?.worst ?? null, middle: anchors?.middle ?? null, best: anchors?.best ?? null },
  };
}

/** One KPI inside a door; null for an id of none, and of another organisation's. */
export async function kpiIn(tx: Transaction, organizationId: string, id: string): Promise<StoredKpi | null> {
  if (!isId(id)) return null;
  const row = await tx.kpi.findUnique({ where: { organizationId_id: { organizationId, id } }, select: KPI_COLUMNS });
  return row && kpiFromRow(row);
}

/** A day of the database as text: "2027-03-31". */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A day as the database takes it. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
