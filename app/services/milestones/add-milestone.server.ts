import { type Happening, MOST_MILESTONES } from "#app/domain/milestones/milestone-form.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { initiativeTitle } from "./initiative-choices.server.ts";

/**
 * Marks something on an organisation's time line, or puts back what was removed from it: then `id` is the one it had.
 * @returns "full" where there are as many as can be told apart
 */
export async function addMilestone(
  db: Database,
  access: Access,
  { id, on, title, initiative }: Happening & { id?: string },
  now: Date,
): Promise<"added" | "full" | "not-allowed"> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return "not-allowed";
    // The organisation is held: nobody adds another one meanwhile.
    if ((await tx.milestone.count({ where: { organizationId } })) >= MOST_MILESTONES) return "full";
    const { count } = await tx.milestone.createMany({
      data: [{ ...(id ? { id } : {}), on: new Date(on), title, initiativeId: initiative, addedBy: access.person.name }],
      skipDuplicates: true,
    });
    // Put back already, by somebody who pressed the same button.
    if (count > 0) {
      const action = id ? "milestone.restored" : "milestone.added";
      await recordEvent(tx, access, {
        ...{ action, object: { kind: "milestone", ...(id ? { id } : {}), name: `${on}: ${title}` } },
        ...(initiative ? { detail: { initiative: initiativeTitle(initiative, SOURCE_LANGUAGE) } } : {}),
      });
    }
    return "added";
  });
}
