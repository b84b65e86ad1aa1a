import { INITIATIVE_STATES, hasEnded } from "#app/domain/board/initiative-state.ts";
import type { Database } from "../db/open-database.server.ts";
import { type Due, remindOwners } from "./remind-owners.server.ts";

const ENDED = INITIATIVE_STATES.filter(hasEnded);

/** Reminds the owners of initiatives whose due day has come and that have not ended. @returns how many reminders went out */
export function remindOfInitiatives(given: { db: Database; now: Date; signal: AbortSignal }): Promise<number> {
  return remindOwners(given, {
    kind: "initiative_due",
    part: "",
    places: (tx, until) => tx.$queryRaw<
      { id: string }[]
    >`SELECT DISTINCT i.organization_id AS id FROM roadmap_initiative i JOIN organization o ON o.id = i.organization_id
      WHERE i.due_on <= ${until}::date AND i.owner_id IS NOT NULL AND NOT i.state = ANY(${ENDED}) AND i.due_on > coalesce(i.reminded_of, '-infinity'::date)
        AND o.erase_after IS NULL AND NOT o.is_synthetic ORDER BY 1`,
    take: (tx, organizationId, today) => tx.$queryRaw<Due[]>`UPDATE roadmap_initiative i SET reminded_of = i.due_on FROM member m
      WHERE i.organization_id = ${organizationId}::uuid AND m.organization_id = i.organization_id AND m.id = i.owner_id
        AND i.due_on <= ${today}::date AND NOT i.state = ANY(${ENDED}) AND i.due_on > coalesce(i.reminded_of, '-infinity'::date)
      RETURNING i.id, i.library_id AS "libraryId", i.own, to_char(i.due_on, 'YYYY-MM-DD') AS date, m.person_id AS "personId"`,
  });
}
