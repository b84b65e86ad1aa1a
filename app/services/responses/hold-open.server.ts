import type { Prisma } from "@prisma/client";

/** Locks the response until the transaction ends, so that saving and submitting cannot overlap; false when it is submitted. */
export async function holdOpen(tx: Prisma.TransactionClient, responseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT submitted_at IS NULL AS open FROM response WHERE id = ${responseId}::uuid FOR UPDATE`;
  return rows[0]?.open === true;
}
