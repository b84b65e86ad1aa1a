import type { Prisma } from "@prisma/client";
import { can } from "#app/domain/access/can.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** Whose results of an organisation somebody may see: everybody's, or of the one member they are themselves. Null: nobody's. */
export function seenResults({ actor, memberId }: Access): { only: string | null } | null {
  if (can(actor, "results.view")) return { only: null };
  return memberId !== null && can(actor, "cycles.respond") ? { only: memberId } : null;
}

/** The same as a condition. */
export function visibleResults(access: Access): Prisma.ResponseWhereInput | null {
  const seen = seenResults(access);
  const submitted = { organizationId: access.organization.id, submittedAt: { not: null } };
  return seen && (seen.only === null ? submitted : { ...submitted, memberId: seen.only });
}
