import { EQUAL_WEIGHTS } from "#app/domain/agreement/role-weights.ts";
import type { Opening } from "#app/domain/cycles/opening-form.ts";
import { daysBetween, quarterLater } from "#app/domain/cycles/local-time.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { addAsked, hasRoomFor } from "./add-asked.server.ts";
import { weightColumns } from "./weight-columns.server.ts";
import { inviteAsked } from "./invite-asked.server.ts";
import { addOpenLink } from "./open-link.server.ts";

type Version = Pick<AssessmentEntry, "hash" | "definition">;
/** `taken`: an assessment has a cycle for the period already; `id` is of that one, and nothing was opened. `ids` stand in the order of the assessments. */
export type OpeningOutcome = { kind: "opened"; ids: string[] } | { kind: "taken"; id: string; slug: string } | { kind: "not-allowed" } | { kind: "too-many" };
/** The same of one. */
export type OpenOutcome = { kind: "opened" | "taken"; id: string } | { kind: "not-allowed" };
export type OpeningTime = { language: Language; now: Date; secret: string };

/** How a cycle is opened that nothing else was said of: at once, for everybody, anonymous, until somebody closes it. */
const AT_ONCE: Omit<Opening, "assessments" | "period" | "language"> = {
  ...{ asksEverybody: true, functions: [], addresses: [], respondentRole: null, workFunction: null, openLinkUntil: null },
  ...{ isAnonymous: true, opensAt: null, closesAt: null, remindEveryDays: null, roleWeights: EQUAL_WEIGHTS, isQuarterly: false },
};

/** Opens a cycle of the current version of an assessment for a period at once, for everybody. One assessment has one cycle a period. */
export async function openCycle(
  db: Database,
  access: Access,
  { assessment, period }: { assessment: Version; period: string },
  time: OpeningTime,
): Promise<OpenOutcome> {
  const opening = { ...AT_ONCE, period, language: time.language };
  const outcome = await openCycles(db, access, [assessment], opening, time);
  if (outcome.kind === "opened") return { kind: "opened", id: outcome.ids[0]! };
  return outcome.kind === "taken" ? outcome : { kind: "not-allowed" };
}

/**
 * Opens cycles of one or several assessments for a period, or plans them (`opensAt`), all or none. Who is asked is told once they can be answered: now, or by the
 * job runner when their time has come. Nudge the jobs and the mails after the commit.
 */
export async function openCycles(
  db: Database,
  access: Access,
  versions: readonly Version[],
  opening: Omit<Opening, "assessments">,
  { language, now, secret }: OpeningTime,
): Promise<OpeningOutcome> {
  const { organization, person } = access;
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const slugs = versions.map(({ definition }) => definition.slug);
    const taken = await tx.cycle.findFirst({
      where: { organizationId, period: opening.period, assessmentSlug: { in: slugs } },
      select: { id: true, assessmentSlug: true },
    });
    if (taken) return { kind: "taken", id: taken.id, slug: taken.assessmentSlug };
    if (!(await hasRoomFor(tx, organizationId, opening.addresses.length * versions.length, now))) return { kind: "too-many" };
    const ids: string[] = [];
    for (const version of versions) ids.push(await openOne(tx, access, version, opening, { language, now, secret }));
    if (opening.opensAt === null) await inviteAsked(tx, organizationId, ids, { secret, now, language, except: person.personId });
    return { kind: "opened", ids };
  });
}

async function openOne(
  tx: Transaction,
  access: Access,
  { hash, definition }: Version,
  opening: Omit<Opening, "assessments">,
  time: OpeningTime,
): Promise<string> {
  const { organization, person } = access;
  const { period, opensAt, closesAt, isAnonymous, asksEverybody, remindEveryDays } = opening;
  const { now, language, secret } = time;
  const seriesId = opening.isQuarterly ? await beginSeries(tx, access, definition.slug, opening, now) : null;
  const { id } = await tx.cycle.create({
    data: {
      ...{ assessmentHash: hash, assessmentSlug: definition.slug, period, openedAt: now, openedBy: person.name, opensAt, closesAt },
      ...{ isAnonymous, asksEverybody, remindEveryDays, ...weightColumns(opening.roleWeights), seriesId },
      nextReminderAt: remindEveryDays === null ? null : new Date((opensAt ?? now).getTime() + remindEveryDays * 24 * 3600 * 1000),
    },
    select: { id: true },
  });
  await addAsked(tx, organization.id, id, opening);
  if (opening.openLinkUntil) await addOpenLink(tx, access, id, opening.openLinkUntil, { secret, now });
  const object = { kind: "cycle", id, name: `${period}: ${assessmentTitle(definition.slug, language)}` };
  await recordEvent(tx, access, {
    action: opensAt === null ? "cycle.opened" : "cycle.planned",
    object,
    detail: { isAnonymous, ...(opensAt && { opensAt: opensAt.toISOString() }) },
  });
  return id;
}

/** The next one opens a quarter later at the same local time, and stays open for as many days. */
async function beginSeries(
  tx: Transaction,
  { organization, person }: Access,
  assessmentSlug: string,
  opening: Omit<Opening, "assessments">,
  now: Date,
): Promise<string> {
  const { timeZone } = await tx.organization.findUniqueOrThrow({ where: { id: organization.id }, select: { timeZone: true } });
  const { isAnonymous, asksEverybody, remindEveryDays, closesAt } = opening;
  const opensAt = opening.opensAt ?? now;
  const { id } = await tx.cycleSeries.create({
    data: {
      ...{ assessmentSlug, isAnonymous, asksEverybody, remindEveryDays, ...weightColumns(opening.roleWeights), createdBy: person.name },
      daysOpen: daysBetween(opensAt, closesAt ?? quarterLater(opensAt, timeZone), timeZone),
      nextOpensAt: quarterLater(opensAt, timeZone),
    },
    select: { id: true },
  });
  return id;
}
