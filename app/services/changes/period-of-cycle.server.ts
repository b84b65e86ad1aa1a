import { setImmediate as others } from "node:timers/promises";
import { z } from "zod";
import type { ChangeRespondent, Period } from "#app/domain/change/period-scores.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { type AnswerRow, answersFromRows } from "../responses/stored-answer.server.ts";
import type { Of } from "../results/stored-figures.server.ts";

/** Responses that are read at once, so that whoever asks for a page meanwhile gets it. */
const AT_ONCE = 100;

const rowSchema = z.object({
  role: z.enum(RESPONDENT_ROLES).nullable(),
  workFunction: z.enum(WORK_FUNCTIONS).nullable(),
  isByLink: z.boolean(),
  key: z.string().nullable(),
  answers: z.array(z.custom<AnswerRow>((row) => typeof row === "object" && row !== null)),
});

/**
 * What was answered in a cycle, as far as it is part of its published result: who came after that is in no figure. In an anonymous cycle nobody
 * can be recognised; in a named one a person is their membership, or their address.
 */
export async function periodOfCycle(db: Database, of: Of, { hash, people }: { hash: string; people: number | null }): Promise<Period> {
  const { organizationId, cycleId } = of;
  const respondents: ChangeRespondent[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await withTenant(
      db,
      { organizationId },
      (tx) => tx.$queryRaw<{ id: string; row: unknown }[]>`
      SELECT r.id, json_build_object('role', r.respondent_role, 'workFunction', r.work_function, 'isByLink', c.is_anonymous AND r.is_by_link,
        'key', CASE WHEN c.is_anonymous THEN NULL ELSE coalesce(r.member_id::text, p.member_id::text, lower(p.address)) END,
        'answers', coalesce((SELECT json_agg(json_build_object('itemId', a.item_id, 'state', a.state, 'value', a.value)) FROM answer a WHERE a.response_id = r.id), '[]')) AS row
      FROM response r JOIN cycle c ON c.organization_id = r.organization_id AND c.id = r.cycle_id
        LEFT JOIN respondent p ON p.organization_id = r.organization_id AND p.id = r.respondent_id
      WHERE r.organization_id = ${organizationId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.published_in IS NOT NULL AND r.id > ${after}::uuid
      ORDER BY r.id LIMIT ${AT_ONCE}`,
    );
    for (const { row } of rows) {
      const { role, workFunction, isByLink, key, answers } = rowSchema.parse(row);
      respondents.push({ group: role, workFunction, isByLink, key, answers: answersFromRows(answers) });
    }
    if (rows.length < AT_ONCE) break;
    after = rows.at(-1)!.id;
    await others();
  }
  return { compiled: await compiledVersion(db, hash), respondents, people };
}
