import type { Prisma } from "@prisma/client";
import type { AuditWishes, Cursor } from "#app/domain/tenancy/audit-query.ts";
import { actionsSaying } from "#app/domain/tenancy/event-in-words.ts";
import type { Words } from "#app/words/say.ts";
import { likeSigns } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type AuditRow = {
  id: string;
  at: Date;
  actorName: string;
  actorFor: string | null;
  sessionId: string | null;
  action: string;
  objectKind: string;
  objectId: string | null;
  objectName: string | null;
  detail: unknown;
};

const SELECT = {
  id: true,
  at: true,
  actorName: true,
  actorFor: true,
  sessionId: true,
  action: true,
  objectKind: true,
  objectId: true,
  objectName: true,
  detail: true,
} as const;

/**
 * A part of an organisation's audit trail, the newest first. A text is looked for in who, for which firm, to what, and in the words
 * of what was done.
 * @param most rows
 * @returns the rows, and where the next part goes on; null: there is none
 */
export async function listEvents(
  db: Database,
  { organization }: Pick<Access, "organization">,
  wishes: AuditWishes,
  words: Words,
  most: number,
): Promise<{ rows: AuditRow[]; next: Cursor | null }> {
  const found = await withTenant(db, { organizationId: organization.id }, (tx) =>
    tx.auditEvent.findMany({
      where: { organizationId: organization.id, AND: [ofTime(wishes), ofText(wishes.q, words), beyond(wishes.after)] },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: most + 1,
      select: SELECT,
    }),
  );
  const rows = found.slice(0, most);
  const last = rows.at(-1);
  return { rows, next: found.length > most && last ? { at: last.at, id: last.id } : null };
}

function ofTime({ since, before }: AuditWishes): Prisma.AuditEventWhereInput {
  return { at: { ...(since ? { gte: since } : {}), ...(before ? { lt: before } : {}) } };
}

function ofText(q: string, words: Words): Prisma.AuditEventWhereInput {
  if (q === "") return {};
  const contains = { contains: likeSigns(q), mode: "insensitive" } as const;
  return { OR: [{ actorName: contains }, { actorFor: contains }, { objectName: contains }, { action: { in: actionsSaying(q, words) } }] };
}

function beyond(after: Cursor | null): Prisma.AuditEventWhereInput {
  return after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {};
}
