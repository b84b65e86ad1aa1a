import { Prisma } from "@prisma/client";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import type { ChangeEntry } from "#app/domain/export/change-entries.ts";
import { publishedCycles } from "../changes/published-cycles.server.ts";
import { askFor } from "../changes/queue-changes.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { NewIds, WriteInPortions } from "./import-organization.server.ts";

/** What changed between the cycles of an organisation, on its way into a file and out of one. */

/** Of all pairs whose cycles both have a result that is shown: of the others nothing is. */
export async function changeEntries(tx: Transaction, organizationId: string): Promise<Record<keyof ChangeEntry, unknown>[]> {
  const ids = (await publishedCycles(tx, organizationId)).map(({ id }) => id);
  const rows = await tx.cycleChange.findMany({
    where: { organizationId, fromCycleId: { in: ids }, toCycleId: { in: ids } },
    orderBy: [{ fromCycleId: "asc" }, { toCycleId: "asc" }],
    select: { fromCycleId: true, toCycleId: true, figures: true, computedAt: true, isDue: true },
  });
  return rows.map(({ fromCycleId, toCycleId, computedAt, ...row }) => ({
    ...{ ...row, from: fromCycleId, to: toCycleId, computedAt: computedAt?.toISOString() ?? null },
  }));
}

/** Writes them into the organisation that is being made, with the ids that its cycles have here. */
export async function insertChanges(write: WriteInPortions, { changes }: Pick<OrganizationFile, "changes">, ids: NewIds): Promise<void> {
  await write(
    changes,
    (tx, portion) => tx.cycleChange.createMany({ data: portion.map((entry) => changeRow(entry, ids)) }),
    ({ figures }) => 1 + (figures?.change.dimensions.length ?? 0),
  );
}

/** Asks for what the file does not hold: each cycle beside the one before it. */
export async function askForMissingChanges(tx: Transaction, organizationId: string): Promise<void> {
  const all = await publishedCycles(tx, organizationId);
  for (const [place, to] of all.entries()) {
    const from = all.slice(0, place).findLast(({ slug }) => slug === to.slug);
    if (from) await askFor(tx, { from: from.id, to: to.id }, { isNew: false });
  }
}

function changeRow({ from, to, figures, ...entry }: ChangeEntry, ids: NewIds): Prisma.CycleChangeCreateManyInput {
  const trend = figures?.trend && { ...figures.trend, cycles: figures.trend.cycles.map((cycle) => ids.get(cycle)!) };
  return {
    ...{ ...entry, fromCycleId: ids.get(from)!, toCycleId: ids.get(to)!, method: figures?.change.method ?? null },
    figures: figures ? { ...figures, trend: trend ?? null } : Prisma.DbNull,
  };
}
