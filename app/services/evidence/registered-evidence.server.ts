import type { ItemEvidence } from "#app/domain/evidence/evidenced-score.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { dayText } from "./evidence-row.server.ts";

/** The evidence of an organisation's register for an assessment, inside its door. */
export async function registeredEvidence(tx: Transaction, organizationId: string, assessmentSlug: string): Promise<ItemEvidence[]> {
  const rows = await tx.evidence.findMany({ where: { organizationId, assessmentSlug }, select: { itemId: true, expiresOn: true } });
  return rows.map(({ itemId, expiresOn }) => ({ item: itemId, expires: dayText(expiresOn) }));
}
