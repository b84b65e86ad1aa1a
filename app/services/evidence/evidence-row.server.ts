import type { Prisma } from "@prisma/client";
import { isId } from "../db/is-id.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** An evidence without the content of its file. `owner` keeps it up to date; null: nobody does. Days are ISO dates. */
export type EvidenceDetail = {
  id: string;
  slug: string;
  item: string;
  title: string;
  link: string | null;
  file: { name: string; mediaType: string; size: number } | null;
  owner: { id: string; name: string } | null;
  expires: string | null;
  addedBy: string;
  createdAt: Date;
  revision: number;
};

const SELECT = {
  ...{ id: true, assessmentSlug: true, itemId: true, title: true, link: true, expiresOn: true, addedBy: true, createdAt: true, revision: true },
  file: { select: { name: true, mediaType: true, size: true } },
  owner: { select: { id: true, person: { select: { name: true } } } },
} satisfies Prisma.EvidenceSelect;

/** One evidence, inside the organisation's door; null for an id of none, and of another organisation's. */
export async function evidenceIn(tx: Transaction, organizationId: string, id: string): Promise<EvidenceDetail | null> {
  if (!isId(id)) return null;
  const row = await tx.evidence.findUnique({ where: { organizationId_id: { organizationId, id } }, select: SELECT });
  if (!row) return null;
  const { assessmentSlug, itemId, expiresOn, owner, ...evidence } = row;
  return {
    ...evidence,
    slug: assessmentSlug,
    item: itemId,
    expires: dayText(expiresOn),
    owner: owner && { id: owner.id, name: owner.person.name },
  };
}

/** A day as the database keeps it. */
export function dayColumn(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** The same as text in ISO 8601. */
export function dayText(day: Date | null): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}
