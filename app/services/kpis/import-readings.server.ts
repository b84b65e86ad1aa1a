import { createHash } from "node:crypto";
import type { ImportedReading, NamedKpi } from "#app/domain/kpis/import-rows.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { dayOf } from "./kpi-row.server.ts";

/** What becomes of a reading: there is none of that day yet; another value or note stands there; the same stands there. */
export type ReadingFate = "new" | "replaced" | "same";
export type Counts = Record<ReadingFate, number>;

/** What an import would do to a reading. `mark`: of one that it would replace, which and what stands there; null for the others. */
export type Foreseen = { fate: ReadingFate; before: number | null; mark: string | null };

/** Rows that one statement writes. */
const AT_ONCE = 1_000;

/** The KPIs that readings can be imported into: those in use. */
export function importableKpis(db: Database, { organization }: Access): Promise<NamedKpi[]> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, (tx) =>
    tx.kpi.findMany({ where: { organizationId, archivedAt: null }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] }),
  );
}

/** What an import would do to each reading, in their order, and what stands there now. */
export function foreseeImport(db: Database, { organization }: Access, readings: readonly ImportedReading[]): Promise<Foreseen[]> {
  return withTenant(db, { organizationId: organization.id }, (tx) => fatesIn(tx, organization.id, readings));
}

async function fatesIn(tx: Transaction, organizationId: string, readings: readonly ImportedReading[]): Promise<Foreseen[]> {
  const kpiIds = [...new Set(readings.map(({ kpiId }) => kpiId))];
  const rows = await tx.kpiReading.findMany({ where: { organizationId, kpiId: { in: kpiIds } }, select: { kpiId: true, on: true, value: true, note: true } });
  const stored = new Map(rows.map((row) => [`${row.kpiId} ${dayOf(row.on)}`, row]));
  return readings.map(({ kpiId, on, value, note }, index): Foreseen => {
    const before = stored.get(`${kpiId} ${on}`);
    if (!before) return { fate: "new", before: null, mark: null };
    // A file without notes takes none away.
    const isSame = before.value === value && (note === null || before.note === note);
    return isSame ? { fate: "same", before: before.value, mark: null } : { fate: "replaced", before: before.value, mark: markOf(index, before) };
  });
}

function markOf(index: number, { value, note }: { value: number; note: string | null }): string {
  const stands = createHash("sha256")
    .update(JSON.stringify([value, note]))
    .digest("hex");
  return `${index}-${stands.slice(0, 8)}`;
}

/**
 * Imports readings that were checked, all of them or none: those of days that have one replace it, as far as somebody saw what that is.
 * @param seen marks of the readings that were shown as to be replaced
 * @returns `overtaken`: something else would be replaced, which came or was changed since
 */
export function importReadings(
  db: Database,
  access: Access,
  readings: readonly ImportedReading[],
  seen: ReadonlySet<string>,
  now: Date,
): Promise<{ kind: "imported"; counts: Counts } | { kind: "not-allowed" | "kpi-gone" | "overtaken" }> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "kpis.edit", now))) return { kind: "not-allowed" };
    const kpiIds = [...new Set(readings.map(({ kpiId }) => kpiId))];
    if ((await tx.kpi.count({ where: { organizationId, id: { in: kpiIds }, archivedAt: null } })) < kpiIds.length) return { kind: "kpi-gone" };
    // Nobody adds a reading to them or changes one from here on: that comes before this look, or after what is written.
    await tx.$queryRaw`SELECT 1 FROM kpi WHERE organization_id = ${organizationId}::uuid AND id = ANY (${kpiIds}::uuid[]) ORDER BY id FOR UPDATE`;
    await tx.$queryRaw`SELECT 1 FROM kpi_reading WHERE organization_id = ${organizationId}::uuid AND kpi_id = ANY (${kpiIds}::uuid[])
      ORDER BY kpi_id, on_day FOR UPDATE`;
    const fates = await fatesIn(tx, organizationId, readings);
    if (fates.some(({ mark }) => mark !== null && !seen.has(mark))) return { kind: "overtaken" };
    const written = readings.filter((_, index) => fates[index]!.fate !== "same");
    for (let at = 0; at < written.length; at += AT_ONCE) await writePortion(tx, written.slice(at, at + AT_ONCE), access.person.name, now);
    const count = (fate: ReadingFate) => fates.filter((each) => each.fate === fate).length;
    const counts = { new: count("new"), replaced: count("replaced"), same: count("same") };
    const detail = { added: counts.new, replaced: counts.replaced };
    if (written.length > 0) await recordEvent(tx, access, { action: "kpi_readings.imported", object: { kind: "organization", id: organizationId }, detail });
    return { kind: "imported", counts };
  });
}

async function writePortion(tx: Transaction, readings: readonly ImportedReading[], by: string, now: Date): Promise<void> {
  const rows = JSON.stringify(readings.map(({ kpiId, on, value, note }) => ({ kpi_id: kpiId, on_day: on, value, note })));
  await tx.$executeRaw`INSERT INTO kpi_reading (kpi_id, on_day, value, note, source, entered_by, entered_at, revision)
    SELECT kpi_id, on_day, value, note, 'csv', ${by}, ${now}, 1 FROM jsonb_to_recordset(${rows}::jsonb) AS r(kpi_id uuid, on_day date, value float8, note text)
    ON CONFLICT (organization_id, kpi_id, on_day) DO UPDATE SET value = EXCLUDED.value, note = COALESCE(EXCLUDED.note, kpi_reading.note),
      source = 'csv', entered_by = EXCLUDED.entered_by, entered_at = EXCLUDED.entered_at, revision = kpi_reading.revision + 1`;
}
