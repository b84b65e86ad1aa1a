import type { Keeping } from "#app/domain/board/initiative-page-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { memberName } from "../evidence/evidence-owners.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeWithin, type Refused } from "./change-within.server.ts";
import { dateOf, type StoredInitiative, titleIn } from "./initiative-row.server.ts";
import { tellInitiativeOwner } from "./tell-initiative-owner.server.ts";

/** `conflict`: somebody else has saved something else since it was looked at. */
export type Changed = Refused | { kind: "done" } | { kind: "conflict"; now: StoredInitiative };

/** Says who looks after an initiative and by when it is to be done, and tells its new owner, where that is somebody else. Somebody who has left meanwhile is nobody. */
export function changeKeeping(
  db: Database,
  access: Access,
  id: string,
  { owner, due, revision }: Keeping & { revision: number },
  { language, now }: { language: Language; now: Date },
): Promise<Changed> {
  return changeWithin<Changed>(db, access, id, now, async ({ tx, organizationId, initiative, note }) => {
    const ownerName = await memberName(tx, organizationId, owner);
    const ownerId = ownerName === null ? null : owner;
    const isHanded = ownerId !== (initiative.owner?.id ?? null);
    if (!isHanded && due === initiative.due) return { kind: "done" };
    if (initiative.revision !== revision) return { kind: "conflict", now: initiative };
    // Of a new day, and a new owner, nobody has been reminded.
    await tx.roadmapInitiative.updateMany({
      where: { organizationId, id },
      data: { ownerId, dueOn: dateOf(due), remindedOf: null, ...(isHanded ? { leapRemindedOf: null } : {}), revision: { increment: 1 } },
    });
    await note("initiative.handed", changesOf({ owner: initiative.owner?.name ?? null, due: initiative.due }, { owner: ownerName, due }));
    if (isHanded) await tellInitiativeOwner(tx, access, { id, title: titleIn(initiative, SOURCE_LANGUAGE), ownerId }, language);
    return { kind: "done" };
  });
}
