import type { KpiQuery } from "#app/domain/kpis/kpi-query.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { listKpis } from "./list-kpis.server.ts";
import { dayOf } from "./kpi-row.server.ts";

/** The asked-for KPIs of an organisation as CSV with a head in words and plain figures. */
export async function exportKpis(db: Database, access: Access, query: Omit<KpiQuery, "page">, { say }: Words, now: Date): Promise<string> {
  const { rows } = await listKpis(db, access, query, now);
  await recordFile(db, access, "kpis.exported");
  const head = [
    ...[say("kpis:fileId"), say("kpis:name"), say("kpis:unit"), say("kpis:definition"), say("kpis:better"), say("kpis:cadence"), say("kpis:owner")],
    ...[say("kpis:baseline"), say("kpis:baselineOn"), say("kpis:worst"), say("kpis:middle"), say("kpis:best"), say("kpis:fileLatest")],
    ...[say("kpis:fileLatestOn"), say("kpis:target"), say("kpis:fileQuarter"), say("kpis:fileDue"), say("kpis:fileLibrary")],
  ];
  const lines = rows.map((kpi) => [
    ...[kpi.id, kpi.name, kpi.unit, kpi.definition, say(kpi.higherIsBetter ? "kpis:better_up" : "kpis:better_down"), say(`kpis:cadence_${kpi.cadence}`)],
    ...[kpi.ownerName, kpi.baseline, kpi.baselineOn, kpi.anchors?.worst ?? null, kpi.anchors?.middle ?? null, kpi.anchors?.best ?? null],
    ...[kpi.latest?.value ?? null, kpi.latest?.on ?? null, kpi.standing?.target ?? null, kpi.standing?.quarter ?? null, kpi.next?.dueOn ?? null, kpi.libraryId],
  ]);
  return csvRows([head, ...lines], true);
}

/** All readings of a KPI as CSV, the earliest first; the columns are those that an import can read. */
export async function exportReadings(db: Database, access: Access, kpi: { id: string; name: string }, { say }: Words): Promise<string> {
  const organizationId = access.organization.id;
  const readings = await withTenant(db, { organizationId }, (tx) =>
    tx.kpiReading.findMany({ where: { organizationId, kpiId: kpi.id }, orderBy: { on: "asc" } }),
  );
  await recordFile(db, access, "kpi_readings.exported", { kind: "kpi", id: kpi.id, name: kpi.name });
  const head = [say("kpis:name"), say("kpis:day"), say("kpis:value"), say("kpis:note"), say("kpis:source")];
  return csvRows([head, ...readings.map(({ on, value, note, source }) => [kpi.name, dayOf(on), value, note, source])], true);
}
