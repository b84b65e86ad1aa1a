import { type CycleState, cycleState } from "#app/domain/cycles/cycle-state.ts";
import type { Language } from "#app/words/language.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** How a change of a cycle comes to be: by whose words, when, and under which secret its links are made. */
export type ChangeTime = { language: Language; now: Date; secret: string };
export type CycleRefusal = { kind: "not-found" | "not-allowed" };

/** A cycle as whoever runs it changes it. */
export type HeldCycle = {
  id: string;
  organizationId: string;
  assessmentSlug: string;
  period: string;
  isAnonymous: boolean;
  closesAt: Date | null;
  closedAt: Date | null;
  hasInvited: boolean;
  isResultDue: boolean;
  remindEveryDays: number | null;
  seriesId: string | null;
  revision: number;
  state: CycleState;
  /** What it is in an audit trail. */
  object: { kind: "cycle"; id: string; name: string };
};

/**
 * Changes a cycle while its organisation is held, as whoever may run it at that moment.
 * @returns "not-found" for an id of none, and of another organisation's
 */
export function changeHeldCycle<T>(
  db: Database,
  access: Access,
  id: string,
  { language, now }: Pick<ChangeTime, "language" | "now">,
  change: (tx: Transaction, cycle: HeldCycle) => Promise<T>,
): Promise<T | CycleRefusal> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx): Promise<T | CycleRefusal> => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const found = isId(id)
      ? await tx.cycle.findUnique({
          where: { organizationId_id: { organizationId, id } },
          select: {
            ...{ id: true, organizationId: true, assessmentSlug: true, period: true, isAnonymous: true, opensAt: true, closesAt: true, closedAt: true },
            ...{ hasInvited: true, isResultDue: true, remindEveryDays: true, seriesId: true, revision: true },
          },
        })
      : null;
    if (!found) return { kind: "not-found" };
    const name = `${found.period}: ${assessmentTitle(found.assessmentSlug, language)}`;
    return change(tx, { ...found, state: cycleState(found, now), object: { kind: "cycle", id, name } });
  });
}
