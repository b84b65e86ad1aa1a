import type { NewReading, ReadingChange, ReadingRemoval } from "#app/domain/kpis/reading-form.ts";
import type { ReadingSource } from "#app/domain/kpis/kpi-terms.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { dateOf, kpiIn, type StoredKpi } from "./kpi-row.server.ts";
import { COLUMNS, type Reading, readingFromRow } from "./read-kpi.server.ts";

type Refused = { kind: "not-found" | "not-allowed" };
type ReadingKey = { kpiId: string; on: string };

/** Adds a reading. One a day: `taken` where that day has one. */
export function addReading(
  db: Database,
  access: Access,
  kpiId: string,
  { on, value, note, source }: NewReading & { source: ReadingSource },
  now: Date,
): Promise<Refused | { kind: "added" | "taken" }> {
  return inKpi(db, access, kpiId, now, async (tx, kpi) => {
    const row = { kpiId, on: dateOf(on), value, note, source, enteredBy: access.person.name, enteredAt: now };
    const { count } = await tx.kpiReading.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { kind: "taken" };
    await recordEvent(tx, access, { action: "kpi_reading.added", object: { kind: "kpi", id: kpiId, name: kpi.name }, detail: { day: on, value } });
    return { kind: "added" };
  });
}

/** Changes a reading, whose day stays, unless somebody has changed it since it was looked at. */
export function changeReading(
  db: Database,
  access: Access,
  { kpiId, on }: ReadingKey,
  { value, note, revision }: ReadingChange,
  now: Date,
): Promise<Refused | { kind: "done" } | { kind: "conflict"; now: Reading }> {
  return inKpi(db, access, kpiId, now, async (tx, kpi) => {
    const before = await readingIn(tx, access, { kpiId, on });
    if (!before) return { kind: "not-found" };
    if (before.value === value && before.note === note) return { kind: "done" };
    const { count } = await tx.kpiReading.updateMany({
      where: { organizationId: access.organization.id, kpiId, on: dateOf(on), revision },
      data: { value, note, source: "hand", enteredBy: access.person.name, enteredAt: now, revision: { increment: 1 } },
    });
    if (count === 0) return { kind: "conflict", now: before };
    const detail = { day: on, valueBefore: before.value, valueAfter: value, ...(before.note === note ? {} : { noteBefore: before.note, noteAfter: note }) };
    await recordEvent(tx, access, { action: "kpi_reading.changed", object: { kind: "kpi", id: kpiId, name: kpi.name }, detail });
    return { kind: "done" };
  });
}

/** Removes a reading, unless somebody has changed it since it was looked at, and gives back what it was. */
export function removeReading(
  db: Database,
  access: Access,
  kpiId: string,
  { on, revision }: ReadingRemoval,
  now: Date,
): Promise<Refused | { kind: "gone" | "changed" } | { kind: "removed"; reading: Reading }> {
  return inKpi(db, access, kpiId, now, async (tx, kpi) => {
    const reading = await readingIn(tx, access, { kpiId, on });
    if (!reading) return { kind: "gone" };
    const { count } = await tx.kpiReading.deleteMany({ where: { organizationId: access.organization.id, kpiId, on: dateOf(on), revision } });
    if (count === 0) return { kind: "changed" };
    const detail = { day: on, value: reading.value };
    await recordEvent(tx, access, { action: "kpi_reading.removed", object: { kind: "kpi", id: kpiId, name: kpi.name }, detail });
    return { kind: "removed", reading };
  });
}

/** One reading; null where that day has none. */
export function readReading(db: Database, access: Access, key: ReadingKey): Promise<Reading | null> {
  return withTenant(db, { organizationId: access.organization.id }, (tx) => readingIn(tx, access, key));
}

async function readingIn(tx: Transaction, { organization }: Access, { kpiId, on }: ReadingKey): Promise<Reading | null> {
  const key = { organizationId: organization.id, kpiId, on: dateOf(on) };
  const row = await tx.kpiReading.findUnique({ where: { organizationId_kpiId_on: key }, select: COLUMNS });
  return row && readingFromRow(row);
}

function inKpi<Outcome>(
  db: Database,
  access: Access,
  kpiId: string,
  now: Date,
  work: (tx: Transaction, kpi: StoredKpi) => Promise<Outcome>,
): Promise<Refused | Outcome> {
  const organizationId = access.organization.id;
  return withTenant<Refused | Outcome>(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "kpis.edit", now))) return { kind: "not-allowed" };
    const kpi = await kpiIn(tx, organizationId, kpiId);
    return kpi ? work(tx, kpi) : { kind: "not-found" };
  });
}
