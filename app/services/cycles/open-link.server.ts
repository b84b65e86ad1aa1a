import { randomUUID } from "node:crypto";
import type { Transaction } from "../db/pass-door.server.ts";
import { openLinkTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Makes the open link of a cycle; one that there is ends with it. @param tx inside of the organisation, which is held */
export async function addOpenLink(
  tx: Transaction,
  { organization, person }: Access,
  cycleId: string,
  expiresAt: Date,
  { secret, now }: { secret: string; now: Date },
): Promise<void> {
  const organizationId = organization.id;
  await revokeOpenLinks(tx, organizationId, cycleId, now);
  const id = randomUUID();
  const token = openLinkTokenOf(secret, { organizationId, linkId: id });
  await tx.openLink.createMany({ data: [{ id, cycleId, tokenHash: tokenHash(token), expiresAt, createdBy: person.name }] });
}

/** Ends the open links of a cycle; who has begun by one goes on. @returns how many there were */
export async function revokeOpenLinks(tx: Transaction, organizationId: string, cycleId: string, now: Date): Promise<number> {
  const { count } = await tx.openLink.updateMany({ where: { organizationId, cycleId, revokedAt: null }, data: { revokedAt: now } });
  return count;
}
