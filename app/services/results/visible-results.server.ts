import type { Prisma } from "@prisma/client";
import { can } from "#app/domain/access/can.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Which results of an organisation somebody may see: all of them, or only what they have answered themselves. Null: none. */
export function visibleResults({ organization, actor, memberId }: Access): Prisma.ResponseWhereInput | null {
  const submitted = { organizationId: organization.id, submittedAt: { not: null } };
  if (can(actor, "results.view")) return submitted;
  return memberId !== null && can(actor, "cycles.respond") ? { ...submitted, memberId } : null;
}
