import type { Prisma } from "@prisma/client";
import { can } from "#app/domain/access/can.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ownResponses } from "../responses/own-responses.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/**
 * Which single results of an organisation somebody may see: what they have answered themselves, and, where they see results at all, what
 * was brought in and what was answered in named cycles. Those of others in anonymous cycles nobody sees by themselves. Null: none.
 * @param tx inside of the organisation
 */
export async function visibleResults(tx: Transaction, { organization, actor, memberId }: Access): Promise<Prisma.ResponseWhereInput | null> {
  const organizationId = organization.id;
  const submitted = { organizationId, submittedAt: { not: null } };
  const own = memberId !== null && can(actor, "cycles.respond") ? [await ownResponses(tx, organizationId, memberId)] : [];
  if (can(actor, "results.view")) return { ...submitted, OR: [...own, { cycleId: null }, { cycle: { isAnonymous: false } }] };
  return own.length > 0 ? { ...submitted, OR: own } : null;
}

/** The same for statements that are ordered by what is in the results: whether others' are seen too, and one's own ids. Null: none. */
export async function seenResults(tx: Transaction, { organization, actor, memberId }: Access): Promise<{ others: boolean; own: string[] } | null> {
  const others = can(actor, "results.view");
  if (memberId === null || !can(actor, "cycles.respond")) return others ? { others, own: [] } : null;
  const where = { ...(await ownResponses(tx, organization.id, memberId)), submittedAt: { not: null } };
  return { others, own: (await tx.response.findMany({ where, select: { id: true } })).map(({ id }) => id) };
}
