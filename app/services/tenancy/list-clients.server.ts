import { Prisma } from "@prisma/client";
import { type Scope, scopeSchema } from "#app/domain/access/can.ts";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { type CycleState, cycleState } from "#app/domain/cycles/cycle-state.ts";
import { CLIENTS_A_PAGE, type ClientsQuery, type ClientSort } from "#app/domain/engagement/clients-query.ts";
import { dayOf, startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import { type NextStep, nextStep } from "#app/domain/engagement/next-step.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { BEING_ERASED } from "./being-erased.server.ts";

/** A client that somebody is assigned to, with as much of its state as the engagement shows. */
export type ClientRow = {
  engagementId: string;
  slug: string;
  name: string;
  isSynthetic: boolean;
  /** The person's own firm that the engagement is with. */
  firm: string;
  scopes: Scope[];
  /** The last day; null: until one side ends it. */
  endsOn: string | null;
  /**
   * The latest result, unrounded: one that was brought along, or the mean of the people of a closed cycle as it was computed and stored
   * then. Of a cycle in which fewer than five have a score nothing is shown, since one of them could be told from it. Null where there is
   * none, or the engagement shows none. `on` is the day by the client’s calendar.
   */
  result: { assessment: string; score: number | null; level: number | null; on: string; people: number | null } | null;
  /** `answered` is null where the engagement does not show how many have. */
  cycle: { id: string; assessment: string; period: string; state: CycleState; answered: number | null } | null;
  next: NextStep;
};

type Found = {
  engagementId: string;
  slug: string;
  name: string;
  isSynthetic: boolean;
  firm: string;
  scopes: string[];
  endsOn: Date | null;
  resultOf: string | null;
  score: number | null;
  level: number | null;
  resultAt: Date | null;
  timeZone: string;
  people: number | null;
  cycleId: string | null;
  cycleOf: string | null;
  period: string | null;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  answered: number | null;
};

const ORDERS: Record<ClientSort, Prisma.Sql> = {
  name: Prisma.sql`lower(c.name), c.id`,
  score: Prisma.sql`latest.score NULLS LAST, lower(c.name), c.id`,
  cycle: Prisma.sql`cycle.opened_at DESC NULLS LAST, lower(c.name), c.id`,
  end: Prisma.sql`c.ends_on NULLS LAST, lower(c.name), c.id`,
};

/**
 * The clients that a consultant is assigned to and whose engagement runs, whose name has a text in it, in an order. Two statements,
 * however many clients there are; what the engagement does not show is left out by row-level security too.
 * @returns the rows of the page, and how many there are on all pages
 */
export async function listClients(db: Database, person: { personId: string }, query: ClientsQuery, now: Date): Promise<{ rows: ClientRow[]; total: number }> {
  const { q, sort, page } = query;
  const mine = Prisma.sql`SELECT e.organization_id, e.id, e.scopes::text[] AS scopes, e.ends_on, o.name, o.slug, o.is_synthetic, o.time_zone, f.name AS firm
    FROM engagement_assignment a
    JOIN engagement e ON e.organization_id = a.organization_id AND e.id = a.engagement_id
    JOIN organization o ON o.id = e.organization_id
    JOIN organization f ON f.id = e.consultancy_id
    WHERE a.person_id = ${person.personId}::uuid AND e.ended_at IS NULL AND (e.ends_on IS NULL OR e.ends_on >= ${dayOf(startOfDay(now))}::date)
      AND o.erase_after IS DISTINCT FROM ${BEING_ERASED}
      AND (${q} = '' OR o.name ILIKE ${containing(q)})`;
  return withPerson(db, person, async (tx) => {
    const found = await tx.$queryRaw<Found[]>`WITH c AS (${mine})
      SELECT c.id AS "engagementId", c.slug, c.name, c.is_synthetic AS "isSynthetic", c.time_zone AS "timeZone", c.firm, c.scopes, c.ends_on AS "endsOn",
        latest.slug AS "resultOf", latest.score, latest.level, latest.at AS "resultAt", latest.people,
        cycle.id AS "cycleId", cycle.assessment_slug AS "cycleOf", cycle.period, cycle.opens_at AS "opensAt", cycle.closes_at AS "closesAt", cycle.closed_at AS "closedAt",
        CASE WHEN c.scopes && ARRAY['run_assessments', 'see_results'] THEN (
          SELECT count(*)::int FROM response n WHERE n.organization_id = c.organization_id AND n.cycle_id = cycle.id AND n.submitted_at IS NOT NULL) END AS answered
      FROM c
      LEFT JOIN LATERAL (
        (SELECT v.slug, r.submitted_at AS at, (s.score->'overall'->>'score')::float8 AS score, (s.score->'overall'->>'gatedLevel')::int AS level, NULL::int AS people
        FROM response r
        JOIN result s ON s.organization_id = r.organization_id AND s.response_id = r.id
        JOIN assessment_version v ON v.hash = r.assessment_hash
        WHERE r.organization_id = c.organization_id AND r.cycle_id IS NULL AND r.submitted_at IS NOT NULL AND 'see_results' = ANY (c.scopes)
        ORDER BY r.submitted_at DESC, r.id DESC LIMIT 1)
        UNION ALL
        (SELECT y.assessment_slug, y.closed_at, (t.figures->'overall'->>'mean')::float8, NULL, (t.figures->'overall'->>'n')::int
        FROM cycle y
        JOIN LATERAL (SELECT n.figures, n.respondents FROM team_result n WHERE n.organization_id = y.organization_id AND n.cycle_id = y.id
          ORDER BY n.number DESC LIMIT 1) t ON true
        WHERE y.organization_id = c.organization_id AND y.closed_at IS NOT NULL AND 'see_results' = ANY (c.scopes)
          AND t.respondents >= ${SMALLEST_GROUP} AND t.figures->'overall'->>'mean' IS NOT NULL
        ORDER BY y.closed_at DESC, y.id DESC LIMIT 1)
        ORDER BY at DESC LIMIT 1) latest ON true
      LEFT JOIN LATERAL (
        SELECT y.id, y.assessment_slug, y.period, y.opened_at, y.opens_at, y.closes_at, y.closed_at FROM cycle y
        WHERE y.organization_id = c.organization_id ORDER BY y.opened_at DESC, y.id DESC LIMIT 1) cycle ON true
      ORDER BY ${ORDERS[sort]} LIMIT ${CLIENTS_A_PAGE} OFFSET ${(page - 1) * CLIENTS_A_PAGE}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${mine}) c`;
    return { rows: found.map((row) => clientRow(row, now)), total: count!.total };
  });
}

function clientRow({ engagementId, slug, name, isSynthetic, firm, ...found }: Found, now: Date): ClientRow {
  const scopes = found.scopes.map((scope) => scopeSchema.parse(scope));
  const cycle = found.cycleId
    ? { id: found.cycleId, assessment: found.cycleOf!, period: found.period!, state: cycleState(found, now), answered: found.answered }
    : null;
  const result = found.resultAt
    ? { assessment: found.resultOf!, score: found.score, level: found.level, on: dayIn(found.timeZone, found.resultAt), people: found.people }
    : null;
  return {
    engagementId,
    slug,
    name,
    isSynthetic,
    firm,
    scopes,
    endsOn: found.endsOn ? dayOf(found.endsOn) : null,
    result,
    cycle,
    next: nextStep(cycle, scopes),
  };
}
