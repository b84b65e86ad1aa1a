import { Prisma } from "@prisma/client";
import { ADMIN_PAGE_SIZE, type AdminQuery, type OrganizationSort } from "#app/domain/operator/admin-query.ts";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { BEING_ERASED } from "../tenancy/being-erased.server.ts";

export type OrganizationRow = {
  id: string;
  slug: string;
  name: string;
  kind: Kind;
  isSynthetic: boolean;
  members: number;
  createdAt: Date;
  /** When it is erased; null: it stays. */
  eraseAfter: Date | null;
  /** Until when an owner lets the operator look inside; null: they do not. */
  supportUntil: Date | null;
};

const ORDERS: Record<OrganizationSort, Prisma.Sql> = {
  name: Prisma.sql`lower(o.name), o.id`,
  newest: Prisma.sql`o.created_at DESC, o.id`,
  members: Prisma.sql`members DESC, lower(o.name), o.id`,
  leaving: Prisma.sql`o.erase_after NULLS LAST, lower(o.name), o.id`,
};

/** The organisations of the installation whose name or address has a text in it, in an order. @returns the rows of the page, and how many there are on all pages */
export async function listAllOrganizations(
  db: Database,
  { q, choice, page }: AdminQuery<OrganizationSort>,
  now: Date,
): Promise<{ rows: OrganizationRow[]; total: number }> {
  const like = containing(q);
  const found = Prisma.sql`FROM organization o WHERE o.kind <> 'nobody' AND o.erase_after IS DISTINCT FROM ${BEING_ERASED} AND (${q} = '' OR o.name ILIKE ${like} OR o.slug ILIKE ${like})`;
  return withOperator(db, async (tx) => {
    const rows = await tx.$queryRaw<
      OrganizationRow[]
    >`SELECT o.id::text AS id, o.slug, o.name, o.kind, o.is_synthetic AS "isSynthetic", o.created_at AS "createdAt",
        o.erase_after AS "eraseAfter", CASE WHEN o.support_access_until > ${now} THEN o.support_access_until END AS "supportUntil",
        (SELECT count(*)::int FROM member m WHERE m.organization_id = o.id) AS members
      ${found} ORDER BY ${ORDERS[choice]} LIMIT ${ADMIN_PAGE_SIZE} OFFSET ${(page - 1) * ADMIN_PAGE_SIZE}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
    return { rows, total: count!.total };
  });
}
