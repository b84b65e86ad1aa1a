import { can } from "#app/domain/access/can.ts";
import type { NamingInitiative } from "#app/domain/kpis/initiative-marks.ts";
import { READINGS_A_PAGE } from "#app/domain/kpis/kpi-query.ts";
import { READING_SOURCES, type ReadingSource } from "#app/domain/kpis/kpi-terms.ts";
import type { NextReading } from "#app/domain/kpis/reading-period.ts";
import type { Mark } from "#app/domain/milestones/milestones-within.ts";
import type { Language } from "#app/words/language.ts";
import { initiativesNaming } from "../board/initiatives-of-kpi.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { marksIn } from "../milestones/list-milestones.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { dayOf, kpiIn, type StoredKpi } from "./kpi-row.server.ts";
import { nextOf } from "./list-kpis.server.ts";
import { organizationDayIn } from "./organization-day.server.ts";

export type Reading = { on: string; value: number; note: string | null; source: ReadingSource; enteredBy: string; revision: number };
export type KpiPage = {
  kpi: StoredKpi;
  ownerName: string | null;
  /** The latest readings that a chart has room for, in the order of their days. */
  charted: { on: string; value: number }[];
  /** A page of the table, the latest first, and how many there are on all pages. */
  readings: Reading[];
  total: number;
  next: NextReading | null;
  milestones: Mark[];
  /** Those on the roadmap that name it; none of a KPI of their own, for initiatives name those of the library. */
  initiatives: NamingInitiative[];
  today: string;
};

/** Ten years of months. */
const MOST_CHARTED = 120;

/** One KPI with its readings; null for an id of none, and of another organisation's. */
export async function readKpi(
  db: Database,
  { organization, actor }: Access,
  id: string,
  page: number,
  { language, now }: { language: Language; now: Date },
): Promise<KpiPage | null> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const kpi = await kpiIn(tx, organizationId, id);
    if (!kpi) return null;
    const where = { organizationId, kpiId: id };
    const latest = await tx.kpiReading.findMany({ where, orderBy: { on: "desc" }, take: MOST_CHARTED, select: { on: true, value: true } });
    const rows = await tx.kpiReading.findMany({ where, orderBy: { on: "desc" }, skip: (page - 1) * READINGS_A_PAGE, take: READINGS_A_PAGE, select: COLUMNS });
    const today = await organizationDayIn(tx, organizationId, now);
    const charted = latest.map(({ on, value }) => ({ on: dayOf(on), value })).reverse();
    return {
      ...{ kpi, charted, today, ownerName: await ownerNameIn(tx, organizationId, kpi.ownerId) },
      ...{ readings: rows.map(readingFromRow), total: await tx.kpiReading.count({ where }) },
      milestones: await marksIn(tx, organizationId, language),
      initiatives: kpi.libraryId !== null && can(actor, "roadmap.view") ? await initiativesNaming(tx, organizationId, kpi.libraryId, language) : [],
      next: nextOf(kpi, charted.at(-1)?.on ?? null, today),
    };
  });
}

/** One KPI without its readings, as what it is can be changed. */
export async function readKpiTerms(db: Database, { organization }: Access, id: string): Promise<StoredKpi | null> {
  return withTenant(db, { organizationId: organization.id }, (tx) => kpiIn(tx, organization.id, id));
}

export const COLUMNS = { on: true, value: true, note: true, source: true, enteredBy: true, revision: true } as const;

export function readingFromRow({ on, source, ...row }: Omit<Reading, "on" | "source"> & { on: Date; source: string }): Reading {
  return { ...row, on: dayOf(on), source: READING_SOURCES.find((known) => known === source) ?? "hand" };
}

export async function ownerNameIn(tx: Transaction, organizationId: string, ownerId: string | null): Promise<string | null> {
  if (ownerId === null) return null;
  const owner = await tx.member.findUnique({ where: { organizationId_id: { organizationId, id: ownerId } }, select: { person: { select: { name: true } } } });
  return owner?.person.name ?? null;
}
