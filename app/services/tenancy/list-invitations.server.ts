import type { Role } from "#app/domain/access/can.ts";
import { PAGE_SIZE, type PeopleQuery } from "#app/domain/tenancy/people-query.ts";
import type { RespondentRole, WorkFunction } from "#app/domain/tenancy/profile-choices.ts";
import { containing } from "../db/like-pattern.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

export type OpenInvitation = {
  id: string;
  address: string;
  role: Role;
  respondentRole: RespondentRole | null;
  workFunction: WorkFunction | null;
  invitedBy: string;
  sentAt: Date;
  expiresAt: Date;
};

/** The invitations that were neither accepted nor withdrawn, the latest sent first; expired ones can be sent again. */
export async function listInvitations(
  db: Database,
  { organization: { id } }: Access,
  { q, page }: Pick<PeopleQuery, "q" | "page">,
): Promise<{ rows: OpenInvitation[]; total: number }> {
  return withTenant(db, { organizationId: id }, async (tx) => {
    const rows = await tx.$queryRaw<OpenInvitation[]>`
      SELECT id, address, role, respondent_role AS "respondentRole", work_function AS "workFunction", invited_by AS "invitedBy", sent_at AS "sentAt", expires_at AS "expiresAt"
      FROM invitation WHERE organization_id = ${id}::uuid AND open_address IS NOT NULL AND address ILIKE ${containing(q)}
      ORDER BY sent_at DESC, id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM invitation WHERE organization_id = ${id}::uuid AND open_address IS NOT NULL AND address ILIKE ${containing(q)}`;
    return { rows, total: count!.total };
  });
}
