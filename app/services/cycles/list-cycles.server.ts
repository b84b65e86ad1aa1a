import { Prisma } from "@prisma/client";
import { type CycleState, cycleState } from "#app/domain/cycles/cycle-state.ts";
import { CYCLES_A_PAGE, type CyclesQuery, type CycleSort } from "#app/domain/cycles/list-query.ts";
import type { Language } from "#app/words/language.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** `title`: of today's catalogue, in the reader's language. `opensAt`: when it opened, or will. `isAnswered`: by whoever asks. */
export type CycleRow = {
  id: string;
  slug: string;
  title: string;
  period: string;
  state: CycleState;
  opensAt: Date;
  closedAt: Date | null;
  isAnswered: boolean;
};
export type CycleChoice = { slug: string; title: string };

/**
 * The cycles of an organisation in an order; among equals the latest comes first.
 * @param query without a `page`: all of them, for a file
 * @returns the rows of the page, how many there are on all pages, and the assessments there are cycles of, by title
 */
export async function listCycles(
  db: Database,
  { organization, memberId }: Access,
  { assessment, state, page, ...order }: Omit<CyclesQuery, "page"> & { page?: number },
  { language, now }: { language: Language; now: Date },
): Promise<{ rows: CycleRow[]; total: number; choices: CycleChoice[] }> {
  const organizationId = organization.id;
  const ofAssessment = assessment === null ? Prisma.empty : Prisma.sql`AND c.assessment_slug = ${assessment}`;
  const inState = state === null ? Prisma.empty : Prisma.sql`AND ${standing(now)} = ${STANDINGS.indexOf(state)}`;
  const wanted = Prisma.sql`FROM cycle c WHERE c.organization_id = ${organizationId}::uuid ${ofAssessment} ${inState}`;
  const part = page ? Prisma.sql`LIMIT ${CYCLES_A_PAGE} OFFSET ${(page - 1) * CYCLES_A_PAGE}` : Prisma.empty;
  return withTenant(db, { organizationId }, async (tx) => {
    const kinds = await tx.cycle.findMany({ where: { organizationId }, distinct: ["assessmentSlug"], select: { assessmentSlug: true } });
    const choices = kinds
      .map(({ assessmentSlug: slug }) => ({ slug, title: assessmentTitle(slug, language) }))
      .sort((a, b) => a.title.localeCompare(b.title, language));
    const found = await tx.$queryRaw<
      Omit<CycleRow, "title" | "state">[]
    >`SELECT c.id, c.assessment_slug AS slug, c.period, ${OPENS_AT} AS "opensAt", CASE WHEN ${standing(now)} = 2 THEN COALESCE(c.closed_at, c.closes_at) END AS "closedAt",
      EXISTS (SELECT FROM respondent r WHERE r.organization_id = c.organization_id AND r.cycle_id = c.id AND r.member_id = ${memberId}::uuid AND r.has_answered)
      AS "isAnswered" ${wanted} ORDER BY ${orderBy(order, choices, now)} ${part}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${wanted}`;
    return {
      rows: found.map((row) => ({ ...row, title: assessmentTitle(row.slug, language), state: cycleState({ ...row, closesAt: null }, now) })),
      total: count!.total,
      choices,
    };
  });
}

const OPENS_AT = Prisma.sql`COALESCE(c.opens_at, c.opened_at)`;
/** In the order in which they stand. */
const STANDINGS: readonly CycleState[] = ["open", "planned", "closed"];

/** As `cycleState` says it: which of them a cycle is. */
function standing(now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN c.closed_at IS NOT NULL OR c.closes_at <= ${now} THEN 2 WHEN c.opens_at > ${now} THEN 1 ELSE 0 END`;
}

/** @param choices by title, which only the catalogue knows */
function orderBy({ sort, isRising }: Pick<CyclesQuery, "sort" | "isRising">, choices: readonly CycleChoice[], now: Date): Prisma.Sql {
  const titles = Prisma.sql`array_position(ARRAY[${Prisma.join(["", ...choices.map(({ slug }) => slug)])}]::text[], c.assessment_slug::text)`;
  const columns: Record<CycleSort, Prisma.Sql> = {
    standing: standing(now),
    title: titles,
    period: Prisma.sql`c.period`,
    opened: OPENS_AT,
  };
  return Prisma.sql`${columns[sort]} ${isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`}, c.closed_at DESC NULLS FIRST, ${OPENS_AT} DESC, c.id DESC`;
}
