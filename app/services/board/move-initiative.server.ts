import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { type Move, moved, type Whereabouts } from "#app/domain/board/move-form.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { initiativeOf } from "./read-board.server.ts";

export type MoveOutcome =
  | { kind: "moved"; was: Whereabouts; now: Whereabouts & { revision: number } }
  | { kind: "conflict"; now: Whereabouts & { revision: number } }
  | { kind: "gone" | "not-allowed" };

/**
 * Moves an initiative to another state, another quarter, or both, or puts it back to where it was. No other initiative is touched by it, whatever
 * rests on this one.
 * @returns a conflict, with where it is by now, when somebody else has changed this initiative since it was looked at (`revision`) and it is not
 *   where it is wanted already; "gone" for one that is not on the roadmap, and for another organisation's
 */
export async function moveInitiative(db: Database, access: Access, { id, revision, ...to }: Move, now: Date): Promise<MoveOutcome> {
  const organizationId = access.organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return { kind: "not-allowed" };
    // The organisation is held: between the two nobody moves it.
    const found = await tx.roadmapInitiative.findUnique({
      where: { organizationId_id: { organizationId, id } },
      select: { id: true, libraryId: true, own: true, state: true, startQuarter: true, startedOn: true, endedOn: true, revision: true },
    });
    if (!found) return { kind: "gone" };
    const was: Whereabouts = {
      ...{ state: found.state as InitiativeState, startQuarter: found.startQuarter },
      ...{ startedOn: isoDay(found.startedOn), endedOn: isoDay(found.endedOn) },
    };
    const after = moved(was, to, await organizationDayIn(tx, organizationId, now));
    if (isSame(was, after)) return { kind: "moved", was, now: { ...was, revision: found.revision } };
    if (found.revision !== revision) return { kind: "conflict", now: { ...was, revision: found.revision } };
    await tx.roadmapInitiative.updateMany({
      where: { organizationId, id, revision },
      data: {
        ...{ state: after.state, startQuarter: after.startQuarter, startedOn: dayColumn(after.startedOn), endedOn: dayColumn(after.endedOn) },
        revision: { increment: 1 },
      },
    });
    const name = initiativeOf(found, SOURCE_LANGUAGE)?.title ?? found.libraryId ?? id;
    const noted = ({ state, startQuarter }: Whereabouts) => ({ state, quarter: startQuarter });
    await recordEvent(tx, access, {
      ...{ action: to.days ? "initiative.put_back" : "initiative.moved", object: { kind: "initiative", id, name } },
      detail: changesOf(noted(was), noted(after)),
    });
    return { kind: "moved", was, now: { ...after, revision: revision + 1 } };
  });
}

function isSame(one: Whereabouts, other: Whereabouts): boolean {
  return (["state", "startQuarter", "startedOn", "endedOn"] as const).every((field) => one[field] === other[field]);
}

function isoDay(day: Date | null): string | null {
  return day?.toISOString().slice(0, 10) ?? null;
}

function dayColumn(day: string | null): Date | null {
  return day === null ? null : new Date(day);
}
