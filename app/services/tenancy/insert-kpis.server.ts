import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import { dateOf } from "../kpis/kpi-row.server.ts";
import type { NewIds, WriteInPortions } from "./import-organization.server.ts";

/** Writes the KPIs of a file with their readings, and the milestones. Nobody keeps them yet: the people of the file are no members here. */
export async function insertKpis(write: WriteInPortions, { kpis, milestones }: Pick<OrganizationFile, "kpis" | "milestones">, ids: NewIds): Promise<void> {
  await write(kpis, (tx, portion) =>
    tx.kpi.createMany({
      data: portion.map(({ id, library, owner: _, anchors, baselineOn, readings: __, ...kpi }) => ({
        ...{ ...kpi, id: ids.get(id)!, libraryId: library, baselineOn: baselineOn && dateOf(baselineOn) },
        ...{ worst: anchors?.worst ?? null, middle: anchors?.middle ?? null, best: anchors?.best ?? null },
      })),
    }),
  );
  const readings = kpis.flatMap(({ id, readings: own }) => own.map(({ on, ...reading }) => ({ ...reading, on: dateOf(on), kpiId: ids.get(id)! })));
  await write(readings, (tx, data) => tx.kpiReading.createMany({ data }));
  await write(milestones, (tx, data) =>
    tx.milestone.createMany({ data: data.map(({ on, initiative, ...milestone }) => ({ ...milestone, on: dateOf(on), initiativeId: initiative })) }),
  );
}
