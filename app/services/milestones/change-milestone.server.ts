import type { Happening } from "#app/domain/milestones/milestone-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { initiativeTitle } from "./initiative-choices.server.ts";
import { isoDate } from "./list-milestones.server.ts";

export type MilestoneChange = Happening & { id: string; revision: number };
export type MilestoneOutcome = { kind: "changed" } | { kind: "gone" } | { kind: "not-allowed" } | { kind: "conflict"; now: Happening & { revision: number } };

/**
 * Changes the day or the words of a milestone, or which initiative it is.
 * @returns a conflict, with what somebody else has saved, when it is not what it was when it was looked at (`revision`); "gone" for one that
 *   was removed, and for another organisation's
 */
export async function changeMilestone(
  db: Database,
  access: Access,
  { id, revision, on, title, initiative }: MilestoneChange,
  now: Date,
): Promise<MilestoneOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const found = await tx.milestone.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { on: true, title: true, initiativeId: true, revision: true },
    });
    if (!found) return { kind: "gone" };
    const saved = { on: isoDate(found.on), title: found.title, initiative: found.initiativeId };
    const noted = (of: Happening) => ({ ...of, initiative: of.initiative && initiativeTitle(of.initiative, SOURCE_LANGUAGE) });
    const detail = changesOf(noted(saved), noted({ on, title, initiative }));
    // What somebody else has saved in the same words is no conflict, and no change.
    if (Object.keys(detail).length === 0) return { kind: "changed" };
    if (found.revision !== revision) return { kind: "conflict", now: { ...saved, revision: found.revision } };
    await tx.milestone.updateMany({
      where: { organizationId, id, revision },
      data: { on: new Date(on), title, initiativeId: initiative, revision: { increment: 1 } },
    });
    await recordEvent(tx, access, { action: "milestone.changed", object: { kind: "milestone", id, name: `${on}: ${title}` }, detail });
    return { kind: "changed" };
  });
}
