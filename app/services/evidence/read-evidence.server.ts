import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type EvidenceOwner, ownersIn } from "./evidence-owners.server.ts";
import { type EvidenceDetail, evidenceIn } from "./evidence-row.server.ts";

/** One evidence, and who may keep it up to date. @throws Response 404 for an id of none, and of another organisation's */
export async function requireEvidence(
  db: Database,
  { organization }: Access,
  id: string | undefined,
): Promise<{ evidence: EvidenceDetail; owners: EvidenceOwner[] }> {
  return withTenant(db, { organizationId: organization.id }, async (tx) => {
    const evidence = await evidenceIn(tx, organization.id, id ?? "");
    if (!evidence) throw new Response("Not found", { status: 404 });
    return { evidence, owners: await ownersIn(tx, organization.id, evidence.owner) };
  });
}

/** Who may keep a new one up to date. */
export function listOwners(db: Database, { organization }: Access): Promise<EvidenceOwner[]> {
  return withTenant(db, { organizationId: organization.id }, (tx) => ownersIn(tx, organization.id));
}
