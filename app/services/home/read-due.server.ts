import { CADENCES } from "#app/domain/kpis/kpi-terms.ts";
import { dayIn, nextReading } from "#app/domain/kpis/reading-period.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { RoadmapDue } from "#app/domain/organization-home/roadmap-due.ts";
import type { OpenCycle } from "#app/domain/organization-home/next-step.ts";
import type { Language } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { dueOf, roadmapStandingIn } from "./read-roadmap-standing.server.ts";
import { askedIn } from "../results/publish-result.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Days before its last one from which evidence is said to expire. */
const SOON_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
/** Open cycles that are named. */
const MOST_CYCLES = 6;

export type WhatIsDue = { openCycles: OpenCycle[]; evidence: { expired: number; expiring: number }; readingsDue: number; roadmap: RoadmapDue };

/** What an organisation waits for: cycles that are open, readings, evidence that expires, what its roadmap asks for. Counts only, and never who. */
export async function dueIn(tx: Transaction, access: Access, language: Language, now: Date): Promise<WhatIsDue> {
  const { organization, memberId } = access;
  const organizationId = organization.id;
  const open = await tx.cycle.findMany({
    where: { organizationId, closedAt: null, OR: [{ opensAt: null }, { opensAt: { lte: now } }] },
    orderBy: [{ closesAt: { sort: "asc", nulls: "last" } }, { openedAt: "desc" }],
    take: MOST_CYCLES,
    select: { id: true, assessmentSlug: true, period: true, closesAt: true, asksEverybody: true },
  });
  const openCycles: OpenCycle[] = [];
  for (const { id, assessmentSlug, period, closesAt, asksEverybody } of open) {
    const submitted = { organizationId, cycleId: id, submittedAt: { not: null } };
    const answered = await tx.response.count({ where: submitted });
    const asked = Math.max(answered, await askedIn(tx, { organizationId, cycleId: id }, asksEverybody));
    const own = memberId ? await tx.respondent.findFirst({ where: { organizationId, cycleId: id, memberId }, select: { hasAnswered: true } }) : null;
    const named = memberId ? await tx.response.count({ where: { ...submitted, memberId } }) : 0;
    const isAsked = memberId !== null && (asksEverybody || own !== null);
    openCycles.push({
      ...{ id, title: assessmentTitle(assessmentSlug, language), period, answered, asked, closesAt: closesAt?.toISOString() ?? null },
      waitsForYou: isAsked && !own?.hasAnswered && named === 0,
    });
  }
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const soon = new Date(today.getTime() + SOON_DAYS * DAY_MS);
  const kpis = await tx.kpi.findMany({
    where: { organizationId, archivedAt: null },
    select: { cadence: true, createdAt: true, readings: { orderBy: { on: "desc" }, take: 1, select: { on: true } } },
  });
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  return {
    openCycles,
    roadmap: dueOf(await roadmapStandingIn(tx, access, language, now)),
    evidence: {
      expired: await tx.evidence.count({ where: { organizationId, expiresOn: { lt: today } } }),
      expiring: await tx.evidence.count({ where: { organizationId, expiresOn: { gte: today, lte: soon } } }),
    },
    readingsDue: kpis.filter(({ cadence, createdAt, readings }) => {
      const latestOn = readings[0] ? day(readings[0].on) : null;
      return nextReading(
        { cadence: CADENCES.find((known) => known === cadence) ?? "quarter", begunOn: day(createdAt), latestOn },
        dayIn(organization.timeZone, now),
      ).isDue;
    }).length,
  };
}
