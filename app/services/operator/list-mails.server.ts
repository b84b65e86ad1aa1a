import type { Prisma } from "@prisma/client";
import { ADMIN_PAGE_SIZE, type AdminQuery, type MailStanding } from "#app/domain/operator/admin-query.ts";
import { likeSigns } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/** What may be read of a mail: everything but what it says, which may open an account. */
const SELECT = {
  id: true,
  kind: true,
  address: true,
  language: true,
  attempts: true,
  createdAt: true,
  dueAt: true,
  sentAt: true,
  failedAt: true,
  problem: true,
} as const satisfies Prisma.MailSelect;
export type MailRow = Prisma.MailGetPayload<{ select: typeof SELECT }>;

const STANDINGS: Record<MailStanding, Prisma.MailWhereInput> = {
  failed: { failedAt: { not: null } },
  waiting: { sentAt: null, failedAt: null },
  sent: { sentAt: { not: null } },
};

/** Mails that stand somewhere, to addresses with a text in them, the newest first. @returns the rows of the page, and how many there are on all pages */
export async function listMails(db: Database, { q, choice, page }: AdminQuery<MailStanding>): Promise<{ rows: MailRow[]; total: number }> {
  const where = { ...STANDINGS[choice], ...(q === "" ? {} : { address: { contains: likeSigns(q), mode: "insensitive" } as const }) };
  return withOperator(db, async (tx) => ({
    rows: await tx.mail.findMany({
      where,
      select: SELECT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * ADMIN_PAGE_SIZE,
      take: ADMIN_PAGE_SIZE,
    }),
    total: await tx.mail.count({ where }),
  }));
}
