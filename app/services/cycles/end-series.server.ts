import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeHeldCycle, type ChangeTime, type CycleRefusal } from "./held-cycle.server.ts";

/** Ends the series that a cycle belongs to: it goes on as it is, and none follows. */
export function endSeries(db: Database, access: Access, id: string, time: Pick<ChangeTime, "language" | "now">): Promise<{ kind: "ended" } | CycleRefusal> {
  return changeHeldCycle(db, access, id, time, async (tx, { organizationId, seriesId, object }) => {
    if (seriesId === null) return { kind: "ended" } as const;
    const { count } = await tx.cycleSeries.updateMany({
      where: { organizationId, id: seriesId, nextOpensAt: { not: null } },
      data: { nextOpensAt: null, revision: { increment: 1 } },
    });
    if (count === 1) await recordEvent(tx, access, { action: "cycle.series_ended", object });
    return { kind: "ended" } as const;
  });
}
