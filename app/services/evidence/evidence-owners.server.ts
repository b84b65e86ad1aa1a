import { can, ROLES } from "#app/domain/access/can.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** Who may keep an evidence up to date. */
export type EvidenceOwner = { id: string; name: string };

const ROLES_THAT_EDIT = ROLES.filter((role) => can({ kind: "member", role }, "evidence.edit"));

/** The members who may, by name, inside the organisation's door. @param kept one who had it before stays among them, whatever they may now */
export async function ownersIn(tx: Transaction, organizationId: string, kept: EvidenceOwner | null = null): Promise<EvidenceOwner[]> {
  const members = await tx.member.findMany({
    where: { organizationId, role: { in: [...ROLES_THAT_EDIT] } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: { id: true, person: { select: { name: true } } },
  });
  const owners = members.map(({ id, person }) => ({ id, name: person.name }));
  return kept && !owners.some(({ id }) => id === kept.id) ? [...owners, kept] : owners;
}

/** What a member is called, while the organisation is held; null for somebody who has left, and for nobody. */
export async function memberName(tx: Transaction, organizationId: string, memberId: string | null): Promise<string | null> {
  if (memberId === null) return null;
  const member = await tx.member.findUnique({
    where: { organizationId_id: { organizationId, id: memberId } },
    select: { person: { select: { name: true } } },
  });
  return member?.person.name ?? null;
}
