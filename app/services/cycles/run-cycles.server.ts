import type { Logger } from "pino";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordByItself } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { closeDue } from "./close-cycle.server.ts";
import { continueSeries } from "./continue-series.server.ts";
import { inviteAsked } from "./invite-asked.server.ts";
import { cycleToTell, remindAsked } from "./remind.server.ts";

type Running = { db: Database; secret: string; now: Date; log: Pick<Logger, "error">; signal?: AbortSignal };
/** What is due in one organisation, by id. */
type Due = { series: string[]; close: string[]; invite: string[]; remind: string[] };
const DAY_MS = 24 * 3600 * 1000;

/**
 * Does what the cycles of all organisations are waiting for: opens the next one of a series, closes those whose time has come, tells those
 * whom they ask, reminds those who have not answered. The operator's door says where something is due, and nothing else; the work is done
 * inside each organisation, which is held, so that of several processes one does it. One organisation that fails holds up no other.
 * @returns how many organisations something was done in, and in how many it failed
 */
export async function runCycles({ db, secret, now, log, signal }: Running): Promise<{ done: number; failed: number }> {
  const outcome = { done: 0, failed: 0 };
  for (const [organizationId, due] of await findDue(db, now)) {
    if (signal?.aborted) break;
    try {
      await withTenant(db, { organizationId }, (tx) => runIn(tx, organizationId, due, { secret, now }));
      outcome.done += 1;
    } catch (error) {
      log.error({ organization: organizationId, err: error }, "the cycles of an organisation could not be run");
      outcome.failed += 1;
    }
  }
  return outcome;
}

async function findDue(db: Database, now: Date): Promise<Map<string, Due>> {
  const isDue = { lte: now };
  const { series, cycles } = await withOperator(db, async (tx) => ({
    series: await tx.cycleSeries.findMany({ where: { nextOpensAt: isDue }, select: { organizationId: true, id: true } }),
    cycles: await tx.cycle.findMany({
      where: {
        closedAt: null,
        OR: [{ closesAt: isDue }, { hasInvited: false, OR: [{ opensAt: null }, { opensAt: isDue }] }, { nextReminderAt: isDue }],
      },
      orderBy: { id: "asc" },
      select: { organizationId: true, id: true, opensAt: true, closesAt: true, nextReminderAt: true, hasInvited: true },
    }),
  }));
  const byOrganization = new Map<string, Due>();
  const of = (organizationId: string): Due => {
    const due = byOrganization.get(organizationId) ?? { series: [], close: [], invite: [], remind: [] };
    byOrganization.set(organizationId, due);
    return due;
  };
  for (const { organizationId, id } of series) of(organizationId).series.push(id);
  for (const { organizationId, id, opensAt, closesAt, nextReminderAt, hasInvited } of cycles) {
    if (closesAt && closesAt <= now) of(organizationId).close.push(id);
    else if (!hasInvited && (opensAt === null || opensAt <= now)) of(organizationId).invite.push(id);
    else if (nextReminderAt && nextReminderAt <= now) of(organizationId).remind.push(id);
  }
  return byOrganization;
}

async function runIn(tx: Transaction, organizationId: string, due: Due, { secret, now }: { secret: string; now: Date }): Promise<void> {
  const [held] = await tx.$queryRaw<{ stays: boolean }[]>`
    SELECT erase_after IS NULL AS stays FROM organization WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
  // One that waits to be erased asks nobody; if it stays, all of this is still due.
  if (held?.stays !== true) return;
  const begun: string[] = [];
  for (const id of due.series) {
    const cycle = await continueSeries(tx, organizationId, id, now);
    if (cycle) begun.push(cycle);
  }
  for (const id of due.close) await closeDue(tx, organizationId, id, now);
  const opened = await inviteAsked(tx, organizationId, [...due.invite, ...begun], { secret, now });
  await recordPlanned(
    tx,
    organizationId,
    opened.filter((id) => due.invite.includes(id)),
  );
  for (const id of due.remind) await remindDue(tx, organizationId, id, { secret, now });
}

/** Of cycles that were planned: that their time has come. */
async function recordPlanned(tx: Transaction, organizationId: string, ids: string[]): Promise<void> {
  const planned = await tx.cycle.findMany({
    where: { organizationId, id: { in: ids }, opensAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, period: true, assessmentSlug: true },
  });
  for (const { id, period, assessmentSlug } of planned) {
    const name = `${period}: ${assessmentTitle(assessmentSlug, SOURCE_LANGUAGE)}`;
    await recordByItself(tx, { action: "cycle.opened_by_itself", object: { kind: "cycle", id, name } });
  }
}

/** Reminders by themselves: the next one is due as many days after this one, however late this one is. */
async function remindDue(tx: Transaction, organizationId: string, id: string, { secret, now }: { secret: string; now: Date }): Promise<void> {
  const cycle = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: { remindEveryDays: true } });
  const nextReminderAt = cycle?.remindEveryDays ? new Date(now.getTime() + cycle.remindEveryDays * DAY_MS) : null;
  const { count } = await tx.cycle.updateMany({ where: { organizationId, id, closedAt: null, nextReminderAt: { lte: now } }, data: { nextReminderAt } });
  const told = count === 1 ? await cycleToTell(tx, organizationId, id) : null;
  if (told) await remindAsked(tx, told, { secret, now });
}
