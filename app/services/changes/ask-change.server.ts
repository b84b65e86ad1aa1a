import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { publishedCycles } from "./published-cycles.server.ts";
import { askFor } from "./queue-changes.server.ts";

export type AskOutcome = { kind: "asked"; from: string; to: string } | { kind: "not-allowed" | "same" | "not-published" | "other-assessment" };

/**
 * Asks for the change between two cycles, in whichever order they are named; one that is there already is not computed again.
 * @returns "not-published" for a cycle without a result, an id of none, and of another organisation's
 */
export async function askChange(db: Database, access: Access, [one, other]: readonly [string, string], now: Date): Promise<AskOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "results.view", now))) return { kind: "not-allowed" };
    const all = await publishedCycles(tx, organizationId);
    const [from, to] = all.filter(({ id }) => id === one || id === other);
    if (one === other) return { kind: "same" };
    if (!from || !to) return { kind: "not-published" };
    if (from.slug !== to.slug) return { kind: "other-assessment" };
    await askFor(tx, { from: from.id, to: to.id }, { isNew: false });
    return { kind: "asked", from: from.id, to: to.id };
  });
}
