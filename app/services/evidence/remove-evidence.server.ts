import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { evidenceIn } from "./evidence-row.server.ts";

/** Removes an evidence with its file, for whoever types its title as it is now. */
export async function removeEvidence(
  db: Database,
  access: Access,
  id: string,
  typed: string,
  now: Date,
): Promise<"removed" | "not-found" | "not-allowed" | "title-differs"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "evidence.edit", now))) return "not-allowed";
    const evidence = await evidenceIn(tx, organizationId, id);
    if (!evidence) return "not-found";
    if (evidence.title !== typed.trim()) return "title-differs";
    await tx.evidence.deleteMany({ where: { organizationId, id } });
    const { title: name, slug, item, link, file } = evidence;
    const detail = { assessment: slug, item, ...(link === null ? {} : { link }), ...(file ? { file: file.name } : {}) };
    await recordEvent(tx, access, { action: "evidence.removed", object: { kind: "evidence", id, name }, detail });
    return "removed";
  });
}
