import { can } from "#app/domain/access/can.ts";
import { type EvidenceState, evidenceState } from "#app/domain/evidence/evidence-state.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { dayText } from "./evidence-row.server.ts";
import { registeredEvidence } from "./registered-evidence.server.ts";

/** An evidence beside its question. `owner` is null where nobody keeps it up to date; `expires` is an ISO date. */
export type PieceOfItem = { id: string; title: string; owner: string | null; expires: string | null; state: EvidenceState };
/** How many pieces of evidence of a question hold, and how many have expired. */
export type EvidenceCount = { holding: number; expired: number };

/** What the register has now for a question, what holds the longest first; null for whoever may not see the register. */
export async function evidenceOfItem(
  db: Database,
  { organization, actor }: Access,
  { slug: assessmentSlug, item: itemId }: { slug: string; item: string },
  now: Date,
): Promise<PieceOfItem[] | null> {
  if (!can(actor, "evidence.view")) return null;
  const organizationId = organization.id;
  const rows = await withTenant(db, { organizationId }, (tx) =>
    tx.evidence.findMany({
      where: { organizationId, assessmentSlug, itemId },
      orderBy: [{ expiresOn: { sort: "desc", nulls: "first" } }, { title: "asc" }, { id: "asc" }],
      select: { id: true, title: true, expiresOn: true, owner: { select: { person: { select: { name: true } } } } },
    }),
  );
  return rows.map(({ id, title, expiresOn, owner }) => {
    const expires = dayText(expiresOn);
    return { id, title, owner: owner?.person.name ?? null, expires, state: evidenceState(expires, dayText(now)!) };
  });
}

/** How much the register has for each question of an assessment that it has anything for; null for whoever may not see the register. */
export async function evidenceByItem(
  db: Database,
  { organization, actor }: Access,
  assessmentSlug: string,
  now: Date,
): Promise<Record<string, EvidenceCount> | null> {
  if (!can(actor, "evidence.view")) return null;
  const organizationId = organization.id;
  const pieces = await withTenant(db, { organizationId }, (tx) => registeredEvidence(tx, organizationId, assessmentSlug));
  const counts = new Map<string, EvidenceCount>();
  for (const { item, expires } of pieces) {
    const { holding, expired } = counts.get(item) ?? { holding: 0, expired: 0 };
    const isOver = evidenceState(expires, dayText(now)!) === "expired";
    counts.set(item, { holding: holding + (isOver ? 0 : 1), expired: expired + (isOver ? 1 : 0) });
  }
  return Object.fromEntries(counts);
}
