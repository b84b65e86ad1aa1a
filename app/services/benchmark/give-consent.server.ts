import { can } from "#app/domain/access/can.ts";
import { teamResultSchema } from "#app/domain/agreement/team-result-shape.ts";
import { familyOf, sharedOf } from "#app/domain/benchmark/family.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { lockOrganization } from "../tenancy/lock-organization.server.ts";
import { shareResults, type Stored } from "./share-results.server.ts";

/** How old a result may be (method, section 6). */
const MONTHS = 24;

/**
 * Lets the results of an organisation be part of benchmarks from now on: the latest closed one of each family at once, later ones when they are
 * published. Saying it again changes and records nothing.
 *
 * @returns "invented" for the demonstration's organisations, of which nothing is ever shared
 */
export async function giveConsent(db: Database, access: Access, now: Date): Promise<"done" | "not-allowed" | "invented"> {
  const { id, name, isSynthetic } = access.organization;
  if (isSynthetic) return "invented";
  return withTenant(db, { organizationId: id }, async (tx) => {
    const { actor, isLeaving } = await lockOrganization(tx, access);
    if (!actor || !can(actor, "benchmarks.consent") || isLeaving) return "not-allowed";
    const { count } = await tx.organization.updateMany({ where: { id, benchmarkConsentAt: null }, data: { benchmarkConsentAt: now } });
    if (count === 0) return "done";
    await shareResults(tx, id, await latestOfFamilies(tx, id, now));
    await recordEvent(tx, access, { action: "benchmark_consent.given", object: { kind: "organization", id, name } });
    return "done";
  });
}

/** Of each family the latest result that may be shared. */
async function latestOfFamilies(tx: Transaction, organizationId: string, now: Date): Promise<Stored[]> {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - MONTHS);
  const cycles = await tx.cycle.findMany({
    where: { organizationId, closedAt: { gte: since } },
    orderBy: [{ closedAt: "desc" }, { id: "asc" }],
    select: { id: true, closedAt: true, teamResults: { orderBy: { number: "desc" }, take: 1, select: { number: true, figures: true } } },
  });
  const latest = new Map<string, Stored>();
  for (const { id: cycleId, closedAt, teamResults } of cycles) {
    for (const { number, figures: stored } of teamResults) {
      const figures = teamResultSchema.parse(stored);
      const family = familyOf(figures.assessment);
      if (!latest.has(family) && sharedOf(figures)) latest.set(family, { cycleId, number, closedAt: closedAt!, figures });
    }
  }
  return [...latest.values()];
}
