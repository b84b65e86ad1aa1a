import type { Database } from "../db/open-database.server.ts";
import { type Due, remindOwners } from "./remind-owners.server.ts";

/**
 * Reminds who looks after an initiative that its leap of faith is to be measured, from the day that was said on, while nobody has noted what came
 * of it. What is done is measured too, and what was dropped is not.
 * @returns how many reminders went out
 */
export function remindOfLeaps(given: { db: Database; now: Date; signal: AbortSignal }): Promise<number> {
  return remindOwners(given, {
    kind: "leap_due",
    part: "#bet",
    // What the leap of faith is, and whether there is one, this door does not show.
    places: (tx, until) => tx.$queryRaw<
      { id: string }[]
    >`SELECT DISTINCT i.organization_id AS id FROM roadmap_initiative i JOIN organization o ON o.id = i.organization_id
      WHERE i.measure_on <= ${until}::date AND i.owner_id IS NOT NULL AND i.verdict IS NULL AND i.state <> 'dropped'
        AND i.measure_on > coalesce(i.leap_reminded_of, '-infinity'::date) AND o.erase_after IS NULL AND NOT o.is_synthetic ORDER BY 1`,
    take: (tx, organizationId, today) => tx.$queryRaw<Due[]>`UPDATE roadmap_initiative i SET leap_reminded_of = i.measure_on FROM member m
      WHERE i.organization_id = ${organizationId}::uuid AND m.organization_id = i.organization_id AND m.id = i.owner_id
        AND i.measure_on <= ${today}::date AND i.leap_of_faith IS NOT NULL AND i.verdict IS NULL AND i.state <> 'dropped'
        AND i.measure_on > coalesce(i.leap_reminded_of, '-infinity'::date)
      RETURNING i.id, i.library_id AS "libraryId", i.own, to_char(i.measure_on, 'YYYY-MM-DD') AS date, m.person_id AS "personId"`,
  });
}
