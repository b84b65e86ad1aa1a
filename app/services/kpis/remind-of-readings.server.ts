import { organizationPaths } from "#app/organization-paths.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import { dateOf, dayOf, kpiIn } from "./kpi-row.server.ts";
import { nextOf } from "./list-kpis.server.ts";
import { organizationDayIn } from "./organization-day.server.ts";

/**
 * Reminds the owners of KPIs of readings that are due: of each due day once, however many processes do it at once. Which KPIs there
 * are is seen through the operator's door, which shows no figure; the rest inside of each organisation's.
 * @returns how many reminders went out
 */
export async function remindOfReadings(db: Database, now: Date, signal: AbortSignal): Promise<number> {
  const kept = await withOperator(db, (tx) =>
    tx.kpi.findMany({
      where: { ownerId: { not: null }, archivedAt: null },
      select: { organizationId: true, id: true },
      orderBy: [{ organizationId: "asc" }, { id: "asc" }],
    }),
  );
  const byOrganization = new Map<string, string[]>();
  for (const { organizationId, id } of kept) byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), id]);
  let sent = 0;
  for (const [organizationId, ids] of byOrganization) {
    for (const id of ids) {
      if (signal.aborted) return sent;
      sent += await withTenant(db, { organizationId }, (tx) => remind(tx, organizationId, id, now));
    }
  }
  return sent;
}

/** @returns 1 where a reminder went out, else 0 */
async function remind(tx: Transaction, organizationId: string, id: string, now: Date): Promise<number> {
  const kpi = await kpiIn(tx, organizationId, id);
  if (!kpi?.ownerId) return 0;
  const latest = await tx.kpiReading.findFirst({ where: { organizationId, kpiId: id }, orderBy: { on: "desc" }, select: { on: true } });
  const next = nextOf(kpi, latest && dayOf(latest.on), await organizationDayIn(tx, organizationId, now));
  if (!next?.isDue) return 0;
  const dueOn = dateOf(next.dueOn);
  // Whoever sets the day sends the reminder: of two at once the second finds it set.
  const [reminded] = await tx.$queryRaw<{ owner_id: string }[]>`UPDATE kpi SET reminded_of = ${dueOn}::date
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND owner_id IS NOT NULL AND archived_at IS NULL
      AND (reminded_of IS NULL OR reminded_of < ${dueOn}::date) RETURNING owner_id`;
  if (!reminded) return 0;
  const { name, slug, eraseAfter } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, slug: true, eraseAfter: true },
  });
  // Nothing is entered any more where everything is about to go.
  if (eraseAfter) return 0;
  const owner = await tx.member.findUnique({ where: { organizationId_id: { organizationId, id: reminded.owner_id } }, select: { personId: true } });
  if (!owner) return 0;
  await notify(tx, {
    kind: "kpi_reading_due",
    personIds: [owner.personId],
    values: { organization: name, kpi: kpi.name, date: next.dueOn },
    path: organizationPaths.kpi(slug, id),
    language: SOURCE_LANGUAGE,
  });
  return 1;
}
