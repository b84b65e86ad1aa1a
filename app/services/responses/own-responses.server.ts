import type { Prisma } from "@prisma/client";
import type { Transaction } from "../db/pass-door.server.ts";
import { installationSecret } from "../env/session-secret-instance.server.ts";
import { cycleTokenOf, tokenHash } from "./respondent-token.server.ts";

/**
 * What a member has answered themselves: in named cycles and brought in, where the rows say so, and in anonymous ones, where only the
 * token does that is computed for them. To be asked for nobody else than the member, and for erasing them.
 * @param tx inside of the organisation
 */
export async function ownResponses(tx: Transaction, organizationId: string, memberId: string): Promise<Prisma.ResponseWhereInput> {
  return { organizationId, OR: [{ memberId }, { takeTokenHash: { in: await anonymousHashes(tx, organizationId, memberId) } }] };
}

/**
 * What was answered at an address, in whatever cycle of an organisation: for erasing whose it was.
 * @param tx inside of the organisation
 */
export async function responsesOfAddress(tx: Transaction, organizationId: string, address: string): Promise<Prisma.ResponseWhereInput> {
  const asked = await tx.respondent.findMany({
    where: { organizationId, address: { equals: address, mode: "insensitive" } },
    select: { id: true, cycleId: true },
  });
  const hashes = asked.map(({ id, cycleId }) => tokenHash(cycleTokenOf(installationSecret(), { organizationId, cycleId, whom: id })));
  return { organizationId, OR: [{ respondentId: { in: asked.map(({ id }) => id) } }, { takeTokenHash: { in: hashes } }] };
}

async function anonymousHashes(tx: Transaction, organizationId: string, memberId: string): Promise<string[]> {
  const cycles = await tx.cycle.findMany({ where: { organizationId, isAnonymous: true }, select: { id: true } });
  return cycles.map(({ id: cycleId }) => tokenHash(cycleTokenOf(installationSecret(), { organizationId, cycleId, whom: memberId })));
}
