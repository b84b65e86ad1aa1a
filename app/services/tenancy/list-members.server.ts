import { Prisma } from "@prisma/client";
import { ROLES, type Role } from "#app/domain/access/can.ts";
import { PAGE_SIZE, type PeopleQuery, type PeopleSort } from "#app/domain/tenancy/people-query.ts";
import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

export type MemberRow = {
  id: string;
  name: string;
  address: string;
  role: Role;
  respondentRole: RespondentRole | null;
  workFunction: WorkFunction | null;
  joinedAt: Date;
};

const ORDERS: Record<PeopleSort, Prisma.Sql> = {
  name: Prisma.sql`lower(p.name), m.id`,
  role: Prisma.sql`array_position(ARRAY[${Prisma.join([...ROLES])}]::text[], m.role::text), lower(p.name), m.id`,
  joined: Prisma.sql`m.created_at DESC, m.id`,
};

/**
 * The members of an organisation whose name or address has a text in it, in an order.
 * @param query without a `page`: all of them, for a file
 * @returns the rows of the page, and how many there are on all pages
 */
export async function listMembers(
  db: Database,
  { organization: { id } }: Access,
  { q, sort, page }: Omit<PeopleQuery, "page"> & { page?: number },
): Promise<{ rows: MemberRow[]; total: number }> {
  const like = containing(q);
  const found = Prisma.sql`FROM member m JOIN person p ON p.id = m.person_id
    WHERE m.organization_id = ${id}::uuid AND (${q} = '' OR p.name ILIKE ${like} OR p.email ILIKE ${like})`;
  const part = page ? Prisma.sql`LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}` : Prisma.empty;
  return withTenant(db, { organizationId: id }, async (tx) => {
    const rows = await tx.$queryRaw<MemberRow[]>`SELECT m.id, p.name, p.email AS address, m.role, m.respondent_role AS "respondentRole",
      m.work_function AS "workFunction", m.created_at AS "joinedAt" ${found} ORDER BY ${ORDERS[sort]} ${part}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
    return { rows, total: count!.total };
  });
}
