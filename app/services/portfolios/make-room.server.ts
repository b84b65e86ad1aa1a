import type { Prisma } from "@prisma/client";

/** The page scores every member anew at each visit. */
export const MOST_MEMBERS = 100;

/** Locks the portfolio until the transaction ends, so that what is put into it comes one after the other; false when it is full. */
export async function hasRoom(tx: Prisma.TransactionClient, portfolioId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM portfolio WHERE id = ${portfolioId}::uuid FOR NO KEY UPDATE`;
  return (await tx.portfolioMember.count({ where: { portfolioId } })) < MOST_MEMBERS;
}
