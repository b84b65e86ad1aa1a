import type { Prisma } from "@prisma/client";
import type { Transaction } from "../db/pass-door.server.ts";
import { ASKED_ROLES } from "./asked-roles.server.ts";

/** Of whom a cycle asks: those in whose cycle it tells nothing that they are asked no more. An anonymous one goes on counting whom it has asked. */
export const MAY_BE_FORGOTTEN = { cycle: { OR: [{ isAnonymous: false }, { hasInvited: false }] } } satisfies Prisma.RespondentWhereInput;

/**
 * Lists a member in the anonymous cycles that ask everybody, as they are now, before they go or anything of theirs is changed. Who has begun is
 * listed already: otherwise what is counted afterwards would tell who has and who has not.
 * @param tx inside of the organisation, which is held
 */
export async function staysAsked(tx: Transaction, organizationId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO respondent (id, cycle_id, member_id, respondent_role, work_function)
    SELECT gen_random_uuid(), c.id, m.id, m.respondent_role, m.work_function
    FROM cycle c JOIN member m ON m.organization_id = c.organization_id
    WHERE c.organization_id = ${organizationId}::uuid AND c.is_anonymous AND c.asks_everybody AND c.has_invited
      AND m.id = ${memberId}::uuid AND m.role = ANY (${ASKED_ROLES}) AND m.created_at < coalesce(c.closed_at, 'infinity')
    ON CONFLICT DO NOTHING`;
}
