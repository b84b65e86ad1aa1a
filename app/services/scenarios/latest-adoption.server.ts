import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** What was made the roadmap last, without its plan; null where nothing ever was. */
export function latestAdoption(
  db: Database,
  { organization: { id: organizationId } }: Pick<Access, "organization">,
): Promise<{ id: string; scenarioId: string; note: string; adoptedAt: Date } | null> {
  return withTenant(db, { organizationId }, (tx) =>
    tx.roadmapAdoption.findFirst({
      where: { organizationId },
      orderBy: [{ adoptedAt: "desc" }, { id: "desc" }],
      select: { id: true, scenarioId: true, note: true, adoptedAt: true },
    }),
  );
}
