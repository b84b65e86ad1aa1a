import { type Happening, MOST_MILESTONES } from "#app/domain/milestones/milestone-form.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { initiativeTitle } from "./initiative-choices.server.ts";
import { isoDate } from "./list-milestones.server.ts";

/**
 * Marks something on an organisation's time line, once for a form that is sent twice (`once`); or puts back what was removed from it: then `id` is the one it had.
 * @returns "full" where there are as many as can be told apart; "used" where the same form marked something else before
 */
export async function addMilestone(
  db: Database,
  access: Access,
  { on, title, initiative, ...which }: Happening & ({ once: string } | { id: string }),
  now: Date,
): Promise<"added" | "full" | "used" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return "not-allowed";
    const [id, isNew] = "once" in which ? [which.once, true] : [which.id, false];
    const before = await tx.milestone.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { on: true, title: true, initiativeId: true },
    });
    // Put back already, by somebody who pressed the same button.
    if (before && !isNew) return "added";
    if (before) return isoDate(before.on) === on && before.title === title && before.initiativeId === initiative ? "added" : "used";
    // The organisation is held: nobody adds another one meanwhile.
    if ((await tx.milestone.count({ where: { organizationId } })) >= MOST_MILESTONES) return "full";
    await tx.milestone.createMany({ data: [{ id, on: new Date(on), title, initiativeId: initiative, addedBy: access.person.name }] });
    await recordEvent(tx, access, {
      ...{ action: isNew ? "milestone.added" : "milestone.restored", object: { kind: "milestone", id, name: `${on}: ${title}` } },
      ...(initiative ? { detail: { initiative: initiativeTitle(initiative, SOURCE_LANGUAGE) } } : {}),
    });
    return "added";
  });
}
