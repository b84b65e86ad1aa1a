import { type EvidencedScore, evidencedMeans, evidenceStanding } from "#app/domain/evidence/evidenced-score.ts";
import type { Language } from "#app/words/language.ts";
import { versionInLanguage } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type ClaimBasis, latestClaims } from "./latest-claims.server.ts";
import { registeredEvidence } from "./registered-evidence.server.ts";

export type AuditList = Omit<EvidencedScore, "audit"> & {
  basis: ClaimBasis;
  /** `wouldShow` is what the assessment names as evidence. */
  lines: { item: string; question: string; wouldShow: string; points: number; hasExpired: boolean }[];
};

/** What an organisation claims about an assessment and does not show on a day; null where it claims nothing. @param today ISO date */
export async function readAuditList(db: Database, { organization }: Access, slug: string, today: string, language: Language): Promise<AuditList | null> {
  const claims = await latestClaims(db, organization.id, slug);
  if (!claims) return null;
  const { hash, compiled, means, links, basis } = claims;
  const registered = await withTenant(db, { organizationId: organization.id }, (tx) => registeredEvidence(tx, organization.id, slug));
  const { audit, ...figures } = evidencedMeans(compiled, means, evidenceStanding([...registered, ...links], today));
  const { itemById } = versionInLanguage(compiled, hash, language).compiled;
  const lines = audit.map((line) => {
    const { text, evidence } = itemById.get(line.item)!.item;
    return { ...line, question: text, wouldShow: evidence };
  });
  return { ...figures, basis, lines };
}
