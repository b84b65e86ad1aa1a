import { can } from "#app/domain/access/can.ts";
import { placesFor, type WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import type { Access } from "./find-access.server.ts";

/** The frame of an organisation's pages as one person sees it. */
export function workspaceFrame({ organization, actor, memberId, actsFor }: Access): WorkspaceFrame {
  return {
    slug: organization.slug,
    name: organization.name,
    isSynthetic: organization.isSynthetic,
    timeZone: organization.timeZone,
    eraseAfter: organization.eraseAfter?.toISOString() ?? null,
    mayUndoDeletion: can(actor, "organization.delete"),
    places: placesFor(actor, organization.kind),
    memberId,
    actsFor: actsFor?.consultancy ?? null,
    looksUntil: actor.kind === "operator" ? actor.until.toISOString() : null,
  };
}
