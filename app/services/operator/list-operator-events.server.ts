import type { Prisma } from "@prisma/client";
import { ADMIN_PAGE_SIZE, type AdminQuery } from "#app/domain/operator/admin-query.ts";
import type { OperatorActionChoice } from "#app/domain/operator/operator-actions.ts";
import { likeSigns } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

const SELECT = {
  ...{ id: true, at: true, personId: true, actorName: true, sessionId: true },
  ...{ action: true, objectId: true, objectName: true },
} as const satisfies Prisma.OperatorEventSelect;
export type OperatorEventRow = Prisma.OperatorEventGetPayload<{ select: typeof SELECT }>;

/** What operators did, with a text in who did it or to what, the newest first. @returns the rows of the page, and how many there are on all pages */
export async function listOperatorEvents(
  db: Database,
  { q, choice, page }: AdminQuery<OperatorActionChoice>,
): Promise<{ rows: OperatorEventRow[]; total: number }> {
  const text = { contains: likeSigns(q), mode: "insensitive" } as const;
  const where: Prisma.OperatorEventWhereInput = {
    ...(choice === "all" ? {} : { action: choice }),
    ...(q === "" ? {} : { OR: [{ actorName: text }, { objectName: text }] }),
  };
  return withOperator(db, async (tx) => ({
    rows: await tx.operatorEvent.findMany({
      where,
      select: SELECT,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * ADMIN_PAGE_SIZE,
      take: ADMIN_PAGE_SIZE,
    }),
    total: await tx.operatorEvent.count({ where }),
  }));
}
