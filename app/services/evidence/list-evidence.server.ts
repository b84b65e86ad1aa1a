import { Prisma } from "@prisma/client";
import { EVIDENCE_A_PAGE, type EvidenceQuery, type EvidenceSort } from "#app/domain/evidence/evidence-query.ts";
import { dayAfter, type EvidenceState, EXPIRES_SOON_DAYS } from "#app/domain/evidence/evidence-state.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import type { Question } from "./question-texts.server.ts";

/** `file` and `size` are null for a link; `expires` is an ISO date. */
export type EvidenceRow = {
  id: string;
  slug: string;
  item: string;
  title: string;
  link: string | null;
  file: string | null;
  size: number | null;
  owner: string | null;
  expires: string | null;
};

/** `today` is an ISO date; `questions` are those of the catalogue, in whose order the register stands and whose texts are searched. */
export type Asked = { today: string; questions: readonly Question[] };

const keyOf = ({ slug, item }: Pick<Question, "slug" | "item">) => `${slug} ${item}`;

/**
 * The register of an organisation: the evidence whose title, link, file, owner or question has a text in it, in a state, in an order.
 * @param query without a `page`: all of them, for a file
 * @returns the rows of the page, and how many there are on all pages
 */
export async function listEvidence(
  db: Database,
  { organization: { id } }: Access,
  { q, sort, state, page }: Omit<EvidenceQuery, "page"> & { page?: number },
  { today, questions }: Asked,
): Promise<{ rows: EvidenceRow[]; total: number }> {
  const like = containing(q);
  const asking = questions.filter(({ text }) => q !== "" && text.toLowerCase().includes(q.toLowerCase())).map(keyOf);
  const found = Prisma.sql`FROM evidence e LEFT JOIN evidence_file f ON f.organization_id = e.organization_id AND f.evidence_id = e.id
    LEFT JOIN member m ON m.organization_id = e.organization_id AND m.id = e.owner_id LEFT JOIN person p ON p.id = m.person_id
    WHERE e.organization_id = ${id}::uuid AND ${ofState(state, today)} AND (${q} = '' OR e.title ILIKE ${like} OR e.link ILIKE ${like} OR f.name ILIKE ${like}
      OR p.name ILIKE ${like} OR (e.assessment_slug || ' ' || e.item_id) = ANY(${asking}::text[]))`;
  const part = page ? Prisma.sql`LIMIT ${EVIDENCE_A_PAGE} OFFSET ${(page - 1) * EVIDENCE_A_PAGE}` : Prisma.empty;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const rows = await tx.$queryRaw<EvidenceRow[]>`SELECT e.id, e.assessment_slug AS slug, e.item_id AS item, e.title, e.link, f.name AS file, f.size,
      p.name AS owner, to_char(e.expires_on, 'YYYY-MM-DD') AS expires ${found} ORDER BY ${orderBy(sort, questions)} ${part}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
    return { rows, total: count!.total };
  });
}

/** As `evidenceState` says. */
function ofState(state: EvidenceState | null, today: string): Prisma.Sql {
  const soon = dayAfter(today, EXPIRES_SOON_DAYS);
  switch (state) {
    case null:
      return Prisma.sql`true`;
    case "expired":
      return Prisma.sql`e.expires_on < ${today}::date`;
    case "expires":
      return Prisma.sql`e.expires_on BETWEEN ${today}::date AND ${soon}::date`;
    case "holds":
      return Prisma.sql`(e.expires_on IS NULL OR e.expires_on > ${soon}::date)`;
  }
}

function orderBy(sort: EvidenceSort, questions: readonly Question[]): Prisma.Sql {
  switch (sort) {
    case "title":
      return Prisma.sql`lower(e.title), e.id`;
    case "expiry":
      return Prisma.sql`e.expires_on NULLS LAST, lower(e.title), e.id`;
    case "newest":
      return Prisma.sql`e.created_at DESC, e.id`;
    case "question":
      return Prisma.sql`array_position(${questions.map(keyOf)}::text[], e.assessment_slug || ' ' || e.item_id) NULLS LAST, e.assessment_slug, e.item_id, lower(e.title), e.id`;
  }
}
