import { can } from "#app/domain/access/can.ts";
import { workOf } from "#app/domain/board/board-card.ts";
import { INITIATIVE_STATES, type InitiativeState } from "#app/domain/board/initiative-state.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { NO_ROADMAP_DUE, type RoadmapDue, roadmapDue } from "#app/domain/organization-home/roadmap-due.ts";
import type { Language } from "#app/words/language.ts";
import { dayOf } from "../board/initiative-row.server.ts";
import { boardInitiatives } from "../board/read-board.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** The plan that was adopted last: scores as it projected them then, 0..100, unrounded; quarters such as "2027-Q1". */
export type AdoptedPlan = { name: string; adoptedAt: string; firstQuarter: string; lastQuarter: string; today: number; end: number };
export type RoadmapStanding = { due: RoadmapDue; counts: Record<InitiativeState, number>; all: number; adoption: AdoptedPlan | null };

type Adopted = { name: string; adoptedAt: Date; firstQuarter: string; quarters: number; today: number; end: number };

/** Where the roadmap of an organisation stands: counts and the adopted plan, and never who. Null for who may not see it. */
export async function roadmapStandingIn(tx: Transaction, { organization, actor }: Access, language: Language, now: Date): Promise<RoadmapStanding | null> {
  if (!can(actor, "roadmap.view")) return null;
  const organizationId = organization.id;
  const today = await organizationDayIn(tx, organizationId, now);
  const board = await boardInitiatives(tx, organizationId, language);
  const leaps = await tx.roadmapInitiative.findMany({
    where: { organizationId, leapOfFaith: { not: null }, verdict: null },
    select: { id: true, measureOn: true },
  });
  const leapOf = new Map(leaps.map(({ id, measureOn }) => [id, { measureOn: dayOf(measureOn) }]));
  const planned = await tx.scenario.findMany({ where: { organizationId, state: "planned", plannedAt: { not: null } }, select: { plannedAt: true } });
  // Not the plan itself, which is large.
  const [adopted] = await tx.$queryRaw<
    Adopted[]
  >`SELECT name, adopted_at AS "adoptedAt", first_quarter AS "firstQuarter", (wishes->>'quarters')::int AS quarters,
      (outcome->>'today')::float8 AS today, coalesce(outcome->'projected'->>-1, outcome->>'today')::float8 AS "end"
    FROM roadmap_adoption WHERE organization_id = ${organizationId}::uuid ORDER BY adopted_at DESC, id DESC LIMIT 1`;
  const adoption = adopted ? { ...adopted, adoptedAt: adopted.adoptedAt.toISOString() } : null;
  const due = roadmapDue(
    {
      board: board.map(({ source, ...entry }) => ({ ...entry, work: source && workOf(source), leap: leapOf.get(entry.id) ?? null })),
      planned: planned.map(({ plannedAt }) => plannedAt!.toISOString()),
      adoption,
    },
    today,
  );
  const count = (state: InitiativeState) => board.filter((entry) => entry.state === state).length;
  return {
    ...{ due, all: board.length },
    counts: Object.fromEntries(INITIATIVE_STATES.map((state) => [state, count(state)])) as Record<InitiativeState, number>,
    adoption: adoption && {
      ...{ name: adoption.name, adoptedAt: adoption.adoptedAt, firstQuarter: adoption.firstQuarter, today: adoption.today, end: adoption.end },
      lastQuarter: quarterAfter(adoption.firstQuarter, adoption.quarters - 1),
    },
  };
}

/** What is due of it; nothing for who may not see it. */
export const dueOf = (standing: RoadmapStanding | null): RoadmapDue => standing?.due ?? NO_ROADMAP_DUE;
