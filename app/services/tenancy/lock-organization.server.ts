import { type Actor, canGrant, type Role, roleSchema } from "#app/domain/access/can.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { Access } from "./find-access.server.ts";

/** Who acts, as they stand once nobody else changes who is who. */
export type Acting = { actor: Actor | null; role: Role | null; isLeaving: boolean };

/**
 * Holds the organisation's row until the transaction ends, so that changes of its people happen one after the other (and no more: a
 * new row that refers to it, such as of somebody who joins, waits for nothing, so that the two cannot wait for each other), and reads anew
 * what the acting member may do: whoever was removed or lowered while this waited has lost it. `actor` is null for who is no member.
 */
export async function lockOrganization(tx: Transaction, { organization, memberId }: Access): Promise<Acting> {
  const [row] = await tx.$queryRaw<{ erase_after: Date | null }[]>`SELECT erase_after FROM organization WHERE id = ${organization.id}::uuid FOR NO KEY UPDATE`;
  const member = memberId
    ? await tx.member.findUnique({ where: { organizationId_id: { organizationId: organization.id, id: memberId } }, select: { role: true } })
    : null;
  const role = member ? roleSchema.parse(member.role) : null;
  return { actor: role ? { kind: "member", role } : null, role, isLeaving: row ? row.erase_after !== null : true };
}

/** Whether who acts may give or take every one of these roles, in an organisation that stays. */
export function mayGrant({ actor, isLeaving }: Acting, ...roles: Role[]): boolean {
  return !isLeaving && actor !== null && roles.every((role) => canGrant(actor, role));
}

/** Whether an organisation has one owner left. Ask it only while the organisation is locked. */
export async function isLastOwner(tx: Transaction, { organization }: Access, role: Role): Promise<boolean> {
  return role === "owner" && (await tx.member.count({ where: { organizationId: organization.id, role: "owner" } })) <= 1;
}
