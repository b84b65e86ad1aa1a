import { Prisma } from "@prisma/client";
import { ADMIN_PAGE_SIZE, type AdminQuery, type PersonSort } from "#app/domain/operator/admin-query.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

export type PersonRow = {
  id: string;
  name: string;
  address: string;
  isVerified: boolean;
  hasSecondFactor: boolean;
  isOperator: boolean;
  memberships: number;
  createdAt: Date;
};

const ORDERS: Record<PersonSort, Prisma.Sql> = {
  name: Prisma.sql`lower(p.name), p.id`,
  newest: Prisma.sql`p.created_at DESC, p.id`,
};

/** The people with an account whose name or address has a text in it, in an order. @returns the rows of the page, and how many there are on all pages */
export async function listAllPeople(db: Database, { q, choice, page }: AdminQuery<PersonSort>): Promise<{ rows: PersonRow[]; total: number }> {
  const like = containing(q);
  const found = Prisma.sql`FROM person p WHERE ${q} = '' OR p.name ILIKE ${like} OR p.email ILIKE ${like}`;
  return withOperator(db, async (tx) => {
    const rows = await tx.$queryRaw<PersonRow[]>`SELECT p.id::text AS id, p.name, p.email AS address, p.email_verified AS "isVerified",
        p.two_factor_enabled AS "hasSecondFactor", p.operator_since IS NOT NULL AS "isOperator", p.created_at AS "createdAt",
        (SELECT count(*)::int FROM member m WHERE m.person_id = p.id) AS memberships
      ${found} ORDER BY ${ORDERS[choice]} LIMIT ${ADMIN_PAGE_SIZE} OFFSET ${(page - 1) * ADMIN_PAGE_SIZE}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
    return { rows, total: count!.total };
  });
}
