import type { WishesEntered } from "#app/domain/scenarios/wishes-form.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { Prisma } from "@prisma/client";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { scenarioIn } from "./read-scenario.server.ts";

export type ChangeOutcome = { kind: "changed" | "gone" | "not-allowed" } | { kind: "conflict"; now: WishesEntered & { revision: number } };

/**
 * Changes the name of a scenario or what is asked of it. Where that changes the plan it waits to be planned anew, from what is published and
 * agreed on now; nudge the job runner after the commit.
 * @returns a conflict, with what somebody else has saved, when it is not what it was when it was looked at (`revision`)
 */
export async function changeScenario(
  db: Database,
  access: Access,
  { id, revision, name, firstQuarter, wishes }: WishesEntered & { id: string; revision: number },
  now: Date,
): Promise<ChangeOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    const found = await scenarioIn(tx, organizationId, id);
    if (!found) return { kind: "gone" };
    const { seed, ...saved } = found.wishes;
    const isSame = found.firstQuarter === firstQuarter && canonicalJson(saved) === canonicalJson(wishes);
    if (isSame && found.name === name) return { kind: "changed" };
    if (found.revision !== revision)
      return { kind: "conflict", now: { name: found.name, firstQuarter: found.firstQuarter, wishes: saved, revision: found.revision } };
    await tx.scenario.updateMany({
      where: { organizationId, id, revision },
      data: {
        ...{ name, firstQuarter, wishes: { ...wishes, seed }, revision: { increment: 1 } },
        ...(isSame ? {} : PLAN_ANEW),
        ...(isSame ? {} : { askedById: access.person.personId }),
      },
    });
    await recordEvent(tx, access, {
      action: "scenario.changed",
      object: { kind: "scenario", id, name },
      ...(found.name === name ? {} : { detail: { nameBefore: found.name, nameAfter: name } }),
    });
    return { kind: "changed" };
  });
}

/** What a scenario has before it is planned. */
const PLAN_ANEW = {
  ...{ state: "waiting", stopAsked: false, heardAt: null, plannedAt: null },
  ...{ inputs: Prisma.DbNull, outcome: Prisma.DbNull, progress: Prisma.DbNull },
};

/** Has a scenario planned anew by the same wishes: what it starts from, or what has become of earlier plans, may have changed since. */
export async function planAnew(db: Database, access: Access, id: string, now: Date): Promise<"asked" | "gone" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return "not-allowed";
    const data = { ...PLAN_ANEW, revision: { increment: 1 }, askedById: access.person.personId };
    const { count } = await tx.scenario.updateMany({ where: { organizationId, id, state: { in: ["planned", "impossible"] } }, data });
    if (count > 0) return "asked";
    return (await tx.scenario.count({ where: { organizationId, id } })) > 0 ? "asked" : "gone";
  });
}
