import type { Prisma } from "@prisma/client";
import type { Transaction } from "../db/pass-door.server.ts";

/**
 * Responses whose words belong to nobody any more: of an anonymous cycle, and part of a result that is out. Others have read them by then, and
 * if those of one who leaves went, they would see whose they were.
 */
const ARE_NOBODYS = { publishedIn: { not: null }, cycle: { isAnonymous: true } } satisfies Prisma.ResponseWhereInput;

/** Which of some responses keep their words when whoever gave them is erased, and which lose them. */
export function byTheirWords(where: Prisma.ResponseWhereInput): { kept: Prisma.ResponseWhereInput; taken: Prisma.ResponseWhereInput } {
  return {
    kept: { AND: [where, ARE_NOBODYS] },
    taken: { AND: [where, { OR: [{ publishedIn: null }, { cycleId: null }, { cycle: { isAnonymous: false } }] }] },
  };
}

/**
 * Takes out of responses what somebody wrote and where they said it can be seen; no stored figure rests on either. Also out of an answer that
 * was too old to count and is kept beside a blank one. @param tx inside of the organisation
 */
export async function takeWordsOut(tx: Transaction, organizationId: string, where: Prisma.ResponseWhereInput): Promise<void> {
  const responses = await tx.response.findMany({ where: byTheirWords(where).taken, select: { id: true } });
  const ids = responses.map(({ id }) => id);
  await tx.answer.updateMany({ where: { organizationId, responseId: { in: ids } }, data: { comment: null, evidenceLink: null, evidenceExpires: null } });
  await tx.$executeRaw`UPDATE answer SET value = value - 'comment' - 'evidence'
    WHERE organization_id = ${organizationId}::uuid AND response_id = ANY (${ids}::uuid[]) AND state = 'blank' AND jsonb_typeof(value) = 'object'`;
}
