import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Of } from "./stored-figures.server.ts";

/** `by`: whose it is, in a cycle that names those who answer; null where it does not, and where they are gone. */
export type TeamNote = { text: string; by: string | null };
export type TeamEvidence = { link: string; expires: string | null; by: string | null };
/** `evidence` is null where it is not shown, since it would tell of few. */
export type TeamNotes = { comments: TeamNote[]; evidence: TeamEvidence[] | null; pages: number };

export const NOTES_A_PAGE = 20;

/**
 * The comments and links to evidence that people have left at a question of a cycle: of those alone who are part of a result that is shown.
 * In an order that has nothing to do with who they are or when they answered, another one at every question, and always the same.
 * @param page from 1
 * @param showsEvidence whether how many gave evidence may be said, and so the links may be shown
 */
export async function teamNotes(
  db: Database,
  { organizationId, cycleId }: Of,
  itemId: string,
  { page, showsEvidence }: { page: number; showsEvidence: boolean },
): Promise<TeamNotes> {
  const skipped = (page - 1) * NOTES_A_PAGE;
  const from = Prisma.sql`FROM answer a JOIN response r ON r.organization_id = a.organization_id AND r.id = a.response_id
    WHERE r.organization_id = ${organizationId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.published_in IS NOT NULL AND a.item_id = ${itemId}`;
  const by = Prisma.sql`(SELECT p.name FROM member m JOIN person p ON p.id = m.person_id WHERE m.organization_id = r.organization_id AND m.id = r.member_id)`;
  const asked = Prisma.sql`(SELECT d.address FROM respondent d WHERE d.organization_id = r.organization_id AND d.id = r.respondent_id)`;
  const portion = Prisma.sql`ORDER BY md5(a.response_id::text || a.item_id), a.response_id LIMIT ${NOTES_A_PAGE} OFFSET ${skipped}`;
  return withTenant(db, { organizationId }, async (tx) => {
    const comments = await tx.$queryRaw<TeamNote[]>`SELECT a.comment AS text, coalesce(${by}, ${asked}) AS by ${from} AND a.comment IS NOT NULL ${portion}`;
    const evidence = showsEvidence
      ? await tx.$queryRaw<TeamEvidence[]>`SELECT a.evidence_link AS link, a.evidence_expires AS expires, coalesce(${by}, ${asked}) AS by
      ${from} AND a.evidence_link IS NOT NULL ${portion}`
      : null;
    const [counts] = await tx.$queryRaw<{ most: number }[]>`
      SELECT greatest(count(a.comment), count(a.evidence_link) FILTER (WHERE ${showsEvidence}))::int AS most ${from}`;
    return { comments, evidence, pages: Math.max(1, Math.ceil(counts!.most / NOTES_A_PAGE)) };
  });
}
