import { type Scope, scopeSchema } from "#app/domain/access/can.ts";
import { CLIENTS_A_PAGE } from "#app/domain/engagement/clients-query.ts";
import { dayOf, startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import { likeSigns } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

/** An engagement that runs, as one of its sides sees it. */
export type EngagementRow = {
  id: string;
  /** The name of the other side. */
  other: string;
  scopes: Scope[];
  startedOn: string;
  /** The last day; null: until one side ends it. */
  endsOn: string | null;
  /** Who works on it. */
  assigned: { memberId: string; name: string }[];
};

/** The engagements of an organisation that run, as a client or as a consultancy, by the other side's name. */
export async function listEngagements(
  db: Database,
  { organization }: Access,
  { q, page }: { q: string; page: number },
  now: Date,
): Promise<{ rows: EngagementRow[]; total: number }> {
  const isClient = organization.kind === "company";
  const other = isClient ? "consultancy" : "organization";
  const where = {
    ...(isClient ? { organizationId: organization.id } : { consultancyId: organization.id }),
    ...(q === "" ? {} : { [other]: { name: { contains: likeSigns(q), mode: "insensitive" as const } } }),
    endedAt: null,
    OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(now) } }],
  };
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const total = await tx.engagement.count({ where });
    const found = await tx.engagement.findMany({
      where,
      select: {
        id: true,
        scopes: true,
        startedAt: true,
        endsOn: true,
        organization: { select: { name: true } },
        consultancy: { select: { name: true } },
        assignments: { select: { memberId: true, person: { select: { name: true } } }, orderBy: { createdAt: "asc" } },
      },
      orderBy: [{ [other]: { name: "asc" } }, { id: "asc" }],
      skip: (page - 1) * CLIENTS_A_PAGE,
      take: CLIENTS_A_PAGE,
    });
    const rows = found.map(({ id, scopes, startedAt, endsOn, assignments, ...sides }) => ({
      id,
      other: sides[other].name,
      scopes: scopes.map((scope) => scopeSchema.parse(scope)),
      startedOn: dayOf(startedAt),
      endsOn: endsOn ? dayOf(endsOn) : null,
      assigned: assignments.map(({ memberId, person }) => ({ memberId, name: person.name })),
    }));
    return { rows, total };
  });
}
