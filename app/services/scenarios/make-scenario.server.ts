import { isDeepStrictEqual } from "node:util";
import { MOST_SCENARIOS, type Wishes } from "#app/domain/scenarios/wishes.ts";
import type { WishesEntered } from "#app/domain/scenarios/wishes-form.ts";
import { DEFAULT_SEED } from "#app/domain/roadmap/plan-settings.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { scenarioIn } from "./read-scenario.server.ts";

/** `used`: the same form made another one before. */
export type MakeOutcome = { kind: "made"; id: string } | { kind: "full" | "used" | "not-allowed" };

/**
 * Makes a scenario that waits to be planned; nudge the job runner after the commit. The same form sent twice makes one.
 * @param once the id that it gets
 */
export async function makeScenario(
  db: Database,
  access: Access,
  { once, name, firstQuarter, wishes }: WishesEntered & { once: string },
  now: Date,
): Promise<MakeOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    const asked: Wishes = { ...wishes, seed: DEFAULT_SEED };
    const before = await scenarioIn(tx, organizationId, once);
    if (before) {
      const said = { name: before.name, firstQuarter: before.firstQuarter, wishes: before.wishes };
      return isDeepStrictEqual(said, { name, firstQuarter, wishes: asked }) ? { kind: "made", id: once } : { kind: "used" };
    }
    if ((await tx.scenario.count({ where: { organizationId } })) >= MOST_SCENARIOS) return { kind: "full" };
    const row = { id: once, name, firstQuarter, wishes: asked, askedById: access.person.personId, createdBy: access.person.name, createdAt: now };
    await tx.scenario.createMany({ data: [row] });
    await recordEvent(tx, access, { action: "scenario.made", object: { kind: "scenario", id: once, name } });
    return { kind: "made", id: once };
  });
}
