import { Prisma } from "@prisma/client";
import type { SubmittedByWay } from "#app/domain/agreement/suppression.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { Of } from "./stored-figures.server.ts";

/** Whether a response `r` came by an open link, so far as that plays a part: in a named cycle everybody sees whose each is, and it does not. */
export const cameByLink = (isAnonymous: boolean) => Prisma.sql`(${isAnonymous}::boolean AND r.is_by_link)`;

/** How many have submitted in a cycle, by how they came, and how many of them a result is made of. @param tx inside of the organisation's door */
export async function countSubmitted(tx: Transaction, { organizationId, cycleId }: Of, isAnonymous: boolean): Promise<SubmittedByWay> {
  const [row] = await tx.$queryRaw<{ submitted: number; published: number; linked: number; linkedPublished: number }[]>`
    SELECT count(*)::int AS submitted, count(r.published_in)::int AS published, (count(*) FILTER (WHERE ${cameByLink(isAnonymous)}))::int AS linked,
      (count(r.published_in) FILTER (WHERE ${cameByLink(isAnonymous)}))::int AS "linkedPublished"
    FROM response r WHERE r.organization_id = ${organizationId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.submitted_at IS NOT NULL`;
  const { submitted, published, linked, linkedPublished } = row!;
  return {
    asked: { submitted: submitted - linked, published: published - linkedPublished },
    byLink: { submitted: linked, published: linkedPublished },
  };
}
