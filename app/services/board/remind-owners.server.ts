import { organizationPaths } from "#app/organization-paths.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import { notify } from "../notifications/notify.server.ts";
import { dateOf, titleIn } from "./initiative-row.server.ts";

const DAY_MS = 86_400_000;

/** An initiative of which its owner is reminded. `date`: the ISO day that has come. */
export type Due = { id: string; libraryId: string | null; own: unknown; date: string; personId: string };

/** What owners of initiatives are reminded of. */
export type Reminder = {
  kind: "initiative_due" | "leap_due";
  /** The part of an initiative's page that it is about. */
  part: "" | "#bet";
  /** The organisations in which something may be due up to an ISO day, through the operator's door. */
  places: (tx: Transaction, until: string) => Promise<{ id: string }[]>;
  /** All that is due in an organisation, noted down as reminded of in the same step: what another process has noted down meanwhile is not due any more. */
  take: (tx: Transaction, organizationId: string, today: Date | null) => Promise<Due[]>;
};

/**
 * Reminds the owners of initiatives of a day that has come where their organisation is: of each day once, however many processes do it at once. Where something may be due
 * is seen through the operator's door, which shows nothing of what it is; the rest inside of each organisation's.
 * @returns how many reminders went out
 */
export async function remindOwners({ db, now, signal }: { db: Database; now: Date; signal: AbortSignal }, reminder: Reminder): Promise<number> {
  // Somewhere it is tomorrow already.
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  const places = await withOperator(db, (tx) => reminder.places(tx, tomorrow));
  let sent = 0;
  for (const { id } of places) {
    if (signal.aborted) return sent;
    sent += await withTenant(db, { organizationId: id }, (tx) => remindWithin(tx, id, now, reminder));
  }
  return sent;
}

async function remindWithin(tx: Transaction, organizationId: string, now: Date, { kind, part, take }: Reminder): Promise<number> {
  const due = await take(tx, organizationId, dateOf(await organizationDayIn(tx, organizationId, now)));
  if (due.length === 0) return 0;
  const { name, slug } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true, slug: true } });
  for (const { date, personId, ...row } of due) {
    const values = { organization: name, initiative: titleIn(row, SOURCE_LANGUAGE), date };
    await notify(tx, { kind, personIds: [personId], values, path: `${organizationPaths.initiative(slug, row.id)}${part}`, language: SOURCE_LANGUAGE });
  }
  return due.length;
}
