import { daysLater, quarterLater } from "#app/domain/cycles/local-time.ts";
import { nextPeriod } from "#app/domain/cycles/period.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordByItself } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { weightColumns, weightsFromRow } from "./weight-columns.server.ts";

/**
 * Opens the next cycle of a series whose time has come, once, with the people of its latest: members who still are, and addresses that have
 * not refused. A quarter that has a cycle of the same assessment already is left to that one. Where the installation stood still for longer
 * than a quarter, one is opened and not one for each.
 * @param tx inside of the organisation, which is held
 * @returns the id of the cycle; null where there was nothing to open
 */
export async function continueSeries(tx: Transaction, organizationId: string, seriesId: string, now: Date): Promise<string | null> {
  const key = { organizationId_id: { organizationId, id: seriesId } };
  const series = await tx.cycleSeries.findUnique({ where: key, include: { organization: { select: { timeZone: true } } } });
  if (!series?.nextOpensAt || series.nextOpensAt > now) return null;
  const { timeZone } = series.organization;
  const opensAt = series.nextOpensAt;
  let nextOpensAt = quarterLater(opensAt, timeZone);
  while (nextOpensAt <= now) nextOpensAt = quarterLater(nextOpensAt, timeZone);
  await tx.cycleSeries.update({ where: key, data: { nextOpensAt, revision: { increment: 1 } }, select: { id: true } });
  const latest = await tx.cycle.findFirst({
    where: { organizationId, seriesId },
    orderBy: [{ openedAt: "desc" }, { period: "desc" }],
    select: { id: true, period: true },
  });
  const assessment = catalog().assessmentBySlug.get(series.assessmentSlug);
  // An assessment that is no longer in the catalogue has no version to ask.
  if (!latest || !assessment) return null;
  const { assessmentSlug, isAnonymous, asksEverybody, remindEveryDays, daysOpen, createdBy } = series;
  const period = nextPeriod(latest.period);
  const closesAt = daysLater(opensAt, timeZone, daysOpen);
  const { count } = await tx.cycle.createMany({
    data: [
      {
        ...{ assessmentHash: assessment.hash, assessmentSlug, period, openedAt: now, openedBy: createdBy, opensAt, isAnonymous, asksEverybody },
        // It stays open for as long as it should, also where it was opened late.
        closesAt: closesAt > now ? closesAt : daysLater(now, timeZone, daysOpen),
        ...{ remindEveryDays, ...weightColumns(weightsFromRow(series)), seriesId },
        nextReminderAt: remindEveryDays === null ? null : daysLater(now, timeZone, remindEveryDays),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const { id } = await tx.cycle.findUniqueOrThrow({
    where: { organizationId_assessmentSlug_period: { organizationId, assessmentSlug, period } },
    select: { id: true },
  });
  await copyAsked(tx, organizationId, latest.id, id);
  const name = `${period}: ${assessmentTitle(assessmentSlug, SOURCE_LANGUAGE)}`;
  await recordByItself(tx, { action: "cycle.opened_by_itself", object: { kind: "cycle", id, name } });
  return id;
}

/** In an order of its own: where each stands among the respondents says nothing. */
async function copyAsked(tx: Transaction, organizationId: string, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO respondent (id, cycle_id, member_id, address, language, respondent_role, work_function)
    SELECT gen_random_uuid(), ${to}::uuid, s.member_id, s.address, s.language, coalesce(m.respondent_role, s.respondent_role), coalesce(m.work_function, s.work_function)
    FROM respondent s LEFT JOIN member m ON m.organization_id = s.organization_id AND m.id = s.member_id
    WHERE s.organization_id = ${organizationId}::uuid AND s.cycle_id = ${from}::uuid
      AND (s.member_id IS NOT NULL OR (s.address IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mail_refusal f
        WHERE f.organization_id = s.organization_id AND f.address_hash = encode(sha256(convert_to(lower(s.address), 'UTF8')), 'hex'))))
    ORDER BY gen_random_uuid()
    ON CONFLICT DO NOTHING`;
}
