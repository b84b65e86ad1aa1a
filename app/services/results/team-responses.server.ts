import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { cameByLink } from "./count-submitted.server.ts";
import type { Of } from "./stored-figures.server.ts";

/** Whose answers are in the next result beside those of an earlier one. */
export type InResult = { isAnonymous: boolean; asked: boolean; byLink: boolean };

/** Whether a response `r` is. */
export const isInResult = ({ isAnonymous, asked, byLink }: InResult) =>
  Prisma.sql`(r.published_in IS NOT NULL OR CASE WHEN ${cameByLink(isAnonymous)} THEN ${byLink}::boolean ELSE ${asked}::boolean END)`;

/** Responses that are read at once: a few milliseconds' work, so that whoever asks for a page meanwhile gets it. */
const AT_ONCE = 100;

/**
 * The submitted responses of a cycle that a result is made of, each as a JSON text for `TeamReckoning`, in portions of which each is a transaction of its own. They
 * go through here unread: thousands of answers would hold up everybody else. Neither comments nor names are in them.
 */
export async function* teamResponses(db: Database, { organizationId, cycleId }: Of, of: InResult): AsyncGenerator<string[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await withTenant(
      db,
      { organizationId },
      (tx) => tx.$queryRaw<{ id: string; text: string }[]>`
      SELECT r.id, json_build_object('role', r.respondent_role, 'workFunction', r.work_function, 'isByLink', ${cameByLink(of.isAnonymous)},
        'isPublished', r.published_in IS NOT NULL, 'answers', coalesce(
        (SELECT json_agg(json_build_object('itemId', a.item_id, 'state', a.state, 'value', a.value, 'evidenceLink', a.evidence_link,
          'evidenceExpires', a.evidence_expires)) FROM answer a WHERE a.response_id = r.id), '[]'))::text AS text
      FROM response r
      WHERE r.organization_id = ${organizationId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.submitted_at IS NOT NULL
        AND ${isInResult(of)} AND r.id > ${after}::uuid
      ORDER BY r.id LIMIT ${AT_ONCE}`,
    );
    if (rows.length > 0) yield rows.map(({ text }) => text);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}
