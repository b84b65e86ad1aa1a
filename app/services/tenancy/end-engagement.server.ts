import { betweenTenants } from "../db/between-tenants.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { recordOnBothSides } from "./engagement-sides.server.ts";
import type { Access } from "./find-access.server.ts";
import type { Sending } from "./offer-engagement.server.ts";

const NAMED = { id: true, name: true, slug: true } as const;

/**
 * Ends an engagement, from either side. It holds from the next request on, since every one reads anew what the engagement allows.
 * @returns "ended" also where the other side has just done the same; "not-found" for an id of none, and of other organisations'
 */
export async function endEngagement(
  db: Database,
  access: Access,
  id: string,
  { now, language }: Pick<Sending, "now" | "language">,
): Promise<"ended" | "not-found"> {
  const { organization, person } = access;
  const own = organization.kind === "company" ? { organizationId: organization.id } : { consultancyId: organization.id };
  return betweenTenants(db, {}, async (tx, enter) => {
    await enter(organization.id);
    const engagement = await tx.engagement.findFirst({
      where: { ...own, id },
      select: { organization: { select: NAMED }, consultancy: { select: NAMED } },
    });
    if (!engagement) return "not-found";
    const { count } = await tx.engagement.updateMany({
      where: { ...own, id, endedAt: null },
      data: { endedAt: now, endedBy: person.name, revision: { increment: 1 } },
    });
    if (count === 0) return "ended";
    const sides = { client: engagement.organization, consultancy: engagement.consultancy };
    const notice = { kind: "engagement_ended", language } as const;
    await recordOnBothSides(tx, enter, access, sides, { action: "engagement.ended", engagementId: id }, notice);
    return "ended";
  });
}
